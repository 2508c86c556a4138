package org.verbatim.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.verbatim.http.Addresses;
import org.verbatim.http.Node;
import org.verbatim.text.Selector;
import org.verbatim.text.Span;
import org.verbatim.text.TextPositionSelector;
import org.verbatim.text.TextQuoteSelector;

/** The characters of an article that say so: a specific resource of the W3C Web Annotation Data Model. */
@Schema(description = """
        The very characters of an article that say so (a *specific resource* of the W3C Web Annotation Data Model). It can \
        be proved by anybody: fetch `<source>/text`, check that its SHA-256 is `sourceSha256`, count `start` to `end` in \
        Unicode code points, and find `exact` there.""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evidence(
        @Schema(required = true, format = "uri", description = "The article.")
        URI source,

        @Schema(required = true, pattern = "^[0-9a-f]{64}$", description = "The SHA-256 of the article's bytes.")
        String sourceSha256,

        @Schema(
                required = true,
                description = "Where it stands, told in two ways: by its place and by its words in context.",
                minItems = 2,
                maxItems = 2)
        List<Selector> selector) {

    /** What stands between several things in one cell of a table. */
    public static final String IN_A_CELL = " | ";

    public static Evidence of(ArticleEntity article, Span span, Addresses addresses) {
        return new Evidence(
                addresses.of("/v1/articles/" + article.id),
                article.sha256,
                List.of(TextPositionSelector.of(span), TextQuoteSelector.describing(article.text(), span)));
    }

    public static @Nullable Evidence ofNullable(ArticleEntity article, @Nullable Span span, Addresses addresses) {
        return span == null ? null : of(article, span, addresses);
    }

    /** Where it begins and ends in the article, in code points. */
    public TextPositionSelector position() {
        return selector.stream()
                .filter(TextPositionSelector.class::isInstance)
                .map(TextPositionSelector.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Its words. */
    public String exact() {
        return quote().exact();
    }

    private TextQuoteSelector quote() {
        return selector.stream()
                .filter(TextQuoteSelector.class::isInstance)
                .map(TextQuoteSelector.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** As a specific resource of the W3C Web Annotation vocabulary. */
    public Node linkedData() {
        return Node.of("SpecificResource")
                .with("source", source)
                .with("sourceSha256", sourceSha256)
                .with(
                        "selector",
                        List.of(
                                Node.of("TextPositionSelector")
                                        .with("start", position().start())
                                        .with("end", position().end()),
                                Node.of("TextQuoteSelector")
                                        .with("exact", exact())
                                        .with("prefix", quote().prefix())
                                        .with("suffix", quote().suffix())));
    }

    /** The words of several, for one cell of a table. */
    public static String exact(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::exact).collect(Collectors.joining(IN_A_CELL));
    }
}
