package org.verbatim.extraction;

import org.junit.jupiter.api.Test;

/** Prints the figures; run by {@code mvn test -Pevaluation} only. */
class EvaluationReport {

    @Test
    void print() {
        Evaluation.main(new String[0]);
    }
}
