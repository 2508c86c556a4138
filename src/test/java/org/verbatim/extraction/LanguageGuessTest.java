package org.verbatim.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbatim.dossier.Dossier;
import org.verbatim.text.SourceText;

class LanguageGuessTest {

    private static final int PART = 25;

    /** A headline and two sentences, or less. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Le ministre reste en poste. Il l’a dit hier à Rabat. La ministre a annoncé un don de 5 millions d’euros.",
                "fr | Maroc : le roi reçoit le ministre. « Nous paierons », a dit Ada Berg. La Norvège verse 5 millions au fonds.",
                "fr | L’aide promise par la Norvège est arrivée.",
                "en | Minister stays in office. Ada Berg told reporters on Monday that she had no plans to leave. Norway gave the fund 5 million euros.",
                "en | Ada Berg met the mayor. “We will pay,” she said.",
                "en | “We will pay,” said Ada Berg.",
                "en | “We won’t pay,” said Ada Berg.",
                "en | “They lied,” Berg told reporters Monday.",
                "en | “Never again,” Ada Berg told reporters.",
                "en | Minister Ada Berg said: “Norway keeps its word.”",
                "en | Norway pledged $5 million. “Our partners need help now,” said Ada Berg.",
                "en | “We will pay,” said Amy Pope of the IOM (المنظمة الدولية للهجرة).",
                "fr | La ministre de la Santé a annoncé : « La campagne a commencé. »",
                "fr | Le président de la Commission de Rabat a déclaré : « La situation se complique. »",
                "fr | RABAT — La Banque mondiale a accordé 5 millions de dollars de prêt. « La reprise se confirme », a déclaré la ministre Nadia Fettah.",
                "fr | La Commission européenne a débloqué 5 millions de dollars. « La solidarité a un nom », a déclaré la commissaire Helga Schmid.",
                "fr | « Tout va bien », a déclaré Anne Roy, directrice de la Croix-Rouge.",
                "fr | « Non », a dit la ministre.",
                "fr | « Nous paierons », a dit Ada Berg.",
                "en | “We will pay,” said Ada Berg of Norway. Norway gave the fund 5 million euros. Ada Berg met the mayor.",
                "en | The minister denied it in Paris: « Nous ne partirons pas », she told the press, and left for the airport.",
                "fr | Le ministre l’a démenti à Londres : “We are not leaving”, a-t-il dit à la presse avant de quitter la salle."
            })
    void aShortTextIsEnough(String language, String text) {
        assertThat(guess(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OIM 2025",
                "记者报道：部长说不会离开。",
                "记者报道：部长说不会离开。委员会在布鲁塞尔宣布，该基金将获得五百万欧元，用于重建学校。“We will not leave the office,” 部长说。",
                "قال الوزير أمس إنه لن يغادر",
                "Der Minister sagte gestern, dass er nicht gehen werde.",
                "Die Opposition forderte in einer Erklärung seinen Rücktritt, was die Regierung ablehnte. An der Sitzung nahmen so viele Abgeordnete teil wie lange nicht. Der Kanzler will das Gesetz im Herbst vorlegen; es war in den Ausschüssen umstritten. Die Kommission hat am Montag in Brüssel mitgeteilt, dass sie 5 Millionen Euro für den Fonds bereitstellen wird.",
                "El ministro dijo que no se irá.",
                "La Comisión anunció en Bruselas que la ayuda a la región se elevará a 5 millones de euros, de los que una parte se destinará a la reconstrucción de las escuelas. El presidente se reunió con la directora de la Organización y le dijo que la situación en la frontera es grave y que se trata de un problema de todos. Según fuentes de la delegación, son más de 300 las familias que se quedaron sin casa en la zona.",
                "Il presidente: «Il piano è pronto». Il ministro incontra il sindaco, il commissario e il prefetto. L’accordo, l’intesa e l’aiuto: le cifre, le date, le scuole.",
                "La Commissione ha annunciato a Bruxelles che il fondo riceverà 5 milioni di euro, e che l’aiuto sarà destinato alla ricostruzione delle scuole. Il presidente ha incontrato la direttrice dell’Organizzazione e le ha detto che la situazione alla frontiera è grave. L’incontro si è svolto ieri a Roma con i rappresentanti dell’Unione.",
                "A Comissão anunciou em Bruxelas que a ajuda à região vai ascender a 5 milhões de euros, dos quais uma parte se destina à reconstrução das escolas. O presidente reuniu-se com a diretora da Organização e disse que a situação na fronteira é grave e que se trata de um problema de todos.",
                "De Commissie heeft in Brussel aangekondigd dat het fonds 5 miljoen euro krijgt en dat het geld is bedoeld voor de wederopbouw van de scholen. De voorzitter had een gesprek met de directeur van de organisatie over de toestand aan de grens. We weten niet of de steun op tijd komt, was het antwoord.",
                "La Comissió va anunciar a Brussel·les que l’ajuda a la regió serà de 5 milions d’euros, i que una part es destinarà a la reconstrucció de les escoles. Les famílies que s’han quedat sense casa són més de tres-centes, segons les fonts de la delegació.",
                "Kommissionen meddelte i Bruxelles, at fonden får 5 millioner euro, og at pengene skal gå til skoler for børn. Det er en sag for alle, sagde hun, men vi har tid til at finde en løsning med de andre lande.",
                "Comisia a anunțat la Bruxelles că regiunea va primi 5 milioane de euro, iar o parte din bani va merge la reconstrucția școlilor. Președintele s-a întâlnit cu directoarea organizației.",
                "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua Celtae, nostra Galli appellantur.",
                "Menteri itu mengatakan bahwa ia tidak akan pergi."
            })
    void anotherLanguageIsNotKnown(String text) {
        assertThat(guess(text)).isEqualTo("und");
    }

    @Test
    void asManyWordsOfBothTellNeither() {
        assertThat(guess("le les des qui the and of with")).isEqualTo("und");
    }

    @Test
    void theArticlesThatPeopleReadAreKnownByAnyPartOfThem() {
        for (GoldArticle article : GoldArticle.readAll(Path.of("src/test/resources/evaluation"))) {
            String[] words = article.text().toString().split("\\s+");
            for (int i = 0; i + PART <= words.length; i += PART) {
                String part = String.join(" ", List.of(words).subList(i, i + PART));
                assertThat(guess(part)).as(part).isEqualTo(article.language());
            }
        }
    }

    @Test
    void nothingIsFoundInALanguageWithoutWordLists() {
        String german = "Der Minister: « Wir gehen nicht », a déclaré Anne Roy.";
        for (String language : List.of("de", "und")) {
            Dossier found = new Extractor()
                    .annotate(
                            new Dossier.ArticlePart("test", null, language, null, null, null, null, null, null),
                            SourceText.of(german));
            assertThat(found.article().inLanguage()).isEqualTo(language);
            assertThat(found.agents()).isEmpty();
            assertThat(found.quotes()).isEmpty();
        }
    }

    @Test
    void aTagIsReadInAnyCase() {
        Dossier found = new Extractor()
                .annotate(
                        new Dossier.ArticlePart("test", null, "EN-us", null, null, null, null, null, null),
                        SourceText.of("“We will pay,” said Ada Berg of Norway."));
        assertThat(found.article().inLanguage()).isEqualTo("en-US");
        assertThat(found.quotes()).hasSize(1);
    }

    private static String guess(String text) {
        return LanguageGuess.of(SourceText.of(text));
    }
}
