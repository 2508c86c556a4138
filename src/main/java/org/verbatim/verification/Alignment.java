package org.verbatim.verification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays a claim against a source, token by token, so that the claim is accounted for from end to end and the source from
 * wherever it fits best: approximate substring matching after Sellers (<i>The theory and computation of evolutionary
 * distances: pattern recognition</i>, Journal of Algorithms 1, 1980), with affine costs for what is left out of the
 * source, so that one long omission is cheaper than many short ones, after Gotoh (<i>An improved algorithm for matching
 * biological sequences</i>, Journal of Molecular Biology 162, 1982). Under an ellipsis of the claim, leaving out is free.
 *
 * <p>Time and space are the product of the two lengths; {@link Budget} bounds it.
 */
final class Alignment {

    /** What happens to a token of the claim, of the source, or to one of each. */
    enum Op {
        /** Both are the same. */
        EQUAL,
        /** One side alone has a mark whose absence is typography: a full stop where two segments meet. */
        FREE,
        REPLACED,
        INSERTED,
        DELETED,
        /** A token of the source that an ellipsis of the claim stands for. */
        ELIDED,
        /** An ellipsis of the claim, behind all that it stands for. */
        ELLIPSIS
    }

    /**
     * One step.
     *
     * @param claim the token's number in the claim, -1 for none
     * @param source the token's number in the source, -1 for none
     */
    record Step(Op op, int claim, int source) {}

    /**
     * How many cells may be filled for one claim, over all its candidates; the first of them is laid against it in any
     * case, so that a very long quote is found again.
     */
    static final class Budget {
        private boolean untouched = true;
        private long cells;

        Budget(long cells) {
            this.cells = cells;
        }

        private boolean take(long wanted) {
            if (wanted > cells && !untouched) {
                return false;
            }
            untouched = false;
            cells -= wanted;
            return true;
        }
    }

    private static final int WORD = 2000;
    private static final int WORD_FOR_WORD = 3000;
    private static final int SPELLING = 1000;
    private static final int MARK = 500;
    /** Dearer than nothing but cheaper than a word, lest “she agrees” be laid beside “does not agree” without the “not”. */
    private static final int OMISSION = 1500;

    private static final int OMITTED_WORD = 200;
    private static final int OMITTED_MARK = 50;
    private static final int ELIDED_TOKEN = 1;
    private static final int NEVER = Integer.MAX_VALUE / 2;

    /** What may stand or not stand where two segments meet. */
    private static final String FREE_MARKS = ".,;:!-";

    private static final byte DIAGONAL = 0;
    private static final byte UP = 1;
    private static final byte GAP = 2;
    private static final byte LEFT = 3;
    private static final byte KIND = 3;
    private static final byte GAP_OPENED = 4;

    private final Claim claim;
    private final List<Token> source;
    private final int offset;

    private final int rows;
    private final int columns;
    private final int[] exact;
    private final int[] loose;
    private final int[] folded;
    private final boolean[] meeting;
    private final byte[] moves;

    private Alignment(Claim claim, List<Token> source, int offset) {
        this.claim = claim;
        this.source = source;
        this.offset = offset;
        this.rows = claim.tokens().size();
        this.columns = source.size();
        this.exact = new int[columns];
        this.loose = new int[columns];
        this.folded = new int[columns];
        this.meeting = new boolean[columns + 1];
        this.moves = new byte[(rows + 1) * (columns + 1)];
        for (int j = 0; j < columns; j++) {
            Token token = source.get(j);
            exact[j] = number(claim.exact(), token.key());
            loose[j] = number(claim.loose(), token.loose());
            folded[j] = number(claim.folded(), token.folded());
        }
        findMeetings();
    }

    private static int number(Map<String, Integer> numbers, String form) {
        Integer number = numbers.get(form);
        return number == null ? -1 : number;
    }

