package org.verbatim.review;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An article, and what its sender knows of it.
 *
 * <p>Registered for reflection since Jackson reads it, and no resource names it.
 */
@RegisterForReflection
@Schema(description = "An article, and what its sender knows of it. What is left out is looked for in the text.")
public record PostedArticle(
        @Schema(
                required = true,
                minLength = 1,
                description = "The article, as it was published. It is kept character by character.")
        @Nullable String text,

        @Schema(
                pattern = "^[a-z0-9][a-z0-9-]{0,63}$",
                description = "An id for it. Absent: the first 16 digits of the SHA-256 of its UTF-8 bytes.")
        @Nullable String id,

        @Schema(
                minLength = 1,
                maxLength = 1000,
                description =
                        "Its headline. It is pinned where it stands in the text, and kept as `headlineAsSupplied` where it"
                                + " does not.")
        @Nullable String headline,

        @Schema(minLength = 1, maxLength = 1000, description = "Who published it.", examples = "ALDAR") @Nullable String publisher,

        @Schema(format = "uri", maxLength = 1000, description = "Where it was published: an http or https address.")
        @Nullable String url,

        @Schema(
                pattern = "^[0-9]{4}(-[0-9]{2}){0,2}$",
                description = "When: ISO 8601 with reduced precision, such as `2018`, `2018-12` or `2018-12-10`.")
        @Nullable String datePublished,

        @Schema(
                description =
                        "Its language (BCP 47). Absent: recognised, French or English, or else `und`. Records are found in these two languages only.",
                examples = "fr")
        @Nullable String inLanguage) {}
