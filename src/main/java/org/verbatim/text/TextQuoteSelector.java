package org.verbatim.text;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/**
 * Points at a part of a text by its words and what stands around them
 * (<a href="https://www.w3.org/TR/annotation-model/#text-quote-selector">W3C Web Annotation, 4.2.4</a>). All three are
 * character for character as in the text, nothing normalised.
 *
 * @param exact the part itself, not empty
 * @param prefix what stands right before it; null at the text's start or if not given (an empty one becomes null)
 * @param suffix what stands right after it; null at the text's end or if not given (an empty one becomes null)
 */
@Schema(
        description = "A part of a text by its words and by what stands around them, character for character.",
        requiredProperties = {"type", "exact"},
        properties =
                @SchemaProperty(
                        name = "type",
                        type = SchemaType.STRING,
                        constValue = "TextQuoteSelector",
                        description = "Always `TextQuoteSelector`."))
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"exact", "prefix", "suffix"})
public record TextQuoteSelector(
        @Schema(minLength = 1, description = "The part itself.", examples = "100 millions de dollars")
        String exact,

        @Schema(
                minLength = 1,
                description = "What stands right before it; absent at the beginning of the text. Prefix, exact and"
                        + " suffix in one stand only once in the text.",
                examples = " fonds mondial vise à mobiliser ")
        @Nullable String prefix,

        @Schema(
                minLength = 1,
                description = "What stands right after it; absent at the end of the text.",
                examples = " de financements flexibles pour ")
        @Nullable String suffix)
        implements Selector {
    private static final int CONTEXT = 32;

    /** @throws IllegalArgumentException if {@code exact} is empty */
    public TextQuoteSelector {
        if (exact.isEmpty()) {
            throw new IllegalArgumentException("an empty exact points at nothing");
        }
        prefix = prefix == null || prefix.isEmpty() ? null : prefix;
        suffix = suffix == null || suffix.isEmpty() ? null : suffix;
    }

    /**
     * The selector that finds this span again, and no other: {@link Anchoring#anchor(SourceText, TextQuoteSelector)}
     * answers {@link Anchor.Found} with it.
     *
     * <p>Prefix and suffix have up to 32 code points each. Where prefix, exact and suffix together stand more than once
     * in the text, both are doubled until they do not; the whole text, at the latest, stands in itself only once. A
     * context never starts or stops between a character and its combining marks, unless the span itself does.
     *
     * @throws IllegalArgumentException if the span is empty
     * @throws IndexOutOfBoundsException if it ends behind the text
     */
    public static TextQuoteSelector describing(SourceText text, Span span) {
        String exact = text.slice(span);
        for (long context = CONTEXT; ; context *= 2) {
            int from = (int) Math.max(span.start() - context, 0);
            while (from > 0 && from < span.start() && CodePoints.isMark(text.codePointAt(from))) {
                from++;
            }
            int to = (int) Math.min(span.end() + context, text.length());
            while (to > span.end() && to < text.length() && CodePoints.isMark(text.codePointAt(to))) {
                to--;
            }
            var selector = new TextQuoteSelector(exact, text.slice(from, span.start()), text.slice(span.end(), to));
            if (text.occurrences(selector.inContext(), 2).size() == 1) {
                return selector;
            }
        }
    }

    /** Prefix, exact and suffix in one. */
    String inContext() {
        return (prefix == null ? "" : prefix) + exact + (suffix == null ? "" : suffix);
    }
}
