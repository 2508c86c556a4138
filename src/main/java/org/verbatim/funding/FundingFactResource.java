package org.verbatim.funding;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
import org.verbatim.agent.AgentRefs;
import org.verbatim.agent.AgentRepository;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.Elsewhere;
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

/** Who paid, promised or asked for how much. */
@Path("/v1/funding-facts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiDescription.FUNDING_FACTS)
public class FundingFactResource implements Shelf {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final FundingFactRepository facts;
    private final AgentRepository agents;
    private final CurrentIndex index;
    private final Following following;
    private final Addresses addresses;
    private final Editors editors;

    FundingFactResource(
            FundingFactRepository facts,
            AgentRepository agents,
            CurrentIndex index,
            Following following,
            Addresses addresses,
            Editors editors) {
        this.facts = facts;
        this.agents = agents;
        this.index = index;
        this.following = following;
        this.addresses = addresses;
        this.editors = editors;
    }

    @GET
    @Transactional
    @Operation(operationId = "listFundingFacts", summary = "List funding facts", description = """
            Money that was asked for, promised, given or lent (`kind` tells which), in the order of the articles. All \
            filters given must hold.""")
    @Parameter(ref = "q")
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Only facts of this kind; repeat it for several.",
            schema = @Schema(implementation = FundingKind[].class))
    @Parameter(
            name = "provider",
            in = ParameterIn.QUERY,
            description = "Only what this agent gives: an id, a name or another name, whatever its case and accents.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "receiver",
            in = ParameterIn.QUERY,
            description = "Only what this agent gets or asks for: an id, a name or another name (`OIM`), whatever its"
                    + " case and accents.",
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "oim", summary = "What the IOM gets or asks for", value = "OIM"))
    @Parameter(
            name = "fund",
            in = ParameterIn.QUERY,
            description = "Only facts of a fund whose name has all these words, whatever their case and accents.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "amountStatus",
            in = ParameterIn.QUERY,
            description = "Only facts whose amount is stated this exactly; repeat it for several.",
            schema = @Schema(implementation = AmountStatus[].class))
    @Parameter(
            name = "currency",
            in = ParameterIn.QUERY,
            description = "Only amounts in this currency (ISO 4217). Amounts are never converted.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[A-Z]{3}$"))
    @Parameter(
            name = "minAmount",
            in = ParameterIn.QUERY,
            description =
                    "Only amounts that are at least this much for certain, in units of their currency. What is not"
                            + " stated, or only stated as a maximum, is never found by it.",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "0"))
    @Parameter(
            name = "maxAmount",
            in = ParameterIn.QUERY,
            description = "Only amounts that are at most this much for certain, in units of their currency. What is not"
                    + " stated, or only stated as a minimum, is never found by it.",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "0"))
    @Parameter(ref = "article")
    @Parameter(ref = "lang")
    @Parameter(
            name = "reviewStatus",
            in = ParameterIn.QUERY,
            description =
                    "Only facts with this review status; repeat it for several. `REJECTED` is for editors, and does"
                            + " not go with `q`.",
            schema = @Schema(implementation = ReviewStatus[].class))
    @Parameter(ref = "modifiedSince")
    @Parameter(ref = "cursor")
    @Parameter(ref = "limit")
    @SecurityRequirementsSets({
        @SecurityRequirementsSet,
        @SecurityRequirementsSet(@SecurityRequirement(name = Editors.ROLE))
    })
    @APIResponse(responseCode = "200", description = "A page of funding facts.")
    public Page<FundingFact> listFundingFacts(UriInfo request) {
        RecordFilter filter = Query.read(request, query -> {
            RecordFilter shared = RecordFilter.of(query, RecordKind.FUNDING_FACT);
            agents.filter(shared.filter(), "provider", "r.provider.id in :provider", query.text("provider"));
            agents.filter(shared.filter(), "receiver", "r.receiver.id in :receiver", query.text("receiver"));
            shared.filter()
                    .anyOf("kind", "r.kind", query.anyOf("kind", FundingKind.class))
                    .words("fund", "r.fundWords", query.text("fund"))
                    .anyOf("amountStatus", "r.amount.status", query.anyOf("amountStatus", AmountStatus.class))
                    .equal(
                            "currency",
                            "r.amount.currency",
                            query.matching("currency", CURRENCY, "an ISO 4217 code such as USD"))
                    .atLeast("minAmount", "r.amountAtLeast", query.decimal("minAmount"))
                    .atMost("maxAmount", "r.amountAtMost", query.decimal("maxAmount"));
            return shared;
        });
        return facts.page(filter, index, following, this::served, addresses, editors, request);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getFundingFact",
            summary = "Get a funding fact",
            description = "Who asked for, promised or gave how much, with the characters of the article that say so.")
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The funding fact's id.",
            examples = {
                @ExampleObject(
                        name = "target",
                        summary = "The Resilience Fund's target of 100 million dollars",
                        value = "d5de80af24a298a5.f593"),
                @ExampleObject(
                        name = "contribution",
                        summary = "Morocco's contribution, whose amount nobody states",
                        value = "d5de80af24a298a5.f442")
            })
    @APIResponse(responseCode = "200", description = "The funding fact.")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    public FundingFact getFundingFact(@RestPath String id, UriInfo request) {
        Query.readNothing(request);
        return served(List.of(facts.existing(id))).get(0);
    }

    @Override
    public String type() {
        return facts.kind().type();
    }

    @Override
    public long count() {
        return facts.count(index);
    }

    @Override
    public List<String> newest(int most) {
        return facts.newest(most);
    }

    @Override
    public Map<String, Item> items(List<String> ids) {
        List<FundingFactEntity> found = facts.held(ids);
        return Shelf.items(found, served(found), FundingFactEntity::id, FundingFactEntity::article);
    }

    private List<FundingFact> served(List<FundingFactEntity> found) {
        AgentRefs refs = agents.refs(RecordRepository.articles(found));
        Map<String, List<Elsewhere>> elsewhere = facts.elsewhere(found, addresses);
        return found.stream()
                .map(fact -> FundingFact.of(fact, refs, elsewhere.getOrDefault(fact.id(), List.of()), addresses))
                .toList();
    }
}
