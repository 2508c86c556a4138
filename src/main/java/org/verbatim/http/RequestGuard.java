package org.verbatim.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes before a resource sees it: the security headers of its answer, the version, the limits, and
 * whether its address is well-formed. It works on Vert.x' level since some of this never reaches a resource.
 */
@Singleton
class RequestGuard {

    /** Of the characters that one can type, those that no path of a URI has as they are (RFC 3986, section 3.3). */
    private static final String IN_NO_PATH = "\"<>[\\]^`{|}";

    private static final int NOT_MODIFIED = 304;

    /** Nothing but what we serve ourselves; a page of ours has neither inline scripts nor inline styles. */
    private static final CharSequence STRICT_POLICY =
            HttpHeaders.createOptimized("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");

    /**
     * Swagger UI draws with data: images, and the page that the framework makes for it starts it from two inline
     * scripts. Those two and no others run: they are known by their hashes, which a test compares with the page. The
     * third hash is that of the style inside its logo.
     */
    private static final CharSequence SWAGGER_UI_POLICY = HttpHeaders.createOptimized(
            "default-src 'none'; script-src 'self' 'sha256-niHNY8bHKqsN4CcU/WpmrPCXbtToEhtZlcL0nISuhGM='"
                    + " 'sha256-6hrnS53nwzWA4vnCI4IyPZUf4YGN+rJIvYryvTRT6z0='; style-src 'self'"
                    + " 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");

    // Sent with each answer, so in the form that is quick to send.
    private static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence API_VERSION = HttpHeaders.createOptimized("API-Version");
    private static final CharSequence VERSION = HttpHeaders.createOptimized(ApiDescription.VERSION);

    private final HttpConfig.Limits limits;
    private final Problems problems;

    RequestGuard(HttpConfig config, Problems problems) {
        this.limits = config.limits();
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    RequestId.give(context);
                    secure(context);
                    String fault = syntaxFault(context.request().uri());
                    if (fault == null) {
                        context.next();
                    } else {
                        problems.end(context, ProblemType.MALFORMED_REQUEST, fault);
                    }
                },
                Order.EACH);
        filters.register(this::check, Order.LIMITS);
    }

    /** What every answer has. */
    static void secure(RoutingContext context) {
        String path = context.request().path();
        boolean swaggerUi = path != null && path.startsWith("/q/swagger-ui");
        HttpServerResponse response = context.response();
        putHeaders(response, swaggerUi ? SWAGGER_UI_POLICY : STRICT_POLICY);
        context.addHeadersEndHandler(done -> {
            // Of what is not sent no more is told than whoever has it needs (RFC 9110, section 15.4.5).
            if (response.getStatusCode() == NOT_MODIFIED) {
                response.headers().remove(HttpHeaders.CONTENT_TYPE);
            }
        });
        if (path != null && context.request().method().equals(HttpMethod.OPTIONS)) {
            // The framework names the methods of all addresses that begin alike.
            context.addHeadersEndHandler(done -> {
                if (response.headers().contains(HttpHeaders.ALLOW)) {
                    response.putHeader(HttpHeaders.ALLOW, Offered.methods(path));
                }
            });
        }
    }

    /** What every answer of ours has, where it needs nothing else. */
    static void putHeaders(HttpServerResponse response) {
        putHeaders(response, STRICT_POLICY);
    }

    private static void putHeaders(HttpServerResponse response, CharSequence policy) {
        // Not one by one with putHeader, which takes the lock of the connection each time.
        response.headers()
                .set(POLICY, policy)
                .set(TYPE_OPTIONS, NO_SNIFF)
                .set(REFERRER_POLICY, NO_REFERRER)
                .set(API_VERSION, VERSION);
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
        Fields fields = Fields.of(request.headers());
        if (fields.size() > limits.headerSize()) {
            problems.end(
                    context,
                    ProblemType.HEADERS_TOO_LARGE,
                    "They have %d bytes; at most %d are taken.".formatted(fields.size(), limits.headerSize()));
            return;
        }
        if (contentLength(fields) > limits.bodySize()) {
            problems.endUnread(
                    context,
                    ProblemType.CONTENT_TOO_LARGE,
                    "It has %s bytes; at most %d are taken.".formatted(fields.contentLength(), limits.bodySize()));
            return;
        }
        if (!namesHost(request, fields)) {
            problems.end(context, ProblemType.MALFORMED_REQUEST, Problems.NO_HOST);
            return;
        }
        String fault = fault(target);
        if (fault != null) {
            problems.end(context, ProblemType.MALFORMED_REQUEST, fault);
            return;
        }
        context.next();
    }

    /** Whether there is nothing to refuse in a request without a body whose address was found to be well-formed before. */
    boolean isWithinLimits(HttpServerRequest request, Fields fields) {
        return request.uri().length() <= limits.uriLength()
                && fields.size() <= limits.headerSize()
                && namesHost(request, fields);
    }

    /**
     * HTTP/1.0 lets requests pass that name no host, or what is none, but without one there are no addresses to answer with.
     * Whether the service lives is asked in that way, too.
     */
    private static boolean namesHost(HttpServerRequest request, Fields fields) {
        return !"".equals(fields.host())
                && (request.version() != HttpVersion.HTTP_1_0
                        || request.authority() != null
                        || RequestMeters.isOfTheFramework(request.uri()));
    }

    private static long contentLength(Fields fields) {
        String length = fields.contentLength();
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    /**
     * Why a request target is no URI, in words for its sender; null if it is one. Told by the first of the filters, for all
     * that comes after takes it for one, the framework's handlers too ({@link Main}).
     */
    static @Nullable String syntaxFault(String target) {
        try {
            var unused = new URI(target);
            return null;
        } catch (URISyntaxException e) {
            String fault = fault(target);
            if (fault != null) {
                return fault;
            }
            int place = e.getIndex();
            char c = place < 0 || place >= target.length() ? '/' : target.charAt(place);
            if (!Character.isISOControl(c) && IN_NO_PATH.indexOf(c) < 0) {
                return "The address is no URI (RFC 3986).";
            }
            return "The address has %s where a URI has none (RFC 3986); write it as %%%02X."
                    .formatted(Character.isISOControl(c) ? "a control character" : "“" + c + "”", (int) c);
        }
    }

    /** What is wrong with a request target, in words for its sender; null if nothing is. */
    static @Nullable String fault(String target) {
        if (isPlain(target)) {
            return null;
        }
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

    /** Whether it has nothing that could be wrong: most have not. */
    private static boolean isPlain(String target) {
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c == '%' || c == 0 || c >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
