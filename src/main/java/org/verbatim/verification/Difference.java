package org.verbatim.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some neighbouring words to which the same happened. */
@Schema(
        name = "WordDifference",
        description = "Some neighbouring words to which the same happened, with the marks and spaces behind them. All"
                + " `claimed` put together are the claim, to the character; all `source` put together are the characters"
                + " of the match's evidence.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(
        @Schema(required = true) DifferenceOp op,

        @Schema(description = "The claim's characters; absent where it has none.", examples = "économique ") @Nullable String claimed,

        @Schema(description = "The article's characters; absent where it has none.", examples = "humain ") @Nullable String source,

        @Schema(minimum = "0", description = "Where they begin in the article, in Unicode code points.") @Nullable Integer sourceStart,

        @Schema(minimum = "0", description = "Where they end there, exclusive.") @Nullable Integer sourceEnd) {}
