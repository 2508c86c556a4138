package org.verbatim.review;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.verbatim.IdentityProvider;

/** Articles that editors bring, and take away again. Each test has articles of its own. */
@QuarkusTest
@WithTestResource(IdentityProvider.class)
class ArticleDeskTest {

    private static final String SEED = "fbf5bc84079181b5";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aTextIsStoredExtractedAndServed() {
        String text = text("premier");
        ValidatableResponse answer = plain(text).statusCode(201);
        String id = answer.extract().path("id");
        answer.header("Location", endsWith("/v1/articles/" + id))
                .body("counts.quotes", is(1))
                .body("inLanguage", is("fr"));
        assertThat(id).matches("[0-9a-f]{16}");
        when().get(answer.extract().header("Location")).then().statusCode(200);
        when().get("/v1/articles/%s/text".formatted(id)).then().body(is(text));
        when().get("/v1/quotes?article=" + id)
                .then()
                .body("items[0].reviewStatus", is("EXTRACTED"))
                .body("items[0].text", containsString("Nous ouvrirons le quai premier"))
                .body("items[0].speaker.name", is("Anne Roy"));
        when().get("/v1/quotes?q=\"le quai premier\"").then().body("items.article.id", hasItem(id));
        given().queryParam("text", "Nous ouvrirons le quai premier au mois de mars")
                .get("/v1/quote-verifications")
                .then()
                .body("verdict", is("VERBATIM"));
    }

