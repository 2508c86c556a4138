package org.verbatim.dossier;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the articles come from that are imported at start. */
@ConfigMapping(prefix = "verbatim.seeds")
public interface SeedsConfig {

    /** A folder of articles and their dossiers; where it is not set, those that the service carries in itself. */
    Optional<Path> directory();
}
