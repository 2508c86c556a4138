package org.verbatim.agent;

import io.quarkus.arc.All;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.verbatim.dataset.Dataset;
import org.verbatim.http.Addresses;
import org.verbatim.http.ApiDescription;
import org.verbatim.http.Cursor;
import org.verbatim.http.Filter;
import org.verbatim.http.Following;
import org.verbatim.http.Page;
import org.verbatim.http.Paging;
import org.verbatim.http.ProblemException;
import org.verbatim.http.ProblemType;
import org.verbatim.http.Query;
import org.verbatim.http.Where;
import org.verbatim.index.CurrentIndex;
import org.verbatim.index.IndexQuery;
import org.verbatim.index.Matches;

/** People, organisations and groups. */
@Path("/v1/agents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiDescription.AGENTS)
public class AgentResource {

    /**
     * Up to so many that a filter finds are named by the index, and looked up. If there are more, a walk in the order of
     * the list soon meets as many as a page has.
     */
    private static final int FEW = 1000;

    private final AgentRepository agents;
    private final List<Counts.Counter> counters;
    private final CurrentIndex index;
    private final Following following;
    private final Addresses addresses;

    AgentResource(
            AgentRepository agents,
            @All List<Counts.Counter> counters,
            CurrentIndex index,
            Following following,
            Addresses addresses) {
        this.agents = agents;
        this.counters = counters;
        this.index = index;
        this.following = following;
        this.addresses = addresses;
    }

    record Asked(Filter filter, Paging<AgentRepository.Place> paging) {

        static Asked of(Query query) {
            Filter filter =
                    Filter.of(query, Dataset.AGENT_KIND).anyOf("type", "a.type", query.anyOf("type", AgentType.class));
            return new Asked(
                    filter,
                    filter.paging(
                            query,
                            2,
                            cursor -> new AgentRepository.Place(
                                    cursor.keys().get(0), cursor.keys().get(1))));
        }
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listAgents",
            summary = "List people, organisations and groups",
            description =
                    "All agents that the articles speak of, by name; with `q`, those who go by these words, best first.")
    @Parameter(ref = "q")
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            description = "Only agents of this type; repeat it for several.",
            schema = @Schema(implementation = AgentType[].class),
            examples = @ExampleObject(name = "people", summary = "All people", value = "[\"Person\"]"))
    @Parameter(ref = "modifiedSince")
    @Parameter(ref = "cursor")
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "A page of agents.")
    public Page<Agent> listAgents(UriInfo request) {
        Asked asked = Query.read(request, Asked::of);
        Where where = asked.filter().where();
        if (asked.filter().since() != null) {
            return following.page(
                    asked.filter(),
                    Dataset.AGENT_KIND,
                    "Agent a where a.id = " + Dataset.agentId("c.id"),
                    ids -> agents.list(where.copy().and("a.id in :ids", "ids", ids)),
                    AgentEntity::id,
                    this::served,
                    "/v1/agents",
                    addresses,
                    request);
        }
        return asked.filter().isRanked() ? ranked(asked.filter().question(), request) : ordered(asked, request);
    }

    private Page<Agent> ordered(Asked asked, UriInfo request) {
        Where where = asked.filter().where();
        IndexQuery question = asked.filter().question();
        Long total = index.count(question);
        if (total == null) {
            return ordered(where, asked.paging(), agents.count(where), request);
        }
        // The index has them in the order of their ids, not of their names: it says who, and not where in the list.
        Matches few = asked.filter().isNarrow() && total <= FEW ? index.matches(question, null, FEW) : null;
        return few == null || few.total() > FEW // by now
                ? ordered(where, asked.paging(), total, request)
                : ordered(
                        new Where().among("a.id in :named", "named", few.ids()), asked.paging(), few.total(), request);
    }

    private Page<Agent> ranked(IndexQuery question, UriInfo request) {
        return Page.ranked(
                index.search(question),
                agents::held,
                AgentEntity::id,
                this::served,
                next -> ranked(question.limit(Paging.MAX_LIMIT).after(next), request),
                addresses,
                request);
    }

    private Page<Agent> ordered(Where where, Paging<AgentRepository.Place> paging, long total, UriInfo request) {
        return Page.of(
                agents.list(where, paging),
                total,
                paging.limit(),
                agent -> Cursor.behind(agent.name, agent.id),
                this::served,
                last -> ordered(
                        where,
                        new Paging<>(new AgentRepository.Place(last.name, last.id), Paging.MAX_LIMIT),
                        total,
                        request),
                addresses,
                request);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getAgent",
            summary = "Get a person, an organisation or a group",
            description = "With the names and roles that articles have for them, and how many records involve them.")
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The agent's id.",
            examples = @ExampleObject(name = "amyPope", summary = "Amy Pope", value = "amy-pope"))
    @APIResponse(responseCode = "200", description = "The agent.")
    public Agent getAgent(@RestPath String id, UriInfo request) {
        Query.readNothing(request);
        AgentEntity agent = agents.findById(id);
        if (agent == null) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    "There is no agent “%s”. /v1/agents?q=… finds agents by their names.".formatted(id));
        }
        return served(List.of(agent)).get(0);
    }

    private List<Agent> served(List<AgentEntity> found) {
        Map<String, List<String>> otherNames = agents.otherNames(found);
        Map<String, List<Agent.Role>> roles = agents.roles(found);
        Map<String, List<String>> sameAs = agents.sameAs(found);
        Map<String, Counts> counts = Counts.of(
                found.stream().map(AgentEntity::id).toList(),
                counters,
                (counter, ids) -> counter.countByAgent(ids, index));
        return found.stream()
                .map(agent -> {
                    URI self = addresses.of("/v1/agents/" + agent.id);
                    return new Agent(
                            agent.id,
                            agent.type,
                            self,
                            agent.name,
                            otherNames.getOrDefault(agent.id, List.of()),
                            roles.getOrDefault(agent.id, List.of()),
                            sameAs.getOrDefault(agent.id, List.of()).stream()
                                    .map(URI::create)
                                    .toList(),
                            Objects.requireNonNull(counts.get(agent.id)),
                            new Agent.Links(
                                    self,
                                    addresses.of("/v1/quotes", "speaker", agent.id),
                                    addresses.of("/v1/funding-facts", "provider", agent.id),
                                    addresses.of("/v1/funding-facts", "receiver", agent.id),
                                    addresses.of("/v1/meetings", "attendee", agent.id)));
                })
                .toList();
    }
}
