package org.verbatim.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verbatim.article.ReviewStatus;
import org.verbatim.text.SourceText;

/** What is said of a dossier that does not hold. */
class DossierCheckTest {

    private static final String ID = "d5de80af24a298a5";
    private static final String SHA256 = "7f1fc8232b3abf2252d33237a0472f7d5f97ed6bde92b2ea091f5bca4e2674a4";

    private final String article = Files.readString(Path.of("seeds/003_" + ID + ".txt"));
    private final String dossier = Files.readString(Path.of("seeds/003_" + ID + ".json"));

    DossierCheckTest() throws IOException {}

    @Test
    void theSeedHolds() throws DossierReader.UnreadableException {
        assertThat(check(dossier)).isEmpty();
    }

    /** Each takes something right, makes it wrong, and names the place and a word of what is said. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\": \"d5de80af24a298a5\"|\"id\": \"other\"|/article/id|as in the file's name",
                "\"sha256\": \"7f|\"sha256\": \"8f|/article/sha256|that of the article's bytes",
                "\"inLanguage\": \"fr\"|\"inLanguage\": \"f r\"|/article/inLanguage|BCP 47",
                "\"url\": null|\"url\": \"javascript:alert(1)\"|/article/url|http or https",
                "\"datePublished\": null|\"datePublished\": \"yesterday\"|/article/datePublished|2018-12-10",
                "\"id\": \"maroc\"|\"id\": \"oim\"|/agents/2/id|a second time",
                "\"speaker\": \"maroc\"|\"speaker\": \"morocco\"|/quotes/0/speaker|the id of an agent",
                "\"speaker\": \"maroc\"|\"speaker\": null|/quotes/0/speaker|UNKNOWN",
                "\"form\": \"MIXED\"|\"form\": \"DIRECT\"|/quotes/2/form|MIXED, as 1 of 2 segments are verbatim",
                "\"start\": 1753|\"start\": 1754|/quotes/4/segments/0|begin at 1753",
                "\"start\": 593|\"start\": 99593|/fundingFacts/1/evidence/0|outside it",
                "\"value\": 100000000|\"value\": 0|/fundingFacts/1/amount/value|above 0",
                "\"value\": 100000000|\"value\": 1E+2147483647|/fundingFacts/1/amount/value|found 1E+2147483647",
                "\"value\": 100000000|\"value\": 1, \"maxValue\": 1E+999999999|/fundingFacts/1/amount/maxValue|found 1E+999999999",
                "\"agents\": [|\"agents\": [null, |/agents/0|found null",
                "\"value\": 100000000|\"value\": null|/fundingFacts/1/amount/value|as the status is STATED",
                "\"currency\": \"USD\"|\"currency\": \"XYZ\"|/fundingFacts/1/amount/currency|ISO 4217",
                "\"currencyStatus\": \"INFERRED\"|\"currencyStatus\": \"NOT_STATED\"|/fundingFacts/1/amount/currencyStatus|STATED or INFERRED",
                "\"kind\": \"CONTRIBUTION\"|\"kind\": \"TARGET\"|/fundingFacts/0/provider|nobody's gift",
                "\"country\": \"MA\"|\"country\": \"Morocco\"|/meetings/0/place/country|ISO 3166-1",
                "\"precision\": \"YEAR\"|\"precision\": \"DAY\"|/meetings/0/date/precision|YEAR, after the value",
                "\"value\": \"2018\"|\"value\": \"2018-02-30\"|/meetings/0/date/value|2018-12-10",
                "fbf5bc84079181b5.f3477|fbf5bc84079181b5.q3477|/fundingFacts/0/alsoReportedIn/0|of the same kind",
                "\"form\": \"MIXED\"|\"form\": \"MIXED\", \"reviewStatus\": \"EXTRACTED\"|/quotes/2/reviewStatus|an extraction beside it",
                "\"form\": \"MIXED\"|\"form\": \"MIXED\", \"extraction\": {}|/quotes/2/extraction/rule|lower-case letters",
                "\"form\": \"MIXED\"|\"form\": \"MIXED\", \"extraction\": {\"rule\": \"Said\"}|/quotes/2/extraction/rule|lower-case letters",
                "\"form\": \"MIXED\"|\"form\": \"MIXED\", \"extraction\": {\"rule\": \"a..b\"}|/quotes/2/extraction/rule|lower-case letters",
                "\"form\": \"MIXED\"|\"form\": \"MIXED\", \"extraction\": {\"rule\": \"said\"}|/quotes/2/extraction/confidence|one of HIGH, MEDIUM, LOW",
                "\"kind\": \"CONTRIBUTION\"|\"kind\": \"CONTRIBUTION\", \"reviewStatus\": \"EXTRACTED\"|/fundingFacts/0/reviewStatus|an extraction beside it",
                "\"kind\": \"CONFERENCE\"|\"kind\": \"CONFERENCE\", \"reviewStatus\": \"EXTRACTED\"|/meetings/0/reviewStatus|an extraction beside it"
            })
    void aFaultIsToldWithItsPlace(String right, String wrong, String pointer, String said)
            throws DossierReader.UnreadableException {
        assertThat(dossier).contains(right);
        assertThat(check(replaceFirst(right, wrong))).anySatisfy(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.toString()).contains(said);
        });
    }

    /** What cannot even be read as the format. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"form\": \"MIXED\"|\"form\": \"SUNG\"|/quotes/2/form|one of DIRECT, INDIRECT, MIXED",
                "\"publisher\"|\"publsher\"|/article/publsher|one of the keys authors, datePublished",
                "\"start\": 1753|\"start\": \"1753\"|/quotes/4/segments/0/start|a whole number",
                "\"start\": 1753|\"start\": 1753.5|/quotes/4/segments/0/start|a whole number",
                "\"verbatim\": true|\"verbatim\": \"yes\"|/quotes/2/segments/1/verbatim|true or false",
                "\"form\": \"MIXED\"|\"form\": \"MIXED\", \"reviewStatus\": \"SEEN\"|/quotes/2/reviewStatus|one of CONFIRMED",
                "\"form\": \"MIXED\"|\"form\": \"MIXED\", \"extraction\": {\"by\": 1}|/quotes/2/extraction/by|one of the keys",
                "\"quotes\": [|\"quotes\": [[|/quotes/0|an object",
                "\"publisher\": \"ALDAR\"|\"publisher\": \"ALDAR\", \"publisher\": \"X\"||Duplicate field"
            })
    void whatIsNotOfTheFormatIsToldWithItsPlace(String right, String wrong, String pointer, String said) {
        assertThat(dossier).contains(right);
        Fault fault = catchThrowableOfType(
                        DossierReader.UnreadableException.class, () -> check(replaceFirst(right, wrong)))
                .fault();
        assertThat(fault.pointer()).isEqualTo(pointer == null ? "" : pointer);
        assertThat(fault.toString()).contains(said);
    }

    @Test
    void whatIsNotJsonIsToldWithItsLine() {
        for (String broken : List.of("", "{", "null", "[]", "nonsense", dossier + "x")) {
            assertThat(catchThrowableOfType(DossierReader.UnreadableException.class, () -> check(broken)))
                    .as(broken)
                    .isNotNull();
        }
    }

    /** What a person wrote is confirmed unless it says otherwise, what a program found is not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "|CONFIRMED",
                ", \"reviewStatus\": null, \"extraction\": null|CONFIRMED",
                ", \"reviewStatus\": \"CORRECTED\"|CORRECTED",
                ", \"reviewStatus\": \"REJECTED\"|REJECTED",
                ", \"extraction\": {\"rule\": \"fr.cue-first2\", \"confidence\": \"LOW\"}|EXTRACTED",
                ", \"extraction\": {\"rule\": \"said\", \"confidence\": \"HIGH\"}, \"reviewStatus\": \"EXTRACTED\"|EXTRACTED",
                ", \"extraction\": {\"rule\": \"said\", \"confidence\": \"HIGH\"}, \"reviewStatus\": \"CONFIRMED\"|CONFIRMED"
            })
    void whereARecordComesFromIsSaidOrFollows(String added, ReviewStatus status)
            throws DossierReader.UnreadableException {
        for (String key : List.of("\"form\": \"MIXED\"", "\"kind\": \"CONTRIBUTION\"", "\"kind\": \"CONFERENCE\"")) {
            DossierCheck.Result result = result(replaceFirst(key, key + (added == null ? "" : added)));
            assertThat(result.faults()).isEmpty();
            DossierCheck.Checked<?> record = key.contains("form")
                    ? result.quotes().get(2)
                    : key.contains("CONTRIBUTION")
                            ? result.fundingFacts().get(0)
                            : result.meetings().get(0);
            assertThat(record.reviewStatus()).isEqualTo(status);
            boolean extracted = added != null && added.contains("rule");
            assertThat(record.extraction() != null).isEqualTo(extracted);
        }
    }

    /** A record is known by its id, which stays when its place is put right. */
    @ParameterizedTest
    @CsvSource({
        "d5de80af24a298a5.q999,true",
        "d5de80af24a298a5.q969-2,true",
        "d5de80af24a298a5.f334,false",
        "x.q334,false",
        "q334,false"
    })
    void anIdOnceGivenStays(String id, boolean right) throws DossierReader.UnreadableException {
        DossierCheck.Result result = result(replaceFirst("\"form\"", "\"id\": \"%s\", \"form\"".formatted(id)));
        if (right) {
            assertThat(result.faults()).isEmpty();
            assertThat(result.quotes().get(0).id()).hasToString(id);
        } else {
            assertThat(result.faults()).extracting(Fault::pointer).containsExactly("/quotes/0/id");
        }
    }

