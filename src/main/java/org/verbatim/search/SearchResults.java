package org.verbatim.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.verbatim.article.Article;
import org.verbatim.article.Evidence;
import org.verbatim.funding.FundingFact;
import org.verbatim.http.Page;
import org.verbatim.http.Paged;
import org.verbatim.meeting.Meeting;
import org.verbatim.quote.Quote;
import org.verbatim.text.TextPositionSelector;

/** What was found, best first. */
@Schema(description = "What was found, best first, and where was looked.")
public record SearchResults(
        @Schema(required = true, description = "The results of this page, best first.")
        List<SearchResult> items,

        @Schema(
                required = true,
                minimum = "0",
                description = "How many results there are in all, counted up to 10,000.")
        long total,

        @Schema(required = true) Page.Searched searched,
        @Schema(required = true) Scope scope,
        @Schema(required = true) Page.Links links)
        implements Paged {

    /** One thing that was found. */
    @Schema(description = "One thing that was found.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SearchResult(
            @Schema(required = true) ResultType type,

            @Schema(description = "The quote; only with the type `Quote`.") @Nullable Quote quote,

            @Schema(description = "The funding fact; only with the type `FundingFact`.") @Nullable FundingFact fundingFact,

            @Schema(description = "The meeting; only with the type `Meeting`.") @Nullable Meeting meeting,

            @Schema(description = "The article; only with the type `Article`.") @Nullable Article article,

            @Schema(
                    description = "The passage that has most of what was looked for, at most 200 characters; where only"
                            + " a name outside the text has it, how the text begins, without a mark.")
            @Nullable Snippet snippet,

            @Schema(
                    required = true,
                    description = "Where in the article's text the words stand, a phrase as one, in order: all that are"
                            + " in the snippet and the first 100 besides; empty where only a name outside the text has"
                            + " them.")
            List<TextPositionSelector> highlights) {

        static SearchResult of(
                ResultType type, Object served, @Nullable Snippet snippet, List<TextPositionSelector> highlights) {
            return new SearchResult(
                    type,
                    served instanceof Quote quote ? quote : null,
                    served instanceof FundingFact fundingFact ? fundingFact : null,
                    served instanceof Meeting meeting ? meeting : null,
                    served instanceof Article article ? article : null,
                    snippet,
                    highlights);
        }
    }

    /** A passage to show. */
    @Schema(description = "A passage to show.")
    public record Snippet(
            @Schema(required = true) Evidence evidence,

            @Schema(
                    required = true,
                    description = "The passage as HTML: its text, escaped, with `<mark>` round the words found and no"
                            + " other element.",
                    examples = "Grâce au soutien du Maroc, l’OIM reste <mark>flexible</mark> et capable d’intervenir")
            String html) {}

    /** Where was looked. */
    @Schema(name = "ResultScope", description = "How much there was to be found, and in which state of the data.")
    public record Scope(
            @Schema(required = true, minimum = "0", description = "Articles held.")
            long articles,

            @Schema(required = true, minimum = "0", description = "Quotes held.")
            long quotes,

            @Schema(required = true, minimum = "0", description = "Funding facts held.")
            long fundingFacts,

            @Schema(required = true, minimum = "0", description = "Meetings held.")
            long meetings,

            @Schema(required = true, description = "Grows with every change of the data.")
            long datasetVersion,

            @Schema(
                    implementation = String.class,
                    format = "date-time",
                    required = true,
                    description = "When the data last changed.")
            Instant asOf) {}
}
