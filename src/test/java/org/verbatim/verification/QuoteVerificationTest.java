package org.verbatim.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class QuoteVerificationTest {

    private static final String PATH = "/v1/quote-verifications";
    private static final String VISIT = "fbf5bc84079181b5";
    private static final String FUND = "d5de80af24a298a5";
    private static final String SPLIT = VISIT + ".q765";

    private static ValidatableResponse ask(String text, String speaker) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("text", text);
        if (speaker != null) {
            query.put("speaker", speaker);
        }
        return given().queryParams(query).when().get(PATH).then().statusCode(200);
    }

    private static ValidatableResponse post(Object body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .when()
                .post(PATH)
                .then();
    }

    @Test
    void theWholeSplitQuoteWithOtherTypographyIsVerbatim() {
        JsonPath answer = ask(Examples.SPLIT.replace(" ", "\u00A0"), "Mme Pope")
                .body("verdict", is("VERBATIM"))
                .body("claim.speaker.status", is("RESOLVED"))
                .body("claim.speaker.agent.id", is("amy-pope"))
                .body("matches", hasSize(1))
                .body("matches[0].quote.id", is(SPLIT))
                .body("matches[0].quote.form", is("DIRECT"))
                .body("matches[0].quote.speaker.id", is("amy-pope"))
                .body("matches[0].quote.speaker.roleAsStated", is("Directrice générale"))
                .body("matches[0].directSpeech", is(true))
                .body("matches[0].similarity", is(1.0f))
                .body("matches[0].polarityChanged", is(false))
                .body("matches[0].numberChanged", is(false))
                .body("matches[0].namesChanged", is(false))
                .body("matches[0].difference.op", contains("EQUAL", "EQUAL"))
                .body("matches[0].evidence", hasSize(2))
                .body("matches[0].evidence[0].selector[0].start", is(765))
                .body("matches[0].evidence[0].selector[0].end", is(938))
                .body("normalizationsApplied", hasItems("SPACES", "APOSTROPHES", "END_PUNCTUATION", "JOINED_SEGMENTS"))
                .body("searchScope.articles", is(2))
                .body("searchScope.quotes", is(10))
                .body("searchScope.datasetVersion", greaterThan(0))
                .body("searchScope.asOf", notNullValue())
                .body(
                        "explanation",
                        is("These words stand in a direct quote of Amy Pope; nothing but typography differs."))
                .extract()
                .jsonPath();
        assertRebuilds(answer);
    }

    @Test
    void aReplacedWordIsShownAndNothingElse() {
        String text = Examples.SPLIT.replace("l'humain", "l'économique");
        JsonPath answer = ask(text, "amy-pope")
                .body("verdict", is("ALTERED"))
                .body("matches[0].quote.id", is(SPLIT))
                .body("matches[0].difference.op", contains("EQUAL", "EQUAL", "REPLACED", "EQUAL"))
                .body("matches[0].difference[2].claimed", is("économique "))
                .body("matches[0].difference[2].source", is("humain "))
                .body("matches[0].polarityChanged", is(false))
                .body("matches[0].numberChanged", is(false))
                .body("explanation", is("This is close to a direct quote of Amy Pope, but the wording differs."))
                .extract()
                .jsonPath();
        assertRebuilds(answer);
        int start = answer.getInt("matches[0].difference[2].sourceStart");
        String article = given().when().get("/v1/articles/" + VISIT + "/text").asString();
        assertThat(article.substring(
                        article.offsetByCodePoints(0, start),
                        article.offsetByCodePoints(0, answer.getInt("matches[0].difference[2].sourceEnd"))))
                .isEqualTo("humain ");
    }

    @Test
    void theSameWordsOfSomebodyElseAreMisattributed() {
        ask(Examples.SPLIT, "Nasser Bourita")
                .body("verdict", is("MISATTRIBUTED"))
                .body("claim.speaker.agent.id", is("nasser-bourita"))
                .body("matches[0].quote.speaker.name", is("Amy Pope"))
                .body(
                        "explanation",
                        is(
                                "In the articles held, these words are a direct quote of Amy Pope, and not of Nasser Bourita."));
    }

    @Test
    void wordsOfTheJournalistAreReported() {
        ask(Examples.REPORTED, null)
                .body("verdict", is("REPORTED"))
                .body("matches[0].quote.form", is("INDIRECT"))
                .body("matches[0].quote.speaker.id", is("amy-pope"))
                .body("matches[0].directSpeech", is(false))
                .body("matches[0].reportingSentence.selector[1].exact", startsWith("Elle a souligné que de tels"))
                .body("matches[0].reportingSentence.selector[1].exact", endsWith("et plus résilients."))
                .body("explanation", containsString("what Amy Pope said"));
        ask("Au cours de sa visite, la Directrice générale Pope a rencontré de hauts responsables", null)
                .body("verdict", is("REPORTED"))
                .body("matches[0].quote", nullValue())
                .body("matches[0].article.id", is(VISIT))
                .body("explanation", containsString("the journalist’s own prose"));
    }

    @Test
    void whatIsNotThereIsNotFoundAndSaysWhereWasLooked() {
        ask(Examples.NOT_FOUND, null)
                .body("verdict", is("NOT_FOUND"))
                .body("matches", is(empty()))
                .body("searchScope.articles", is(2))
                .body("searchScope.quotes", is(10))
                .body("explanation", containsString("articles held (2, with 10 quotes)"))
                .body("explanation", not(containsString("did not say")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VERBATIM | Grâce au soutien du Maroc, l'OIM reste flexible et capable d'intervenir où et quand cela est"
                        + " nécessaire. Il s'agit d'une contribution à la hauteur de l'esprit de solidarité mondiale",
                "VERBATIM | un soutien vital pour sauver des vies",
                "ELIDED | Grâce au soutien du Maroc, l’OIM reste […] capable d’intervenir où et quand cela est nécessaire",
                "ALTERED | Grâce au soutien du Maroc, l'OIM ne reste pas flexible et capable d'intervenir",
                "REPORTED | cette initiative marocaine représente un soutien vital pour sauver des vies",
                "REPORTED | un soutien vital",
                "NOT_FOUND | soutien",
                "NOT_FOUND | …",
                "NOT_FOUND | We shall fight on the beaches, we shall fight on the landing grounds",
            })
    void verdicts(String verdict, String text) {
        ask(text, null).body("verdict", is(verdict));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amy-pope",
                "AMY POPE",
                "Mme Pope",
                "Madame Pope",
                "la Directrice générale de l'OIM",
                "directrice generale"
            })
    void aSpeakerIsKnownByManyNames(String speaker) {
        ask(Examples.GENUINE, speaker)
                .body("verdict", is("VERBATIM"))
                .body("claim.speaker.asGiven", is(speaker))
                .body("claim.speaker.agent.name", is("Amy Pope"));
    }

    @Test
    void anUnknownSpeakerGetsTheNearestNames() {
        ask(Examples.GENUINE, "Amie Poppe")
                .body("verdict", is("MISATTRIBUTED"))
                .body("claim.speaker.status", is("UNKNOWN_SPEAKER"))
                .body("claim.speaker.agent", nullValue())
                .body("claim.speaker.candidates.id", hasItem("amy-pope"))
                .body("explanation", endsWith("nobody there is known as “Amie Poppe”."));
    }

    @Test
    void explainsInFrenchOnDemand() {
        given().queryParam("text", Examples.GENUINE)
                .header("Accept-Language", "fr-MA, en;q=0.5")
                .when()
                .get(PATH)
                .then()
                .statusCode(200)
                .header("Content-Language", is("fr"))
                .header("Vary", is("Accept, Accept-Encoding, Origin, Accept-Language"))
                .body(
                        "explanation",
                        is("Ces mots figurent dans une citation directe d’Amy Pope ; seule la typographie diffère."));
        for (String odd : List.of("xx;q=abc", ";;;", "*", "de")) {
            given().queryParam("text", Examples.GENUINE)
                    .header("Accept-Language", odd)
                    .when()
                    .get(PATH)
                    .then()
                    .statusCode(200)
                    .header("Content-Language", is("en"));
        }
    }

    @Test
    void looksIntoOneArticleOnly() {
        given().queryParams("text", Examples.GENUINE, "article", FUND)
                .when()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("verdict", is("NOT_FOUND"))
                .body("claim.article.id", is(FUND))
                .body("searchScope.articles", is(1))
                .body("searchScope.quotes", is(5));
        given().queryParams("text", Examples.GENUINE, "article", "nowhere")
                .when()
                .get(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].parameter", is("article"));
    }

    @Test
    void getAndPostGiveTheSameAnswer() {
        for (String body : List.of(
                Examples.SPLIT_BODY,
                Examples.ALTERED_BODY,
                Examples.MISATTRIBUTED_BODY,
                Examples.REPORTED_BODY,
                Examples.NOT_FOUND_BODY)) {
            Map<String, String> query = JsonPath.from(body).getMap("");
            String got = given().queryParams(query).when().get(PATH).asString();
            assertThat(post(body).statusCode(200).extract().asString()).isEqualTo(got);
        }
    }

    @Test
    void anAnswerCanBeRevalidated() {
        String tag = ask(Examples.GENUINE, null).extract().header("ETag");
        given().queryParam("text", Examples.GENUINE)
                .header("If-None-Match", tag)
                .when()
                .get(PATH)
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\": \"a\", \"sepaker\": \"b\"} | /sepaker",
                "{\"text\": \" \\n \"} | /text",
                "{\"text\": \"\"} | /text",
                "{\"text\": null} | /text",
                "{} | /text",
                "{\"text\": 5} | /text",
                "{\"text\": [\"a\"]} | /text",
                "{\"text\": \"a\\u0000b\"} | /text",
                "{\"text\": \"a\\ud800b\"} | /text",
                "{\"text\": \"a\", \"speaker\": \"\"} | /speaker",
                "{\"text\": \"a\", \"article\": \"nowhere\"} | /article",
                "{\"text\": \"a\", \"a/b~c\": 1} | /a~1b~0c",
            })
    void aFaultyBodyIsAProblemWithItsPlace(String body, String pointer) {
        post(body).statusCode(400).contentType("application/problem+json").body("errors[0].pointer", is(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{\"text\": \"a\"} x",
                "{\"text\": \"a\", \"text\": \"b\"}",
                "nonsense"
            })
    void aBodyThatIsNoObjectIsAProblem(String body) {
        post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", not(containsString("jackson")));
    }

    @Test
    void theLengthIsBounded() {
        post(Map.of("text", "a ".repeat(5000))).statusCode(200);
        post(Map.of("text", "a".repeat(10_001)))
                .statusCode(400)
                .body("errors[0].pointer", is("/text"))
                .body("errors[0].detail", containsString("10000"));
        given().queryParam("text", "a".repeat(10_001)).when().get(PATH).then().statusCode(400);
        given().when().get(PATH).then().statusCode(400).body("errors[0].parameter", is("text"));
        given().queryParams("text", "a", "spaeker", "b").when().get(PATH).then().statusCode(400);
    }

    @Test
    void theLengthIsInCodePoints() {
        post(Map.of("text", "🙂".repeat(10_000))).statusCode(200);
        post(Map.of("text", "🙂".repeat(10_001)))
                .statusCode(400)
                .body("errors[0].detail", is("It has 10001 characters; at most 10000 are taken."));
    }

    @Test
    void whatMustBeGivenIsNotToBeLeftOut() {
        String blank = "It is blank; give the quotation to verify.";
        given().queryParam("text", " ").when().get(PATH).then().statusCode(400).body("errors[0].detail", is(blank));
        post(Map.of("text", " ")).statusCode(400).body("errors[0].detail", is(blank));
        post(Map.of("text", "a", "speaker", " "))
                .statusCode(400)
                .body("errors[0].detail", is("It is blank; give it a value or leave it out."));
    }

    @Test
    void hostileTextsAreAnswered() {
        for (String text : List.of(
                "(".repeat(10_000),
                "le ".repeat(3333),
                "e" + "\u0301".repeat(9_999),
                "\u202E\u200F".repeat(5_000),
                "le Maroc \u202E".repeat(900),
                "… ".repeat(5_000),
                "le … ".repeat(2_000))) {
            post(Map.of("text", text)).statusCode(200).body("verdict", is("NOT_FOUND"));
        }
    }

    /** Both sides of the first match's difference. */
    private static void assertRebuilds(JsonPath answer) {
        List<Map<String, Object>> entries = answer.getList("matches[0].difference");
        assertThat(joined(entries, "claimed")).isEqualTo(answer.getString("claim.text"));
        List<String> exact = answer.getList("matches[0].evidence.collect { it.selector[1].exact }");
        assertThat(joined(entries, "source")).isEqualTo(String.join("", exact));
    }

    private static String joined(List<Map<String, Object>> entries, String side) {
        return entries.stream()
                .map(entry -> (String) entry.get(side))
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
    }
}
