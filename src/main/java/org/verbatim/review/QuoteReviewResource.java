package org.verbatim.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSets;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.verbatim.dossier.Dossier;
import org.verbatim.dossier.DossierCheck;
import org.verbatim.dossier.Parts;
import org.verbatim.http.ApiDescription;
import org.verbatim.http.Editors;
import org.verbatim.http.Page;
import org.verbatim.quote.QuoteEntity;
import org.verbatim.quote.QuoteRepository;

/** What editors decide on quotes. */
@Path("/v1/quotes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiDescription.QUOTES)
public class QuoteReviewResource {

    private final Reviews reviews;
    private final Reviewed<QuoteEntity, QuoteEntity.Content, Dossier.QuotePart> kind;

    QuoteReviewResource(Reviews reviews, QuoteRepository quotes) {
        this.reviews = reviews;
        this.kind = new Reviewed<>(
                quotes,
                Dossier.QuotePart.class,
                Decided.OnQuote.class,
                Parts::of,
                part -> new Dossier.QuotePart(
                        null,
                        part.form(),
                        part.speaker(),
                        part.segments(),
                        part.cue(),
                        part.speakerMention(),
                        part.attribution(),
                        part.alsoReportedIn(),
                        null,
                        null),
                DossierCheck::quote,
                QuoteEntity::set);
    }

    @GET
    @Path("/{id}/review")
    @RolesAllowed(Editors.ROLE)
    @SecurityRequirement(name = Editors.ROLE)
    @Operation(
            operationId = "getQuoteReview",
            summary = "See where the review of a quote stands",
            description = Texts.SEE)
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The quote's id.",
            examples =
                    @ExampleObject(
                            name = "one",
                            summary = "Amy Pope on Morocco, reported",
                            value = "d5de80af24a298a5.q969"))
    @APIResponse(responseCode = "200", description = "Where it stands.")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    public Review<Dossier.QuotePart> getQuoteReview(@RestPath String id, UriInfo request) {
        return reviews.review(kind, id, request);
    }

    @PUT
    @Path("/{id}/review")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Editors.ROLE)
    @SecurityRequirement(name = Editors.ROLE)
    @Operation(operationId = "reviewQuote", summary = "Confirm, correct or reject a quote", description = Texts.DECIDE)
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The quote's id.",
            examples =
                    @ExampleObject(
                            name = "one",
                            summary = "Amy Pope on Morocco, reported",
                            value = "d5de80af24a298a5.q969"))
    @Parameter(ref = "If-Match")
    @RequestBody(
            required = true,
            description = "The decision.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Decided.OnQuote.class),
                            examples = {
                                @ExampleObject(name = "confirmed", summary = "It is right", value = """
                                            {"status": "CONFIRMED"}"""),
                                @ExampleObject(name = "corrected", summary = "Begins a word later", value = """
                                            {
                                              "status": "CORRECTED",
                                              "reason": "The article “le” is not hers.",
                                              "record": {
                                                "form": "INDIRECT",
                                                "speaker": "amy-pope",
                                                "segments": [
                                                  {
                                                    "exact": "rôle pionnier du Maroc en matière de gouvernance migratoire",
                                                    "start": 972,
                                                    "end": 1031,
                                                    "verbatim": false
                                                  }
                                                ],
                                                "cue": {"exact": "a salué", "start": 961, "end": 968},
                                                "speakerMention": {"exact": "elle", "start": 956, "end": 960},
                                                "attribution": "COREFERENCE"
                                              }
                                            }"""),
                                @ExampleObject(name = "rejected", summary = "It is wrong", value = """
                                            {"status": "REJECTED", "reason": "She is not quoted here: the journalist says so."}""")
                            }))
    @APIResponse(responseCode = "200", description = "It is done; where the review stands now.")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "422", ref = "UnprocessableContent")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Review<Dossier.QuotePart> reviewQuote(
            @RestPath String id, @Context HttpHeaders headers, InputStream body, UriInfo request) {
        return reviews.decide(kind, id, headers, body, request);
    }

    @GET
    @Path("/{id}/revisions")
    @SecurityRequirementsSets({
        @SecurityRequirementsSet,
        @SecurityRequirementsSet(@SecurityRequirement(name = Editors.ROLE))
    })
    @Operation(
            operationId = "getQuoteRevisions",
            summary = "See what editors decided on a quote",
            description = Texts.HISTORY)
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The quote's id.",
            examples =
                    @ExampleObject(
                            name = "one",
                            summary = "Amy Pope on Morocco, reported",
                            value = "d5de80af24a298a5.q969"))
    @Parameter(ref = "cursor")
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "A page of decisions.")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    public Page<Revision<Dossier.QuotePart>> getQuoteRevisions(
            @RestPath String id, @Context HttpHeaders headers, UriInfo request) {
        return reviews.revisions(kind, id, headers, request);
    }
}
