package org.verbatim.quote;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
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

/** Who said what. */
@Path("/v1/quotes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiDescription.QUOTES)
public class QuoteResource implements Shelf {

    private final QuoteRepository quotes;
    private final AgentRepository agents;
    private final CurrentIndex index;
    private final Following following;
    private final Addresses addresses;
    private final Editors editors;

    QuoteResource(
            QuoteRepository quotes,
            AgentRepository agents,
            CurrentIndex index,
            Following following,
            Addresses addresses,
            Editors editors) {
        this.quotes = quotes;
        this.agents = agents;
        this.index = index;
        this.following = following;
        this.addresses = addresses;
        this.editors = editors;
    }

    @GET
    @Transactional
    @Operation(operationId = "listQuotes", summary = "List quotes", description = """
            What was said, in the speaker's own words or reported by the journalist (`form` tells which), in the order of \
            the articles, with `q` best first. All filters given must hold.""")
    @Parameter(ref = "q")
    @Parameter(
            name = "speaker",
            in = ParameterIn.QUERY,
            description =
                    "Only what this agent said: an id, a name or another name (`amy-pope`, `Amy Pope`, `Mme Pope`),"
                            + " whatever its case and accents.",
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "amyPope", summary = "What Amy Pope said", value = "Amy Pope"))
    @Parameter(ref = "article")
    @Parameter(
            name = "form",
            in = ParameterIn.QUERY,
            description = "Only quotes of this form; repeat it for several.",
            schema = @Schema(implementation = Form[].class))
    @Parameter(
            name = "attribution",
            in = ParameterIn.QUERY,
            description = "Only quotes attributed by this method; repeat it for several.",
            schema = @Schema(implementation = AttributionMethod[].class))
    @Parameter(ref = "lang")
    @Parameter(
            name = "reviewStatus",
            in = ParameterIn.QUERY,
            description =
                    "Only quotes with this review status; repeat it for several. `REJECTED` is for editors, and does"
                            + " not go with `q`.",
            schema = @Schema(implementation = ReviewStatus[].class))
    @Parameter(ref = "modifiedSince")
    @Parameter(ref = "cursor")
    @Parameter(ref = "limit")
    @SecurityRequirementsSets({
        @SecurityRequirementsSet,
        @SecurityRequirementsSet(@SecurityRequirement(name = Editors.ROLE))
    })
    @APIResponse(responseCode = "200", description = "A page of quotes.")
    public Page<Quote> listQuotes(UriInfo request) {
        RecordFilter filter = Query.read(request, query -> {
            RecordFilter shared = RecordFilter.of(query, RecordKind.QUOTE);
            agents.filter(shared.filter(), "speaker", "r.speaker.id in :speaker", query.text("speaker"));
            shared.filter()
                    .anyOf("form", "r.form", query.anyOf("form", Form.class))
                    .anyOf("attribution", "r.attribution", query.anyOf("attribution", AttributionMethod.class));
            return shared;
        });
        return quotes.page(filter, index, following, this::served, addresses, editors, request);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getQuote",
            summary = "Get a quote",
            description = "Who said what, in whose words, with the characters of the article that say so.")
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The quote's id.",
            examples =
                    @ExampleObject(
                            name = "amyPope",
                            summary = "Amy Pope on Morocco, in two segments",
                            value = "fbf5bc84079181b5.q765"))
    @APIResponse(responseCode = "200", description = "The quote.")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    public Quote getQuote(@RestPath String id, UriInfo request) {
        Query.readNothing(request);
        return served(List.of(quotes.existing(id))).get(0);
    }

    @Override
    public String type() {
        return quotes.kind().type();
    }

    @Override
    public long count() {
        return quotes.count(index);
    }

    @Override
    public List<String> newest(int most) {
        return quotes.newest(most);
    }

    @Override
    public Map<String, Item> items(List<String> ids) {
        List<QuoteEntity> found = quotes.held(ids);
        return Shelf.items(found, served(found), QuoteEntity::id, QuoteEntity::article);
    }

    private List<Quote> served(List<QuoteEntity> found) {
        AgentRefs refs = agents.refs(RecordRepository.articles(found));
        Map<String, List<Elsewhere>> elsewhere = quotes.elsewhere(found, addresses);
        return found.stream()
                .map(quote -> Quote.of(quote, refs, elsewhere.getOrDefault(quote.id(), List.of()), addresses))
                .toList();
    }
}
