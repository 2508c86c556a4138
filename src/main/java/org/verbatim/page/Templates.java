package org.verbatim.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.Agent;
import org.verbatim.article.Article;
import org.verbatim.funding.FundingFact;
import org.verbatim.http.Problem;
import org.verbatim.meeting.Meeting;
import org.verbatim.quote.Quote;
import org.verbatim.search.SearchResults;
import org.verbatim.verification.QuoteVerification;

/** The pages; what each one shows is checked when they are built. */
@CheckedTemplate
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
