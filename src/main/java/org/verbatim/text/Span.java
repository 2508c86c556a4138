package org.verbatim.text;

import jakarta.persistence.Embeddable;
import java.util.Comparator;

/**
 * A stretch of a text, in Unicode code points: {@code [start, end)}.
 *
 * @param start the first code point, at least 0
 * @param end the code point after the last one, at least {@code start}; equal to it for an empty span
 */
@Embeddable
public record Span(int start, int end) implements Comparable<Span> {
    private static final Comparator<Span> BY_PLACE =
            Comparator.comparingInt(Span::start).thenComparingInt(Span::end);

    /** @throws IllegalArgumentException unless {@code 0 <= start <= end} */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: [%d, %d)".formatted(start, end));
        }
    }

    /** The number of code points. */
    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    /** Whether the code point at {@code position} belongs to this span. */
    public boolean contains(int position) {
        return start <= position && position < end;
    }

    /** Whether all of {@code other} lies within this span; an empty one may lie at either edge. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** Whether the two share a code point; so neighbours do not overlap, and an empty span overlaps nothing. */
    public boolean overlaps(Span other) {
        return Math.max(start, other.start) < Math.min(end, other.end);
    }

    /** Orders by start, then by end. */
    @Override
    public int compareTo(Span other) {
        return BY_PLACE.compare(this, other);
    }
}
