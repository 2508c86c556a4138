package org.verbatim.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * How many requests are answered at once. As many of them as there are threads are worked on, the others wait for one;
 * whoever comes when all places are taken is told so at once, instead of waiting longer and longer.
 */
@Singleton
class Crowd {

    private static final int RETRY_SECONDS = 1;

    private final Places places;
    private final Problems problems;

    Crowd(HttpConfig config, Problems problems) {
        this.places = new Places(config.limits().requestsAtOnce());
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, Order.CROWD);
    }

    private void admit(RoutingContext context) {
        if (isWatching(context) || isListening(context) || places.take(context)) {
            RequestId.log(context);
            context.next();
        } else {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_SECONDS));
            problems.end(
                    context,
                    ProblemType.UNAVAILABLE,
                    "As many requests are being answered as may be at once. Ask again in a moment.");
        }
    }

    /** Whoever watches over the service must not take it for dead because it is busy. */
    static boolean isWatching(RoutingContext context) {
        String path = context.normalizedPath();
        return path.startsWith("/q/health") || path.equals("/q/metrics");
    }

    /** An assistant's stream of events is held open without anything being done for it. */
    private static boolean isListening(RoutingContext context) {
        return context.normalizedPath().equals(ApiDescription.MCP)
                && context.request().method().equals(HttpMethod.GET);
    }
}
