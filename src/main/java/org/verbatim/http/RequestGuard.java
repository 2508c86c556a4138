package org.verbatim.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes before a resource sees it: the security headers of its answer, the version, the limits, and whether its
 * address is well-formed. It works on Vert.x' level since some of this never reaches a resource.
 */
@Singleton
class RequestGuard {

    /** Before the framework's handlers, CORS included, so that their answers have the headers too. */
    private static final int FIRST = 10_000;

    /** Right behind the framework's CORS handler (300), so that a browser may read the problem. */
    private static final int BEHIND_CORS = 290;

    /** Nothing but what we serve ourselves; a page of ours has neither inline scripts nor inline styles. */
    private static final String STRICT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /**
     * Swagger UI draws with data: images, and the page that the framework makes for it starts it from two inline
     * scripts. Those two and no others run: they are known by their hashes, which a test compares with the page. The
     * third hash is that of the style inside its logo.
     */
    private static final String SWAGGER_UI_POLICY =
            "default-src 'none'; script-src 'self' 'sha256-niHNY8bHKqsN4CcU/WpmrPCXbtToEhtZlcL0nISuhGM='"
                    + " 'sha256-6hrnS53nwzWA4vnCI4IyPZUf4YGN+rJIvYryvTRT6z0='; style-src 'self'"
                    + " 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final HttpConfig.Limits limits;
    private final Problems problems;

    RequestGuard(HttpConfig config, Problems problems) {
        this.limits = config.limits();
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(RequestGuard::secure, FIRST);
        filters.register(this::check, BEHIND_CORS);
    }

    private static void secure(RoutingContext context) {
        String path = context.request().path();
        boolean swaggerUi = path != null && path.startsWith("/q/swagger-ui");
        HttpServerResponse response = context.response();
        response.putHeader("Content-Security-Policy", swaggerUi ? SWAGGER_UI_POLICY : STRICT_POLICY);
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Referrer-Policy", "no-referrer");
        if (path != null && context.request().method().equals(HttpMethod.OPTIONS)) {
            // The framework names the methods of all addresses that begin alike.
            context.addHeadersEndHandler(done -> {
                if (response.headers().contains(HttpHeaders.ALLOW)) {
                    response.putHeader(HttpHeaders.ALLOW, Offered.methods(path));
                }
            });
        }
        response.putHeader("API-Version", ApiDescription.VERSION);
        context.next();
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String target = request.uri();
        if (target.length() > limits.uriLength()) {
            problems.end(
                    context,
                    ProblemType.URI_TOO_LONG,
                    "It has %d bytes; at most %d are taken.".formatted(target.length(), limits.uriLength()));
            return;
        }
        long headers = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            headers += header.getKey().length() + header.getValue().length();
        }
        if (headers > limits.headerSize()) {
            problems.end(
                    context,
                    ProblemType.HEADERS_TOO_LARGE,
                    "They have %d bytes; at most %d are taken.".formatted(headers, limits.headerSize()));
            return;
        }
        if (contentLength(request) > limits.bodySize()) {
            // The body stays unread, so the connection is of no further use.
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            problems.end(
                    context,
                    ProblemType.CONTENT_TOO_LARGE,
                    "It has %s bytes; at most %d are taken."
                            .formatted(request.getHeader(HttpHeaders.CONTENT_LENGTH), limits.bodySize()));
            return;
        }
        String fault = fault(target);
        if (fault != null) {
            problems.end(context, ProblemType.MALFORMED_REQUEST, fault);
            return;
        }
        context.next();
    }

    private static long contentLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    /** What is wrong with a request target, in words for its sender; null if nothing is. */
    static @Nullable String fault(String target) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(target.length());
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c == '%') {
                int high = i + 2 < target.length() ? Character.digit(target.charAt(i + 1), 16) : -1;
                int low = i + 2 < target.length() ? Character.digit(target.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return "The address has a percent sign without two hexadecimal digits behind it;"
                            + " write a percent sign as %25.";
                }
                octets.write(high * 16 + low);
                i += 2;
            } else if (c >= 0x80) {
                return "The address has characters beyond ASCII; percent-encode them as UTF-8"
                        + " (with curl: -G --data-urlencode 'q=économique').";
            } else {
                octets.write(c);
            }
        }
        if (octets.toString(StandardCharsets.ISO_8859_1).indexOf('\0') >= 0) {
            return "The address has a NUL character (%00), which no text here can have.";
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets.toByteArray()));
            return null;
        } catch (CharacterCodingException e) {
            return "The percent-encoded characters of the address are not UTF-8"
                    + " (a lone surrogate, for instance, has no UTF-8 form).";
        }
    }
}
