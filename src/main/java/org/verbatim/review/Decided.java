package org.verbatim.review;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.verbatim.dossier.Dossier;

/**
 * What an editor sends: a decision, why, and where something is put right, the whole record as it ought to be.
 *
 * @param <P> the record as a dossier has it
 */
sealed interface Decided<P> {

    String DECISION = "What is decided.";

    String REASON = "Why, for those who look into the history; needed for `REJECTED` and `CORRECTED`.";

    String RECORD =
            "With `CORRECTED`, and only then: the whole record as it ought to be, as a dossier has it. What it leaves out is"
                    + " not stated. It keeps its id, wherever it begins.";

    String AGENTS = "With `CORRECTED`: whom the record speaks of and the article's dossier does not know yet.";

    /** In UTF-16 code units. */
    int MAX_REASON = 1000;

    @Nullable Decision status();

    @Nullable String reason();

    @Nullable P record();

    @Nullable List<Dossier.AgentPart> agents();

    /** A decision on a quote. */
    @RegisterForReflection
    @Schema(name = "QuoteDecision", description = "What an editor decides on a quote.")
    record OnQuote(
            @Schema(required = true, description = DECISION) @Nullable Decision status,

            @Schema(minLength = 1, maxLength = MAX_REASON, description = REASON) @Nullable String reason,

            @Schema(description = RECORD) Dossier.@Nullable QuotePart record,

            @Schema(description = AGENTS) @Nullable List<Dossier.AgentPart> agents)
            implements Decided<Dossier.QuotePart> {}

    /** A decision on a funding fact. */
    @RegisterForReflection
    @Schema(name = "FundingFactDecision", description = "What an editor decides on a funding fact.")
    record OnFundingFact(
            @Schema(required = true, description = DECISION) @Nullable Decision status,

            @Schema(minLength = 1, maxLength = MAX_REASON, description = REASON) @Nullable String reason,

            @Schema(description = RECORD) Dossier.@Nullable FundingFactPart record,

            @Schema(description = AGENTS) @Nullable List<Dossier.AgentPart> agents)
            implements Decided<Dossier.FundingFactPart> {}

    /** A decision on a meeting. */
    @RegisterForReflection
    @Schema(name = "MeetingDecision", description = "What an editor decides on a meeting.")
    record OnMeeting(
            @Schema(required = true, description = DECISION) @Nullable Decision status,

            @Schema(minLength = 1, maxLength = MAX_REASON, description = REASON) @Nullable String reason,

            @Schema(description = RECORD) Dossier.@Nullable MeetingPart record,

            @Schema(description = AGENTS) @Nullable List<Dossier.AgentPart> agents)
            implements Decided<Dossier.MeetingPart> {}
}
