package org.verbatim.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SearchTest {

    private static final String VISIT = "fbf5bc84079181b5";
    private static final String FUND = "d5de80af24a298a5";
    private static final String SPLIT = VISIT + ".q765";

    @Test
    void findsEveryTypeThatHasAllTheWords() {
        assertThat(found("q", "partenaire migration")).contains(SPLIT, VISIT).doesNotContain(FUND);
        assertThat(found("q", "100 millions")).contains(FUND + ".f593", FUND);
        assertThat(found("q", "Laftit")).containsExactly(VISIT + ".m1841", VISIT);
        assertThat(found("q", "Laftit", "type", "Meeting")).containsExactly(VISIT + ".m1841");
        assertThat(found("q", "Laftit", "type", "Article")).containsExactly(VISIT);
        assertThat(found("q", "migration", "article", FUND)).isNotEmpty().allMatch(id -> id.startsWith(FUND));
        assertThat(found("q", "migration", "lang", "en")).isEmpty();
        assertThat(found("q", "migration", "lang", "fr")).isNotEmpty();
    }

    @Test
    void findsTheOtherFormsOfAWord() {
        assertThat(found("q", "partenaires", "type", "Quote")).contains(SPLIT);
        assertThat(found("q", "frontière", "type", "Quote")).contains(SPLIT);
        assertThat(found("q", "contributions", "type", "FundingFact")).contains(FUND + ".f442");
    }

    @Test
    void findsWordsWhoseAccentsWereLeftOut() {
        assertThat(found("q", "developpement", "type", "Quote"))
                .contains(SPLIT)
                .isEqualTo(found("q", "développement", "type", "Quote"));
        assertThat(found("q", "RESILIENCE", "type", "Quote")).contains(SPLIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"l'OIM flexible", "l’OIM flexible", "OIM flexible", "oim d'flexible", "L'oim, FLEXIBLE !"})
    void elidedArticlesAreNoPartOfAWord(String q) {
        assertThat(found("q", q, "type", "Quote")).containsExactly(FUND + ".q1753");
    }

    @Test
    void wordsInQuotationMarksMustStandExactlySo() {
        assertThat(found("q", "\"Pacte mondial\"")).contains(SPLIT, VISIT, FUND);
        assertThat(found("q", "«mondial Pacte»")).isEmpty();
        assertThat(found("q", "mondial Pacte")).contains(SPLIT);
        assertThat(found("q", "\"partenaires essentiels\"")).isEmpty();
        assertThat(found("q", "“partenaire essentiel”", "type", "Quote")).containsExactly(SPLIT);
    }

    @Test
    void exactWordsComeBeforeOtherForms() {
        JsonPath results = search("q", "migrants").extract().jsonPath();
        List<String> snippets = results.getList("items.snippet.html");
        int lastExact = -1;
        int firstOther = snippets.size();
        for (int i = 0; i < snippets.size(); i++) {
            if (snippets.get(i).contains("<mark>migrants</mark>")) {
                lastExact = i;
            } else {
                firstOther = Math.min(firstOther, i);
            }
        }
        assertThat(lastExact).isNotNegative().isLessThan(firstOther);
    }

    @Test
    void highlightsAreCodePointsOfTheArticle() {
        JsonPath results =
                search("q", "partenaires \"Pacte mondial\"").extract().jsonPath();
        assertThat(results.getList("items")).isNotEmpty();
        for (Map<String, Object> result : results.<Map<String, Object>>getList("items")) {
            String type = (String) result.get("type");
            String key = Character.toLowerCase(type.charAt(0)) + type.substring(1);
            @SuppressWarnings("unchecked")
            Map<String, Object> record = (Map<String, Object>) result.get(key);
            String article = ((String) record.get("id")).replaceAll("\\..*", "");
            String text = given().get("/v1/articles/{id}/text", article).asString();
            @SuppressWarnings("unchecked")
            List<Map<String, Object>> highlights = (List<Map<String, Object>>) result.get("highlights");
            assertThat(highlights).isNotEmpty();
            for (Map<String, Object> highlight : highlights) {
                int start = text.offsetByCodePoints(0, (int) highlight.get("start"));
                int end = text.offsetByCodePoints(0, (int) highlight.get("end"));
                assertThat(text.substring(start, end)).matches("(?i)partenaires?|partenariats?|Pacte mondial");
                assertThat(highlight).containsEntry("type", "TextPositionSelector");
            }
        }
    }

    @Test
    void aSnippetIsEvidenceAndSafeHtml() {
        search("q", "flexible", "type", "Quote")
                .body("items[0].type", is("Quote"))
                .body("items[0].quote.id", is(FUND + ".q1753"))
                .body("items[0].quote.speaker.name", is("Amy Pope"))
                .body("items[0].article", nullValue())
                .body("items[0].snippet.html", containsString("l’OIM reste <mark>flexible</mark> et capable"))
                .body("items[0].snippet.evidence.sourceSha256", notNullValue())
                .body("items[0].snippet.evidence.selector[1].exact", containsString("l’OIM reste flexible et capable"))
                .body("items[0].score", nullValue());
    }

    @Test
    void suggestsTheNearestSpellingAndSaysWhereItLooked() {
        search("q", "gouvernence")
                .body("items", empty())
                .body("total", is(0))
                .body("searched.terms", contains("gouvernence"))
                .body("searched.suggestion", is("gouvernance"))
                .body("scope.articles", is(2))
                .body("scope.quotes", is(10))
                .body("scope.fundingFacts", is(3))
                .body("scope.meetings", is(12))
                .body("scope.datasetVersion", notNullValue())
                .body("scope.asOf", notNullValue());
        search("q", "gouvernance").body("total", not(0)).body("searched.suggestion", nullValue());
        search("q", "xyzzyx").body("total", is(0)).body("searched.suggestion", nullValue());
    }

    @Test
    void listsWithWordsAreRankedByTheSameIndex() {
        given().queryParam("q", "gouvernence")
                .get("/v1/quotes")
                .then()
                .statusCode(200)
                .body("total", is(0))
                .body("searched.terms", contains("gouvernence"))
                .body("searched.suggestion", startsWith("gouvern"));
        List<String> ranked = given().queryParam("q", "Maroc")
                .get("/v1/quotes")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertThat(ranked).isEqualTo(found("q", "Maroc", "type", "Quote"));
        given().get("/v1/quotes").then().body("searched", nullValue());
        given().queryParam("q", "Maroc")
                .queryParam("speaker", "Mme Pope")
                .get("/v1/quotes")
                .then()
                .body("items.speaker.id", everyItem(is("amy-pope")))
                .body("items.id", hasItem(SPLIT));
        given().queryParam("q", "Maroc")
                .queryParam("speaker", "nobody")
                .get("/v1/quotes")
                .then()
                .body("total", is(0));
        given().queryParam("q", "dollars")
                .queryParam("minAmount", "100000000")
                .get("/v1/funding-facts")
                .then()
                .body("items.id", contains(FUND + ".f593"));
        given().queryParam("q", "dollars")
                .queryParam("minAmount", "100000001")
                .get("/v1/funding-facts")
                .then()
                .body("total", is(0));
        given().queryParam("q", "Pope")
                .queryParam("place", "casablanca")
                .get("/v1/meetings")
                .then()
                .body("total", not(0))
                .body("items.place.name", everyItem(is("Casablanca")));
        given().queryParam("q", "Bourita")
                .queryParam("type", "Person")
                .get("/v1/agents")
                .then()
                .body("items.id", contains("nasser-bourita"));
    }

    @Test
    void pagesLeadThroughEverythingOnce() {
        List<String> all = found("q", "Maroc");
        assertThat(all).hasSizeGreaterThan(5);
        List<String> walked = new ArrayList<>();
        ValidatableResponse page = search("q", "Maroc", "limit", "3");
        while (true) {
            JsonPath json = page.extract().jsonPath();
            walked.addAll(ids(json));
            assertThat(json.getInt("total")).isEqualTo(all.size());
            String next = json.getString("links.next");
            if (next == null) {
                break;
            }
            assertThat(page.extract().header("Link")).contains("<" + next + ">; rel=\"next\"");
            page = given().urlEncodingEnabled(false).get(next).then().statusCode(200);
        }
        assertThat(walked).isEqualTo(all);
        assertThat(new HashSet<>(walked)).hasSameSizeAs(walked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "«",
                "AND",
                "OR NOT",
                "speaker:amy-pope",
                "a*",
                "~",
                "[1 TO",
                "\\",
                "(((",
                "+-&&||!(){}[]^\"~*?:\\/",
                "\u202Eabc",
                "ﬁ",
                "…",
                "%",
                "de",
                "𝒳",
                "a\"b\"c\"",
                "<script>"
            })
    void noQueryIsMalformed(String q) {
        search("q", q);
        given().queryParam("q", q).get("/v1/quotes").then().statusCode(200);
        given().queryParam("q", q).get("/v1/agents").then().statusCode(200);
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        given().get("/v1/search")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].parameter", is("q"))
                .body("errors[0].detail", containsString("missing"));
        given().queryParam("q", " ")
                .get("/v1/search")
                .then()
                .statusCode(400)
                .body("errors[0].detail", is("It is blank; give the words to look for."));
        given().queryParam("q", "Maroc")
                .queryParam("type", "Agent")
                .get("/v1/search")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("Quote, FundingFact, Meeting, Article"));
        for (String cursor : List.of("nope", "AAAA", "%00", "fbf5bc84079181b5.q765")) {
            given().queryParam("q", "Maroc")
                    .queryParam("cursor", cursor)
                    .get("/v1/search")
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", is("cursor"));
            given().queryParam("q", "Maroc")
                    .queryParam("cursor", cursor)
                    .get("/v1/quotes")
                    .then()
                    .statusCode(400);
        }
        String own = given().queryParam("limit", 1)
                .get("/v1/quotes")
                .then()
                .extract()
                .<String>path("links.next")
                .replaceAll(".*cursor=", "");
        given().queryParam("q", "Maroc")
                .queryParam("cursor", own)
                .get("/v1/quotes")
                .then()
                .statusCode(400);
    }

    private static List<String> found(String... parameters) {
        return ids(search(parameters).extract().jsonPath());
    }

    private static List<String> ids(JsonPath results) {
        return results.<Map<String, Map<String, Object>>>getList("items").stream()
                .map(result -> {
                    for (String key : List.of("quote", "fundingFact", "meeting", "article")) {
                        if (result.get(key) != null) {
                            return (String) result.get(key).get("id");
                        }
                    }
                    throw new AssertionError("nothing in " + result);
                })
                .toList();
    }

    private static ValidatableResponse search(String... parameters) {
        var request = given();
        if (!List.of(parameters).contains("limit")) {
            request.queryParam("limit", 100);
        }
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/v1/search").then().statusCode(200);
    }
}
