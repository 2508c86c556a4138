package org.verbatim.backup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.util.Optional;

/** What is put back when the service starts. */
@ConfigMapping(prefix = "verbatim.restore")
interface RestoreConfig {

    /** An export; where it is not set, nothing is put back. */
    @WithParentName
    Optional<Path> file();
}
