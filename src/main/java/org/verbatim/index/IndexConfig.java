package org.verbatim.index;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where the index is kept. It is derived from the database: what is in its directory can be deleted at any time. */
@ConfigMapping(prefix = "verbatim.index")
public interface IndexConfig {

    /** Where it goes when it outgrows the memory; where it is not set, it never does. */
    Optional<Path> directory();

    /** Up to this size it is kept in memory, and built anew at each start. */
    @WithDefault("32M")
    MemorySize memoryLimit();
}
