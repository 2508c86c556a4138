package org.verbatim.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.verbatim.http.Addresses;

/** An article inside a record. */
@Schema(description = "The article that a record is pinned to.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleRef(
        @Schema(
                required = true,
                pattern = "^[a-z0-9][a-z0-9-]{0,63}$",
                description = "The article's id.",
                examples = "fbf5bc84079181b5")
        String id,

        @Schema(description = "Its headline; absent where none is known.") @Nullable String headline,

        @Schema(required = true, format = "uri", description = "Where the article is served.")
        URI url) {

    public static ArticleRef of(ArticleEntity article, Addresses addresses) {
        return new ArticleRef(article.id, article.headline, addresses.of("/v1/articles/" + article.id));
    }
}
