package org.verbatim.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

class TextQuoteSelectorTest {
    @Test
    void describesWithContext() {
        SourceText text = Texts.SECOND_ARTICLE;
        Span span = text.occurrences("un soutien vital", 1).get(0);
        assertThat(TextQuoteSelector.describing(text, span))
                .isEqualTo(new TextQuoteSelector(
                        "un soutien vital", "itiative marocaine représente « ", " pour sauver des vies et favoris"));
    }

    @Test
    void contextGrowsUntilTheMatchIsUnique() {
        SourceText text = Texts.SECOND_ARTICLE;
        String headline = "Le Maroc, premier pays à contribuer au Fonds de Résilience de l’OIM";
        List<Span> twice = text.occurrences(headline, 9);
        assertThat(twice).hasSize(2);
        for (Span span : twice) {
            var selector = TextQuoteSelector.describing(text, span);
            assertThat(text.occurrences(selector.inContext(), 9)).hasSize(1);
            assertThat(Anchoring.anchor(text, selector)).isEqualTo(new Anchor.Found(span));
        }
    }

    @Test
    void contextKeepsMarksWithTheirLetter() {
        String marked = "e\u0301".repeat(40);
        SourceText text = SourceText.of("x" + marked + "QUOTE" + marked + "x");
        var selector =
                TextQuoteSelector.describing(text, text.occurrences("QUOTE", 1).get(0));
        assertThat(selector.prefix()).isEqualTo("e\u0301".repeat(16));
        assertThat(selector.suffix()).isEqualTo("e\u0301".repeat(16));
        SourceText shifted = SourceText.of("x" + marked + "'QUOTE'" + marked + "x");
        selector = TextQuoteSelector.describing(
                shifted, shifted.occurrences("QUOTE", 1).get(0));
        assertThat(selector.prefix()).isEqualTo("e\u0301".repeat(15) + "'");
        assertThat(selector.suffix()).isEqualTo("'" + "e\u0301".repeat(15));
    }

    @Test
    void nothingBesideIsNull() {
        assertThat(TextQuoteSelector.describing(SourceText.of("all"), new Span(0, 3)))
                .isEqualTo(new TextQuoteSelector("all", null, null))
                .isEqualTo(new TextQuoteSelector("all", "", ""));
    }

    @Test
    void anEmptySpanCannotBeDescribed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextQuoteSelector.describing(SourceText.of("a"), new Span(1, 1)));
    }

    @Test
    void staysQuickOnALongRepetition() {
        SourceText text = SourceText.of("a".repeat(500_000) + "b" + "a".repeat(500_000));
        Span span = new Span(700_000, 700_001);
        assertThat(Anchoring.anchor(text, TextQuoteSelector.describing(text, span)))
                .isEqualTo(new Anchor.Found(span));
    }

    @Property
    @Domain(Texts.class)
    void whatIsDescribedIsFoundAgain(@ForAll Tuple2<SourceText, Span> place) {
        SourceText text = place.get1();
        Span span = place.get2();
        assertThat(Anchoring.anchor(text, TextQuoteSelector.describing(text, span)))
                .isEqualTo(new Anchor.Found(span));
    }
}
