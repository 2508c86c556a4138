package org.verbatim.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.verbatim.article.ReviewStatus;

/**
 * Where the review of a record stands, and the record as an editor puts it right.
 *
 * @param <P> the record as a dossier has it
 */
@Schema(description = "Where the review of a record stands, and the record as a dossier has it, to be put right.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Review<P>(
        @Schema(required = true) ReviewStatus status,

        @Schema(description = "Why, in the editor's words; absent where no editor has decided, or given a reason.")
        @Nullable String reason,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When an editor last decided; absent where none has.")
        @Nullable Instant reviewedAt,

        @Schema(description = "Who did; absent where none has.") @Nullable String reviewedBy,

        @Schema(required = true) P record) {}
