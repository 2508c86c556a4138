package org.verbatim.review;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Min;
import java.util.OptionalInt;

/** How much work the desk takes on. */
@ConfigMapping(prefix = "verbatim.review")
public interface ReviewConfig {

    /** How many articles are extracted at once for whoever sends one; where it is not set, one for each processor. */
    @Min(0) OptionalInt extractionsAtOnce();
}
