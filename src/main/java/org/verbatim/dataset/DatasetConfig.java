package org.verbatim.dataset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How this instance learns of what other instances change. */
@ConfigMapping(prefix = "verbatim.dataset")
public interface DatasetConfig {

    /**
     * How long after one look at the dataset version the next one follows. Where it is not set, half a second; never where
     * the database is in a file of this process, which nobody else can change. Zero looks never.
     */
    Optional<Duration> pollInterval();

    /**
     * How long what was known last counts while the database cannot be asked. It has no effect where there is no poll
     * interval, as on a file: there what is known is what was committed.
     */
    @WithDefault("10m")
    Duration trust();
}
