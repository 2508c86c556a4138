package org.verbatim.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * By what a request is known in its answer, in a problem and in the log: what its sender calls it, if that is
 * well-formed, otherwise a number of ours. It tells requests apart and proves nothing.
 */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    /** In the form that is quick to look for and to send. */
    static final CharSequence NAME = HttpHeaders.createOptimized(HEADER);

    /** What it is called in the log ({@code %X{requestId}}). */
    private static final String LOGGED = "requestId";

    private static final int MOST_CHARACTERS = 64;

    private RequestId() {}

    static void give(RoutingContext context) {
        give(context, context.request().getHeader(NAME));
    }

    /** @param given what its sender calls it; null if nothing */
    static void give(RoutingContext context, @Nullable String given) {
        context.response().headers().set(NAME, given != null && isWellFormed(given) ? given : made());
    }

    /** Of whatever is answered, once it was given one. */
    static @Nullable String of(RoutingContext context) {
        return context.response().headers().get(HEADER);
    }

    /** Of the request that is answered on this thread, where {@link #log} was called; null anywhere else. */
    static @Nullable String current() {
        return MDC.get(LOGGED) instanceof String id ? id : null;
    }

    /** Has all that is logged about this request from now on carry its id. */
    static void log(RoutingContext context) {
        MDC.put(LOGGED, of(context));
    }

    /** 16 hexadecimal digits. */
    static String made() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** Nothing that could be mistaken for another part of a header or of a line in a log. */
    static boolean isWellFormed(String id) {
        return !id.isEmpty() && id.length() <= MOST_CHARACTERS && id.chars().allMatch(RequestId::isTaken);
    }

    private static boolean isTaken(int c) {
        return (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || c == '-'
                || c == '_'
                || c == '.'
                || c == ':';
    }
}
