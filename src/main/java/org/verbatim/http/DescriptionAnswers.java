package org.verbatim.http;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The API description: to be read only, with an entity tag, coded where that is taken, and kept as what resources answer.
 * The framework makes it; by itself it would send all of it whatever the method is, and whatever its client has already.
 */
@Singleton
class DescriptionAnswers {

    /** At the first of them, the client chooses. */
    private static final Set<String> ADDRESSES = Set.of("/openapi", "/openapi.yaml", "/openapi.yml", "/openapi.json");

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
            Fields fields = Fields.of(request.headers());
            Format format = format(path, request, fields.accept());
            boolean coded = ContentCoding.isTaken(fields.acceptEncoding());
            // Who comes early waits until it is made.
            context.vertx()
                    .executeBlocking(() -> made(format, coded), false)
                    .onSuccess(made -> send(made, context, fields))
                    .onFailure(context::fail);
        }
    }

    private static Format format(String path, HttpServerRequest request, @Nullable String accept) {
        if (path.contains(".")) {
            return path.endsWith(".json") ? Format.JSON : Format.YAML;
        }
        return (accept != null && accept.contains(Format.JSON.getMimeType()))
                        || Format.JSON.name().equalsIgnoreCase(request.getParam(Representations.FORMAT))
                ? Format.JSON
                : Format.YAML;
    }

    private Kept.Answer made(Format format, boolean coded) {
        byte[] plain = documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, format);
        String uncoded = Representations.tag(plain);
        String tag = coded ? ContentCoding.tag(uncoded) : uncoded;
        Buffer body = Buffer.buffer(coded ? ContentCoding.coded(plain) : plain);
        return new Kept.Answer(
                body,
                format.getMimeType() + ";charset=UTF-8",
                Integer.toString(body.length()),
                coded,
                tag,
                List.of(
                        new Kept.Header(HttpHeaders.ETAG, tag),
                        new Kept.Header(HttpHeaders.CACHE_CONTROL, Representations.PUBLIC),
                        new Kept.Header(HttpHeaders.VARY, Representations.VARY)),
                null);
    }

    private static void send(Kept.Answer made, RoutingContext context, Fields fields) {
        KeptAnswers.finished(
                context,
                made.body().getBytes(),
                made.coded(),
                made.tag(),
                made.type().toString());
        KeptAnswers.write(made, context, fields);
    }
}
