package org.verbatim.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.verbatim.article.ReviewStatus;
import org.verbatim.extraction.Extractor;
import org.verbatim.text.SourceText;

/** Whatever the text, the dossier extracted from it holds. In this room since the check of a dossier is its own. */
class ExtractionPropertyTest {

    private static final List<String> PIECES = List.of(
            "« ",
            " »",
            "«",
            "»",
            "“",
            "”",
            "\"",
            "‘",
            "’",
            "'",
            ", ",
            ". ",
            " : ",
            "; ",
            " — ",
            "\n",
            "\n\n",
            "? ",
            "! ",
            "… ",
            "a déclaré ",
            "dit-il",
            "a-t-elle ajouté",
            "affirme que ",
            "qu'",
            "selon ",
            "d'après ",
            "Pour ",
            "s'agace ",
            "réaffirmant ",
            "a promis de ",
            "appelle à ",
            "said ",
            "told ",
            "that ",
            "according to ",
            "welcomed ",
            "urged ",
            "Amy Pope",
            "Mme Pope",
            "M. ",
            "S.E. ",
            "Dr ",
            "la Directrice générale de l’OIM",
            "le maire",
            "the mayor ",
            "Elle ",
            "il ",
            "She ",
            "It ",
            "l’Organisation internationale pour les migrations (OIM)",
            "OIM",
            "World Bank ",
            "le Maroc ",
            "Jean-Luc ",
            "al-Suwaidi ",
            "who ",
            "qui ",
            "et ",
            "mais ",
            "and ",
            "but ",
            "the ",
            "la ",
            "une ",
            "de ",
            "l’",
            "sous couvert d’anonymat",
            "who asked not to be named",
            "© Said MriguaÀ ",
            "(Photo : X)",
            "IMG 2025 07 28 1L’",
            "WhatsApp Image 2025 ",
            "Lire aussi : ",
            "Commentaires\n",
            "Par Julie Martin\n",
            "By Tom Becker\n",
            "- compte\n",
            "- il y a 2 jours\n",
            "PARIS, 14 oct 2025 (Agence) - ",
            "3 mars 2025\n",
            "22/07/2025 ",
            "31/02/2025 ",
            "May 12, 2025 ",
            "100 millions de dollars ",
            "12.000 ",
            "a versé ",
            "s'est engagé à verser ",
            "un prêt de ",
            "a pledge of ",
            "paid ",
            "entre 3 et 5 M€ ",
            "0 euro ",
            "999999999999999999999 euros ",
            "$0.0000001 ",
            "plus de £2m ",
            "montant non communiqué ",
            "contribué au Fonds Bleu ",
            "l'objectif de ",
            "a rencontré ",
            "met ",
            "will visit ",
            "lors de sa visite à ",
            "réunion entre ",
            "est prévue ",
            "des migrants ",
            "l'équipe de ",
            "à Genève ",
            "demain ",
            "le lendemain ",
            "pour discuter de ",
            "Hélène Ward ",
            "e\u0301",
            "\uD83D\uDE00",
            "\u00A0",
            "\u202F",
            "\u200B",
            "\u00AD",
            "( ",
            ") ",
            "-",
            "’s ",
            "'s ",
            "ÉTAT ",
            "\t",
            "x");

    @Provide
    Arbitrary<String> articles() {
        return Arbitraries.of(PIECES).list().ofMaxSize(80).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 10_000)
    void whatIsExtractedHolds(@ForAll("articles") String article) {
        holds(article);
    }

    @Property(tries = 300)
    void whatIsExtractedFromAnyTextHolds(@ForAll String article) {
        if (isWellFormed(article)) {
            holds(article);
        }
    }

    @Example
    void whatStandsWithinMarksIsOneQuotationThoughOthersAreNeverClosed() {
        holds("é a is\n“‘«»L’ d'après\tM\u200B'e");
        holds("-“il\u200Bappelle à 'l“u”'‘");
    }

    @Example
    void aReportWhoseLastWordIsThatReportsNothing() {
        holds("e)ed l\nM,affirmant qu'");
        holds("e e te\nO«affirmant que");
    }

    private static void holds(String article) {
        SourceText text = SourceText.of(article);
        String sha256 = Sha256.of(article.getBytes(StandardCharsets.UTF_8));
        var known = new Dossier.ArticlePart("test", sha256, null, null, null, null, null, null, null);
        Dossier dossier = new Extractor().annotate(known, text);
        assertThat(DossierCheck.check(dossier, sha256, "test", sha256, text).faults())
                .isEmpty();
        assertThat(new Extractor().annotate(known, text)).isEqualTo(dossier);
        assertThat(Objects.requireNonNull(dossier.quotes())).allSatisfy(quote -> {
            assertThat(quote.reviewStatus()).isEqualTo(ReviewStatus.EXTRACTED);
            assertThat(Objects.requireNonNull(quote.extraction()).rule()).matches("quote(\\.[a-z]+(-[a-z]+)*){2}");
            assertThat(quote.segments()).allSatisfy(segment -> {
                int start = Objects.requireNonNull(segment.start());
                int end = Objects.requireNonNull(segment.end());
                assertThat(text.slice(start, end)).isEqualTo(segment.exact());
            });
        });
    }

    private static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
