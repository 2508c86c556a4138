package org.verbatim.review;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.verbatim.dossier.Dossier;

/**
 * A dossier with the text of its article.
 *
 * <p>Registered for reflection since Jackson reads it, and no resource names it.
 */
@RegisterForReflection
@Schema(
        description =
                "What one article says, as somebody has annotated it: a dossier, with the article's text beside it. The"
                        + " keys are those of `dossier.schema.json`; `article.id` and `article.sha256` may be left out.")
public record PostedDossier(
        @Schema(
                required = true,
                minLength = 1,
                description = "The article, as it was published. It is kept character by character.")
        @Nullable String text,

        @Schema(required = true) Dossier.@Nullable ArticlePart article,

        @Schema(required = true, description = "Everybody the records refer to, each once.") @Nullable List<Dossier.AgentPart> agents,

        @Schema(required = true, description = "What was said, in the order of the text.") @Nullable List<Dossier.QuotePart> quotes,

        @Schema(required = true, description = "The money the article reports.") @Nullable List<Dossier.FundingFactPart> fundingFacts,

        @Schema(required = true, description = "The meetings the article reports.") @Nullable List<Dossier.MeetingPart> meetings) {

    /** The dossier alone. */
    Dossier dossier(Dossier.ArticlePart of) {
        return new Dossier(of, agents, quotes, fundingFacts, meetings);
    }
}
