package org.verbatim.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.article.Article;
import org.verbatim.article.Evidence;
import org.verbatim.funding.FundingFact;
import org.verbatim.meeting.Meeting;
import org.verbatim.quote.Quote;
import org.verbatim.search.SearchResults;
import org.verbatim.text.Span;

/**
 * Something to show as a card: exactly one of a quote, a funding fact, a meeting and an article.
 *
 * @param number what it is called beside its article; 0 elsewhere
 * @param snippet why it was found, as HTML; null where it was not looked for, or only a name outside the text has it
 */
record Entry(
        int number,
        @Nullable Quote quote,
        @Nullable FundingFact fundingFact,
        @Nullable Meeting meeting,
        @Nullable Article article,
        @Nullable String snippet) {

    static Entry of(Quote quote) {
        return new Entry(0, quote, null, null, null, null);
    }

    static Entry of(FundingFact fundingFact) {
        return new Entry(0, null, fundingFact, null, null, null);
    }

    static Entry of(Meeting meeting) {
        return new Entry(0, null, null, meeting, null, null);
    }

    static Entry of(Article article) {
        return new Entry(0, null, null, null, article, null);
    }

    static Entry of(SearchResults.SearchResult found) {
        return new Entry(
                0,
                found.quote(),
                found.fundingFact(),
                found.meeting(),
                found.article(),
                found.snippet() == null ? null : found.snippet().html());
    }

    Entry numbered(int other) {
        return new Entry(other, quote, fundingFact, meeting, article, snippet);
    }

    public String id() {
        if (quote != null) {
            return quote.id();
        }
        if (fundingFact != null) {
            return fundingFact.id();
        }
        return meeting != null ? meeting.id() : article == null ? "" : article.id();
    }

    /** The name of its kind in style sheets. */
    public String kind() {
        if (quote != null) {
            return "quote";
        }
        if (fundingFact != null) {
            return "funding";
        }
        return meeting != null ? "meeting" : "article";
    }

    /** Where it stands in its article. */
    List<Span> spans() {
        return evidence().stream().map(Display::span).toList();
    }

    public List<Evidence> evidence() {
        if (quote != null) {
            return quote.segments().stream().map(Quote.Segment::evidence).toList();
        }
        if (fundingFact != null) {
            return fundingFact.evidence();
        }
        return meeting == null ? List.of() : meeting.evidence();
    }
}
