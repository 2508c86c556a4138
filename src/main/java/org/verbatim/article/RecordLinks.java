package org.verbatim.article;

import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.verbatim.http.Addresses;
import org.verbatim.text.Span;

/** Where to go from a record. */
@Schema(description = "Where to go from here.")
public record RecordLinks(
        @Schema(required = true, format = "uri", description = "This record.")
        URI self,

        @Schema(required = true, format = "uri", description = "The article it is pinned to.")
        URI article,

        @Schema(
                required = true,
                format = "uri",
                description = "The place in the article's plain text, as a `char` fragment of RFC 5147.")
        URI plainText) {

    /** @param span from the record's first character to its last */
    public static RecordLinks of(RecordEntity record, URI self, Span span, Addresses addresses) {
        String article = "/v1/articles/" + record.article().id;
        return new RecordLinks(
                self,
                addresses.of(article),
                addresses.of("%s/text#char=%d,%d".formatted(article, span.start(), span.end())));
    }
}
