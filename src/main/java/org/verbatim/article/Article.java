package org.verbatim.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.Counts;
import org.verbatim.http.Addresses;

/** An article: what is known about it, and how much it says. */
@Schema(description = "An article: what is known about it, and how much it says. Its text is at `links.text`.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Article(
        @Schema(
                required = true,
                pattern = "^[a-z0-9][a-z0-9-]{0,63}$",
                description = "Stable.",
                examples = "fbf5bc84079181b5")
        String id,

        @Schema(required = true, format = "uri", description = "Where the article is served.")
        URI url,

        @Schema(
                description =
                        "As it stands in the article (`headlineAsStated`), or else as its sender gave it; absent where none"
                                + " is known.")
        @Nullable String headline,

        @Schema(description = "Where the headline stands in the article; absent where it does not.") @Nullable Evidence headlineAsStated,

        @Schema(description = "Who published it; absent where the article does not say.") @Nullable String publisher,

        @Schema(required = true, description = "As named in the article; empty where it names nobody.")
        List<String> authors,

        @Schema(
                pattern = "^[0-9]{4}(-[0-9]{2}){0,2}$",
                description = "ISO 8601 with reduced precision: `2018`, `2018-12` or `2018-12-10`; absent where the"
                        + " article states no date that can be placed in a calendar. No date is ever guessed.")
        @Nullable String datePublished,

        @Schema(description = "The article's own words about its date, such as *il y a 11 heures*.") @Nullable Evidence datePublishedAsStated,

        @Schema(description = "BCP 47; absent where it is not known.", examples = "fr") @Nullable String inLanguage,

        @Schema(format = "uri", description = "Where it was published; absent where it is not known.") @Nullable URI sourceUrl,

        @Schema(
                required = true,
                pattern = "^[0-9a-f]{64}$",
                description = "The SHA-256 of its bytes, which never change.")
        String sha256,

        @Schema(required = true, minimum = "0", description = "The length of its text in Unicode code points.")
        int lengthCodePoints,

        @Schema(required = true, description = "The records that are pinned to it.")
        Counts counts,

        @Schema(required = true) Links links) {

    /** Where to go from an article. */
    @Schema(name = "ArticleLinks", description = "Where to go from here.")
    public record Links(
            @Schema(required = true, format = "uri", description = "This article.")
            URI self,

            @Schema(required = true, format = "uri", description = "Its text, byte for byte as published.")
            URI text,

            @Schema(required = true, format = "uri", description = "All that it says, as one file.")
            URI dossier,

            @Schema(required = true, format = "uri", description = "What was said in it.")
            URI quotes,

            @Schema(required = true, format = "uri", description = "The money it reports.")
            URI fundingFacts,

            @Schema(required = true, format = "uri", description = "The meetings it reports.")
            URI meetings) {}

    static Article of(ArticleEntity article, Counts counts, Addresses addresses) {
        URI self = addresses.of("/v1/articles/" + article.id);
        return new Article(
                article.id,
                self,
                article.headline,
                Evidence.ofNullable(article, article.headlineSpan, addresses),
                article.publisher,
                article.authors.stream().map(article.text()::slice).toList(),
                article.datePublished,
                Evidence.ofNullable(article, article.datePublishedAsStated, addresses),
                article.inLanguage(),
                article.sourceUrl == null ? null : URI.create(article.sourceUrl),
                article.sha256,
                article.lengthCodePoints,
                counts,
                new Links(
                        self,
                        addresses.of("/v1/articles/%s/text".formatted(article.id)),
                        addresses.of("/v1/articles/%s/dossier".formatted(article.id)),
                        addresses.of("/v1/quotes", "article", article.id),
                        addresses.of("/v1/funding-facts", "article", article.id),
                        addresses.of("/v1/meetings", "article", article.id)));
    }
}