    /** Whatever editors copy on Windows and elsewhere. */
    @Test
    void bytesAreKeptAsTheyCame() {
        String text = "\uFEFF" + text("deuxième") + "\r\n\tA\u0301 fi\u00AD \u200B\u2028 \uD83D\uDE00 \u0007\r";
        String id = plain(text).statusCode(201).extract().path("id");
        assertThat(when().get("/v1/articles/%s/text".formatted(id)).asByteArray())
                .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSameBytesAgainAreTheArticleThatIsThere() {
        String id = plain(text("troisième")).statusCode(201).extract().path("id");
        plain(text("troisième"))
                .statusCode(200)
                .header("Location", endsWith("/v1/articles/" + id))
                .body("id", is(id));
        json(Map.of("text", text("troisième"), "id", "another", "headline", "Autrement"))
                .statusCode(200)
                .body("id", is(id))
                .body("headline", not(is("Autrement")));
        plain(seedText()).statusCode(200).body("id", is(SEED));
    }

    @Test
    void whatItsSenderKnowsIsServed() {
        json(Map.of(
                        "text", text("quatrième"),
                        "id", "port-4",
                        "headline", "Un titre d’ailleurs",
                        "publisher", "Le Quotidien",
                        "url", "https://quotidien.example/4",
                        "datePublished", "2026-11-20",
                        "inLanguage", "fr-MA"))
                .statusCode(201)
                .body("id", is("port-4"))
                .body("headline", is("Un titre d’ailleurs"))
                .body("headlineAsStated", nullValue())
                .body("publisher", is("Le Quotidien"))
                .body("sourceUrl", is("https://quotidien.example/4"))
                .body("datePublished", is("2026-11-20"))
                .body("inLanguage", is("fr-MA"));
        when().get("/v1/articles/port-4/dossier")
                .then()
                .body("article.headlineAsSupplied", is("Un titre d’ailleurs"))
                .body("article.headline", nullValue());
        when().get("/v1/articles?q=titre ailleurs").then().body("items.id", hasItem("port-4"));
        json(Map.of("text", text("cinquième"), "id", "port-5", "headline", "Le port de Dakhla"))
                .statusCode(201)
                .body("headline", is("Le port de Dakhla"))
                .body("headlineAsStated.selector[0].start", is(0));
    }

    @Test
    void aLanguageThatIsNotKnownIsLeftOut() {
        String id = plain("Der Minister sagte gestern, dass er nicht gehen werde.")
                .statusCode(201)
                .body("$", not(hasKey("inLanguage")))
                .extract()
                .path("id");
        when().get("/v1/articles/%s/dossier".formatted(id)).then().body("article.inLanguage", is("und"));
        when().get("/v1/articles?lang=und").then().body("items.id", hasItem(id));
        when().get("/v1/articles?lang=fr").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void aLanguageIsTheSameInAnyCase() {
        json(Map.of("text", text("anglais"), "id", "port-en", "inLanguage", "EN-us"))
                .statusCode(201)
                .body("inLanguage", is("en-US"));
        for (String language : List.of("en", "EN", "en-US", "EN-us")) {
            when().get("/v1/articles?lang=" + language).then().body("items.id", hasItem("port-en"));
            when().get("/v1/search?q=anglais&lang=" + language).then().body("items.article.id", hasItem("port-en"));
        }
    }

    @Test
    void aLanguageTagThatIsTooLongIsAFault() {
        ExtractionTest.problem(
                        422,
                        "#unprocessable-content",
                        json(Map.of("text", text("long"), "inLanguage", "en-x" + "-abcdefgh".repeat(8))))
                .body("errors.pointer", hasItem("/inLanguage"));
    }

    @Test
    void anIdBelongsToOneArticle() {
        json(Map.of("text", text("sixième"), "id", "port-6")).statusCode(201);
        ExtractionTest.problem(409, "#conflict", json(Map.of("text", text("septième"), "id", "port-6")))
                .body("detail", containsString("“port-6”"));
    }

    @Test
    void aDossierIsStoredAsItsAuthorWroteIt() {
        ObjectNode dossier = dossier("huitième");
        article(dossier).put("id", "port-8").put("inLanguage", "fr").put("headlineAsSupplied", "Huit");
        json(dossier).statusCode(201).body("id", is("port-8")).body("headline", is("Huit"));
        when().get("/v1/quotes?article=port-8")
                .then()
                .body("total", is(1))
                .body("items[0].form", is("MIXED"))
                .body("items[0].speaker.id", is("anne-roy"))
                .body("items[0].reviewStatus", is("CONFIRMED"))
                .body("items[0].extraction", nullValue());
        json(dossier).statusCode(200);
        article(dossier).put("publisher", "X");
        ExtractionTest.problem(409, "#conflict", json(dossier)).body("detail", containsString("other records"));
    }

    @Test
    void allFaultsOfADossierAreToldAtOnce() {
        ObjectNode dossier = dossier("neuvième");
        ((ObjectNode) dossier.at("/quotes/0")).put("form", "DIRECT").put("speaker", "nobody");
        ((ObjectNode) dossier.at("/quotes/0/segments/1")).put("exact", "fermé à tous");
        ExtractionTest.problem(422, "#unprocessable-content", json(dossier))
                .body("errors.pointer", hasItem("/article/inLanguage"))
                .body("errors.pointer", hasItem("/quotes/0/form"))
                .body("errors.pointer", hasItem("/quotes/0/speaker"))
                .body("errors.pointer", hasItem("/quotes/0/segments/1/exact"));
        article(dossier).put("inLanguage", "fr").put("sha256", "0".repeat(64));
        ExtractionTest.problem(422, "#unprocessable-content", json(dossier))
                .body("errors.pointer", hasItem("/article/sha256"));
        ((ObjectNode) dossier.at("/quotes/0")).put("colour", "red");
        ExtractionTest.problem(400, "#malformed-request", json(dossier))
                .body("errors.pointer", is(List.of("/quotes/0/colour")));
    }

    /** Whatever somebody sends, everybody else is served. */
    @Test
    void whatTheDatabaseHasNoRoomForIsAFault() throws IOException {
        for (String sum : List.of("1E+2147483647", "10E+2147483647", "1E+999999999", "-1E+999999999", "1E-999999999")) {
            ObjectNode dossier = dossier("douzième");
            article(dossier).put("inLanguage", "fr");
            dossier.putArray("fundingFacts")
                    .addObject()
                    .putObject("amount")
                    .put("status", "STATED")
                    .put("value", 0);
            String body = JSON.writeValueAsString(dossier).replace("\"value\":0", "\"value\":" + sum);
            ExtractionTest.problem(
                            422,
                            "#unprocessable-content",
                            editor().contentType(ContentType.JSON)
                                    .body(body)
                                    .post("/v1/articles")
                                    .then())
                    .body("errors.pointer", hasItem("/fundingFacts/0/amount/value"));
        }
        String language = "en" + "-x-abcdefg".repeat(7);
        ObjectNode dossier = dossier("douzième");
        article(dossier).put("inLanguage", language);
        ((ObjectNode) dossier.at("/agents/0")).put("name", "\uFDFA".repeat(300));
        dossier.withArray("agents").addNull();
        dossier.withArray("quotes").addNull();
        ExtractionTest.problem(422, "#unprocessable-content", json(dossier))
                .body("errors.pointer", is(List.of("/article/inLanguage", "/agents/0/name", "/agents/1", "/quotes/1")));
        ExtractionTest.problem(
                        422, "#unprocessable-content", json(Map.of("text", text("douzième"), "inLanguage", language)))
                .body("errors.pointer", is(List.of("/inLanguage")));
        when().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void aNameWithoutAWordIsNobodyElsesTrouble() {
        ObjectNode dossier = dossier("treizième");
        article(dossier).put("inLanguage", "fr");
        ((ObjectNode) dossier.at("/agents/0")).put("id", "marks").put("name", "!!!");
        ((ObjectNode) dossier.at("/quotes/0")).put("speaker", "marks");
        json(dossier).statusCode(201);
        given().queryParam("text", "Nous ouvrirons le port au mois de mars")
                .queryParam("speaker", "la ministre de la Défense")
                .get("/v1/quote-verifications")
                .then()
                .statusCode(200)
                .body("claim.speaker.status", is("UNKNOWN_SPEAKER"));
    }

    @Test
    void anAgentHasOneTypeUnlessAProgramNamedIt() {
        ObjectNode dossier = dossier("dixième");
        article(dossier).put("inLanguage", "fr");
        ((ObjectNode) dossier.at("/agents/0")).put("id", "maroc").put("name", "Maroc");
        ((ObjectNode) dossier.at("/quotes/0")).put("speaker", "maroc");
        ExtractionTest.problem(422, "#unprocessable-content", json(dossier))
                .body("errors.pointer", is(List.of("/agents/0/type")));

        ((ObjectNode) dossier.at("/agents/0"))
                .put("id", "zoe-blanc")
                .put("name", "Groupe Zoe Blanc")
                .put("type", "Group");
        ((ObjectNode) dossier.at("/quotes/0")).put("speaker", "zoe-blanc");
        json(dossier).statusCode(201);
        String id = plain("Zoe Blanc a déclaré : « Nous ouvrirons le onzième port au mois de mars. »\n")
                .statusCode(201)
                .extract()
                .path("id");
        when().get("/v1/quotes?article=" + id)
                .then()
                .body("items[0].speaker.name", is("Zoe Blanc"))
                .body("items[0].speaker.type", is("Person"))
                .body("items[0].speaker.id", is("zoe-blanc-person"));
    }

    @Test
    void aWithdrawnArticleIsGoneWithAllThatItSays() {
        String text = "Ada Noir a déclaré : « Nous fermerons le vieux phare au mois de juin. »\n";
        String id = plain(text).statusCode(201).extract().path("id");
        String quote = when().get("/v1/quotes?article=" + id).path("items[0].id");
        int articles = when().get("/v1/articles").path("total");
        ExtractionTest.problem(
                        400,
                        "#invalid-parameter",
                        editor().delete("/v1/articles/" + id).then())
                .body("errors.parameter", is(List.of("reason")));
        when().get("/v1/articles/" + id).then().statusCode(200);

        withdraw(id, "Un faux.").statusCode(204).body(is(""));
        for (String path : List.of(
                "/v1/articles/" + id,
                "/v1/articles/%s/text".formatted(id),
                "/v1/articles/%s/dossier".formatted(id),
                "/v1/quotes/" + quote)) {
            ExtractionTest.problem(410, "#withdrawn", when().get(path).then())
                    .body("detail", containsString("was withdrawn on 20"))
                    .body("detail", containsString("Un faux."))
                    .body("detail", not(containsString("alice")));
        }
        when().get("/v1/articles").then().body("total", is(articles - 1)).body("items.id", not(hasItem(id)));
        when().get("/v1/quotes?article=" + id).then().body("items", empty());
        when().get("/v1/agents?q=Ada Noir").then().body("items", empty());
        when().get("/v1/search?q=phare").then().body("items", empty());
        given().queryParam("text", "Nous fermerons le vieux phare au mois de juin")
                .get("/v1/quote-verifications")
                .then()
                .body("verdict", is("NOT_FOUND"));
        ExtractionTest.problem(410, "#withdrawn", withdraw(id, "Encore.")).body("detail", containsString("Un faux."));
        ExtractionTest.problem(409, "#conflict", plain(text)).body("detail", containsString("Un faux."));
        ExtractionTest.problem(409, "#conflict", json(Map.of("text", text, "id", "other-phare")));
        ExtractionTest.problem(409, "#conflict", json(Map.of("text", text("phare"), "id", id)));
        ExtractionTest.problem(404, "#not-found", withdraw("nope", "Rien."));
    }

    /** Out and in again, as it is: the article is held already, and what it is said to say is what it says. */
    @Test
    void whatGoesOutCanComeIn() throws IOException {
        for (String id : List.of(SEED, "d5de80af24a298a5")) {
            Response out = when().get("/v1/articles/%s/dossier".formatted(id));
            assertThat(out.contentType()).startsWith("application/json");
            ObjectNode dossier = (ObjectNode) JSON.readTree(out.asByteArray());
            dossier.put("text", when().get("/v1/articles/%s/text".formatted(id)).asString());
            json(dossier).statusCode(200).body("id", is(id));
            assertThat(when().get("/v1/articles/%s/dossier".formatted(id)).asString())
                    .isEqualTo(out.asString());
        }
    }

    /** Editors do not wait for each other, and nobody gets half an article. */
    @Test
    void manyComeAtOnce() throws Exception {
        int port = RestAssured.port;
        List<Callable<Integer>> posts = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String text = text("numéro " + i % 6);
            posts.add(() -> given().port(port)
                    .auth()
                    .oauth2(IdentityProvider.editor("alice"))
                    .contentType("text/plain; charset=UTF-8")
                    .body(text)
                    .post("/v1/articles")
                    .statusCode());
        }
        ExecutorService editors = Executors.newFixedThreadPool(8);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : editors.invokeAll(posts)) {
                statuses.add(answer.get());
            }
            assertThat(statuses).contains(201).allMatch(status -> status == 200 || status == 201 || status == 503);
            assertThat(statuses.stream().filter(status -> status == 201).count())
                    .isLessThanOrEqualTo(6);
        } finally {
            editors.shutdown();
        }
        for (int i = 0; i < 6; i++) {
            plain(text("numéro " + i)).body("counts.quotes", is(1));
        }
    }

