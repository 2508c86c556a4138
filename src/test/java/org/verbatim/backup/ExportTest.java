package org.verbatim.backup;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.verbatim.IdentityProvider;

/** Everything as one file: what is in it for whom. */
@QuarkusTest
@WithTestResource(IdentityProvider.class)
class ExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SEED = "fbf5bc84079181b5";

    @Test
    void everyArticleHasALineAndTheLastLineSaysThatItIsComplete() throws JsonProcessingException {
        List<JsonNode> lines = lines(when().get("/v1/export")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .header("Content-Disposition", "attachment; filename=\"verbatim.ndjson\"")
                .header("Cache-Control", "public, no-cache")
                .extract()
                .asString());
        JsonNode last = lines.remove(lines.size() - 1);
        assertThat(last.toString()).isEqualTo("{\"complete\":true,\"lines\":%d}".formatted(lines.size()));
        List<String> ids = lines.stream().map(line -> line.path("id").asText()).toList();
        assertThat(ids).contains(SEED).doesNotHaveDuplicates();
        JsonNode seed = lines.get(ids.indexOf(SEED));
        assertThat(seed.path("text").asText())
                .isEqualTo(when().get("/v1/articles/%s/text".formatted(SEED)).asString());
        JsonNode dossier = JSON.readTree(
                when().get("/v1/articles/%s/dossier".formatted(SEED)).asString());
        for (String part : List.of("article", "agents", "quotes", "fundingFacts", "meetings")) {
            assertThat(seed.path(part)).as(part).isEqualTo(dossier.path(part));
        }
    }

    @Test
    void onlyEditorsGetEverything() throws JsonProcessingException {
        String article =
                "{\"id\": \"export-%s\", \"text\": \"« Le quai %s est ouvert », a déclaré Anne Roy, ministre.\"}";
        String rejected = added(article.formatted("rejected", "un"));
        String withdrawn = added(article.formatted("withdrawn", "deux"));
        String quote = when().get("/v1/quotes?article=" + rejected).path("items[0].id");
        given().header("Authorization", "Bearer " + IdentityProvider.editor("alice"))
                .header("If-Match", when().get("/v1/quotes/" + quote).header("ETag"))
                .contentType("application/json")
                .body("{\"status\": \"REJECTED\", \"reason\": \"Nobody said so.\"}")
                .put("/v1/quotes/%s/review".formatted(quote))
                .then()
                .statusCode(200);
        given().header("Authorization", "Bearer " + IdentityProvider.editor("alice"))
                .delete("/v1/articles/%s?reason=It was retracted.".formatted(withdrawn))
                .then()
                .statusCode(204);

        JsonNode seen = line(when().get("/v1/export").asString(), rejected);
        assertThat(seen.path("quotes")).isEmpty();
        assertThat(seen.at("/withdrawals/0/id").asText()).isEqualTo(quote);
        assertThat(seen.at("/withdrawals/0/reason").asText()).isEqualTo("Nobody said so.");
        assertThat(seen.has("revisions")).isFalse();
        JsonNode gone = line(when().get("/v1/export").asString(), withdrawn);
        assertThat(new TreeSet<>(fields(gone))).containsExactly("id", "withdrawals");
        assertThat(gone.at("/withdrawals/0/reason").asText()).isEqualTo("It was retracted.");
        assertThat(gone.toString()).doesNotContain("alice");

        String everything = given().header("Authorization", "Bearer " + IdentityProvider.editor("bob"))
                .get("/v1/export")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .extract()
                .asString();
        JsonNode whole = line(everything, rejected);
        assertThat(whole.at("/quotes/0/reviewStatus").asText()).isEqualTo("REJECTED");
        assertThat(whole.at("/decisions/0/reason").asText()).isEqualTo("Nobody said so.");
        assertThat(whole.at("/revisions/0/editor").asText()).isEqualTo("alice");
        assertThat(line(everything, withdrawn).path("text").asText()).contains("Le quai deux");
    }

    @Test
    void whoSaysThatTheyAreAnEditorMustBeOne() {
        given().header("Authorization", "Bearer " + IdentityProvider.reader("carol"))
                .get("/v1/export")
                .then()
                .statusCode(403)
                .body("type", endsWith("#forbidden"));
        given().header("Authorization", "Bearer none").get("/v1/export").then().statusCode(401);
    }

    @Test
    void aFileThatIsStillGoodIsNotSentAgain() {
        String tag = when().get("/v1/export").header("ETag");
        given().header("If-None-Match", tag)
                .get("/v1/export")
                .then()
                .statusCode(304)
                .body(is(""));
        given().header("If-None-Match", tag)
                .header("Authorization", "Bearer " + IdentityProvider.editor("alice"))
                .get("/v1/export")
                .then()
                .statusCode(200);
        when().head("/v1/export").then().statusCode(200).header("ETag", tag).body(is(""));
        added("{\"text\": \"« Le quai trois est ouvert », a déclaré Anne Roy, ministre.\"}");
        given().header("If-None-Match", tag).get("/v1/export").then().statusCode(200);
    }

    @Test
    void nothingElseIsOffered() {
        given().accept("text/csv")
                .get("/v1/export")
                .then()
                .statusCode(406)
                .body("detail", containsString("application/x-ndjson"));
        when().get("/v1/export?limit=1").then().statusCode(400);
    }

    private static String added(String article) {
        return given().header("Authorization", "Bearer " + IdentityProvider.editor("alice"))
                .contentType("application/json")
                .body(article)
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static JsonNode line(String export, String id) throws JsonProcessingException {
        return lines(export).stream()
                .filter(line -> line.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> lines(String export) throws JsonProcessingException {
        assertThat(export).endsWith("}\n");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : export.split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    private static List<String> fields(JsonNode line) {
        List<String> names = new ArrayList<>();
        line.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
