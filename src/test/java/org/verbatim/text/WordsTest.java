package org.verbatim.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    l’OIM                             | l oim
                    À L’ÉTRANGER : où ?               | a l etranger ou
                    cœur Œuvre ex æquo Straße STRAẞE  | coeur oeuvre ex aequo strasse strasse
                    100 millions, 2,5 % et 10²        | 100 millions 2 5 et 10
                    déjà                            | deja
                    mi\u00ADgra\u00ADtion               | migration
                    ﬁnancement Ｆｕｌｌ                 | financement full
                    İstanbul ΟΔΟΣ οδος                | istanbul οδοσ οδοσ
                    Łódź Ørsted Đoković               | lodz orsted dokovic
                    Hawaiʻi jusqu’au-delà             | hawai i jusqu au dela
                    ١٢٣ Марокко 移民                   | ١٢٣ марокко 移民
                    """)
    void folds(String text, String words) {
        assertThat(Words.fold(text)).containsExactly(words.split(" "));
    }

    @Test
    void foldedTextIsForLike() {
        assertThat(Words.foldedText("Résilience de l’OIM !")).isEqualTo(" resilience de l oim ");
        assertThat(Words.foldedText("100%_")).isEqualTo(" 100 ");
        assertThat(Words.foldedText("…")).isEqualTo(" ");
        assertThat(Words.fold("")).isEmpty();
    }

    @Test
    void decomposedAndComposedAreTheSame() {
        assertThat(Words.fold("e\u0301te\u0301 한")).isEqualTo(Words.fold("été \u1112\u1161\u11AB"));
    }

    @Test
    void takesHostileText() {
        assertThat(Words.fold("a\0b\uD83Dc\uDE00\u0007")).containsExactly("a", "b", "c");
        assertThat(Words.fold("e" + "\u0301".repeat(1_000_000))).containsExactly("e");
    }

    @Property
    @Domain(Texts.class)
    void neverThrowsAndFoldsOnlyOnce(@ForAll String text) {
        String folded = Words.foldedText(text);
        assertThat(Words.foldedText(folded)).isEqualTo(folded);
    }

    @Property
    @Domain(Texts.class)
    void wordsAreWhole(@ForAll String text) {
        assertThat(Words.fold(text)).allSatisfy(word -> {
            assertThat(word).isNotEmpty();
            assertThat(word.codePoints()).allMatch(Character::isLetterOrDigit);
        });
    }
}
