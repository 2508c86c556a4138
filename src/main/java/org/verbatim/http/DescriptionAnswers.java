package org.verbatim.http;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * The API description, answered as all else is: to those who read, with an entity tag, coded where that is taken, and kept.
 * The framework makes it; by itself it would send all of it whatever the method is, and whatever its client has already.
 */
@Singleton
class DescriptionAnswers {

    /** At the first of them, the client chooses. */
    private static final Set<String> ADDRESSES = Set.of("/openapi", "/openapi.yaml", "/openapi.yml", "/openapi.json");

    /** What is sent, as its client takes it. */
    private record Answer(Buffer body, boolean coded, String tag, String type) {}

    private final OpenApiDocumentService documents;
    private final Problems problems;

    DescriptionAnswers(OpenApiDocumentService documents, Problems problems) {
        this.documents = documents;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, Order.DESCRIPTION);
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpMethod method = request.method();
        String path = Offered.plain(context.normalizedPath());
        if (!ADDRESSES.contains(path) || method.equals(HttpMethod.OPTIONS)) {
            context.next();
        } else if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            String methods = Offered.methods(path);
            context.response().putHeader(HttpHeaders.ALLOW, methods);
            problems.end(context, ProblemType.METHOD_NOT_ALLOWED, "%s offers %s.".formatted(path, methods));
        } else {
            Format format = format(path, request);
            boolean coded = ContentCoding.isTaken(KeptAnswers.header(request, HttpHeaders.ACCEPT_ENCODING));
            // Who comes early waits until it is made.
            context.vertx()
                    .executeBlocking(() -> made(format, coded), false)
                    .onSuccess(made -> send(made, context))
                    .onFailure(context::fail);
        }
    }

    private static Format format(String path, HttpServerRequest request) {
        if (path.contains(".")) {
            return path.endsWith(".json") ? Format.JSON : Format.YAML;
        }
        String accept = KeptAnswers.header(request, HttpHeaders.ACCEPT);
        return (accept != null && accept.contains(Format.JSON.getMimeType()))
                        || Format.JSON.name().equalsIgnoreCase(request.getParam(Representations.FORMAT))
                ? Format.JSON
                : Format.YAML;
    }

    private Answer made(Format format, boolean coded) {
        byte[] plain = documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, format);
        String tag = Representations.tag(plain);
        return new Answer(
                Buffer.buffer(coded ? ContentCoding.coded(plain) : plain),
                coded,
                coded ? ContentCoding.tag(tag) : tag,
                format.getMimeType() + ";charset=UTF-8");
    }

    private static void send(Answer made, RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        MultiMap headers = response.headers()
                .set(HttpHeaders.ETAG, made.tag())
                .set(HttpHeaders.CACHE_CONTROL, Representations.PUBLIC)
                .set(HttpHeaders.VARY, Representations.VARY);
        KeptAnswers.finished(context, made.body().getBytes(), made.coded(), made.tag(), made.type());
        if (Representations.matches(KeptAnswers.header(request, HttpHeaders.IF_NONE_MATCH), made.tag())) {
            response.setStatusCode(304).end();
            return;
        }
        headers.set(HttpHeaders.CONTENT_TYPE, made.type())
                .set(HttpHeaders.CONTENT_LENGTH, Integer.toString(made.body().length()));
        if (made.coded()) {
            headers.set(HttpHeaders.CONTENT_ENCODING, ContentCoding.GZIP);
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(made.body());
        }
    }
}
