package org.verbatim.text;

import java.util.List;

/** What came of looking for a piece of evidence in a text. */
public sealed interface Anchor {
    /** It stands here, and nowhere else it could be meant to stand. */
    record Found(Span span) implements Anchor {}

    /**
     * It stands in several places and nothing says which is meant.
     *
     * @param spans the first few of them, in order, at least two
     */
    record Ambiguous(List<Span> spans) implements Anchor {
        public Ambiguous {
            spans = List.copyOf(spans);
        }
    }

    /** It does not stand in the text, or not where it is said to stand. */
    record Orphaned() implements Anchor {}
}
