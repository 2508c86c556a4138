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
import org.verbatim.funding.FundingFactEntity;
import org.verbatim.funding.FundingFactRepository;
import org.verbatim.http.ApiDescription;
import org.verbatim.http.Editors;
import org.verbatim.http.Page;

/** What editors decide on funding facts. */
@Path("/v1/funding-facts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiDescription.FUNDING_FACTS)
public class FundingFactReviewResource {

    private final Reviews reviews;
    private final Reviewed<FundingFactEntity, FundingFactEntity.Content, Dossier.FundingFactPart> kind;

    FundingFactReviewResource(Reviews reviews, FundingFactRepository facts) {
        this.reviews = reviews;
        this.kind = new Reviewed<>(
                facts,
                Dossier.FundingFactPart.class,
                Decided.OnFundingFact.class,
                Parts::of,
                part -> new Dossier.FundingFactPart(
                        null,
                        part.kind(),
                        part.fund(),
                        part.provider(),
                        part.receiver(),
                        part.amount(),
                        part.date(),
                        part.evidence(),
                        part.alsoReportedIn(),
                        null,
                        null),
                DossierCheck::fundingFact,
                FundingFactEntity::set);
    }

    @GET
    @Path("/{id}/review")
    @RolesAllowed(Editors.ROLE)
    @SecurityRequirement(name = Editors.ROLE)
    @Operation(
            operationId = "getFundingFactReview",
            summary = "See where the review of a funding fact stands",
            description = Texts.SEE)
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The funding fact's id.",
            examples =
                    @ExampleObject(
                            name = "one",
                            summary = "The target of 100 million dollars",
                            value = "d5de80af24a298a5.f593"))
    @APIResponse(responseCode = "200", description = "Where it stands.")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    public Review<Dossier.FundingFactPart> getFundingFactReview(@RestPath String id, UriInfo request) {
        return reviews.review(kind, id, request);
    }

    @PUT
    @Path("/{id}/review")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Editors.ROLE)
    @SecurityRequirement(name = Editors.ROLE)
    @Operation(
            operationId = "reviewFundingFact",
            summary = "Confirm, correct or reject a funding fact",
            description = Texts.DECIDE)
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The funding fact's id.",
            examples =
                    @ExampleObject(
                            name = "one",
                            summary = "The target of 100 million dollars",
                            value = "d5de80af24a298a5.f593"))
    @Parameter(ref = "If-Match")
    @RequestBody(
            required = true,
            description = "The decision.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Decided.OnFundingFact.class),
                            examples = {
                                @ExampleObject(name = "confirmed", summary = "It is right", value = """
                                            {"status": "CONFIRMED"}"""),
                                @ExampleObject(name = "corrected", summary = "Without a currency", value = """
                                            {
                                              "status": "CORRECTED",
                                              "reason": "The article says dollars, but not whose.",
                                              "record": {
                                                "kind": "TARGET",
                                                "fund": "Fonds de Résilience",
                                                "receiver": "oim",
                                                "amount": {
                                                  "status": "STATED",
                                                  "value": 100000000,
                                                  "asStated": {"exact": "100 millions de dollars", "start": 627, "end": 650}
                                                },
                                                "evidence": [
                                                  {"exact": "Ce fonds mondial vise à mobiliser 100 millions de dollars", "start": 593, "end": 650}
                                                ]
                                              }
                                            }"""),
                                @ExampleObject(name = "rejected", summary = "It is wrong", value = """
                                            {"status": "REJECTED", "reason": "It is a target, and told already."}""")
                            }))
    @APIResponse(responseCode = "200", description = "It is done; where the review stands now.")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "422", ref = "UnprocessableContent")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Review<Dossier.FundingFactPart> reviewFundingFact(
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
            operationId = "getFundingFactRevisions",
            summary = "See what editors decided on a funding fact",
            description = Texts.HISTORY)
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The funding fact's id.",
            examples =
                    @ExampleObject(
                            name = "one",
                            summary = "The target of 100 million dollars",
                            value = "d5de80af24a298a5.f593"))
    @Parameter(ref = "cursor")
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "A page of decisions.")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    public Page<Revision<Dossier.FundingFactPart>> getFundingFactRevisions(
            @RestPath String id, @Context HttpHeaders headers, UriInfo request) {
        return reviews.revisions(kind, id, headers, request);
    }
}
