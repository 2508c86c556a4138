package org.verbatim.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FoldingTest {
    @ParameterizedTest
    @EnumSource
    void isDescribedInOneLine(Folding folding) {
        assertThat(folding.description()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
    }
}
