package org.verbatim.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How often a {@link Client} may ask, told in the header fields of draft-ietf-httpapi-ratelimit-headers-10. Off unless it
 * is configured. What a client may still ask comes back evenly, not at once when a window ends.
 */
@Singleton
class RateLimit {

    static final String FIELD = "RateLimit";
    static final String POLICY = FIELD + "-Policy";

    private static final String NAME = "\"default\"";

    private final HttpConfig.RateLimit limit;
    private final boolean forwarded;
    private final Problems problems;
    private final TimeMeter time;

    RateLimit(
            HttpConfig config,
            @ConfigProperty(name = "quarkus.http.proxy.allow-forwarded", defaultValue = "false") boolean forwarded,
            Problems problems,
            Clock clock) {
        this.limit = config.rateLimit();
        this.forwarded = forwarded;
        this.problems = problems;
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    void register(@Observes Filters filters) {
        limit.requests().ifPresent(most -> {
            // Only so many are remembered, and only for as long as it matters: a forgotten client begins anew.
            Cache<Long, Bucket> clients = Caffeine.newBuilder()
                    .maximumSize(limit.clients())
                    .expireAfterAccess(limit.window())
                    .build();
            filters.register(context -> count(context, most, clients), Order.RATE);
        });
    }

    private void count(RoutingContext context, int most, Cache<Long, Bucket> clients) {
        if (Crowd.isWatching(context)) {
            context.next();
            return;
        }
        ConsumptionProbe asked = clients.get(Client.of(context.request(), forwarded), client -> full(most))
                .tryConsumeAndReturnRemaining(1);
        context.response()
                .putHeader(
                        POLICY,
                        NAME + ";q=%d;w=%d".formatted(most, limit.window().toSeconds()))
                .putHeader(
                        FIELD,
                        NAME
                                + ";r=%d;t=%d"
                                        .formatted(
                                                asked.getRemainingTokens(), seconds(asked.getNanosToWaitForReset())));
        if (asked.isConsumed()) {
            context.next();
            return;
        }
        long retry = Math.max(1, seconds(asked.getNanosToWaitForRefill()));
        context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(retry));
        problems.end(
                context,
                ProblemType.TOO_MANY_REQUESTS,
                "From one address at most %d requests are answered in %d seconds. Ask again in %d."
                        .formatted(most, limit.window().toSeconds(), retry));
    }

    private Bucket full(int most) {
        return Bucket.builder()
                .addLimit(tokens -> tokens.capacity(most).refillGreedy(most, limit.window()))
                .withCustomTimePrecision(time)
                .build();
    }

    /** Rounded up, so that whoever waits that long has waited long enough. */
    private static long seconds(long nanos) {
        return -Math.floorDiv(-nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
