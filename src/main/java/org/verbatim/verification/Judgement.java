package org.verbatim.verification;

import java.util.List;
import java.util.Set;
import org.verbatim.text.Span;

/**
 * What became of a source in a claim.
 *
 * @param matched the spans of the source's text that the claim stands for, one in each segment it touches, in order
 * @param similarity 0 to 1: twice the words both have, in the same order and whatever their case and accents, over all
 *     words of both; what an ellipsis stands for is not counted
 * @param applied what was taken for typography
 * @param polarityChanged whether a negation was lost, won or moved
 * @param numberChanged whether a number or percentage was
 * @param namesChanged whether a name was
 */
record Judgement(
        Source source,
        Fidelity fidelity,
        List<Span> matched,
        List<Difference> difference,
        double similarity,
        Set<Normalisation> applied,
        boolean polarityChanged,
        boolean numberChanged,
        boolean namesChanged) {

    /** Whether both are of one article and share a character of it. */
    boolean overlaps(Judgement other) {
        return source.article().equals(other.source.article())
                && matched.stream().anyMatch(span -> other.matched.stream().anyMatch(span::overlaps));
    }

    /** How faithful a claim is to the words of a source, whosever they are; best first. */
    enum Fidelity {
        /** The same words without a gap, at least four. */
        SAME,
        /** The same words but for omissions that are marked and harmless. */
        ELIDED,
        /** The same words, but two or three: too few to tell whose they are. */
        SHORT,
        /** Close. */
        CHANGED
    }
}
