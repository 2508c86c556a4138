package org.verbatim.text;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds evidence in a text, character for character. Nothing is normalised and nothing guessed: evidence that does not
 * stand where it is said to stand is {@link Anchor.Orphaned}, even if it stands elsewhere.
 */
public final class Anchoring {
    private static final int AMBIGUOUS_SHOWN = 5;

    private Anchoring() {}

    /**
     * Anchors words, at a place or wherever they stand.
     *
     * @param exact the words, not empty
     * @param start where they begin, in code points; any number may be asked for, one outside the text finds nothing
     * @param end where they end; like {@code start} it may be left out, and one of the two says it all
     * @throws IllegalArgumentException if {@code exact} is empty
     */
    public static Anchor anchor(SourceText text, String exact, @Nullable Integer start, @Nullable Integer end) {
        if (exact.isEmpty()) {
            throw new IllegalArgumentException("an empty exact points at nothing");
        }
        if (start == null && end == null) {
            return anchor(text.occurrences(exact, AMBIGUOUS_SHOWN));
        }
        long length = CodePoints.count(exact);
        long from = start != null ? start : Objects.requireNonNull(end) - length;
        long to = end != null ? end : from + length;
        boolean there = 0 <= from
                && to <= text.length()
                && to - from == length
                && text.slice((int) from, (int) to).equals(exact);
        return there ? new Anchor.Found(new Span((int) from, (int) to)) : new Anchor.Orphaned();
    }

    /** Anchors words by what stands around them; prefix and suffix must stand there too. */
    public static Anchor anchor(SourceText text, TextQuoteSelector quote) {
        int before = quote.prefix() == null ? 0 : CodePoints.count(quote.prefix());
        int length = CodePoints.count(quote.exact());
        return anchor(text.occurrences(quote.inContext(), AMBIGUOUS_SHOWN).stream()
                .map(found -> new Span(found.start() + before, found.start() + before + length))
                .toList());
    }

    private static Anchor anchor(List<Span> found) {
        return switch (found.size()) {
            case 0 -> new Anchor.Orphaned();
            case 1 -> new Anchor.Found(found.get(0));
            default -> new Anchor.Ambiguous(found);
        };
    }
}
