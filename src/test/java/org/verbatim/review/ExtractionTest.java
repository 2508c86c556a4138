package org.verbatim.review;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbatim.http.Problem;

/** What a stranger gets for an article. */
@QuarkusTest
class ExtractionTest {

    static final String TEXT =
            "Le port de Dakhla\n\nAnne Roy a déclaré : « Nous ouvrirons le port 😀 au mois de mars. »\n";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aTextGoesInAndADossierComesOut() throws IOException {
        String dossier = plain(TEXT)
                .statusCode(200)
                .body("article.id", is(sha256().substring(0, 16)))
                .body("article.sha256", is(sha256()))
                .body("article.inLanguage", is("fr"))
                .body("quotes.size()", is(1))
                .body("quotes[0].reviewStatus", is("EXTRACTED"))
                .body("quotes[0].extraction.rule", not(nullValue()))
                .body("quotes[0].speaker", is("anne-roy"))
                .body("agents.name", hasItem("Anne Roy"))
                .extract()
                .asString();
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                Files.readString(Path.of("src/main/resources/dossier.schema.json")), InputFormat.JSON)
                        .validate(dossier, InputFormat.JSON))
                .isEmpty();
        int[] codePoints = TEXT.codePoints().toArray();
        JSON.readTree(dossier).findParents("exact").forEach(pin -> assertThat(new String(
                        codePoints,
                        pin.get("start").asInt(),
                        pin.get("end").asInt() - pin.get("start").asInt()))
                .isEqualTo(pin.get("exact").asText()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "记者报道：部长说不会离开。",
                "Der Minister sagte gestern, dass er nicht gehen werde: « Wir bleiben », a déclaré Anne Roy.",
                "El ministro dijo que no se irá."
            })
    void aLanguageThatIsNotKnownIsNotGuessed(String text) {
        plain(text)
                .statusCode(200)
                .body("article.inLanguage", is("und"))
                .body("quotes", is(List.of()))
                .body("fundingFacts", is(List.of()))
                .body("meetings", is(List.of()));
    }

    @Test
    void nothingIsStored() {
        plain(TEXT).statusCode(200);
        when().get("/v1/articles/" + sha256().substring(0, 16)).then().statusCode(404);
    }

    @Test
    void whatItsSenderKnowsIsKept() {
        json(Map.of(
                        "text", TEXT,
                        "id", "port-1",
                        "headline", "Le port de Dakhla",
                        "publisher", "Le Quotidien",
                        "url", "https://quotidien.example/port",
                        "datePublished", "2026-11",
                        "inLanguage", "fr-MA"))
                .statusCode(200)
                .body("article.id", is("port-1"))
                .body("article.headline", is(Map.of("exact", "Le port de Dakhla", "start", 0, "end", 17)))
                .body("article.headlineAsSupplied", nullValue())
                .body("article.publisher", is("Le Quotidien"))
                .body("article.url", is("https://quotidien.example/port"))
                .body("article.datePublished", is("2026-11"))
                .body("article.inLanguage", is("fr-MA"));
        json(Map.of("text", TEXT, "headline", "Un port s’ouvre"))
                .statusCode(200)
                .body("article.headlineAsSupplied", is("Un port s’ouvre"));
    }

    @Test
    void whatItsSenderKnowsMustHold() {
        problem(
                        422,
                        "#unprocessable-content",
                        json(Map.of(
                                "text",
                                TEXT,
                                "url",
                                "nowhere",
                                "datePublished",
                                "yesterday",
                                "inLanguage",
                                "?",
                                "headline",
                                " ",
                                "publisher",
                                "x".repeat(1001))))
                .body("errors.pointer", hasItem("/url"))
                .body("errors.pointer", hasItem("/datePublished"))
                .body("errors.pointer", hasItem("/inLanguage"))
                .body("errors.pointer", hasItem("/headline"))
                .body("errors.pointer", hasItem("/publisher"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{}",
                "{\"text\": null}",
                "{\"text\": 5}",
                "{\"text\": \"  \"}",
                "{\"text\": \"a\", \"colour\": \"red\"}",
                "{\"text\": \"a\", \"text\": \"b\"}",
                "{\"text\": \"a\"} x",
                "{\"text\": \"a\\u0000b\"}",
                "{\"text\": \"a\\ud800b\"}",
                "{\"text\": \"a\", \"id\": \"A B\"}",
                "{\"text\": \"a\", \"article\": {}}"
            })
    void whatCannotBeReadIsRefused(String body) {
        problem(
                        400,
                        "#malformed-request",
                        given().contentType("application/json")
                                .body(body)
                                .post("/v1/extractions")
                                .then())
                .body("errors.size()", not(0))
                .body("detail", not(containsString("org.verbatim")));
    }

    @Test
    void aTextIsUtf8() {
        problem(
                400,
                "#malformed-request",
                given().contentType("text/plain; charset=UTF-8")
                        .body("été".getBytes(StandardCharsets.ISO_8859_1))
                        .post("/v1/extractions")
                        .then());
        problem(
                400,
                "#malformed-request",
                given().contentType("application/json")
                        .body("{\"text\": \"été\"}".getBytes(StandardCharsets.ISO_8859_1))
                        .post("/v1/extractions")
                        .then());
        problem(400, "#malformed-request", plain("a\0b"));
        problem(400, "#malformed-request", plain(" \n"));
        problem(
                415,
                "#unsupported-media-type",
                given().header("Content-Type", "text/plain; charset=ISO-8859-1")
                        .body("x".getBytes(StandardCharsets.US_ASCII))
                        .post("/v1/extractions")
                        .then());
        problem(
                        415,
                        "#unsupported-media-type",
                        given().contentType("application/xml")
                                .body("<x/>")
                                .post("/v1/extractions")
                                .then())
                .body("detail", is("A body must be sent as application/json or text/plain, in UTF-8."));
    }

    @Test
    void aTextHasAtMostAMegabyte() {
        problem(413, "#content-too-large", plain("x".repeat((1 << 20) + 1)));
        plain("Rien. ".repeat(170_000)).statusCode(200);
    }

    @Test
    void onlyPostIsOffered() {
        problem(405, "#method-not-allowed", when().get("/v1/extractions").then())
                .header("Allow", is("OPTIONS, POST"));
    }

    private static String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(TEXT.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ValidatableResponse plain(String text) {
        return given().contentType("text/plain; charset=UTF-8")
                .body(text)
                .post("/v1/extractions")
                .then();
    }

    private static ValidatableResponse json(Map<String, ?> body) {
        return given().contentType("application/json")
                .body(JSON.<JsonNode>valueToTree(body).toString())
                .post("/v1/extractions")
                .then();
    }

    static ValidatableResponse problem(int status, String type, ValidatableResponse answer) {
        return answer.statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", is(status))
                .body("type", endsWith(type));
    }
}
