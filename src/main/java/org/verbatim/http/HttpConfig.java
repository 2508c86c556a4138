package org.verbatim.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.hibernate.validator.constraints.time.DurationMin;

/** How the service presents itself over HTTP, and how much it takes from a client. */
@ConfigMapping(prefix = "verbatim.http")
public interface HttpConfig {

    /** The address under which clients see the service; where it is not set, the one they asked for. */
    Optional<URI> publicUrl();

    /** Whether HTTP/2 is spoken without TLS, too; with TLS it always is. */
    @WithDefault("false")
    boolean http2Cleartext();

    Limits limits();

    @WithName("rate-limit")
    RateLimit rateLimit();

    Cache cache();

    /** Finished representations that are kept. */
    interface Cache {

        /** How much memory they take at most, about; zero keeps none. */
        @WithDefault("32M")
        MemorySize memoryLimit();
    }

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

        /** How many lists of more than one page, and exports, are written as a whole at once; each keeps a thread. */
        @WithName("lists-at-once")
        @WithDefault("16")
        @Min(1) int listsAtOnce();

        /** How many objects and arrays of a JSON body may be within each other. */
        @WithName("json-depth")
        @WithDefault("32")
        @Min(16) int jsonDepth();

        /** The largest sum of all request bodies that have come, or are coming, and are not answered yet. */
        @WithName("bodies-size")
        @WithDefault("32M")
        MemorySize bodiesSize();

        /** How many requests are answered at once, or wait for a thread to answer them. */
        @WithName("requests-at-once")
        @WithDefault("1000")
        @Min(1) int requestsAtOnce();

        /** How long the body of a request may take to come; then its connection is closed. */
        @WithName("stalled-after")
        @WithDefault("60S")
        @DurationMin(seconds = 1)
        Duration stalledAfter();
    }

    /** How often a client may ask. */
    interface RateLimit {

        /** The most requests in a window; where it is not set, any number. */
        @Min(1) OptionalInt requests();

        /** How long a window is. */
        @WithDefault("60S")
        @DurationMin(seconds = 1)
        Duration window();

        /** How many clients are remembered; beyond that the one that has not asked for longest begins anew. */
        @WithDefault("100000")
        @Min(1) int clients();
    }
}
