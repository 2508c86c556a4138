package org.verbatim.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One decision of an editor: who, when, why, and what it made of the record.
 *
 * @param <P> the record as a dossier has it
 */
@Schema(description = "One decision of an editor: who, when, why, and what it made of the record.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Revision<P>(
        @Schema(required = true, minimum = "1", description = "The first is 1, the next 2, without a gap.")
        int number,

        @Schema(implementation = String.class, format = "date-time", required = true, description = "When.")
        Instant at,

        @Schema(required = true, description = "Who, as the identity provider names them.", examples = "alice")
        String editor,

        @Schema(required = true) Decision decision,

        @Schema(description = "Why, in the editor's words; absent where they gave no reason.") @Nullable String reason,

        @Schema(required = true, description = "The record as it was: what the revision before has as `after`.")
        P before,

        @Schema(required = true, description = "The record as it was from then on.")
        P after) {}
