package org.verbatim.index;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * How much a document says about a word: more if it says it more often, less if it is long; always between 0 and 1.
 *
 * <p>It is BM25's saturation without the statistics of the corpus. Those would make every score move with every document
 * added, deleted or merged, and differ between two instances that hold the same: a page walk would skip and repeat. So a
 * score depends on the question and the one document only. Rarity, which is what the statistics measure, weighs little
 * when all words must be there anyway; the words that nearly every document has are not asked for
 * ({@link Word#isCommon}).
 */
final class Relevance extends Similarity {
    /** By the encoded length: how many occurrences reach half of the maximum. From 0.5 for a name to 2.2 for a megabyte. */
    private static final float[] HALF = new float[256];

    static {
        for (int norm = 0; norm < HALF.length; norm++) {
            double words = SmallFloat.byte4ToInt((byte) norm);
            HALF[norm] = (float) (0.5 + 0.125 * Math.log(1 + words / 16) / Math.log(2));
        }
    }

    @Override
    public long computeNorm(FieldInvertState state) {
        return SmallFloat.intToByte4(state.getLength() - state.getNumOverlap());
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
        return new SimScorer() {
            @Override
            public float score(float frequency, long norm) {
                // as BM25 puts it: in this form the rounding cannot make more occurrences worth less
                return boost - boost / (1 + frequency / HALF[(int) norm & 0xff]);
            }
        };
    }
}
