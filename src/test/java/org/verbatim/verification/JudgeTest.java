package org.verbatim.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbatim.quote.Form;
import org.verbatim.quote.QuoteEntity;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

class JudgeTest {

    private static final String NONE = "";

    /** A direct quote of segments, a reporting clause between them, by “x”. */
    private static List<Source> direct(String... segments) {
        StringBuilder text = new StringBuilder("On dit : « ");
        List<QuoteEntity.Segment> spans = new ArrayList<>();
        for (String segment : segments) {
            if (!spans.isEmpty()) {
                text.append(" », a dit X. « ");
            }
            int start = text.codePointCount(0, text.length());
            text.append(segment);
            spans.add(new QuoteEntity.Segment(new Span(start, text.codePointCount(0, text.length())), true));
        }
        text.append(" »");
        return Source.ofQuote("a", "a.q1", "x", Form.DIRECT, SourceText.of(text.toString()), spans);
    }

    private static Ruling rule(String claim, List<Source> sources) {
        Ruling ruling = Ruling.of(Judge.judge(Claim.of(SourceText.of(claim)), sources), null);
        ruling.matches().forEach(match -> Differences.assertRebuilds(match, SourceText.of(claim)));
        return ruling;
    }

    private static Verdict verdict(String claim, String... segments) {
        return rule(claim, direct(segments)).verdict();
    }

