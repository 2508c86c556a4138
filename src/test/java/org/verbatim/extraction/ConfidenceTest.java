package org.verbatim.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.verbatim.article.Confidence;

/** What {@code extraction/rules.txt} says of each rule is what is measured on the development set. */
class ConfidenceTest {

    /** From fewer records nothing can be told. */
    private static final int FEWEST = 5;

    @Test
    void eachRuleIsAsSureAsMeasured() {
        Map<String, Confidence> measured = new TreeMap<>();
        Map<String, Confidence> stated = new TreeMap<>();
        Evaluation.developmentSet(new Extractor()).rules().forEach((rule, score) -> {
            measured.put(rule, confidence(score));
            stated.put(rule, Objects.requireNonNull(Rules.extraction(rule).confidence()));
        });
        assertThat(stated).isEqualTo(measured);
    }

    private static Confidence confidence(Score score) {
        if (score.found() < FEWEST) {
            return Confidence.LOW;
        }
        return score.precision() >= 95 ? Confidence.HIGH : score.precision() >= 80 ? Confidence.MEDIUM : Confidence.LOW;
    }
}