    /**
     * The steps that lay the claim against a part of the source, in order.
     *
     * @return null if the two share too little to be worth it, or the budget does not allow it
     */
    static @Nullable List<Step> of(Claim claim, List<Token> source, Budget budget) {
        Window window = Window.of(claim, source);
        if (window == null || !budget.take((claim.tokens().size() + 1L) * (window.to() - window.from() + 1L))) {
            return null;
        }
        Alignment alignment = new Alignment(claim, source.subList(window.from(), window.to()), window.from());
        return alignment.steps(alignment.fill());
    }

    /** The part of a long source that has most of the claim's words. */
    private record Window(int from, int to) {

        private static final int MARGIN = 256;
        private static final int LONG_CLAIM = 300;

        static @Nullable Window of(Claim claim, List<Token> source) {
            int[] wanted = new int[claim.folded().size()];
            int words = 0;
            for (Token token : claim.tokens()) {
                if (token.isWord()) {
                    wanted[number(claim.folded(), token.folded())]++;
                    words++;
                }
            }
            int width = Math.min(source.size(), 2 * claim.tokens().size() + MARGIN);
            int shared = 0;
            int most = 0;
            int from = 0;
            int[] numbers = new int[source.size()];
            for (int j = 0; j < numbers.length; j++) {
                Token token = source.get(j);
                numbers[j] = token.isWord() ? number(claim.folded(), token.folded()) : -1;
                if (numbers[j] >= 0 && wanted[numbers[j]]-- > 0) {
                    shared++;
                }
                int left = j - width;
                if (left >= 0 && numbers[left] >= 0 && ++wanted[numbers[left]] > 0) {
                    shared--;
                }
                if (shared > most) {
                    most = shared;
                    from = Math.max(0, left + 1);
                }
            }
            // Less than this cannot come out as close. Of a long claim, most must be there or most of the source:
            // otherwise
            // a claim of nothing but frequent words would be laid against everything.
            boolean worthIt =
                    most > 0 && (most * 3 >= words || (words <= LONG_CLAIM ? most >= 6 : most * 2 >= source.size()));
            if (!worthIt) {
                return null;
            }
            int to = Math.min(source.size(), from + width);
            return new Window(Math.max(0, to - width), to);
        }
    }

    /** Between the last word of a segment and the first of the next, marks come and go. */
    private void findMeetings() {
        for (int j = 1; j < columns; j++) {
            if (source.get(j - 1).segment() != source.get(j).segment()) {
                meeting[j] = true;
                for (int k = j - 1; k >= 0 && source.get(k).isMark(FREE_MARKS); k--) {
                    meeting[k] = true;
                }
                for (int k = j; k < columns && source.get(k).isMark(FREE_MARKS); k++) {
                    meeting[k + 1] = true;
                }
            }
        }
    }

    private boolean isFree(int j) {
        return meeting[j] && meeting[j + 1] && source.get(j).isMark(FREE_MARKS);
    }

    /** Fills the table row by row and returns the column where the claim ends best. */
    private int fill() {
        int[] above = new int[columns + 1];
        int[] row = new int[columns + 1];
        for (int i = 1; i <= rows; i++) {
            if (claim.tokens().get(i - 1).kind() == Token.Kind.ELLIPSIS) {
                fillEllipsis(i, above, row);
            } else {
                fillToken(i, above, row);
            }
            int[] next = above;
            above = row;
            row = next;
        }
        int best = 0;
        for (int j = 1; j <= columns; j++) {
            if (above[j] < above[best]) {
                best = j;
            }
        }
        return best;
    }

    private void fillEllipsis(int i, int[] above, int[] row) {
        int gap = NEVER;
        row[0] = above[0];
        moves[i * (columns + 1)] = UP;
        for (int j = 1; j <= columns; j++) {
            boolean opened = row[j - 1] <= gap;
            gap = Math.min(row[j - 1], gap) + ELIDED_TOKEN;
            int best = above[j];
            byte move = UP;
            if (source.get(j - 1).kind() == Token.Kind.ELLIPSIS && above[j - 1] <= best) {
                best = above[j - 1];
                move = DIAGONAL;
            }
            if (gap < best) {
                best = gap;
                move = GAP;
            }
            row[j] = best;
            moves[i * (columns + 1) + j] = (byte) (move | (opened ? GAP_OPENED : 0));
        }
    }

