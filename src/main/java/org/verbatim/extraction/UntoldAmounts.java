package org.verbatim.extraction;

import java.util.List;

/** Finds where it is said that a sum is not told: <i>montant non communiqué</i>, <i>amount undisclosed</i>. */
final class UntoldAmounts {

    /** So many tokens may stand between the word for the sum and what is said of it. */
    private static final int NEAR = 10;

    private final Phrases words;

    UntoldAmounts(Lexicon lexicon) {
        words = lexicon.list("undisclosed");
    }

    boolean isUntold(List<Token> tokens, int from, int to) {
        int sum = -NEAR;
        int undisclosed = -NEAR;
        for (int i = from; i < to; i++) {
            Phrases.Match match = words.match(tokens, i, to);
            if (match == null) {
                continue;
            }
            switch (match.value()) {
                case "sum" -> sum = i;
                case "undisclosed" -> undisclosed = i;
                default -> {
                    return true;
                }
            }
            boolean near = Math.abs(sum - undisclosed) <= NEAR && sum >= from && undisclosed >= from;
            if (near) {
                return true;
            }
        }
        return false;
    }
}
