package org.verbatim.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElisionTest {

    @ParameterizedTest
    @CsvSource({
        "Amy Pope, d’Amy Pope",
        "Élise, d’Élise",
        "E\u0301lise, d’E\u0301lise",
        "OIM, d’OIM",
        "Œuvre, d’Œuvre",
        "Yves, d’Yves",
        "Yasmine, de Yasmine",
        "Y, de Y",
        "Hugo, de Hugo",
        "Maroc, de Maroc",
        "'', 'de '"
    })
    void deLosesItsVowelBeforeAnother(String name, String expected) {
        assertThat(Elision.de(name)).isEqualTo(expected);
    }
}
