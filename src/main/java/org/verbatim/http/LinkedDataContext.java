package org.verbatim.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the terms mean that our JSON-LD is written in. */
@Path(LinkedDataContext.PATH)
@Tag(name = ApiDescription.HOME)
public class LinkedDataContext {

    public static final String PATH = "/v1/context.jsonld";

    private static final String FILE = "/context.jsonld";

    @GET
    @Produces("application/ld+json")
    @Operation(operationId = "getContext", summary = "Get the JSON-LD context", description = """
            What the terms of our JSON-LD (`application/ld+json`) mean, in schema.org, the W3C's Web Annotation and PROV \
            vocabularies and a few terms of our own. Processors fetch it by themselves.""")
    @APIResponse(
            responseCode = "200",
            description = "The context (JSON-LD 1.1).",
            content = @Content(mediaType = "application/ld+json", schema = @Schema(ref = SharedAnswers.LINKED_DATA)))
    public String getContext(UriInfo request) {
        Query.readNothing(request);
        try (InputStream stream = LinkedDataContext.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IOException("no " + FILE);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