    @Test
    void anIdIsGivenOnce() throws DossierReader.UnreadableException {
        String taken = result(dossier).quotes().get(1).id().toString();
        String twice = "\"id\": \"%s\", ".formatted(taken);
        String first = replaceFirst("\"form\"", twice + "\"form\"");
        assertThat(result(first).quotes())
                .extracting(quote -> quote.id().toString())
                .contains(taken, taken + "-2");
        int second = first.indexOf("\"form\"", first.indexOf("\"form\"") + 1);
        assertThat(check(first.substring(0, second) + twice + first.substring(second)))
                .extracting(Fault::pointer)
                .containsExactly("/quotes/1/id");
    }

    @Test
    void charactersThatStandInSeveralPlacesNeedOne() throws DossierReader.UnreadableException {
        List<Fault> faults = check(replaceFirst(",\n        \"start\": 442,\n        \"end\": 450", ""));
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).toString())
                .startsWith("/quotes/0/speakerMention: expected start and end, since the characters stand in several");
    }

    @Test
    void charactersThatStandInOnePlaceNeedNone() throws DossierReader.UnreadableException {
        assertThat(check(replaceFirst(",\n        \"start\": 334,\n        \"end\": 345", "")))
                .isEmpty();
    }

    /** As the database has room for it. */
    @Test
    void whatIsSearchedForByItsWordsIsShortSpeltOutToo() throws DossierReader.UnreadableException {
        String ligatures = "\uFDFA".repeat(300);
        assertThat(check(replaceFirst("\"name\": \"", "\"name\": \"" + ligatures)))
                .extracting(Fault::toString)
                .anyMatch(fault -> fault.startsWith("/agents/0/name: expected "));
        assertThat(check(replaceFirst("\"fund\": \"", "\"fund\": \"" + ligatures)))
                .extracting(Fault::toString)
                .singleElement()
                .asString()
                .startsWith("/fundingFacts/0/fund: expected a text with at most 3002 characters");
        assertThat(check(replaceFirst("\"otherNames\": [", "\"otherNames\": [\"%s\", ".formatted("œ".repeat(300)))))
                .isEmpty();
    }

    @Test
    void aLanguageIsShort() throws DossierReader.UnreadableException {
        String longest = "en" + "-x-abcdefg".repeat(6) + "-a";
        assertThat(longest).hasSize(64);
        assertThat(check(replaceFirst("\"inLanguage\": \"fr\"", "\"inLanguage\": \"%s\"".formatted(longest))))
                .isEmpty();
        assertThat(check(replaceFirst("\"inLanguage\": \"fr\"", "\"inLanguage\": \"%sb\"".formatted(longest))))
                .extracting(Fault::pointer)
                .containsExactly("/article/inLanguage");
    }

    @Test
    void anEmptyDossierTellsAllThatIsMissing() throws DossierReader.UnreadableException {
        assertThat(check("{}"))
                .extracting(Fault::pointer)
                .contains("/article/id", "/article/sha256", "/agents", "/quotes", "/fundingFacts", "/meetings");
    }

    private String replaceFirst(String right, String wrong) {
        int at = dossier.indexOf(right);
        assertThat(at).isNotNegative();
        return dossier.substring(0, at) + wrong + dossier.substring(at + right.length());
    }

    private List<Fault> check(String json) throws DossierReader.UnreadableException {
        return result(json).faults();
    }

    private DossierCheck.Result result(String json) throws DossierReader.UnreadableException {
        return DossierCheck.check(
                DossierReader.read(json.getBytes(StandardCharsets.UTF_8)), "0", ID, SHA256, SourceText.of(article));
    }
}