    private void fillToken(int i, int[] above, int[] row) {
        Token token = claim.tokens().get(i - 1);
        int exactKey = number(claim.exact(), token.key());
        int looseKey = number(claim.loose(), token.loose());
        int foldedKey = number(claim.folded(), token.folded());
        int insertion = token.isWord() ? WORD : MARK;
        boolean freeMark = token.isMark(FREE_MARKS);
        int gap = NEVER;
        row[0] = above[0] + insertion;
        moves[i * (columns + 1)] = UP;
        for (int j = 1; j <= columns; j++) {
            Token other = source.get(j - 1);
            int omitted = other.isWord() ? OMITTED_WORD : OMITTED_MARK;
            boolean opened = row[j - 1] + OMISSION <= gap;
            gap = Math.min(row[j - 1] + OMISSION, gap) + omitted;

            int pair;
            if (exact[j - 1] == exactKey || (loose[j - 1] == looseKey && (token.opens() || other.opens()))) {
                pair = 0;
            } else if (token.isWord() && other.isWord()) {
                pair = folded[j - 1] == foldedKey ? SPELLING : WORD_FOR_WORD;
            } else {
                pair = token.isWord() || other.isWord() ? NEVER : MARK + 1;
            }
            int best = above[j - 1] + pair;
            byte move = DIAGONAL;
            int up = above[j] + (freeMark && meeting[j] ? 0 : insertion);
            if (up < best) {
                best = up;
                move = UP;
            }
            if (gap < best) {
                best = gap;
                move = GAP;
            }
            if (!other.isWord()) {
                int left = row[j - 1] + (isFree(j - 1) ? 0 : MARK);
                if (left < best) {
                    best = left;
                    move = LEFT;
                }
            }
            row[j] = best;
            moves[i * (columns + 1) + j] = (byte) (move | (opened ? GAP_OPENED : 0));
        }
    }

    private List<Step> steps(int end) {
        List<Step> steps = new ArrayList<>();
        int i = rows;
        int j = end;
        boolean inGap = false;
        while (i > 0) {
            Token token = claim.tokens().get(i - 1);
            boolean ellipsis = token.kind() == Token.Kind.ELLIPSIS;
            byte move = moves[i * (columns + 1) + j];
            int kind = inGap ? GAP : move & KIND;
            switch (kind) {
                case DIAGONAL -> {
                    boolean equal = ellipsis || isEqual(token, j - 1);
                    steps.add(new Step(equal ? Op.EQUAL : Op.REPLACED, i - 1, offset + j - 1));
                    i--;
                    j--;
                }
                case UP -> {
                    boolean free = token.isMark(FREE_MARKS) && meeting[j] && j > 0;
                    steps.add(new Step(ellipsis ? Op.ELLIPSIS : free ? Op.FREE : Op.INSERTED, i - 1, -1));
                    i--;
                }
                case LEFT -> {
                    steps.add(new Step(isFree(j - 1) ? Op.FREE : Op.DELETED, -1, offset + j - 1));
                    j--;
                }
                default -> {
                    steps.add(new Step(ellipsis ? Op.ELIDED : Op.DELETED, -1, offset + j - 1));
                    inGap = (move & GAP_OPENED) == 0;
                    j--;
                }
            }
        }
        Collections.reverse(steps);
        return steps;
    }

    private boolean isEqual(Token token, int j) {
        return exact[j] == number(claim.exact(), token.key())
                || (loose[j] == number(claim.loose(), token.loose())
                        && (token.opens() || source.get(j).opens()));
    }
}
