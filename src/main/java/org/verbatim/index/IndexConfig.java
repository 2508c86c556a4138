package org.verbatim.index;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where the index is kept. It is derived from the database: what is in its directory can be deleted at any time. */
@ConfigMapping(prefix = "verbatim.index")
public interface IndexConfig {

    /**
     * Where it is written, so that the next start goes on with it; where it is not set, it is kept in memory alone,
     * whatever its size, and built anew at each start.
     */
    Optional<Path> directory();

    /** Up to this size all of it is held in memory, beside what is written. */
    @WithDefault("32M")
    MemorySize memoryLimit();
}
