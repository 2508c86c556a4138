package org.verbatim.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void refusesWhatIsNoSpan() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(-1, 2)).withMessage("not a span: [-1, 2)");
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(3, 2));
    }

    @Test
    void endIsExclusive() {
        Span span = new Span(2, 5);
        assertThat(span.length()).isEqualTo(3);
        assertThat(span.contains(2)).isTrue();
        assertThat(span.contains(5)).isFalse();
        assertThat(span.contains(new Span(4, 5))).isTrue();
        assertThat(span.contains(new Span(5, 5))).isTrue();
        assertThat(span.contains(new Span(4, 6))).isFalse();
    }

    @Test
    void neighboursDoNotOverlap() {
        Span span = new Span(2, 5);
        assertThat(span.overlaps(new Span(5, 6))).isFalse();
        assertThat(span.overlaps(new Span(0, 2))).isFalse();
        assertThat(span.overlaps(new Span(4, 9))).isTrue();
        assertThat(span.overlaps(new Span(3, 3))).isFalse();
    }

    @Test
    void sortsByStartThenEnd() {
        assertThat(Stream.of(new Span(1, 3), new Span(0, 9), new Span(1, 2)).sorted())
                .containsExactly(new Span(0, 9), new Span(1, 2), new Span(1, 3));
    }
}
