package org.verbatim.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentRef;
import org.verbatim.article.ArticleRef;
import org.verbatim.article.Evidence;
import org.verbatim.quote.Form;

/** What the articles held say about a claimed quotation. */
@Schema(description = "What the articles held say about a claimed quotation.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuoteVerification(
        @Schema(required = true) Verdict verdict,

        @Schema(required = true) Claimed claim,

        @Schema(
                required = true,
                description = "What the verdict rests on, best first; empty if nothing close was found.")
        List<Match> matches,

        @Schema(
                required = true,
                description = "What was taken for typography in the claim and in the first match, and so is no"
                        + " difference.")
        Set<Normalisation> normalizationsApplied,

        @Schema(required = true) SearchScope searchScope,

        @Schema(
                required = true,
                description = "The verdict in one sentence, in English, or in French for `Accept-Language: fr`.",
                examples = "These words stand in a direct quote of Amy Pope; nothing but typography differs.")
        String explanation) {

    /** The claim, as it was understood. */
    @Schema(name = "QuoteClaim", description = "The claim, as it was understood.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Claimed(
            @Schema(required = true, description = "As given, to the character.")
            String text,

            @Schema(description = "Absent if the claim names no speaker.") @Nullable Speaker speaker,

            @Schema(description = "The only article that was searched; absent if all were.") @Nullable ArticleRef article) {}

    /** The speaker that a claim names. */
    @Schema(name = "ClaimedSpeaker", description = "The speaker that a claim names.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Speaker(
            @Schema(required = true, description = "As given.", examples = "Mme Pope")
            String asGiven,

            @Schema(required = true) SpeakerStatus status,

            @Schema(description = "Who it is; absent unless `RESOLVED`.") @Nullable AgentRef agent,

            @Schema(description = "Who it could be; absent if `RESOLVED`.") @Nullable List<AgentRef> candidates) {}

    /** Words of an article that are the claim's, or close to them. */
    @Schema(name = "QuoteMatch", description = "Words of an article that are the claim's, or close to them.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Match(
            @Schema(description = "The quote they are part of; absent for the journalist's own prose.") @Nullable QuoteRef quote,

            @Schema(
                    required = true,
                    description = "Whether these words are the speaker's own, between quotation marks, and not the"
                            + " journalist's.")
            boolean directSpeech,

            @Schema(required = true) ArticleRef article,

            @Schema(
                    required = true,
                    minItems = 1,
                    description = "The matched words and no more: one span for each segment of the quote they touch, in"
                            + " order.")
            List<Evidence> evidence,

            @Schema(description = "The whole sentence in which the journalist says so; absent for direct speech.")
            @Nullable Evidence reportingSentence,

            @Schema(
                    required = true,
                    minimum = "0",
                    maximum = "1",
                    description =
                            "Twice the words that claim and match have in common, in the same order and whatever their"
                                    + " case and accents, over all words of both; words under an omission mark are not counted.")
            double similarity,

            @Schema(required = true, description = "Word by word, in order.")
            List<Difference> difference,

            @Schema(
                    required = true,
                    description =
                            "Whether a negation was lost, added or moved: ne, n’, pas, jamais, aucun, ni, sans, rien,"
                                    + " not, no, never, without, -n’t and the like.")
            boolean polarityChanged,

            @Schema(required = true, description = "Whether a number or percentage was, in figures or words.")
            boolean numberChanged,

            @Schema(required = true, description = "Whether a name was; so far as capitals within a sentence tell.")
            boolean namesChanged) {}

    /** The quote that a match is part of. */
    @Schema(name = "QuoteRef", description = "The quote that a match is part of; the whole of it is at `url`.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QuoteRef(
            @Schema(required = true, description = "Its id.", examples = "fbf5bc84079181b5.q765")
            String id,

            @Schema(required = true, format = "uri", description = "Where it is served.")
            URI url,

            @Schema(required = true) Form form,

            @Schema(description = "Who spoke; absent where the article does not let one tell.") @Nullable AgentRef speaker) {}

    /** Where was looked. */
    @Schema(description = "Where was looked, and in which state of the data.")
    public record SearchScope(
            @Schema(required = true, minimum = "0", description = "How many articles were searched.")
            long articles,

            @Schema(required = true, minimum = "0", description = "How many quotes they have.")
            long quotes,

            @Schema(required = true, description = "Grows with every change of the data.")
            long datasetVersion,

            @Schema(
                    implementation = String.class,
                    format = "date-time",
                    required = true,
                    description = "When the data last changed.")
            Instant asOf) {}
}
