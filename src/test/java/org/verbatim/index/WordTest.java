package org.verbatim.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordTest {
    static List<String> exact(String text) {
        return Word.of(text).stream().map(Word::exact).toList();
    }

    @Test
    void areInLowerCaseWithoutElidedArticles() {
        assertThat(exact("L’OIM, aujourd’hui : qu'elle s’adapte, jusqu’à l'École"))
                .containsExactly("oim", "aujourd'hui", "elle", "adapte", "à", "école");
        assertThat(exact("Don’t say O'Brien isn't the U.S. envoy")).contains("don't", "o'brien", "isn't", "u.s");
    }

    @Test
    void areTheSameHoweverTheyAreEncoded() {
        assertThat(exact("e\u0301le\u0300ve éle\u0300ve ﬁn dévelop\u00ADpement mi\u200Bgration œuvre"))
                .containsExactly("élève", "élève", "fin", "développement", "migration", "œuvre");
    }

    /** By UAX 29, a narrow no-break space would join two words, and a zero-width space part one. */
    @Test
    void areCutWherePeopleSeeThemEnd() {
        assertThat(exact("100\u202Fmillions d’euros\u202F: an\u200Bything\uFE0F o\u034Fff"))
                .containsExactly("100", "millions", "euros", "anything", "off");
        Word word = Word.of("1\u202F150\u202Fmi\u200Bgrants").get(2);
        assertThat(word.start()).isEqualTo(6);
        assertThat(word.end()).isEqualTo(15);
    }

    @Test
    void knowWhereTheyStandAfterTheElidedArticle() {
        String text = "🎙️ L’OIM";
        Word word = Word.of(text).stream()
                .filter(any -> any.exact().equals("oim"))
                .findFirst()
                .orElseThrow();
        assertThat(text.substring(word.start(), word.end())).isEqualTo("OIM");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, partenaires, partenaire",
        "fr, migratoires, migratoire",
        "fr, développements, developpement",
        "fr, internationales, international",
        "en, signed, signing",
        "en, dykes, dyke",
        "en, bangladesh's, bangladesh"
    })
    void ofOneStemShareIt(String language, String one, String other) {
        assertThat(Word.of(one).get(0).stemMark(language))
                .isEqualTo(Word.of(other).get(0).stemMark(language));
    }

    @Test
    void haveNoMarkThatIsASpelling() {
        for (Word word : Word.of("Développement des œuvres à l’étranger, ~fr~ dé~jà")) {
            assertThat(word.exact()).doesNotContain("~");
            assertThat(word.marks("fr")).allMatch(mark -> mark.startsWith("~"));
        }
        assertThat(Word.of("à").get(0).marks("fr")).containsExactly("~a");
        assertThat(Word.of("de").get(0).marks("fr")).isEmpty();
        assertThat(Word.of("maison").get(0).marks("de")).isEmpty();
    }

    @Test
    void makePairsInTheirOrder() {
        assertThat(Word.pair("a", "b"))
                .hasSize(4)
                .isNotEqualTo(Word.pair("b", "a"))
                .isEqualTo(Word.pair("a", "b"));
    }
}
