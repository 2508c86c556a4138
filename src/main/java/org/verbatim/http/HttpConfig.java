package org.verbatim.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.Optional;

/** How the service presents itself over HTTP, and how much it takes from a client. */
@ConfigMapping(prefix = "verbatim.http")
public interface HttpConfig {

    /** The address under which clients see the service; where it is not set, the one they asked for. */
    Optional<URI> publicUrl();

    Limits limits();

    interface Limits {

        /** The longest request target (path and query), in bytes as sent. */
        @WithName("uri-length")
        @WithDefault("16384")
        @Min(256) int uriLength();

        /** The largest request header section: all names and values together, in bytes. */
        @WithName("header-size")
        @WithDefault("16384")
        @Min(1024) int headerSize();

        /** The largest request body, in bytes. */
        @WithName("body-size")
        @WithDefault("1048576")
        @Min(1024) long bodySize();

        /** The longest list that is given as a whole, in a format of rows, in items. */
        @WithDefault("100000")
        @Min(100) int rows();

        /** How many lists of more than one page are written as a whole at once; each of them keeps a thread. */
        @WithName("lists-at-once")
        @WithDefault("16")
        @Min(1) int listsAtOnce();
    }
}
