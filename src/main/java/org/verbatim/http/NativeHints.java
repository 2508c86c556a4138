package org.verbatim.http;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What Caffeine finds by a name that it puts together (LocalCacheFactory, NodeFactory), and a native image would leave
 * out. Quarkus names what it uses itself, and so the other half of each of our caches: PSMW and SSMSA.
 */
@RegisterForReflection(
        classNames = {
            // a cache that is bounded by weight and says what it has removed: Stock
            "com.github.benmanes.caffeine.cache.SSLMW",
            // an entry of a cache that is bounded by size and by when it was used last: RateLimit
            "com.github.benmanes.caffeine.cache.PSAMS"
        })
final class NativeHints {
    private NativeHints() {}
}
