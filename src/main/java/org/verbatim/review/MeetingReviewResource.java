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
import org.verbatim.meeting.MeetingEntity;
import org.verbatim.meeting.MeetingRepository;

/** What editors decide on meetings. */
@Path("/v1/meetings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiDescription.MEETINGS)
public class MeetingReviewResource {

    private final Reviews reviews;
    private final Reviewed<MeetingEntity, MeetingEntity.Content, Dossier.MeetingPart> kind;

    MeetingReviewResource(Reviews reviews, MeetingRepository meetings) {
        this.reviews = reviews;
        this.kind = new Reviewed<>(
                meetings,
                Dossier.MeetingPart.class,
                Decided.OnMeeting.class,
                Parts::of,
                part -> new Dossier.MeetingPart(
                        null,
                        part.kind(),
                        part.status(),
                        part.attendees(),
                        part.place(),
                        part.date(),
                        part.topics(),
                        part.evidence(),
                        part.alsoReportedIn(),
                        null,
                        null),
                DossierCheck::meeting,
                MeetingEntity::set);
    }

    @GET
    @Path("/{id}/review")
    @RolesAllowed(Editors.ROLE)
    @SecurityRequirement(name = Editors.ROLE)
    @Operation(
            operationId = "getMeetingReview",
            summary = "See where the review of a meeting stands",
            description = Texts.SEE)
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The meeting's id.",
            examples =
                    @ExampleObject(
                            name = "one",
                            summary = "With the team of Droit et Justice",
                            value = "fbf5bc84079181b5.m2791"))
    @APIResponse(responseCode = "200", description = "Where it stands.")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    public Review<Dossier.MeetingPart> getMeetingReview(@RestPath String id, UriInfo request) {
        return reviews.review(kind, id, request);
    }

    @PUT
    @Path("/{id}/review")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Editors.ROLE)
    @SecurityRequirement(name = Editors.ROLE)
    @Operation(
            operationId = "reviewMeeting",
            summary = "Confirm, correct or reject a meeting",
            description = Texts.DECIDE)
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The meeting's id.",
            examples =
                    @ExampleObject(
                            name = "one",
                            summary = "With the team of Droit et Justice",
                            value = "fbf5bc84079181b5.m2791"))
    @Parameter(ref = "If-Match")
    @RequestBody(
            required = true,
            description = "The decision.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Decided.OnMeeting.class),
                            examples = {
                                @ExampleObject(name = "confirmed", summary = "It is right", value = """
                                            {"status": "CONFIRMED"}"""),
                                @ExampleObject(name = "corrected", summary = "Of another kind", value = """
                                            {
                                              "status": "CORRECTED",
                                              "reason": "They met; nobody was visited.",
                                              "record": {
                                                "kind": "BILATERAL",
                                                "status": "HELD",
                                                "attendees": [
                                                  {"agent": "amy-pope", "asNamed": {"exact": "Amy Pope", "start": 2823, "end": 2831}},
                                                  {
                                                    "agent": "droit-et-justice",
                                                    "asNamed": {"exact": "l’équipe de Droit et Justice", "start": 2844, "end": 2872}
                                                  }
                                                ],
                                                "place": {
                                                  "name": "Casablanca",
                                                  "country": "MA",
                                                  "evidence": {"exact": "Casablanca", "start": 2811, "end": 2821}
                                                },
                                                "evidence": [
                                                  {
                                                    "exact": "Lors de sa visite à Casablanca, Amy Pope a rencontré l’équipe de Droit et Justice",
                                                    "start": 2791,
                                                    "end": 2872
                                                  }
                                                ]
                                              }
                                            }"""),
                                @ExampleObject(name = "rejected", summary = "It is wrong", value = """
                                            {"status": "REJECTED", "reason": "It is told twice."}""")
                            }))
    @APIResponse(responseCode = "200", description = "It is done; where the review stands now.")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "422", ref = "UnprocessableContent")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Review<Dossier.MeetingPart> reviewMeeting(
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
            operationId = "getMeetingRevisions",
            summary = "See what editors decided on a meeting",
            description = Texts.HISTORY)
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The meeting's id.",
            examples =
                    @ExampleObject(
                            name = "one",
                            summary = "With the team of Droit et Justice",
                            value = "fbf5bc84079181b5.m2791"))
    @Parameter(ref = "cursor")
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "A page of decisions.")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    public Page<Revision<Dossier.MeetingPart>> getMeetingRevisions(
            @RestPath String id, @Context HttpHeaders headers, UriInfo request) {
        return reviews.revisions(kind, id, headers, request);
    }
}
