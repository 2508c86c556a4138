package org.verbatim.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.verbatim.article.Article;
import org.verbatim.article.ArticleResource;
import org.verbatim.dossier.Dossier;
import org.verbatim.http.Addresses;
import org.verbatim.http.ApiDescription;
import org.verbatim.http.Bodies;
import org.verbatim.http.Editors;
import org.verbatim.http.Query;

/** Articles as whole files: in, out, and away. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiDescription.ARTICLES)
public class ArticleDesk {

    private final Bodies bodies;
    private final Desk desk;
    private final ArticleResource articles;
    private final Editors editors;
    private final Addresses addresses;

    ArticleDesk(Bodies bodies, Desk desk, ArticleResource articles, Editors editors, Addresses addresses) {
        this.bodies = bodies;
        this.desk = desk;
        this.articles = articles;
        this.editors = editors;
        this.addresses = addresses;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @RolesAllowed(Editors.ROLE)
    @SecurityRequirement(name = Editors.ROLE)
    @Operation(operationId = "addArticle", summary = "Add an article", description = """
            Stores an article and its records, all or nothing, and serves them from then on. The characters are kept as they \
            came. There are three ways to send one:

            * its text alone, as `text/plain` in UTF-8,
            * its text with what is known of it, as JSON,
            * a whole dossier, annotated by hand, with the article's `text` as one key more, as JSON. It is checked like a \
            dossier in the seeds; its faults are a 422 with a JSON Pointer to each.

            In the first two, a program looks for the records (as `POST /v1/extractions` does), and they are served as \
            `EXTRACTED`. An article that is held already, character by character, is not stored again: the answer is a 200 \
            and the article that is there. One that was withdrawn is not taken in again (409).""")
    @RequestBody(
            required = true,
            description = "The article.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(anyOf = {PostedArticle.class, PostedDossier.class}),
                        examples = {
                            @ExampleObject(
                                    name = "article",
                                    summary = "An article, and what is known of it",
                                    value = Examples.QUOTE_BODY),
                            @ExampleObject(
                                    name = "dossier",
                                    summary = "An article, and what it says",
                                    value = Examples.DOSSIER_BODY)
                        }),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(implementation = String.class),
                        examples =
                                @ExampleObject(name = "plain", summary = "The text alone", value = Examples.QUOTE_TEXT))
            })
    @APIResponse(
            responseCode = "201",
            description = "It is stored.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where the article is served.",
                            schema = @Schema(type = SchemaType.STRING, format = "uri")),
            content = @Content(schema = @Schema(implementation = Article.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was there already.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where the article is served.",
                            schema = @Schema(type = SchemaType.STRING, format = "uri")),
            content = @Content(schema = @Schema(implementation = Article.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "UnprocessableContent")
    public RestResponse<Article> addArticle(InputStream body, HttpHeaders headers, UriInfo request) {
        Query.readToWrite(request, query -> Boolean.TRUE);
        MediaType type = Bodies.typeOf(headers);
        Submission article = Submission.read(bodies.read(body, type), type);
        Desk.Accepted accepted = desk.held(article);
        if (accepted == null) {
            // Not within the transaction, which others wait for.
            Dossier extracted = article.dossier() == null ? desk.extract(article) : null;
            accepted = desk.add(article, extracted);
        }
        return RestResponse.ResponseBuilder.<Article>create(
                        accepted.isNew() ? Response.Status.CREATED : Response.Status.OK, articles.served(accepted.id()))
                .location(addresses.of("/v1/articles/" + accepted.id()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Editors.ROLE)
    @SecurityRequirement(name = Editors.ROLE)
    @Operation(operationId = "withdrawArticle", summary = "Withdraw an article", description = """
            It and its records answer 410 from then on, with the reason and the time, and nothing finds them any more. \
            Nothing is erased: what was held is kept, but not served, and the ids are not given to anything else. The same \
            characters are not taken in again.""")
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The article's id.",
            examples = @ExampleObject(name = "fund", summary = "The Resilience Fund", value = "d5de80af24a298a5"))
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            required = true,
            description = "Why, for whoever asks for it: everybody can read it.",
            schema = @Schema(type = SchemaType.STRING),
            examples =
                    @ExampleObject(
                            name = "retracted",
                            summary = "Its publisher took it back",
                            value = "Its publisher has retracted it."))
    @APIResponse(responseCode = "204", description = "It is withdrawn.")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    public void withdrawArticle(@RestPath String id, UriInfo request) {
        String reason = Query.readToWrite(
                request, query -> query.required("reason", "say why, for whoever asks for the article"));
        desk.withdraw(id, reason, editors.name());
    }

    @GET
    @Path("/{id}/dossier")
    @Operation(
            operationId = "getArticleDossier",
            summary = "Get all that an article says, as one file",
            description = """
            The dossier of an article: what is known of it, everybody it speaks of, and its quotes, funding facts and \
            meetings with their review status, in the format of the seeds (`dossier.schema.json`). Beside the article's \
            text, it can be imported as it is; nothing is lost on the way out and in.""")
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The article's id.",
            examples =
                    @ExampleObject(
                            name = "visit",
                            summary = "The IOM's director general visits Morocco",
                            value = "fbf5bc84079181b5"))
    @APIResponse(
            responseCode = "200",
            description = "The dossier.",
            content = @Content(schema = @Schema(implementation = Dossier.class)))
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    public Dossier getArticleDossier(@RestPath String id, UriInfo request) {
        Query.readNothing(request);
        return desk.dossier(id);
    }
}
