package org.verbatim.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Request bodies, until they are there as a whole. No thread waits for one, so that clients that send theirs byte by byte
 * keep nobody else waiting; all bodies together are no larger than is taken, and JSON is not nested deeper.
 */
@Singleton
class Arrivals {

    private static final int RETRY_SECONDS = 5;

    private static final Set<HttpMethod> WITH_BODIES = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final HttpConfig.Limits limits;
    private final Problems problems;

    /** The bytes of all bodies whose requests are not answered yet. */
    private final AtomicLong held = new AtomicLong();

    Arrivals(HttpConfig config, Problems problems) {
        this.limits = config.limits();
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::read, Order.BODY);
    }

    private void read(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean isHttp2 = request.version() == HttpVersion.HTTP_2;
        if (isHttp2 && WITH_BODIES.contains(request.method()) && lengthOf(request) < 0) {
            problems.end(
                    context,
                    ProblemType.LENGTH_REQUIRED,
                    "Over HTTP/2, say in Content-Length how many bytes the body has; 0 if there is none.");
        } else if (hasBody(request, isHttp2)) {
            new Arrival(context, isHttp2).begin();
        } else {
            context.next();
        }
    }

    /**
     * In HTTP/1.1 one of two headers says so (RFC 9112, section 6). In HTTP/2 nothing does before the request ends, and
     * what has ended the framework takes for answered: a body is read there if its length is known.
     */
    private static boolean hasBody(HttpServerRequest request, boolean isHttp2) {
        if (isHttp2) {
            return lengthOf(request) > 0;
        }
        return !request.isEnded()
                && (request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING));
    }

    /** Negative where it is not said; that it is a number was looked at before. */
    private static long lengthOf(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    /** The body of one request. All of it happens on the event loop of its connection. */
    private final class Arrival {

        private final RoutingContext context;
        private final boolean isHttp2;
        private final Buffer body = Buffer.buffer();
        private long tooLate;
        private long mine;
        private boolean over;

        Arrival(RoutingContext context, boolean isHttp2) {
            this.context = context;
            this.isHttp2 = isHttp2;
        }

        void begin() {
            HttpServerRequest request = context.request();
            // Over HTTP/2, where a connection can be kept alive by other means, too.
            tooLate = context.vertx().setTimer(limits.stalledAfter().toMillis(), late -> giveUp());
            context.addEndHandler(done -> {
                context.vertx().cancelTimer(tooLate);
                over = true;
                held.addAndGet(-mine);
                mine = 0;
            });
            request.handler(this::add);
            request.endHandler(end -> finish());
            String expected = request.getHeader(HttpHeaders.EXPECT);
            if (expected != null && expected.equalsIgnoreCase("100-continue")) {
                context.response().writeContinue();
                // Said, and not to be said again.
                request.headers().remove(HttpHeaders.EXPECT);
            }
            // It was paused for whoever reads it.
            if (isHttp2) {
                request.fetch(1);
            } else {
                request.resume();
            }
        }

        private void giveUp() {
            over = true;
            context.response().reset();
        }

        private void add(Buffer part) {
            if (over) {
                return;
            }
            mine += part.length();
            long all = held.addAndGet(part.length());
            if (mine > limits.bodySize()) {
                refuse(
                        ProblemType.CONTENT_TOO_LARGE,
                        "It has more than the %d bytes that are taken.".formatted(limits.bodySize()));
            } else if (all > limits.bodiesSize().asLongValue()) {
                context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_SECONDS));
                refuse(
                        ProblemType.UNAVAILABLE,
                        "As much is being sent by clients as may be at once. Send it again in a moment.");
            } else {
                body.appendBuffer(part);
                if (isHttp2) {
                    goOn();
                }
            }
        }

        /** Part by part: its end stays unread, since the framework refuses a request that has ended. */
        private void goOn() {
            HttpServerRequest request = context.request();
            if (mine < lengthOf(request)) {
                request.fetch(1);
            } else {
                context.addEndHandler(done -> request.resume());
                finish();
            }
        }

        private void refuse(ProblemType type, String detail) {
            over = true;
            problems.endUnread(context, type, detail);
        }

        private void finish() {
            if (over) {
                return;
            }
            over = true;
            context.vertx().cancelTimer(tooLate);
            if (isJson(context.request().getHeader(HttpHeaders.CONTENT_TYPE)) && isDeeper(body, limits.jsonDepth())) {
                problems.end(
                        context,
                        ProblemType.MALFORMED_REQUEST,
                        "The body has objects and arrays within each other more than %d levels deep."
                                .formatted(limits.jsonDepth()));
                return;
            }
            // As the framework's own reader of bodies leaves it.
            RoutingContextInternal read = (RoutingContextInternal) context;
            read.visitHandler(RoutingContextInternal.BODY_HANDLER);
            read.setBody(body);
            context.next();
        }
    }

    private static boolean isJson(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).contains("json");
    }

    /** Whether JSON has more levels of objects and arrays; whether it is JSON at all is for its reader to say. */
    static boolean isDeeper(Buffer json, int most) {
        int depth = 0;
        boolean quoted = false;
        byte[] bytes = json.getBytes();
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (quoted) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    quoted = false;
                }
            } else if (b == '"') {
                quoted = true;
            } else if (b == '{' || b == '[') {
                depth++;
                if (depth > most) {
                    return true;
                }
            } else if (b == '}' || b == ']') {
                depth--;
            }
        }
        return false;
    }
}
