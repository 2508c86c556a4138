package org.verbatim.text;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Points at a part of a text by its place
 * (<a href="https://www.w3.org/TR/annotation-model/#text-position-selector">W3C Web Annotation, 4.2.5</a>).
 *
 * @param start the first code point, at least 0
 * @param end the code point after the last one, at least {@code start}
 */
@JsonPropertyOrder({"start", "end"})
public record TextPositionSelector(int start, int end) implements Selector {
    /** @throws IllegalArgumentException unless {@code 0 <= start <= end} */
    public TextPositionSelector {
        new Span(start, end);
    }

    public static TextPositionSelector of(Span span) {
        return new TextPositionSelector(span.start(), span.end());
    }
}
