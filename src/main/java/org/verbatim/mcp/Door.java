package org.verbatim.mcp;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbatim.http.ApiDescription;
import org.verbatim.http.Bodies;
import org.verbatim.http.Order;
import org.verbatim.http.Origins;
import org.verbatim.http.ProblemType;
import org.verbatim.http.Problems;

/**
 * What a request to {@code /mcp} passes before the protocol's implementation sees it: whether its origin may ask (as the
 * protocol demands against DNS rebinding), the limits that all requests have, and whether it is a message at all.
 */
@Singleton
class Door {

    static final String PATH = ApiDescription.MCP;

    /** Before the route of the implementation. */
    private static final int LOOK = -1;

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final String JSON = "application/json";
    private static final String EVENTS = "text/event-stream";

    /** JSON-RPC 2.0, section 5.1. */
    private static final int PARSE_ERROR = -32700;

    private static final int INVALID_REQUEST = -32600;

    private final Problems problems;
    private final ReadableArticles articles;
    private final Set<String> trusted = new TreeSet<>();

    Door(McpConfig config, Origins origins, Problems problems, ReadableArticles articles) {
        this.problems = problems;
        this.articles = articles;
        origins.own().ifPresent(trusted::add);
        config.origins()
                .orElse(List.of())
                .forEach(origin -> trusted.add(Origins.of(origin)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "verbatim.mcp.origins: “%s” is no origin such as https://assistant.example"
                                        .formatted(origin)))));
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, Order.MCP);
    }

    void register(@Observes Router router) {
        router.route(PATH).order(LOOK).handler(this::look);
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = context.normalizedPath();
        if (!path.equals(PATH) && !path.startsWith(PATH + "/")) {
            context.next();
            return;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !isTrusted(origin)) {
            problems.end(
                    context,
                    ProblemType.FOREIGN_ORIGIN,
                    "The Origin header names a page that this service does not trust; verbatim.mcp.origins names those"
                            + " that it does.");
        } else if (!path.equals(PATH)) {
            // The transport of 2024-11-05, which the protocol has given up: a connection held open for each client.
            problems.end(
                    context,
                    ProblemType.NOT_FOUND,
                    "The Model Context Protocol is spoken at %s, over Streamable HTTP.".formatted(PATH));
        } else if (origin != null && welcome(context, origin)) {
            context.response().setStatusCode(204).end();
        } else {
            String fault = request.method().equals(HttpMethod.POST) ? fault(request) : null;
            if (fault == null) {
                context.next();
            } else {
                problems.end(
                        context,
                        fault.startsWith("Accept") ? ProblemType.NOT_ACCEPTABLE : ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        fault);
            }
        }
    }

    /** Says to the browser that a page may ask; whether that was all it wanted to know. */
    private static boolean welcome(RoutingContext context, String origin) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Mcp-Session-Id")
                .putHeader(HttpHeaders.VARY, "Origin");
        // Answered here, so the framework's handler has nothing to refuse.
        request.headers().remove(HttpHeaders.ORIGIN);
        if (!request.method().equals(HttpMethod.OPTIONS)) {
            return false;
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, DELETE")
                .putHeader(
                        HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
                        "Accept, Authorization, Content-Type, Last-Event-ID, Mcp-Protocol-Version, Mcp-Session-Id")
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400");
        return true;
    }

    private static @Nullable String fault(HttpServerRequest request) {
        String accept = String.join(",", request.headers().getAll(HttpHeaders.ACCEPT));
        if (!accept.contains(JSON) || !accept.contains(EVENTS)) {
            return "Accept has to name both %s and %s.".formatted(JSON, EVENTS);
        }
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.strip().toLowerCase(Locale.ROOT).startsWith(JSON)) {
            return "A message must be sent as %s, in UTF-8.".formatted(JSON);
        }
        return Bodies.fault(request.headers().getAll(HttpHeaders.CONTENT_ENCODING));
    }

    private boolean isTrusted(String origin) {
        return Origins.of(origin)
                .filter(known -> trusted.contains(known)
                        || THIS_MACHINE.contains(URI.create(known).getHost()))
                .isPresent();
    }

    /** Refuses what is no message, and has the articles listed anew where they are asked for. */
    private void look(RoutingContext context) {
        if (!context.request().method().equals(HttpMethod.POST)) {
            context.next();
            return;
        }
        List<Object> messages = new ArrayList<>();
        try {
            Buffer body = context.body().buffer();
            Object value = Json.decodeValue(body == null ? Buffer.buffer() : body);
            if (value instanceof JsonArray batch && !batch.isEmpty()) {
                batch.forEach(messages::add);
            } else {
                messages.add(value);
            }
        } catch (DecodeException e) {
            refuse(context, PARSE_ERROR, "The body is not JSON (RFC 8259).");
            return;
        }
        Optional<String> fault = messages.stream()
                .flatMap(message -> Stream.ofNullable(Message.fault(message)))
                .findFirst();
        if (fault.isPresent()) {
            refuse(context, INVALID_REQUEST, fault.get());
        } else if (messages.stream().anyMatch(Door::listsArticles)) {
            context.vertx()
                    .executeBlocking(() -> {
                        articles.list();
                        return true;
                    })
                    .onSuccess(done -> context.next())
                    .onFailure(context::fail);
        } else {
            context.next();
        }
    }

    private static boolean listsArticles(Object message) {
        return message instanceof JsonObject request && "resources/list".equals(request.getValue("method"));
    }

    private static void refuse(RoutingContext context, int code, String message) {
        context.response()
                .setStatusCode(400)
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(new JsonObject()
                        .put("jsonrpc", "2.0")
                        .putNull("id")
                        .put("error", new JsonObject().put("code", code).put("message", message))
                        .toBuffer());
    }
}
