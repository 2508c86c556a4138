package org.verbatim.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.verbatim.http.Addresses;

/** When something was, as precisely as the article says. */
@Schema(name = "StatedDate", description = "When it was, as precisely as the article says and no more.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactDate(
        @Schema(
                description = "ISO 8601 with reduced precision: `2018`, `2018-12` or `2018-12-10`; absent where"
                        + " the article's words cannot be placed in a calendar.",
                pattern = "^[0-9]{4}(-[0-9]{2}){0,2}$",
                examples = "2018")
        @Nullable String value,

        @Schema(required = true) DatePrecision precision,

        @Schema(description = "The article's words for it; absent where they are part of the evidence.") @Nullable Evidence asStated) {

    public static @Nullable FactDate ofNullable(ArticleEntity article, @Nullable StatedDate date, Addresses addresses) {
        return date == null
                ? null
                : new FactDate(
                        date.value(), date.precision(), Evidence.ofNullable(article, date.asStated(), addresses));
    }
}
