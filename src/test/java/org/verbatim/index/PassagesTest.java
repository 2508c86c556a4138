package org.verbatim.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.verbatim.index.IndexedDocument.Piece;
import org.verbatim.index.Passages.Mark;
import org.verbatim.text.Span;

class PassagesTest {
    static final String TEXT = "La visite a duré une semaine. M. Nasser Bourita, ministre, a reçu Mme Pope à Rabat le"
            + " lundi. « Nous voulons plus que des promesses ! » a-t-elle dit avec beaucoup de force devant la presse"
            + " venue nombreuse. Elle est partie.\nUn dernier mot.";

    static Passages of(String text) {
        return Passages.of(List.of(new Piece(text, 0)));
    }

    static String shown(String text, List<Span> marks) {
        List<Mark> asked = new ArrayList<>();
        marks.forEach(span -> asked.add(new Mark(span, asked.size())));
        return text(text, of(text).snippet(asked));
    }

    static String text(String text, @org.jspecify.annotations.Nullable Span span) {
        int[] codePoints = text.codePoints().toArray();
        return new String(codePoints, Objects.requireNonNull(span).start(), span.length());
    }

    static Span word(String text, String word) {
        int start = text.codePointCount(0, text.indexOf(word));
        return new Span(start, start + word.codePointCount(0, word.length()));
    }

    @Test
    void beginWithTheSentence() {
        assertThat(shown(TEXT, List.of(word(TEXT, "Rabat"))))
                .startsWith("M. Nasser Bourita")
                .endsWith("Elle est partie.");
        assertThat(shown(TEXT, List.of(word(TEXT, "Elle"), word(TEXT, "dernier"))))
                .startsWith("« Nous voulons")
                .endsWith("Un dernier mot.");
    }

    @Test
    void showMostOfWhatWasAsked() {
        assertThat(shown(TEXT, List.of(word(TEXT, "Bourita"), word(TEXT, "force"))))
                .contains("Bourita", "force");
        assertThat(shown(TEXT, List.of(word(TEXT, "visite"), word(TEXT, "nombreuse"), word(TEXT, "dernier"))))
                .contains("nombreuse", "dernier");
    }

    @Test
    void showTheBeginningWhenNothingWasAsked() {
        assertThat(shown(TEXT, List.of())).startsWith("La visite");
        assertThat(Passages.of(List.of()).snippet(List.of())).isNull();
        assertThat(Passages.of(List.of()).whole()).isNull();
    }

    @Test
    void areReadAsTheyWereWritten() {
        Passages passages = Passages.of(List.of(new Piece(TEXT, 100), new Piece("🎙️ Fin. Et fin", 1000)));
        Passages read = Passages.decoded(passages.encoded());
        assertThat(read.whole()).isEqualTo(passages.whole()).isEqualTo(new Span(100, 1014));
        assertThat(read.encoded()).isEqualTo(passages.encoded());
        assertThat(read.within(new Span(330, 1003)))
                .containsExactly(new Span(330, 100 + TEXT.length()), new Span(1000, 1003));
    }

    @Test
    void neverExceedTheirLengthWhateverTheText() {
        Random random = new Random(1);
        String alphabet = "aé \n.!»\u00A0😀";
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(600); i > 0; i--) {
                int dice = random.nextInt(round % 2 == 0 ? 40 : 10);
                text.appendCodePoint(alphabet.codePointAt(alphabet.offsetByCodePoints(0, dice < 9 ? dice : 0)));
            }
            Passages passages = of(text.toString());
            int length = text.codePointCount(0, text.length());
            for (int i = 0; i < 5 && length > 1; i++) {
                int start = random.nextInt(length - 1);
                Span span = new Span(start, start + 1 + random.nextInt(length - start - 1 + 1));
                Span snippet = passages.snippet(List.of(new Mark(new Span(start, start + 1), 0)));
                if (snippet != null) {
                    assertThat(snippet.length()).isBetween(1, Passages.SNIPPET);
                    assertThat(snippet.end()).isLessThanOrEqualTo(length);
                    assertThat(passages.around(span).contains(span)).isTrue();
                    assertThat(passages.within(span)).containsExactly(span);
                }
            }
        }
    }
}
