package org.verbatim.review;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.verbatim.dossier.Dossier;
import org.verbatim.http.ApiDescription;
import org.verbatim.http.Bodies;
import org.verbatim.http.Query;

/** What does this article say? */
@Path("/v1/extractions")
@Tag(name = ApiDescription.ARTICLES)
public class ExtractionResource {

    private final Bodies bodies;
    private final Desk desk;

    ExtractionResource(Bodies bodies, Desk desk) {
        this.bodies = bodies;
        this.desk = desk;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "extract", summary = "Extract what an article says", description = """
            A text goes in, in French or English, and its quotes, funding facts and meetings come out as a dossier, each \
            with the rule that found it and how sure that rule is. Nothing is stored. Every piece of evidence has `start` \
            and `end`, counted in Unicode code points of the text as it was sent. Where the language is neither, or cannot be \
            told, it is `und` unless it was said, and no records are found.

            Saved as `ID.json` beside `ID.txt` with the same bytes, the answer is what the service imports at start; `ID` is \
            `article.id`. How many articles are extracted at once is limited; beyond that, the answer is a 503.""")
    @RequestBody(
            required = true,
            description = "The text alone, as `text/plain` in UTF-8, or with what is known of it, as JSON.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PostedArticle.class),
                        examples = {
                            @ExampleObject(
                                    name = "quote",
                                    summary = "A minister is quoted, in French",
                                    value = Examples.QUOTE_BODY),
                            @ExampleObject(
                                    name = "funding",
                                    summary = "A bank lends, in English",
                                    value = Examples.FUNDING_BODY)
                        }),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(implementation = String.class),
                        examples =
                                @ExampleObject(
                                        name = "plain",
                                        summary = "A minister is quoted, in French",
                                        value = Examples.QUOTE_TEXT))
            })
    @APIResponse(
            responseCode = "200",
            description = "What the article says.",
            content = @Content(schema = @Schema(implementation = Dossier.class)))
    @APIResponse(responseCode = "422", ref = "UnprocessableContent")
    public Dossier extract(InputStream body, HttpHeaders headers, UriInfo request) {
        Query.readNothing(request);
        MediaType type = Bodies.typeOf(headers);
        return desk.extract(Submission.readPlain(bodies.read(body, type), type));
    }
}
