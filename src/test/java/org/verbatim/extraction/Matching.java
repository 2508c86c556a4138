package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/**
 * Which found record is which record of the gold dossier: one to one, greedily, those with the greatest overlap first.
 *
 * @param missed gold records that were not found
 * @param superfluous found records that are none
 */
record Matching<T>(List<Pair<T>> pairs, List<T> missed, List<T> superfluous) {

    record Pair<T>(T gold, T found) {}

    /**
     * Matches two lists.
     *
     * @param overlap of a gold and a found record; 0 where they cannot be the same
     * @param least the smallest overlap that makes a pair; 0 itself never does
     */
    static <T> Matching<T> of(List<T> gold, List<T> found, ToDoubleBiFunction<T, T> overlap, double least) {
        record Candidate(int gold, int found, double overlap) {}
        List<Candidate> candidates = new ArrayList<>();
        for (int g = 0; g < gold.size(); g++) {
            for (int f = 0; f < found.size(); f++) {
                double shared = overlap.applyAsDouble(gold.get(g), found.get(f));
                if (shared > 0 && shared >= least) {
                    candidates.add(new Candidate(g, f, shared));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::overlap).reversed());
        Set<Integer> takenGold = new HashSet<>();
        Set<Integer> takenFound = new HashSet<>();
        List<Pair<T>> pairs = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!takenGold.contains(candidate.gold()) && !takenFound.contains(candidate.found())) {
                takenGold.add(candidate.gold());
                takenFound.add(candidate.found());
                pairs.add(new Pair<>(gold.get(candidate.gold()), found.get(candidate.found())));
            }
        }
        return new Matching<>(pairs, others(gold, takenGold), others(found, takenFound));
    }

    Score score() {
        return new Score(pairs.size() + missed.size(), pairs.size() + superfluous.size(), pairs.size());
    }

    private static <T> List<T> others(List<T> all, Set<Integer> taken) {
        List<T> others = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!taken.contains(i)) {
                others.add(all.get(i));
            }
        }
        return others;
    }
}