    private static Judgement judgement(String claim, String source) {
        return rule(claim, direct(source)).matches().get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L’eau, c’est la vie de nos villages",
                "\"L'eau, c'est la vie de nos villages.\"",
                "l'eau,\u00A0c'est  la vie\nde nos villages !",
                "« L'eau, c'est la vie de nos villages… »",
                "L'e\u00ADau, c'est la vie de nos vil\u200Blages",
                "c'est la vie de nos villages",
                "C’est la vie de nos",
            })
    void typographyIsVerbatim(String claim) {
        assertThat(verdict(claim, "L’eau, c’est la vie de nos villages.")).isEqualTo(Verdict.VERBATIM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L'eau c'est la vie de nos villages",
                "L'eau, c'est la vie de nos Villages",
                "L'eau, c'est la vie de nos villages ?",
                "L'eau, c'est la vie de vos villages",
                "L'eau, c'est la vie de tous nos villages",
                "L'eau, c'est la vie nos villages",
                "L'EAU, C'EST LA VIE DE NOS VILLAGES",
                "L'eau, c'est la vie [de nos villages]",
                "L'eau, c'ést la vie de nos villages",
            })
    void anythingElseIsAltered(String claim) {
        assertThat(verdict(claim, "L’eau, c’est la vie de nos villages.")).isEqualTo(Verdict.ALTERED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accept this deal with the union | We do not accept this deal with the union.",
                "accept this deal with the union | We do not, under any circumstances, accept this deal with the union.",
                "accept this deal with the union | I will never, as I said before, accept this deal with the union.",
                "accept this deal with them | We don’t want to accept this deal with them",
                "la guerre est une solution durable | Nous ne croyons pas que la guerre est une solution durable",
                "compromettre les droits de nos citoyens | Il faut agir sans compromettre les droits de nos citoyens",
                "Les promesses faites hier creusent | Les promesses faites hier creusent pas des puits",
                "We accept the terms of the treaty | We accept the terms of the treaty without the annex? No",
                "I will support the new plan | I will support the new plan, not the old one",
                "of the people want peace | Nobody of the people want peace",
                "we hate the people there | Do not say that we hate the people there",
            })
    void aNegationJustOutsideIsLost(String claim, String source) {
        Ruling ruling = rule(claim, direct(source));
        assertThat(ruling.verdict()).isEqualTo(Verdict.ALTERED);
        assertThat(ruling.matches().get(0).polarityChanged()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c'est une réalité qui se gère | La migration n’est pas une crise, c’est une réalité qui se gère",
                "nous demandons de la constance | Nous ne demandons pas la charité, nous demandons de la constance.",
                "We will keep calling them | Nobody picked up. We will keep calling them.",
                "La ville est très belle | Je ne dis rien. La ville est très belle",
            })
    void aNegationOfAnotherClauseIsNot(String claim, String source) {
        assertThat(verdict(claim, source)).isEqualTo(Verdict.VERBATIM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "millions de personnes ont quitté leur village | Douze millions de personnes ont quitté leur village",
                "000 personnes quittent leur village chaque semaine | 12 000 personnes quittent leur village chaque semaine",
                "000 personnes quittent leur village chaque semaine | 12.000 personnes quittent leur village chaque semaine",
                "The fund is worth 900 | The fund is worth 900 million kroner",
                "foyers sont privés d'électricité | Ce soir 6 500 foyers sont privés d'électricité",
            })
    void aNumberJustOutsideIsLost(String claim, String source) {
        Ruling ruling = rule(claim, direct(source));
        assertThat(ruling.verdict()).isEqualTo(Verdict.ALTERED);
        assertThat(ruling.matches().get(0).numberChanged()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We gave 300,000 euros to them | We gave 300 000 euros to them",
                "We gave 300,000 euros to them | We gave 300000 euros to them",
                "We gave 300,000 euros to them | We gave 300\u00A0000 euros to them",
                "We gave 300,000 euros to them | We gave 300\u202F000 euros to them",
                "We gave 300,000 euros to them | We gave 300.000 euros to them",
                "We gave 300,000 euros to them | We gave three hundred thousand euros to them",
                "We gave 100,000 euros to them | We gave one hundred thousand euros to them",
                "We gave 1,500,000 euros to them | We gave 1.5 million euros to them",
                "We gave one million euros to them | We gave 1 million euros to them",
                "We have 250 jobs for them here | We have two hundred and fifty jobs for them here",
                "250 jobs were made for them here | Two hundred and fifty jobs were made for them here",
                "there for them are 250 | there for them are two hundred and fifty",
                "We have 21 jobs for them here | We have twenty-one jobs for them here",
                "We have 5% of the jobs here | We have five per cent of the jobs here",
                "Nous avons 97 emplois pour eux ici | Nous avons quatre-vingt-dix-sept emplois pour eux ici",
                "Nous avons 71 emplois pour eux ici | Nous avons soixante et onze emplois pour eux ici",
                "Nous avons 80 emplois pour eux ici | Nous avons quatre-vingts emplois pour eux ici",
                "Nous avons 320 000 emplois pour eux ici | Nous avons trois cent vingt mille emplois pour eux ici",
                "Nous avons 2 026 emplois pour eux ici | Nous avons deux mille vingt-six emplois pour eux ici",
                "Nous avons 3,5 hectares pour eux ici | Nous avons 3.5 hectares pour eux ici",
            })
    void theSameNumberInOtherWordsIsNoOther(String one, String other) {
        assertThat(judgement(one, other).numberChanged()).isFalse();
        assertThat(judgement(other, one).numberChanged()).isFalse();
        assertThat(verdict(one, other)).isIn(Verdict.ALTERED, Verdict.VERBATIM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We gave 300,000 euros to them | We gave 30,000 euros to them",
                "We gave 300,000 euros to them | We gave 300 euros to them",
                "We gave 300,000 euros to them | We gave three hundred million euros to them",
                "We gave 3.5 million euros to them | We gave 35 million euros to them",
                "We gave 3.5 euros to them here | We gave 35 euros to them here",
                "We gave 0.500 euros to them here | We gave 500 euros to them here",
                "We gave 1.500,5 euros to them here | We gave 1.5005 euros to them here",
                "We gave 101 euros to them here | We gave one hundred euros to them here",
                "We have 250 jobs for them here | We have two hundred and fifteen jobs for them here",
                "We have two hundred jobs for them here | We have two hundred and fifty jobs for them here",
                "We have 250 jobs for them here | We have two hundred or fifty jobs for them here",
                "Nous avons 24 emplois pour eux ici | Nous avons quatre-vingts emplois pour eux ici",
                "Nous avons 60 ou 11 emplois pour eux ici | Nous avons soixante et onze emplois pour eux ici",
                "Nous avons 100 emplois pour eux ici | Nous avons cent un emplois pour eux ici",
                "fifty jobs are here for them | Two hundred and fifty jobs are here for them",
            })
    void anotherNumberIsFlagged(String one, String other) {
        assertThat(judgement(one, other).numberChanged()).isTrue();
        assertThat(verdict(one, other)).isEqualTo(Verdict.ALTERED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "L’OIM reste flexible. Grâce au soutien du Maroc | Grâce au soutien du Maroc, l’OIM reste flexible",
                "Now the people of Rabat will help Amy Pope | The people of Rabat will now help Amy Pope",
            })
    void aNameThatHasMovedIsStillThere(String claim, String source) {
        assertThat(judgement(claim, source).namesChanged()).isFalse();
        assertThat(verdict(claim, source)).isEqualTo(Verdict.ALTERED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "today the minister of Mali met us | today the minister of Chad met us",
                "today Bourita met with the envoy of Pope here | today Pope met with the envoy of Bourita here",
                "today the minister of Mali and Mali met us | today the minister of Mali met us",
            })
    void anotherNameIsFlagged(String claim, String source) {
        assertThat(judgement(claim, source).namesChanged()).isTrue();
    }

    @Test
    void whatTheArticleHasBesideTheQuoteIsNoOtherName() {
        String text =
                "Dans sa déclaration de 2024, Mme Pope a ajouté : « Nous restons flexibles, fidèles et capables de répondre là où c’est nécessaire », selon Reuters.";
        int start = text.indexOf("Nous");
        List<Source> sources = Source.ofQuote(
                "a",
                "a.q1",
                "x",
                Form.DIRECT,
                SourceText.of(text),
                List.of(new QuoteEntity.Segment(new Span(start, text.indexOf(" »")), true)));
        Judgement judgement = rule(text, sources).matches().get(0);
        assertThat(judgement.namesChanged()).isFalse();
        assertThat(judgement.numberChanged()).isFalse();
        assertThat(rule(text, sources).verdict()).isEqualTo(Verdict.ALTERED);
        assertThat(rule(text.replace("Pope", "Hope"), sources).matches().get(0).namesChanged())
                .isTrue();
    }

    @Test
    void whatWasNormalisedElsewhereInTheQuoteIsNotApplied() {
        String source = "L’eau, c’est la vie de nos beaux villages de montagne";
        assertThat(judgement("la vie de nos beaux villages", source).applied()).isEmpty();
        assertThat(judgement("c'est la vie de nos beaux villages", source).applied())
                .containsExactly(Normalisation.APOSTROPHES);
    }

    @Test
    void aQuestionIsNoStatement() {
        assertThat(verdict("the minister lied to us all", "Do you think the minister lied to us all?"))
                .isEqualTo(Verdict.ALTERED);
        assertThat(verdict("think the minister lied to us all?", "Do you think the minister lied to us all?"))
                .isEqualTo(Verdict.VERBATIM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le Maroc est un partenaire essentiel. Sa vision est centrée sur l'humain",
                "Le Maroc est un partenaire essentiel, sa vision est centrée sur l'humain",
                "« Le Maroc est un partenaire essentiel » […] « Sa vision est centrée sur l'humain »",
                "un partenaire essentiel. Sa vision est",
            })
    void aSplitQuoteIsOne(String claim) {
        assertThat(verdict(claim, "Le Maroc est un partenaire essentiel", "Sa vision est centrée sur l’humain."))
                .isEqualTo(Verdict.VERBATIM);
    }

    @Test
    void aNegationReachesAcrossTheReportingClause() {
        assertThat(verdict("accept this deal with them", "We do not", "accept this deal with them"))
                .isEqualTo(Verdict.ALTERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"…", "...", "[…]", "[...]", "(…)", "( ... )", " … "})
    void markedOmissionsAreElided(String mark) {
        String claim = "Le Maroc est un partenaire " + mark + " de la région et du monde";
        Ruling ruling = rule(claim, direct("Le Maroc est un partenaire essentiel et fidèle de la région et du monde."));
        assertThat(ruling.verdict()).isEqualTo(Verdict.ELIDED);
        assertThat(ruling.matches().get(0).difference())
                .extracting(Difference::op)
                .containsExactly(DifferenceOp.EQUAL, DifferenceOp.ELIDED, DifferenceOp.EQUAL);
        assertThat(ruling.matches().get(0).similarity()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nous voulons vraiment […] la paix avec eux | Nous voulons vraiment ne pas avoir la paix avec eux",
                "This deal is certainly … fair to workers | This deal is certainly not fair to workers",
                "We could … have helped those people | We couldn't, sadly, ever have helped those people",
                "This is not […] fair to the workers | This is not easy. The new deal is fair to the workers",
                "Nous partons demain … sa famille entière | Nous partons demain sans elle ni sa famille entière",
            })
    void anElisionThatLosesANegationIsAltered(String claim, String source) {
        Ruling ruling = rule(claim, direct(source));
        assertThat(ruling.verdict()).isEqualTo(Verdict.ALTERED);
        assertThat(ruling.matches().get(0).polarityChanged()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The company has lost … of its clients | The company has lost 5% of its clients",
                "La ville a perdu […] de ses habitants | La ville a perdu la moitié de ses habitants",
                "Nous avons reçu ... personnes dans nos centres | Nous avons reçu douze personnes dans nos centres",
            })
    void anElisionThatLosesANumberIsAltered(String claim, String source) {
        Ruling ruling = rule(claim, direct(source));
        assertThat(ruling.verdict()).isEqualTo(Verdict.ALTERED);
        assertThat(ruling.matches().get(0).numberChanged()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a … c … e … g … i … k",
                "a b … d e … g h … j k … m n … p q",
                "m n o p … a b c d",
            })
    void wordsPickedOutOrOutOfOrderAreNotElided(String claim) {
        assertThat(verdict(claim, "a b c d e f g h i j k l m n o p q r s t")).isNotIn(Verdict.ELIDED, Verdict.VERBATIM);
    }

    @Test
    void anElisionIsBounded() {
        String middle = "mot ".repeat(70);
        assertThat(verdict("Le début est ici […] la fin est là", "Le début est ici " + middle + "la fin est là"))
                .isNotEqualTo(Verdict.ELIDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {NONE, " ", "«  »", "…", "(((((", "\u200B", "!?", "\u0301\u0301", "🙂🙂"})
    void aClaimWithoutWordsIsNotFound(String claim) {
        assertThat(verdict(claim, "Le Maroc est un partenaire")).isEqualTo(Verdict.NOT_FOUND);
    }

    @Test
    void fewWordsAreTooFew() {
        assertThat(verdict("partenaire", "Le Maroc est un partenaire")).isEqualTo(Verdict.NOT_FOUND);
        assertThat(verdict("un partenaire", "Le Maroc est un partenaire")).isEqualTo(Verdict.REPORTED);
        assertThat(verdict("Restez chez vous", "Restez chez vous.")).isEqualTo(Verdict.REPORTED);
        assertThat(verdict("l'eau c'est d'or", "l'eau c'est d'or")).isEqualTo(Verdict.REPORTED);
    }

    @Test
    void onlyWhatStandsBetweenMarksIsDirectInAMixedQuote() {
        SourceText text =
                SourceText.of("Elle juge la riposte très en deçà des besoins réels et que les stocks tiendront bien"
                        + " dix jours encore");
        List<Source> mixed = Source.ofQuote(
                "a",
                "a.q1",
                "x",
                Form.MIXED,
                text,
                List.of(
                        new QuoteEntity.Segment(new Span(10, 20), false),
                        new QuoteEntity.Segment(new Span(21, 51), true),
                        new QuoteEntity.Segment(new Span(52, 69), false),
                        new QuoteEntity.Segment(new Span(70, 99), true)));
        assertThat(rule("très en deçà des besoins", mixed).verdict()).isEqualTo(Verdict.VERBATIM);
        assertThat(rule("la riposte très en deçà des besoins", mixed).verdict()).isEqualTo(Verdict.REPORTED);
        assertThat(rule("très en deçà des besoins réels tiendront bien dix jours encore", mixed)
                        .verdict())
                .isNotIn(Verdict.VERBATIM, Verdict.ELIDED, Verdict.REPORTED);
    }

    @Test
    void thousandsMayStandApart() {
        assertThat(verdict(
                        "Nous avons gagné 7400 licenciés en un an", "Nous avons gagné 7\u00A0400 licenciés en un an"))
                .isEqualTo(Verdict.VERBATIM);
        assertThat(verdict(
                        "Nous avons gagné 7,400 licenciés en un an", "Nous avons gagné 7\u00A0400 licenciés en un an"))
                .isEqualTo(Verdict.ALTERED);
    }

    @Test
    void somebodyElsesWordsAreMisattributed() {
        List<Judgement> judgements = Judge.judge(
                Claim.of(SourceText.of("L'eau, c'est la vie de nos villages")),
                direct("L’eau, c’est la vie de nos villages."));
        assertThat(Ruling.of(judgements, Set.of("x")).verdict()).isEqualTo(Verdict.VERBATIM);
        assertThat(Ruling.of(judgements, Set.of("y")).verdict()).isEqualTo(Verdict.MISATTRIBUTED);
        assertThat(Ruling.of(judgements, Set.of()).verdict()).isEqualTo(Verdict.MISATTRIBUTED);
    }
}
