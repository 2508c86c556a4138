package org.verbatim.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verbatim.agent.AgentType;
import org.verbatim.dossier.Dossier;
import org.verbatim.funding.AmountStatus;
import org.verbatim.funding.CurrencyStatus;
import org.verbatim.funding.FundingKind;
import org.verbatim.meeting.MeetingKind;
import org.verbatim.meeting.MeetingStatus;
import org.verbatim.quote.AttributionMethod;
import org.verbatim.quote.Form;
import org.verbatim.text.SourceText;

/** Measures the measure, on an article of two sentences. */
class EvaluationTest {

    private static final SourceText TEXT = SourceText.of(
            "“We will pay,” said Ada Berg of Norway. Norway gave the fund 5 million euros. Ada Berg met the mayor.");
    private static final String FIVE_MILLION = "5 million euros";
    private static final Dossier.Pin ADA = new Dossier.Pin("Ada Berg", 20, 28);

    static Stream<GoldArticle> whatPeopleWrote() {
        return Stream.of("src/test/resources/evaluation", "seeds")
                .map(Path::of)
                .map(GoldArticle::readAll)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("whatPeopleWrote")
    void whatPeopleWroteIsItselfPerfect(GoldArticle article) {
        Evaluation evaluation = Evaluation.of((known, text) -> article.dossier(), List.of(article));
        for (String measure : List.of(
                Evaluation.LENIENT, Evaluation.STRICT, Evaluation.DIRECT, Evaluation.FUNDING, Evaluation.MEETINGS)) {
            assertThat(evaluation.score(Evaluation.ALL, measure).f1())
                    .as(measure)
                    .isEqualTo(100);
        }
        for (String measure : List.of(Evaluation.SPEAKER, Evaluation.FORM, Evaluation.CUE)) {
            assertThat(evaluation.share(article.language(), measure))
                    .as(measure)
                    .isEqualTo(100);
        }
    }

    @Test
    void theDevelopmentSetIsReadAsWellAsTheIssueAsks() {
        Evaluation measured = Evaluation.developmentSet(Evaluation.annotator());
        Map.of(
                        Evaluation.LENIENT, 92.0,
                        Evaluation.STRICT, 85.0,
                        Evaluation.DIRECT, 97.0,
                        Evaluation.FUNDING, 90.0,
                        Evaluation.MEETINGS, 85.0)
                .forEach((measure, least) -> {
                    Score score = measured.score(Evaluation.ALL, measure);
                    assertThat(score.f1()).as(measure).isGreaterThanOrEqualTo(least);
                    assertThat(score.precision()).as("precision of " + measure).isGreaterThan(score.recall() - 3);
                });
        assertThat(measured.share(Evaluation.ALL, Evaluation.SPEAKER)).isGreaterThanOrEqualTo(93);
    }

    @Test
    void theSeedsGiveTheirQuotesWithoutTheirDossiers() {
        Evaluation measured = Evaluation.seeds(Evaluation.annotator());
        assertThat(measured.score(Evaluation.ALL, Evaluation.STRICT).recall()).isEqualTo(100);
        assertThat(measured.share(Evaluation.ALL, Evaluation.SPEAKER)).isEqualTo(100);
        assertThat(measured.share(Evaluation.ALL, Evaluation.FORM)).isEqualTo(100);
    }

    @Test
    void theSeedsGiveTheTargetAndBothMinistersWithoutTheirDossiers() {
        List<Dossier> found = GoldArticle.readAll(Path.of("seeds")).stream()
                .map(seed -> seed.annotatedBy(Evaluation.annotator()))
                .toList();
        assertThat(found)
                .flatExtracting(Dossier::fundingFacts)
                .filteredOn(fact -> fact.kind() == FundingKind.TARGET)
                .singleElement()
                .satisfies(target -> {
                    assertThat(target.amount().value()).isEqualByComparingTo("100000000");
                    assertThat(target.amount().currency()).isEqualTo("USD");
                    assertThat(target.provider()).isNull();
                });
        assertThat(found)
                .flatExtracting(Dossier::meetings)
                .filteredOn(
                        meeting -> meeting.kind() == MeetingKind.BILATERAL && meeting.status() == MeetingStatus.HELD)
                .flatExtracting(Dossier.MeetingPart::attendees)
                .extracting(Dossier.AttendeePart::agent)
                .contains("amy-pope", "nasser-bourita", "abdelouafi-laftit");
    }

    @Test
    void anEmptyDossierFindsNothing() {
        Evaluation evaluation = measure(gold(), dossier(List.of(), List.of(), List.of()));
        assertThat(evaluation.score("en", Evaluation.LENIENT)).isEqualTo(new Score(1, 0, 0));
        assertThat(evaluation.score("en", Evaluation.FUNDING)).isEqualTo(new Score(1, 0, 0));
        assertThat(evaluation.score("en", Evaluation.MEETINGS)).isEqualTo(new Score(1, 0, 0));
        assertThat(evaluation.score("en", Evaluation.MEETINGS).f1()).isZero();
    }

    @Test
    void aQuoteThatIsCutIsRightLenientlyOnly() {
        Evaluation evaluation = measure(gold(), dossier(List.of(quote("We will", "ada-berg")), List.of(), List.of()));
        assertThat(evaluation.score("en", Evaluation.LENIENT)).isEqualTo(new Score(1, 1, 1));
        assertThat(evaluation.score("en", Evaluation.STRICT)).isEqualTo(new Score(1, 1, 0));
        assertThat(evaluation.rules()).containsEntry("quote.test", new Score(0, 1, 0));
    }

    @Test
    void aSecondRecordOfTheSameIsSuperfluous() {
        Evaluation evaluation = measure(
                gold(),
                dossier(List.of(quote("We will pay,", "ada-berg"), quote("We will", null)), List.of(), List.of()));
        Score score = evaluation.score("en", Evaluation.LENIENT);
        assertThat(score).isEqualTo(new Score(1, 2, 1));
        assertThat(score.f1()).isEqualTo(66.7, within(0.1));
        assertThat(evaluation.share("en", Evaluation.SPEAKER))
                .as("the closer one is the one matched")
                .isEqualTo(100);
    }

    @Test
    void aSpeakerIsRightByNameWhateverTheId() {
        Dossier other = new Dossier(
                null,
                List.of(new Dossier.AgentPart("x", AgentType.Person, "Berg", List.of("Ada Berg"), null, null)),
                List.of(quote("We will pay,", "x")),
                null,
                null);
        assertThat(measure(gold(), other).share("en", Evaluation.SPEAKER)).isEqualTo(100);
        assertThat(measure(gold(), dossier(List.of(quote("We will pay,", null)), List.of(), List.of()))
                        .share("en", Evaluation.SPEAKER))
                .isZero();
    }

    @Test
    void aFundingFactNeedsItsKindAndAmount() {
        assertThat(funding(fact(FundingKind.PLEDGE, AmountStatus.STATED, "5000000.00")))
                .isEqualTo(new Score(1, 1, 1));
        assertThat(funding(fact(FundingKind.TARGET, AmountStatus.STATED, "5000000")))
                .isEqualTo(new Score(1, 1, 0));
        assertThat(funding(fact(FundingKind.PLEDGE, AmountStatus.APPROXIMATE, "5000000")))
                .isEqualTo(new Score(1, 1, 0));
        assertThat(funding(fact(FundingKind.PLEDGE, AmountStatus.STATED, "5"))).isEqualTo(new Score(1, 1, 0));
    }

    @Test
    void aMeetingNeedsItsAttendeesAndStatus() {
        assertThat(meetings(meeting(MeetingStatus.HELD, "ada-berg", "the mayor")))
                .isEqualTo(new Score(1, 1, 1));
        assertThat(meetings(meeting(MeetingStatus.HELD, "ada-berg", "mayor"))).isEqualTo(new Score(1, 1, 1));
        assertThat(meetings(meeting(MeetingStatus.PLANNED, "ada-berg", "the mayor")))
                .isEqualTo(new Score(1, 1, 0));
        assertThat(meetings(meeting(MeetingStatus.HELD, null, "the mayor"))).isEqualTo(new Score(1, 1, 1));
        assertThat(meetings(meeting(MeetingStatus.HELD, "norway", "the mayor"))).isEqualTo(new Score(1, 1, 0));
        assertThat(meetings(meeting(MeetingStatus.HELD, "ada-berg", "fund"))).isEqualTo(new Score(1, 1, 0));
    }

    private static Score funding(Dossier.FundingFactPart fact) {
        return measure(gold(), dossier(List.of(), List.of(fact), List.of())).score("en", Evaluation.FUNDING);
    }

    private static Score meetings(Dossier.MeetingPart meeting) {
        return measure(gold(), dossier(List.of(), List.of(), List.of(meeting))).score("en", Evaluation.MEETINGS);
    }

    private static Evaluation measure(Dossier gold, Dossier found) {
        return Evaluation.of((known, text) -> found, List.of(new GoldArticle("two", TEXT, gold)));
    }

    private static Dossier gold() {
        return dossier(
                List.of(quote("We will pay,", "ada-berg")),
                List.of(fact(FundingKind.PLEDGE, AmountStatus.STATED, "5000000")),
                List.of(meeting(MeetingStatus.HELD, "ada-berg", "the mayor")));
    }

    private static Dossier dossier(
            List<Dossier.QuotePart> quotes, List<Dossier.FundingFactPart> facts, List<Dossier.MeetingPart> meetings) {
        return new Dossier(
                new Dossier.ArticlePart("two", null, "en", null, null, null, null, null, null),
                List.of(
                        new Dossier.AgentPart("ada-berg", AgentType.Person, "Ada Berg", List.of(), null, null),
                        new Dossier.AgentPart("norway", AgentType.Organization, "Norway", List.of(), null, null)),
                quotes,
                facts,
                meetings);
    }

    private static Dossier.QuotePart quote(String exact, String speaker) {
        return new Dossier.QuotePart(
                null,
                Form.DIRECT,
                speaker,
                List.of(new Dossier.SegmentPart(exact, null, null, true)),
                pin("said"),
                null,
                AttributionMethod.EXPLICIT,
                null,
                null,
                new Dossier.ExtractionPart("quote.test", null));
    }

    private static Dossier.FundingFactPart fact(FundingKind kind, AmountStatus status, String value) {
        return new Dossier.FundingFactPart(
                null,
                kind,
                null,
                "norway",
                null,
                new Dossier.AmountPart(
                        status, new BigDecimal(value), null, null, "EUR", CurrencyStatus.STATED, pin(FIVE_MILLION)),
                null,
                List.of(pin(FIVE_MILLION)),
                null,
                null,
                null);
    }

    private static Dossier.MeetingPart meeting(MeetingStatus status, String agent, String other) {
        return new Dossier.MeetingPart(
                null,
                MeetingKind.BILATERAL,
                status,
                List.of(new Dossier.AttendeePart(agent, ADA), new Dossier.AttendeePart(null, pin(other))),
                null,
                null,
                null,
                List.of(pin("Ada Berg met the mayor")),
                null,
                null,
                null);
    }

    private static Dossier.Pin pin(String exact) {
        return new Dossier.Pin(exact, null, null);
    }
}
