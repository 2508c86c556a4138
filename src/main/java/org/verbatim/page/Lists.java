package org.verbatim.page;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.Agent;
import org.verbatim.agent.AgentResource;
import org.verbatim.article.ArticleResource;
import org.verbatim.funding.FundingFactResource;
import org.verbatim.http.Asking;
import org.verbatim.http.Page;
import org.verbatim.meeting.MeetingResource;
import org.verbatim.quote.QuoteResource;

/** The lists as cards, with the filters and pages of the lists under {@code /v1}. */
@Path("/")
public class Lists {

    private static final String API = "/v1";

    private final QuoteResource quotes;
    private final FundingFactResource fundingFacts;
    private final MeetingResource meetings;
    private final ArticleResource articles;
    private final AgentResource agents;
    private final Visitor visitor;

    Lists(
            QuoteResource quotes,
            FundingFactResource fundingFacts,
            MeetingResource meetings,
            ArticleResource articles,
            AgentResource agents,
            Visitor visitor) {
        this.quotes = quotes;
        this.fundingFacts = fundingFacts;
        this.meetings = meetings;
        this.articles = articles;
        this.agents = agents;
        this.visitor = visitor;
    }

    @GET
    @Path("/quotes")
    @Produces(HomeResource.HTML)
    @Transactional
    @Operation(hidden = true)
    public String getQuotesPage(UriInfo request) {
        Asking asking = Visitor.asking(request, "/v1/quotes");
        return page(asking, visitor.msg().quotes(), quotes.listQuotes(asking), Entry::of);
    }

    @GET
    @Path("/funding-facts")
    @Produces(HomeResource.HTML)
    @Transactional
    @Operation(hidden = true)
    public String getFundingFactsPage(UriInfo request) {
        Asking asking = Visitor.asking(request, "/v1/funding-facts");
        return page(asking, visitor.msg().fundingFacts(), fundingFacts.listFundingFacts(asking), Entry::of);
    }

    @GET
    @Path("/meetings")
    @Produces(HomeResource.HTML)
    @Transactional
    @Operation(hidden = true)
    public String getMeetingsPage(UriInfo request) {
        Asking asking = Visitor.asking(request, "/v1/meetings");
        return page(asking, visitor.msg().meetings(), meetings.listMeetings(asking), Entry::of);
    }

    @GET
    @Path("/articles")
    @Produces(HomeResource.HTML)
    @Transactional
    @Operation(hidden = true)
    public String getArticlesPage(UriInfo request) {
        Asking asking = Visitor.asking(request, "/v1/articles");
        return page(asking, visitor.msg().articles(), articles.listArticles(asking), Entry::of);
    }

    @GET
    @Path("/agents")
    @Produces(HomeResource.HTML)
    @Transactional
    @Operation(hidden = true)
    public String getAgentsPage(UriInfo request) {
        Page<Agent> page = agents.listAgents(Visitor.asking(request, "/v1/agents"));
        Msg msg = visitor.msg();
        return visitor.show(Templates.agents(
                visitor.frame(msg.agents(), msg.tagline()),
                page.items(),
                page.total(),
                pageOf(page.links().next())));
    }

    private <T> String page(Asking asking, String heading, Page<T> page, Function<T, Entry> entry) {
        return visitor.show(Templates.list(
                visitor.frame(heading, visitor.msg().tagline()),
                heading,
                page.items().stream().map(entry).toList(),
                page.total(),
                asking.getQueryParameters().keySet().stream().anyMatch(name -> !name.equals("cursor")),
                pageOf(page.links().next())));
    }

    /** The path of the page that shows what is served at an address under {@code /v1}. */
    static @Nullable String pageOf(@Nullable URI served) {
        if (served == null) {
            return null;
        }
        String path = served.getRawPath();
        int api = path.indexOf(API + "/");
        String query = served.getRawQuery();
        return path.substring(api + API.length()) + (query == null ? "" : "?" + query);
    }
}
