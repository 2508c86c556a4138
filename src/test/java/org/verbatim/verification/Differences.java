package org.verbatim.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Collectors;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/** What holds of every difference. */
final class Differences {

    private Differences() {}

    /** Both sides can be put together again, and each entry stands where it says. */
    static void assertRebuilds(Judgement judgement, SourceText claim) {
        SourceText text = judgement.source().wording().text();
        assertThat(judgement.difference().stream()
                        .map(Difference::claimed)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining()))
                .isEqualTo(claim.toString());
        assertThat(judgement.difference().stream()
                        .map(Difference::source)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining()))
                .isEqualTo(judgement.matched().stream().map(text::slice).collect(Collectors.joining()));
        for (Difference entry : judgement.difference()) {
            assertThat(entry.source() == null && entry.claimed() == null).isFalse();
            if (entry.source() != null) {
                Span span = new Span(entry.sourceStart(), entry.sourceEnd());
                assertThat(text.slice(span)).isEqualTo(entry.source());
                assertThat(judgement.matched()).anyMatch(matched -> matched.contains(span));
            }
        }
    }
}
