package org.verbatim.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.verbatim.text.Folding.APOSTROPHES;
import static org.verbatim.text.Folding.CANONICAL_COMPOSITION;
import static org.verbatim.text.Folding.DASHES;
import static org.verbatim.text.Folding.ELLIPSIS;
import static org.verbatim.text.Folding.FULL_WIDTH_FORMS;
import static org.verbatim.text.Folding.INVISIBLES;
import static org.verbatim.text.Folding.LIGATURES;
import static org.verbatim.text.Folding.QUOTATION_MARKS;
import static org.verbatim.text.Folding.SPACES;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisedTextTest {
    private static final int MILLION = 1_000_000;

    static Stream<Arguments> foldings() {
        return Stream.of(
                folded("« mot »", "\"mot\"", QUOTATION_MARKS, SPACES),
                folded("“mot” „mot‟ 「mot」", "\"mot\"\"mot\"\"mot\"", QUOTATION_MARKS, SPACES),
                folded("''mot''", "\"mot\"", QUOTATION_MARKS),
                folded("dit \"mot\" et", "dit\"mot\"et", SPACES),
                folded("migration », a", "migration\", a", QUOTATION_MARKS, SPACES),
                folded("l’OIM l‘OIM lʼOIM l`OIM l´OIM", "l'OIM l'OIM l'OIM l'OIM l'OIM", APOSTROPHES),
                folded("les amis’ mots", "les amis' mots", APOSTROPHES),
                folded(" un\u00A0\u202F deux\r\n\ttrois\u2009", "un deux trois", SPACES),
                folded("Quoi ? 10 %, 5 € ; 6 $ !", "Quoi? 10%, 5€; 6$!", SPACES),
                folded("100\u202F000", "100 000", SPACES),
                folded("mi\u00ADgra\u200Btion\uFEFF \u2066x\u2069", "migration x", INVISIBLES),
                folded("a \u200B b", "a b", INVISIBLES, SPACES),
                folded("co\u200Cop\u200Der", "cooper", INVISIBLES),
                folded("\u200D1\u200D2, \u200C3", "12, 3", INVISIBLES),
                folded("au‐delà 2018–2020 −5", "au-delà 2018-2020 -5", DASHES),
                folded("mot – mot", "mot - mot", DASHES),
                folded("mot—mot", "mot - mot", DASHES),
                folded("mot — mot", "mot - mot", DASHES),
                folded("mot--mot", "mot - mot", DASHES),
                folded("— Oui —", "- Oui -", DASHES),
                folded("vital… et", "vital... et", ELLIPSIS),
                folded("e\u0301te\u0301", "été", CANONICAL_COMPOSITION),
                folded("e\u00AD\u0301", "é", CANONICAL_COMPOSITION, INVISIBLES),
                folded("\u1112\u1161\u11AB", "한", CANONICAL_COMPOSITION),
                folded("\u212B\u037E", "Å;", CANONICAL_COMPOSITION),
                folded("ﬁnance aﬀaires ﬆ", "finance affaires st", LIGATURES),
                folded("ﬁ\u0301", "fí", LIGATURES, CANONICAL_COMPOSITION),
                folded("Ａ１？＂", "A1?\"", FULL_WIDTH_FORMS));
    }

    @ParameterizedTest
    @MethodSource("foldings")
    void folds(String original, String normalised, Folding... applied) {
        assertThat(NormalisedText.of(original).text()).isEqualTo(normalised);
        assertThat(NormalisedText.of(original).applied()).containsExactlyInAnyOrder(applied);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Le cœur, ex æquo; l'été",
                "10² m, ½, 1ᵉʳ, H₂O",
                "a - b, c-d",
                "PAS pas Pas",
                "(oui) [non] a/b",
                "...",
                "می\u200Cخواهم",
                "👩\u200D💻",
                "क्\u200Dष",
                "a\0b"
            })
    void keeps(String text) {
        assertThat(NormalisedText.of(text).text()).isEqualTo(text);
        assertThat(NormalisedText.of(text).applied()).isEmpty();
    }

    @Test
    void refusesHalfACharacter() {
        assertThatIllegalArgumentException().isThrownBy(() -> NormalisedText.of("a\uD83D"));
    }

    @Test
    void theSplitQuoteIsTheSameHoweverItIsTyped() {
        String typed = "\"Le Maroc, pays champion du Pacte mondial sur les migrations (GCM), est un partenaire"
                + " essentiel et un mode\u0300le de\u00A0leadership sur la scène internationale en matière de"
                + " migration\", a déclaré la Directrice générale Pope. \"Sa vision centrée sur l'humain\u00A0montre";
        NormalisedText article = NormalisedText.of(Texts.FIRST_ARTICLE);
        NormalisedText claim = NormalisedText.of(typed);
        Span found = only(article, claim.text());
        String original = Texts.FIRST_ARTICLE.slice(article.original(found));
        assertThat(original)
                .startsWith("«Le Maroc, pays champion")
                .contains("migration », a déclaré", "Pope. « Sa vision", "l’humain")
                .endsWith("montre");
        assertThat(claim.applied()).containsExactly(SPACES, CANONICAL_COMPOSITION);
        assertThat(NormalisedText.of(original).applied()).containsExactly(QUOTATION_MARKS, APOSTROPHES, SPACES);
    }

    @Test
    void theWayBackLeavesOutWhatWasDropped() {
        SourceText text = SourceText.of("😀 dit : « un\u00AD ﬁn… »\n");
        NormalisedText normalised = NormalisedText.of(text);
        assertThat(normalised.text()).isEqualTo("😀 dit:\"un fin...\"");
        assertThat(text.slice(normalised.original(only(normalised, "dit:\"un"))))
                .isEqualTo("dit : « un");
        assertThat(text.slice(normalised.original(only(normalised, "un")))).isEqualTo("un");
        assertThat(text.slice(normalised.original(only(normalised, "fin...")))).isEqualTo("ﬁn…");
        assertThat(text.slice(normalised.original(new Span(11, 12))))
                .as("half a ligature")
                .isEqualTo("ﬁ");
        assertThat(normalised.original(new Span(0, normalised.length()))).isEqualTo(new Span(0, text.length() - 1));
    }

    @Test
    void theSpacesOfADashAreItsOwnOnlyWhereNoneAreWritten() {
        NormalisedText written = NormalisedText.of("mot — mot");
        assertThat(written.original(new Span(3, 4))).isEqualTo(new Span(3, 4));
        assertThat(written.original(new Span(5, 6))).isEqualTo(new Span(5, 6));
        NormalisedText implied = NormalisedText.of("mot—mot");
        assertThat(implied.original(new Span(3, 4))).isEqualTo(new Span(3, 4));
        assertThat(implied.original(new Span(5, 6))).isEqualTo(new Span(3, 4));
    }

    @Test
    void theWayThereTakesInWhatItTouches() {
        NormalisedText text = NormalisedText.of("e\u0301 « x…");
        assertThat(text.text()).isEqualTo("é\"x...");
        assertThat(text.normalised(new Span(1, 2))).as("the accent").isEqualTo(new Span(0, 1));
        assertThat(text.normalised(new Span(2, 3))).as("a dropped space").isEqualTo(new Span(1, 1));
        assertThat(text.normalised(new Span(2, 6))).isEqualTo(new Span(1, 3));
        assertThat(text.normalised(new Span(6, 7))).isEqualTo(new Span(3, 6));
        assertThat(text.normalised(new Span(7, 7))).isEqualTo(new Span(6, 6));
    }

    @Test
    void outsideThereIsNothing() {
        NormalisedText text = NormalisedText.of("a  b");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> text.original(new Span(0, 4)));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> text.normalised(new Span(0, 5)));
        assertThat(text.original(new Span(3, 3))).isEqualTo(new Span(4, 4));
    }

    @ParameterizedTest
    @MethodSource("org.verbatim.text.Texts#articles")
    void everyWordOfAnArticleFindsItsWayBack(SourceText article) {
        NormalisedText normalised = NormalisedText.of(article);
        assertThat(normalised.text()).doesNotContainPattern("[«»’\\n\\u00A0]|  ");
        int[] codePoints = normalised.text().codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            if (Character.isLetterOrDigit(codePoints[i])) {
                assertThat(article.slice(normalised.original(new Span(i, i + 1))))
                        .isEqualTo(Character.toString(codePoints[i]));
            }
        }
        assertThat(Words.fold(normalised.text())).isEqualTo(Words.fold(article.toString()));
    }

    /** Every character, with neighbours that matter. */
    @Test
    void isIdempotentForEveryCharacter() {
        characters()
                .map(c -> "a" + c + "\u0301 " + c + " " + c + "\u0338'" + c + c + "'\u200D" + c)
                .forEach(text -> {
                    String once = NormalisedText.of(text).text();
                    assertThat(NormalisedText.of(once).text()).isEqualTo(once);
                });
    }

    @Test
    void everyCharacterIsTheSameDecomposed() {
        characters().forEach(c -> {
            String decomposed = Normalizer.normalize(c, Normalizer.Form.NFD);
            assertThat(NormalisedText.of(decomposed).text())
                    .isEqualTo(NormalisedText.of(c).text());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0301",
                "\u0301\u0323",
                "\0",
                "mot ",
                "(",
                "…",
                " ",
                "-\u00AD",
                "'",
                "\u200D",
                "\u202E",
                "ﬃ",
                "\u1161"
            })
    void takesAMillionOfThem(String unit) {
        String text = "e" + unit.repeat(MILLION / unit.length());
        NormalisedText normalised = assertTimeout(Duration.ofSeconds(5), () -> NormalisedText.of(text));
        assertThat(normalised.original(new Span(0, normalised.length())).start())
                .isZero();
    }

    @Property
    @Domain(Texts.class)
    void isIdempotent(@ForAll SourceText text) {
        String once = NormalisedText.of(text).text();
        assertThat(NormalisedText.of(once).text()).isEqualTo(once);
        assertThat(NormalisedText.of(once).applied()).isEmpty();
    }

    @Property
    @Domain(Texts.class)
    void saysWhatItDid(@ForAll SourceText text) {
        NormalisedText normalised = NormalisedText.of(text);
        assertThat(normalised.applied().isEmpty()).isEqualTo(normalised.text().equals(text.toString()));
    }

    @Property
    @Domain(Texts.class)
    void canonicallyEquivalentTextsAreTheSame(@ForAll SourceText text) {
        assumeThat(hasLongRunOfMarks(text)).isFalse();
        String normalised = NormalisedText.of(text).text();
        for (Normalizer.Form form : new Normalizer.Form[] {Normalizer.Form.NFC, Normalizer.Form.NFD}) {
            assertThat(NormalisedText.of(Normalizer.normalize(text.toString(), form))
                            .text())
                    .isEqualTo(normalised);
        }
        assertThat(Normalizer.isNormalized(normalised, Normalizer.Form.NFC)).isTrue();
    }

    @Property
    @Domain(Texts.class)
    void theMapIsMonotone(@ForAll SourceText text) {
        NormalisedText normalised = NormalisedText.of(text);
        Span last = new Span(0, 0);
        for (int i = 0; i < normalised.length(); i++) {
            Span original = normalised.original(new Span(i, i + 1));
            assertThat(original.isEmpty()).isFalse();
            assertThat(original.start()).isGreaterThanOrEqualTo(last.start());
            assertThat(original.end()).isGreaterThanOrEqualTo(last.end()).isLessThanOrEqualTo(text.length());
            assertThat(normalised.normalised(original).contains(i)).isTrue();
            last = original;
        }
    }

    @Property
    @Domain(Texts.class)
    void theOriginalOfASpanNormalisesToThatSpan(@ForAll Tuple2<SourceText, Span> place) {
        assumeThat(hasLongRunOfMarks(place.get1())).isFalse();
        NormalisedText text = NormalisedText.of(place.get1());
        Span touched = text.normalised(place.get2());
        assumeThat(touched.isEmpty()).isFalse();
        Span original = text.original(touched);
        Span span = text.normalised(original);
        assertThat(span.contains(touched)).isTrue();
        assertThat(text.original(span)).isEqualTo(original);
        String expected = text.slice(span);
        // what depends on the character before it is not for a slice to say
        assumeThat(expected).doesNotStartWith("\u200D").doesNotStartWith("\u200C");
        assumeThat(CodePoints.isMark(expected.codePointAt(0))).isFalse();
        assertThat(NormalisedText.of(text.source().slice(original)).text()).isEqualTo(expected.replaceAll("^ | $", ""));
    }

    private static Stream<String> characters() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> switch (Character.getType(c)) {
                    case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
                    default -> true;
                })
                .mapToObj(Character::toString);
    }

    private static Arguments folded(String original, String normalised, Folding... applied) {
        return arguments(original, normalised, applied);
    }

    private static boolean hasLongRunOfMarks(SourceText text) {
        return Arrays.stream(text.toString().replaceAll("\\p{Cf}", "").split("\\P{M}+"))
                .anyMatch(run -> CodePoints.count(run) > 20);
    }

    private static Span only(NormalisedText text, String part) {
        var found = SourceText.of(text.text()).occurrences(part, 2);
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
