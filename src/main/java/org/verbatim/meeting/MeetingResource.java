package org.verbatim.meeting;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSets;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentRefs;
import org.verbatim.agent.AgentRepository;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.Elsewhere;
import org.verbatim.article.PartialDate;
import org.verbatim.article.RecordFilter;
import org.verbatim.article.RecordRepository;
import org.verbatim.article.ReviewStatus;
import org.verbatim.article.Shelf;
import org.verbatim.http.Addresses;
import org.verbatim.http.ApiDescription;
import org.verbatim.http.Editors;
import org.verbatim.http.Following;
import org.verbatim.http.Page;
import org.verbatim.http.Query;
import org.verbatim.index.CurrentIndex;

/** Who met whom. */
@Path("/v1/meetings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiDescription.MEETINGS)
public class MeetingResource implements Shelf {

    private final MeetingRepository meetings;
    private final AgentRepository agents;
    private final CurrentIndex index;
    private final Following following;
    private final Addresses addresses;
    private final Editors editors;

    MeetingResource(
            MeetingRepository meetings,
            AgentRepository agents,
            CurrentIndex index,
            Following following,
            Addresses addresses,
            Editors editors) {
        this.meetings = meetings;
        this.agents = agents;
        this.index = index;
        this.following = following;
        this.addresses = addresses;
        this.editors = editors;
    }

    @GET
    @Transactional
    @Operation(operationId = "listMeetings", summary = "List meetings", description = """
            Who met whom, where and when as far as it is stated, in the order of the articles, with `q` best \
            first. All filters given must hold.""")
    @Parameter(ref = "q")
    @Parameter(
            name = "attendee",
            in = ParameterIn.QUERY,
            description =
                    "Only meetings in which this agent took part: an id, a name or another name, whatever its case"
                            + " and accents.",
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "amyPope", summary = "Whom Amy Pope met", value = "Amy Pope"))
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Only meetings of this kind; repeat it for several.",
            schema = @Schema(implementation = MeetingKind[].class))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Only meetings that have been held, or only planned ones.",
            schema = @Schema(implementation = MeetingStatus[].class))
    @Parameter(
            name = "place",
            in = ParameterIn.QUERY,
            description = "Only meetings in a place whose name has all these words, whatever their case and accents.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "dateFrom",
            in = ParameterIn.QUERY,
            description = "Only meetings on or after this date: `2018`, `2018-12` or `2018-12-10`. A meeting dated less"
                    + " precisely is found if any day it can mean lies in the range; an undated one never is.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]{4}(-[0-9]{2}){0,2}$"))
    @Parameter(
            name = "dateTo",
            in = ParameterIn.QUERY,
            description = "Only meetings on or before this date, which is meant as `dateFrom` is.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]{4}(-[0-9]{2}){0,2}$"))
    @Parameter(ref = "article")
    @Parameter(ref = "lang")
    @Parameter(
            name = "reviewStatus",
            in = ParameterIn.QUERY,
            description =
                    "Only meetings with this review status; repeat it for several. `REJECTED` is for editors, and does"
                            + " not go with `q`.",
            schema = @Schema(implementation = ReviewStatus[].class))
    @Parameter(ref = "modifiedSince")
    @Parameter(ref = "cursor")
    @Parameter(ref = "limit")
    @SecurityRequirementsSets({
        @SecurityRequirementsSet,
        @SecurityRequirementsSet(@SecurityRequirement(name = Editors.ROLE))
    })
    @APIResponse(responseCode = "200", description = "A page of meetings.")
    public Page<Meeting> listMeetings(UriInfo request) {
        RecordFilter filter = Query.read(request, query -> {
            RecordFilter shared = RecordFilter.of(query, RecordKind.MEETING);
            agents.filter(
                    shared.filter(),
                    "attendee",
                    "exists (select 1 from r.attendees t where t.agent.id in :attendee)",
                    query.text("attendee"));
            shared.filter()
                    .anyOf("kind", "r.kind", query.anyOf("kind", MeetingKind.class))
                    .anyOf("status", "r.status", query.anyOf("status", MeetingStatus.class))
                    .words("place", "r.placeWords", query.text("place"))
                    .atLeast("dateFrom", "r.date.last", firstDay(query.parsed("dateFrom", PartialDate::parse)))
                    // There are both or none. By itself, the first day has an index, but not in the order of the list.
                    .atMost(
                            "dateTo",
                            "coalesce(r.date.first, r.date.last)",
                            lastDay(query.parsed("dateTo", PartialDate::parse)));
            return shared;
        });
        return meetings.page(filter, index, following, this::served, addresses, editors, request);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getMeeting",
            summary = "Get a meeting",
            description = "Who met whom, with the characters of the article that say so.")
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The meeting's id.",
            examples =
                    @ExampleObject(
                            name = "bourita",
                            summary = "Amy Pope and the minister of foreign affairs",
                            value = "fbf5bc84079181b5.m183"))
    @APIResponse(responseCode = "200", description = "The meeting.")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    public Meeting getMeeting(@RestPath String id, UriInfo request) {
        Query.readNothing(request);
        return served(List.of(meetings.existing(id))).get(0);
    }

    @Override
    public String type() {
        return meetings.kind().type();
    }

    @Override
    public long count() {
        return meetings.count(index);
    }

    @Override
    public List<String> newest(int most) {
        return meetings.newest(most);
    }

    @Override
    public Map<String, Item> items(List<String> ids) {
        List<MeetingEntity> found = meetings.held(ids);
        return Shelf.items(found, served(found), MeetingEntity::id, MeetingEntity::article);
    }

    private List<Meeting> served(List<MeetingEntity> found) {
        AgentRefs refs = agents.refs(RecordRepository.articles(found));
        Map<String, List<Elsewhere>> elsewhere = meetings.elsewhere(found, addresses);
        return found.stream()
                .map(meeting -> Meeting.of(meeting, refs, elsewhere.getOrDefault(meeting.id(), List.of()), addresses))
                .toList();
    }

    private static @Nullable LocalDate firstDay(@Nullable PartialDate date) {
        return date == null ? null : date.first();
    }

    private static @Nullable LocalDate lastDay(@Nullable PartialDate date) {
        return date == null ? null : date.last();
    }
}
