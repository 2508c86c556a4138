package org.verbatim.index;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.text.Span;

/**
 * What was found, best first. The order is a function of the question and of each document alone: it does not move when
 * other documents come and go, and is the same on every instance. The figures behind it are not handed out.
 *
 * @param hits this page
 * @param total how many there are on all pages, or {@value #COUNTED} if there are more and {@code totalIsExact} is false
 * @param totalIsExact whether they were counted to the end
 * @param next the cursor of the next page, URL-safe; {@code null} on the last
 * @param suggestion when nothing was found: the question in the nearest spelling that finds something
 * @param searched the words and phrases that were looked for, as understood
 * @param datasetVersion what all this was answered from
 */
public record IndexHits(
        List<Hit> hits,
        long total,
        boolean totalIsExact,
        @Nullable String next,
        @Nullable String suggestion,
        List<String> searched,
        long datasetVersion) {

    /** Up to here totals are exact. Beyond, counting would cost more than finding, and nobody pages that far. */
    public static final int COUNTED = 10_000;

    /**
     * One document found.
     *
     * @param highlights where its body has the words, in the article's order, a phrase as one: all within the snippet and
     *     the first 100 besides; empty if only {@link IndexedDocument#about()} has them
     * @param snippet the passage of at most 200 code points that has most of what was asked, about a sentence or
     *     several; {@code null} without a body
     */
    public record Hit(
            String kind,
            String id,
            List<Span> highlights,
            @Nullable Span snippet) {}
}