    @Test
    void whatIsNoArticleIsRefused() {
        ExtractionTest.problem(400, "#malformed-request", plain("  \n"));
        ExtractionTest.problem(400, "#malformed-request", json(Map.of()));
        ExtractionTest.problem(400, "#malformed-request", json(Map.of("article", Map.of("inLanguage", "fr"))));
        ExtractionTest.problem(
                        422,
                        "#unprocessable-content",
                        json(Map.of("text", "Un texte.", "article", Map.of("inLanguage", "fr"))))
                .body("errors.pointer", everyItem(not(is(""))));
    }

    private static String text(String which) {
        return "Le port de Dakhla\n\nAnne Roy a déclaré : « Nous ouvrirons le quai %s au mois de mars. »\n"
                .formatted(which);
    }

    private static ObjectNode dossier(String which) {
        try {
            ObjectNode dossier = (ObjectNode) JSON.readTree(Examples.DOSSIER_BODY);
            dossier.put("text", dossier.get("text").asText() + which + "\n");
            ((ObjectNode) dossier.get("article")).removeAll();
            return dossier;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode article(ObjectNode dossier) {
        return (ObjectNode) dossier.get("article");
    }

    private static String seedText() {
        try {
            return Files.readString(Path.of("seeds/000_%s.txt".formatted(SEED)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RequestSpecification editor() {
        return given().auth().oauth2(IdentityProvider.editor("alice"));
    }

    private static ValidatableResponse withdraw(String id, String reason) {
        return editor().queryParam("reason", reason)
                .delete("/v1/articles/" + id)
                .then();
    }

    private static ValidatableResponse plain(String text) {
        return editor().contentType("text/plain; charset=UTF-8")
                .body(text)
                .post("/v1/articles")
                .then();
    }

    private static ValidatableResponse json(Object body) {
        return editor().contentType(ContentType.JSON)
                .body(JSON.<JsonNode>valueToTree(body).toString())
                .post("/v1/articles")
                .then();
    }
}
