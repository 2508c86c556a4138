package org.verbatim.quote;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentRef;
import org.verbatim.agent.AgentRefs;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.ArticleEntity;
import org.verbatim.article.ArticleRef;
import org.verbatim.article.Elsewhere;
import org.verbatim.article.Evidence;
import org.verbatim.article.Extraction;
import org.verbatim.article.RecordLinks;
import org.verbatim.article.ReviewStatus;
import org.verbatim.http.Addresses;

/** One act of speech that an article reports: who said what, in whose words. */
@Schema(description = "One act of speech that an article reports: who said what, in whose words.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Quote(
        @Schema(
                required = true,
                description = "Stable: the article, `q`, and the code point at which the quote begins.",
                pattern = "^[a-z0-9][a-z0-9-]{0,63}\\.q(0|[1-9][0-9]{0,8})(-([2-9]|[1-9][0-9]{1,3}))?$",
                examples = "fbf5bc84079181b5.q765")
        String id,

        @Schema(required = true, constValue = "Quote", description = "Always `Quote`.")
        String type,

        @Schema(required = true, format = "uri", description = "Where the quote is served.")
        URI url,

        @Schema(required = true, description = """
        The quote as one reads it, in the article's characters. Where a reporting clause stands between two segments, \
        `[…]` is in its place; in a quote of mixed form, the quotation marks round the speaker's own words stay.""") String text,
        @Schema(required = true) Form form,

        @Schema(required = true, minItems = 1, description = "The parts of the quote, in the order of the article.")
        List<Segment> segments,

        @Schema(description = "Who spoke; absent where the article does not let one tell.") @Nullable AgentRef speaker,

        @Schema(required = true) Attribution attribution,

        @Schema(description = "BCP 47; absent where it is not known.", examples = "fr") @Nullable String inLanguage,

        @Schema(required = true) ArticleRef article,
        @Schema(required = true) Context context,

        @Schema(required = true, description = "Records of other articles that report the same words.")
        List<Elsewhere> alsoReportedIn,

        @Schema(required = true) ReviewStatus reviewStatus,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When an editor last decided on it; absent where none has.")
        @Nullable Instant reviewedAt,

        @Schema(description = "How a program found it; absent where a person wrote it.") @Nullable Extraction extraction,

        @Schema(required = true) RecordLinks links) {

    /** A part of a quote. */
    @Schema(name = "QuoteSegment", description = "A part of a quote.")
    public record Segment(
            @Schema(required = true, description = "Whether these are the speaker's own words, or the journalist's.")
            boolean verbatim,

            @Schema(required = true) Evidence evidence) {}

    /** How it is known who spoke. */
    @Schema(description = "How it is known who spoke.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attribution(
            @Schema(required = true) AttributionMethod method,

            @Schema(description = "The verb or formula of saying; absent where there is none.") @Nullable Evidence cue,

            @Schema(
                    description = "What names the speaker or stands for them; absent where the reporting clause"
                            + " names nobody.")
            @Nullable Evidence speakerMention) {}

    /** What stands round a quote in its article. */
    @Schema(
            name = "QuoteContext",
            description = "What stands round the quote in its paragraph, up to about 300 characters on each side.")
    public record Context(
            @Schema(required = true, description = "Right before the quote.")
            String before,

            @Schema(required = true, description = "Right after the quote.")
            String after) {}

    static Quote of(QuoteEntity quote, AgentRefs agents, List<Elsewhere> alsoReportedIn, Addresses addresses) {
        ArticleEntity article = quote.article();
        URI self = addresses.of(RecordKind.QUOTE.path() + "/" + quote.id());
        return new Quote(
                quote.id(),
                "Quote",
                self,
                quote.readable(),
                quote.form,
                quote.segments.stream()
                        .map(segment ->
                                new Segment(segment.verbatim(), Evidence.of(article, segment.span(), addresses)))
                        .toList(),
                agents.ofNullable(quote.speaker, article.id()),
                new Attribution(
                        quote.attribution,
                        Evidence.ofNullable(article, quote.cue, addresses),
                        Evidence.ofNullable(article, quote.speakerMention, addresses)),
                article.inLanguage(),
                ArticleRef.of(article, addresses),
                new Context(
                        Paragraph.before(article.text(), quote.extent().start()),
                        Paragraph.after(article.text(), quote.extent().end())),
                alsoReportedIn,
                quote.reviewStatus(),
                quote.reviewedAt(),
                quote.extraction(),
                RecordLinks.of(quote, self, quote.extent(), addresses));
    }
}
