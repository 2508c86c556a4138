package org.verbatim.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakersTest {

    private final Speakers speakers = new Speakers(List.of(
            new Speakers.Known(
                    "amy-pope",
                    List.of("Amy Pope", "Mme Pope", "la Directrice générale Pope"),
                    List.of(new Speakers.Role("Directrice générale", "oim"))),
            new Speakers.Known(
                    "nasser-bourita",
                    List.of("Nasser Bourita", "S.E. M. Nasser Bourita"),
                    List.of(new Speakers.Role(
                            "ministre des Affaires étrangères, de la Coopération africaine et des Marocains résidant à"
                                    + " l’étranger",
                            "maroc"))),
            new Speakers.Known(
                    "abdelouafi-laftit",
                    List.of("Abdelouafi Laftit"),
                    List.of(new Speakers.Role("ministre de l’Intérieur", "maroc"))),
            new Speakers.Known("oim", List.of("Organisation internationale pour les migrations", "OIM"), List.of()),
            new Speakers.Known("maroc", List.of("Maroc"), List.of())));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amy-pope",
                "AMY-POPE",
                "Amy Pope",
                "amy pope",
                "Mme Pope",
                "Madame Amy Pope",
                "Ms. Pope",
                "Pope",
                "la Directrice générale Pope",
                "la Directrice générale de l'OIM",
                "LA DIRECTRICE GENERALE DE L’OIM",
                "Directrice générale de l'Organisation internationale pour les migrations",
                "la Directrice générale de l’OIM, Mme Amy Pope",
                "Directrice générale",
            })
    void findsAmyPope(String asGiven) {
        assertThat(speakers.resolve(asGiven).ids()).containsExactly("amy-pope");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M. Bourita",
                "le ministre des Affaires étrangères",
                "le ministre des Affaires étrangères du Maroc",
                "S.E. M. Nasser Bourita, ministre des Affaires étrangères"
            })
    void findsNasserBourita(String asGiven) {
        assertThat(speakers.resolve(asGiven).ids()).containsExactly("nasser-bourita");
    }

    @Test
    void findsOrganisationsWithTheirArticle() {
        assertThat(speakers.resolve("l’OIM").ids()).containsExactly("oim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "le ministre de la Défense",
                "la Directrice générale de l'OMS",
                "Amy Winehouse",
                "Mme",
                "la",
                "de",
                "!",
                "Directrice",
                "Nasser Pope"
            })
    void doesNotGuess(String asGiven) {
        assertThat(speakers.resolve(asGiven).ids()).isEmpty();
    }

    /** Whom one claim means never hangs on a name that has no word. */
    @Test
    void bearsNamesWithoutWords() {
        Speakers some = new Speakers(List.of(
                new Speakers.Known("marks", List.of("!!!"), List.of(new Speakers.Role("ministre", null))),
                new Speakers.Known("face", List.of("\uD83D\uDE00"), List.of())));
        assertThat(some.resolve("le ministre").ids()).containsExactly("marks");
        assertThat(some.resolve("la ministre de la Défense").ids()).isEmpty();
    }

    @Test
    void suggestsTheNearestNames() {
        assertThat(speakers.resolve("Amie Pop").nearest()).startsWith("amy-pope");
        assertThat(speakers.resolve("Nacer Bourrita").nearest()).startsWith("nasser-bourita");
        assertThat(speakers.resolve("Xyz").nearest()).isEmpty();
    }

    @Test
    void saysWhenSeveralShareAName() {
        Speakers twins = new Speakers(List.of(
                new Speakers.Known("a-martin", List.of("Anne Martin"), List.of()),
                new Speakers.Known("b-martin", List.of("Bernard Martin"), List.of())));
        assertThat(twins.resolve("Martin").ids()).containsExactly("a-martin", "b-martin");
    }
}
