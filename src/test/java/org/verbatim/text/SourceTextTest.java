package org.verbatim.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

class SourceTextTest {
    @Test
    void countsCodePoints() {
        SourceText text = SourceText.of("a😀b");
        assertThat(text.length()).isEqualTo(3);
        assertThat(text.slice(1, 2)).isEqualTo("😀");
        assertThat(text.slice(new Span(2, 3))).isEqualTo("b");
        assertThat(text.charIndex(2)).isEqualTo(3);
        assertThat(text.codePointAt(1)).isEqualTo(0x1F600);
        assertThat(text.codePointIndex(3)).isEqualTo(2);
        assertThat(text.codePointIndex(2)).as("second half of the pair").isEqualTo(1);
    }

    @Test
    void refusesLoneSurrogatesAndSaysWhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceText.of("😀a\uDE00"))
                .withMessage("lone surrogate U+DE00 at code point 2");
        assertThatIllegalArgumentException().isThrownBy(() -> SourceText.of("\uD83D"));
    }

    @Test
    void refusesWhatLiesOutside() {
        SourceText text = SourceText.of("a😀b");
        for (Span span : new Span[] {new Span(0, 4), new Span(4, 4)}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> text.slice(span));
        }
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> text.charIndex(-1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> text.codePointIndex(5));
    }

    @Test
    void occurrencesOverlap() {
        assertThat(SourceText.of("😀aaa").occurrences("aa", 9)).containsExactly(new Span(1, 3), new Span(2, 4));
        assertThat(SourceText.of("😀aaa").occurrences("aa", 1)).containsExactly(new Span(1, 3));
        assertThat(SourceText.of("aaa").occurrences("aa", 0)).isEmpty();
        assertThat(SourceText.of("abcab").occurrences("abd", 9)).isEmpty();
    }

    @Test
    void halfACharacterStandsNowhere() {
        assertThat(SourceText.of("😀").occurrences("\uD83D", 9)).isEmpty();
    }

    @Test
    void nothingCannotBeLookedFor() {
        assertThatIllegalArgumentException().isThrownBy(() -> SourceText.of("a").occurrences("", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> SourceText.of("a").occurrences("a", -1));
    }

    @Property
    @Domain(Texts.class)
    void offsetsGoThereAndBack(@ForAll SourceText text) {
        String chars = text.toString();
        int[] codePoints = chars.codePoints().toArray();
        assertThat(text.length()).isEqualTo(codePoints.length);
        assertThat(text.charIndex(text.length())).isEqualTo(chars.length());
        assertThat(text.codePointIndex(chars.length())).isEqualTo(text.length());
        for (int i = 0; i < codePoints.length; i++) {
            int charIndex = text.charIndex(i);
            assertThat(chars.codePointAt(charIndex)).isEqualTo(codePoints[i]);
            assertThat(text.codePointIndex(charIndex)).isEqualTo(i);
            assertThat(text.codePointIndex(charIndex + Character.charCount(codePoints[i]) - 1))
                    .isEqualTo(i);
        }
    }

    @Property
    @Domain(Texts.class)
    void occurrencesAreAllOfThem(@ForAll SourceText text, @ForAll SourceText other) {
        for (int length = 1; length <= Math.min(3, other.length()); length++) {
            String exact = other.slice(0, length);
            int width = length;
            assertThat(text.occurrences(exact, Integer.MAX_VALUE))
                    .containsExactlyElementsOf(IntStream.rangeClosed(0, text.length() - width)
                            .mapToObj(start -> new Span(start, start + width))
                            .filter(span -> text.slice(span).equals(exact))
                            .toList());
        }
    }

    /** Where the text and what is looked for repeat themselves, and where they do not. */
    @Property
    void longOccurrencesAreAllOfThem(
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 300) String repetitive,
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(max = 300) String varied,
            @ForAll @IntRange(max = 600) int start,
            @ForAll @IntRange(min = 1, max = 100) int length,
            @ForAll boolean shifted) {
        // U+0161 has the same remainder as “a”.
        String text = repetitive + varied + (shifted ? repetitive.replace('a', '\u0161') : repetitive);
        int begin = Math.min(start, Math.max(text.length() - length, 0));
        String exact = text.substring(begin, Math.min(begin + length, text.length()));
        Assume.that(!exact.isEmpty());
        assertThat(SourceText.of(text).occurrences(exact, Integer.MAX_VALUE))
                .containsExactlyElementsOf(IntStream.rangeClosed(0, text.length() - exact.length())
                        .filter(at -> text.startsWith(exact, at))
                        .mapToObj(at -> new Span(at, at + exact.length()))
                        .toList());
    }
}
