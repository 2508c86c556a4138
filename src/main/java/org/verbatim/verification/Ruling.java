package org.verbatim.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a claim, and the matches it rests on, best first.
 *
 * @param verdict that of the first match
 */
record Ruling(Verdict verdict, List<Judgement> matches) {

    private static final int MOST_MATCHES = 5;

    /**
     * Rules on what the judge found.
     *
     * @param judgements best first
     * @param claimed the ids of the agents whom the claim can mean; empty if nobody is known by that name, null if it
     *     names no speaker
     */
    static Ruling of(List<Judgement> judgements, @Nullable Set<String> claimed) {
        List<Judgement> ranked = judgements.stream()
                .sorted(Comparator.comparingInt(judgement -> rank(judgement, claimed)))
                .toList();
        Set<String> quotes = new HashSet<>();
        List<Judgement> matches = new ArrayList<>();
        for (Judgement judgement : ranked) {
            String quote = judgement.source().quote();
            // What a quote has need not be shown a second time as a part of the article.
            boolean again = quote == null ? matches.stream().anyMatch(judgement::overlaps) : !quotes.add(quote);
            if (!again && matches.size() < MOST_MATCHES) {
                matches.add(judgement);
            }
        }
        return new Ruling(matches.isEmpty() ? Verdict.NOT_FOUND : verdict(matches.get(0), claimed), matches);
    }

    private static Verdict verdict(Judgement judgement, @Nullable Set<String> claimed) {
        Source source = judgement.source();
        boolean own = claimed == null || (source.speaker() != null && claimed.contains(source.speaker()));
        return switch (judgement.fidelity()) {
            case SAME -> source.direct() ? own ? Verdict.VERBATIM : Verdict.MISATTRIBUTED : Verdict.REPORTED;
            case ELIDED -> source.direct() ? own ? Verdict.ELIDED : Verdict.MISATTRIBUTED : Verdict.REPORTED;
            case SHORT -> Verdict.REPORTED;
            case CHANGED -> Verdict.ALTERED;
        };
    }

    /** The same words in an article's prose explain a claim better than similar words in a quote. */
    private static int rank(Judgement judgement, @Nullable Set<String> claimed) {
        if (judgement.fidelity() == Judgement.Fidelity.SHORT) {
            return 5;
        }
        return switch (verdict(judgement, claimed)) {
            case VERBATIM -> 0;
            case ELIDED -> 1;
            case MISATTRIBUTED -> 2;
            case REPORTED -> 3;
            default -> 4;
        };
    }
}
