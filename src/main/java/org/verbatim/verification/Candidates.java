package org.verbatim.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.text.Span;

/** Where a claimed quotation might come from: a short list to be aligned and judged, not a judgement. */
interface Candidates {

    /**
     * The quotes and the stretches of articles that have most of a claim's words.
     *
     * @param text the claim, as given
     * @param words its words without case and accents, at least one
     * @param article only in this article; null for all
     */
    Found of(String text, List<String> words, @Nullable String article);

    /**
     * What was found, best first.
     *
     * @param quotes ids, at most {@value #MOST_QUOTES}
     * @param passages at most {@value #MOST_PASSAGES}
     */
    record Found(List<String> quotes, List<Passage> passages) {}

    /** Some whole sentences or paragraphs of an article; the span in code points. */
    record Passage(String article, Span span) {}

    int MOST_QUOTES = 20;
    int MOST_PASSAGES = 10;
}
