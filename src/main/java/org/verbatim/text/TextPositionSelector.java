package org.verbatim.text;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * Points at a part of a text by its place
 * (<a href="https://www.w3.org/TR/annotation-model/#text-position-selector">W3C Web Annotation, 4.2.5</a>).
 *
 * @param start the first code point, at least 0
 * @param end the code point after the last one, at least {@code start}
 */
@Schema(
        description = "A part of a text by its place, in Unicode code points: `[start, end)`.",
        requiredProperties = {"type", "start", "end"},
        properties =
                @SchemaProperty(
                        name = "type",
                        type = SchemaType.STRING,
                        constValue = "TextPositionSelector",
                        description = "Always `TextPositionSelector`."))
@JsonPropertyOrder({"start", "end"})
public record TextPositionSelector(
        @Schema(minimum = "0", description = "The first code point, counted from 0.", examples = "627")
        int start,

        @Schema(minimum = "0", description = "The code point after the last one.", examples = "650")
        int end)
        implements Selector {
    /** @throws IllegalArgumentException unless {@code 0 <= start <= end} */
    public TextPositionSelector {
        new Span(start, end);
    }

    public static TextPositionSelector of(Span span) {
        return new TextPositionSelector(span.start(), span.end());
    }
}
