package org.verbatim.extraction;

import java.util.Locale;

/**
 * How many records there are, how many a program found, and how many of those are right.
 *
 * @param gold records that people wrote down
 * @param found records that the program wrote down
 * @param right pairs of the two
 */
record Score(int gold, int found, int right) {

    static final Score NONE = new Score(0, 0, 0);

    Score plus(Score other) {
        return new Score(gold + other.gold, found + other.found, right + other.right);
    }

    /** In percent; 100 where nothing was found, since nothing found is wrong. */
    double precision() {
        return percent(right, found);
    }

    /** In percent; 100 where there is nothing to find. */
    double recall() {
        return percent(right, gold);
    }

    /** The harmonic mean of the two, in percent. */
    double f1() {
        return percent(2 * right, gold + found);
    }

    static double percent(int part, int whole) {
        return whole == 0 ? 100 : 100.0 * part / whole;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%5d %5d %5d   %9.1f %6.1f %6.1f", gold, found, right, precision(), recall(), f1());
    }
}
