package org.verbatim.backup;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.verbatim.http.ApiDescription;
import org.verbatim.http.Editors;
import org.verbatim.http.Query;
import org.verbatim.http.Streamed;

/** The whole of what is held, as one file. */
@Path("/v1/export")
@Tag(name = ApiDescription.ARTICLES)
public class ExportResource {

    private static final String NDJSON = "application/x-ndjson";

    private final Export export;
    private final Editors editors;

    ExportResource(Export export, Editors editors) {
        this.export = export;
        this.editors = editors;
    }

    @GET
    @Produces(NDJSON)
    @Operation(operationId = "export", summary = "Get everything as one file", description = """
            All that is held, to be kept as a backup, taken to another database, or worked on: JSON lines of any number, \
            one for each article, with its dossier (in the format of the seeds), its `text`, and when and why something \
            of it was withdrawn. What changes while it is written is written again further down: of several lines about \
            one article the last one counts, and the whole is the state of the moment in which it ended. The last line is \
            `{"complete": true, "lines": …}`; where it is missing, the file was cut off.

            Without a token it has what everybody may see. With an editor's token it has everything: also the records \
            that were rejected, the articles that were withdrawn, and all decisions of editors. A service that is started \
            with `-Dverbatim.restore=FILE` puts it back into an empty database.""")
    @APIResponse(
            responseCode = "200",
            description = "Everything.",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            description = "The JSON of one article on each line."),
                            examples = @ExampleObject(name = "shortened", value = """
                                    {"id":"d5de80af24a298a5","addedAt":"2026-11-26T01:18:00.123456Z","dossierSha256":"…","article":{…},"agents":[…],"quotes":[…],"fundingFacts":[…],"meetings":[…],"text":"…"}
                                    {"complete":true,"lines":1}
                                    """)))
    @APIResponse(responseCode = "401", ref = "Unauthorized")
    @APIResponse(responseCode = "403", ref = "Forbidden")
    public Streamed export(@Context HttpHeaders headers, UriInfo request) {
        Query.readNothing(request);
        boolean everything = headers.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
        if (everything) {
            editors.require();
        }
        return new Streamed(
                "verbatim.ndjson", everything ? "everything" : "public", into -> export.write(everything, into));
    }
}
