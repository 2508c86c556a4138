package org.verbatim.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the one box takes for a claim. */
class BoxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pacte mondial | SHORT",
                "« Pacte mondial » | SHORT",
                "« le Maroc reste un partenaire » | IN_MARKS",
                "“We must act right now.” | IN_MARKS",
                "“We must act right now”. | IN_MARKS",
                "\"We must act right now\" | IN_MARKS",
                "partenaires \"Pacte mondial\" de Rabat | SHORT",
                "one two three four five six seven eight | SHORT",
                "one two three four five six seven eight nine | LONG",
                "one – two – three – four – five – six | SHORT",
            })
    void guesses(String text, Box.Reason reason) {
        assertThat(Box.guess(text)).isEqualTo(reason);
    }

    @Test
    void doesAsItIsTold() {
        assertThat(Box.of("Pacte", null, Box.As.VERIFY).isVerified()).isTrue();
        assertThat(Box.of("“We must act right now”", null, Box.As.SEARCH).isVerified())
                .isFalse();
        assertThat(Box.of("Pacte mondial", "Amy Pope", Box.As.AUTO).isVerified())
                .as("who names a speaker has a claim")
                .isTrue();
    }
}
