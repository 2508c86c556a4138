package org.verbatim.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.Agent;
import org.verbatim.agent.AgentRef;
import org.verbatim.agent.Counts;
import org.verbatim.article.Article;
import org.verbatim.article.ArticleRef;
import org.verbatim.article.Elsewhere;
import org.verbatim.article.Evidence;
import org.verbatim.article.FactDate;
import org.verbatim.funding.FundingFact;
import org.verbatim.http.Page;
import org.verbatim.http.Problem;
import org.verbatim.meeting.Meeting;
import org.verbatim.quote.Quote;
import org.verbatim.search.SearchResults;
import org.verbatim.verification.Difference;
import org.verbatim.verification.QuoteVerification;

/**
 * The pages; what each one shows is checked when they are built. Of what is read inside tags, a native binary knows only
 * what is named here.
 */
@CheckedTemplate
@TemplateData(target = Agent.class)
@TemplateData(target = Agent.Role.class)
@TemplateData(target = AgentRef.class)
@TemplateData(target = Counts.class)
@TemplateData(target = Article.class)
@TemplateData(target = ArticleRef.class)
@TemplateData(target = Elsewhere.class)
@TemplateData(target = Evidence.class)
@TemplateData(target = FactDate.class)
@TemplateData(target = FundingFact.class)
@TemplateData(target = FundingFact.Amount.class)
@TemplateData(target = Meeting.class)
@TemplateData(target = Meeting.Attendee.class)
@TemplateData(target = Meeting.Place.class)
@TemplateData(target = Page.Searched.class)
@TemplateData(target = Problem.class)
@TemplateData(target = Problem.Fault.class)
@TemplateData(target = Quote.class)
@TemplateData(target = Quote.Attribution.class)
@TemplateData(target = Quote.Segment.class)
@TemplateData(target = SearchResults.class)
@TemplateData(target = SearchResults.Scope.class)
@TemplateData(target = QuoteVerification.class)
@TemplateData(target = QuoteVerification.Claimed.class)
@TemplateData(target = QuoteVerification.Match.class)
@TemplateData(target = QuoteVerification.QuoteRef.class)
@TemplateData(target = QuoteVerification.SearchScope.class)
@TemplateData(target = QuoteVerification.Speaker.class)
@TemplateData(target = Difference.class)
@TemplateData(target = ArticlePage.Row.class)
@TemplateData(target = Box.class)
@TemplateData(target = Citation.class)
@TemplateData(target = Entry.class)
@TemplateData(target = Frame.class)
@TemplateData(target = Highlights.Line.class)
@TemplateData(target = Highlights.Mark.class)
@TemplateData(target = Highlights.Piece.class)
@TemplateData(target = SearchPage.Facet.class)
final class Templates {

    private Templates() {}

    static native TemplateInstance home(
            Frame frame,
            Box box,
            List<Entry> quotes,
            long quoteCount,
            List<FundingFact> fundingFacts,
            long fundingFactCount,
            List<Meeting> meetings,
            long meetingCount,
            long articleCount);

    static native TemplateInstance search(
            Frame frame,
            Box box,
            SearchResults results,
            List<Entry> entries,
            List<SearchPage.Facet> facets,
            @Nullable String next);

    static native TemplateInstance verification(
            Frame frame,
            Box box,
            QuoteVerification verification,
            @Nullable String article,
            QuoteVerification.@Nullable Match best,
            List<QuoteVerification.Match> others,
            List<Highlights.Line> place);

    static native TemplateInstance list(
            Frame frame, String heading, List<Entry> entries, long total, boolean filtered, @Nullable String next);

    static native TemplateInstance agents(Frame frame, List<Agent> agents, long total, @Nullable String next);

    static native TemplateInstance article(
            Frame frame,
            Article article,
            List<ArticlePage.Row> rows,
            List<Entry> entries,
            boolean passage,
            boolean headed);

    static native TemplateInstance quote(
            Frame frame, Quote quote, Article article, List<Highlights.Line> place, Citation citation);

    static native TemplateInstance fundingFact(
            Frame frame, FundingFact fact, Article article, List<Highlights.Line> place, Citation citation);

    static native TemplateInstance meeting(
            Frame frame, Meeting meeting, Article article, List<Highlights.Line> place, Citation citation);

    static native TemplateInstance agent(
            Frame frame,
            Agent agent,
            List<Entry> quotes,
            List<FundingFact> provided,
            List<FundingFact> received,
            List<Entry> meetings);

    static native TemplateInstance problem(Frame frame, Problem problem);

    static native TemplateInstance embed(
            String text, @Nullable String by, String source, URI page, @Nullable String inLanguage);
}
