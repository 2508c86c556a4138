package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same records in every format in which they are offered. */
@QuarkusTest
class FormatsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SCHEMA = "https://schema.org/";
    private static final String OA = "http://www.w3.org/ns/oa#";
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final String OURS = "https://verbatim.example/ns#";

    private static final String SPLIT = "/v1/quotes/fbf5bc84079181b5.q765";
    private static final String INDIRECT = "/v1/quotes/fbf5bc84079181b5.q532";

    private static final Map<String, String> LISTS = Map.of(
            "json", "application/json",
            "jsonld", "application/ld+json",
            "csv", "text/csv",
            "ndjson", "application/x-ndjson");

    private static final Map<String, String> QUOTE = Map.of(
            "json", "application/json",
            "jsonld", "application/ld+json",
            "csl", "application/vnd.citationstyles.csl+json",
            "bibtex", "application/x-bibtex");

    private static final Map<String, String> RECORD =
            Map.of("json", "application/json", "jsonld", "application/ld+json");

    private static final Map<String, Map<String, String>> OFFERED = Map.of(
            "/v1/quotes",
            LISTS,
            "/v1/funding-facts",
            LISTS,
            "/v1/meetings",
            LISTS,
            "/v1/articles",
            LISTS,
            "/v1/agents",
            LISTS,
            SPLIT,
            QUOTE,
            "/v1/funding-facts/d5de80af24a298a5.f593",
            RECORD,
            "/v1/meetings/fbf5bc84079181b5.m183",
            RECORD,
            "/v1/articles/fbf5bc84079181b5",
            RECORD,
            "/v1/agents/amy-pope",
            RECORD);

    @Test
    void everyFormatIsChosenByItsTypeAndByItsAlias() {
        OFFERED.forEach((path, formats) -> {
            Set<String> tags = new TreeSet<>();
            formats.forEach((alias, mediaType) -> {
                Response accepted = given().header("Accept", mediaType).get(path);
                accepted.then()
                        .statusCode(200)
                        .header("Content-Type", containsString(mediaType))
                        .header("Vary", is("Accept, Accept-Encoding, Origin"))
                        .header("ETag", not(emptyOrNullString()));
                String tag = accepted.header("ETag");
                tags.add(tag);
                given().header("Accept", mediaType)
                        .header("If-None-Match", tag)
                        .get(path)
                        .then()
                        .statusCode(304)
                        .header("ETag", tag);
                Response aliased = given().header("Accept", "image/png")
                        .queryParam("format", alias)
                        .get(path);
                aliased.then().statusCode(200).header("Content-Type", accepted.header("Content-Type"));
                if (!path.matches("/v1/[^/]+")) {
                    assertThat(aliased.asByteArray()).isEqualTo(accepted.asByteArray());
                }
                Response head = given().header("Accept", mediaType).head(path);
                head.then().statusCode(200).header("ETag", tag).header("Content-Type", accepted.contentType());
                assertThat(head.header("Content-Length")).isEqualTo(accepted.header("Content-Length"));
            });
            assertThat(tags).as("no two formats share a tag: " + path).hasSameSizeAs(formats.keySet());
        });
    }

    @Test
    void anythingElseIsRefusedWithWhatIsOffered() {
        OFFERED.forEach((path, formats) -> {
            for (String wanted : List.of("image/png", "text/csv;q=0, text/plain", "application/json;q=0", "nonsense")) {
                Response refused = given().header("Accept", wanted).get(path);
                refused.then()
                        .statusCode(406)
                        .contentType(Problem.MEDIA_TYPE)
                        .header("Vary", is("Accept, Accept-Encoding, Origin"))
                        .body("type", endsWith("#not-acceptable"));
                formats.forEach((alias, mediaType) ->
                        refused.then().body("detail", containsString(mediaType)).body("detail", containsString(alias)));
            }
            given().queryParam("format", "xml").get(path).then().statusCode(406);
            given().queryParam("format", "").get(path).then().statusCode(400);
            given().queryParam("format", "json", "jsonld").get(path).then().statusCode(400);
        });
        given().queryParam("format", "csv").get(SPLIT).then().statusCode(406);
        given().queryParam("format", "bibtex").get("/v1/quotes").then().statusCode(406);
        given().queryParam("format", "json")
                .get("/v1/search?q=Maroc")
                .then()
                .statusCode(400)
                .body("errors.parameter", is(List.of("format")));
        given().header("Accept", "text/csv").get("/v1/quotes?speakr=x").then().statusCode(400);
        given().header("Accept", "application/x-bibtex")
                .get("/v1/quotes/nope")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/quotes",
                "/v1/funding-facts",
                "/v1/meetings",
                "/v1/articles",
                "/v1/agents",
                "/v1/quotes?q=Maroc"
            })
    void aLineOfNdjsonIsAnItem(String list) throws IOException {
        JsonNode items = JSON.readTree(when().get(list).asByteArray()).path("items");
        String body = given().header("Accept", "application/x-ndjson").get(list).asString();
        assertThat(body).endsWith("\n");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : body.lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        assertThat(lines).containsExactlyElementsOf(items);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/quotes", "/v1/funding-facts", "/v1/meetings", "/v1/articles", "/v1/agents"})
    void aRowOfCsvIsAnItem(String list) throws IOException {
        JsonNode items = JSON.readTree(when().get(list).asByteArray()).path("items");
        List<CSVRecord> rows = rows(given().header("Accept", "text/csv").get(list));
        assertThat(rows).hasSize(items.size());
        for (int i = 0; i < rows.size(); i++) {
            for (String column : List.of("id", "url")) {
                assertThat(rows.get(i).get(column))
                        .isEqualTo(items.get(i).path(column).asText());
            }
        }
        assertThat(rows(given().header("Accept", "text/csv").get(list + "?q=xyzzyx")))
                .as("an empty list has a header all the same")
                .isEmpty();
        assertThat(given().header("Accept", "text/csv").get(list + "?q=xyzzyx").asString())
                .startsWith("id,url,")
                .endsWith("\r\n");
    }

    @Test
    void aRowSaysWhatTheRecordSays() throws IOException {
        CSVRecord quote = rows(given().header("Accept", "text/csv").get("/v1/quotes?form=DIRECT"))
                .get(1);
        assertThat(quote.get("id")).isEqualTo("fbf5bc84079181b5.q765");
        assertThat(quote.get("text")).isEqualTo(when().get(SPLIT).path("text"));
        assertThat(quote.get("speakerName")).isEqualTo("Amy Pope");
        assertThat(quote.get("start")).isEqualTo("765");
        assertThat(quote.get("end")).isEqualTo("1263");
        List<CSVRecord> facts = rows(given().header("Accept", "text/csv").get("/v1/funding-facts"));
        assertThat(facts.get(1).get("amount")).isEqualTo("100000000");
        assertThat(facts.get(1).get("amountAsStated")).isEqualTo("100 millions de dollars");
        assertThat(facts.get(0).get("amount")).as("not stated is not 0").isEmpty();
        CSVRecord meeting = rows(given().header("Accept", "text/csv").get("/v1/meetings?kind=BILATERAL"))
                .get(0);
        assertThat(meeting.get("attendeeNames")).isEqualTo("Amy Pope | Nasser Bourita");
    }

    @Test
    void aLimitMakesRowsAPage() {
        Response page = given().header("Accept", "text/csv").get("/v1/quotes?limit=3");
        page.then().header("Link", containsString("rel=\"next\""));
        assertThat(page.asString().lines()).hasSize(4);
        given().header("Accept", "text/csv")
                .get("/v1/quotes")
                .then()
                .header("Link", not(containsString("rel=\"next\"")));
    }

    @Test
    void aBrowserKeepsItUnderAName() {
        when().get("/v1/quotes?format=csv").then().header("Content-Disposition", "inline; filename=\"quotes.csv\"");
        when().get(SPLIT + "?format=bibtex")
                .then()
                .header("Content-Disposition", "inline; filename=\"fbf5bc84079181b5.q765.bib\"");
    }

    @Test
    void aQuoteCanBeCited() {
        given().header("Accept", "application/vnd.citationstyles.csl+json")
                .get(SPLIT)
                .then()
                .body("size()", is(1))
                .body("[0].id", is("fbf5bc84079181b5.q765"))
                .body("[0].type", is("article-newspaper"))
                .body("[0].title", containsString("La visite de la Directrice générale"))
                .body("[0].author[0].literal", is("gherrrabi"))
                .body("[0].language", is("fr"))
                .body("[0].note", containsString("Amy Pope: “Le Maroc, pays champion"))
                .body("[0].URL", endsWith(SPLIT));
        assertThat(given().header("Accept", "application/x-bibtex").get(SPLIT).asString())
                .startsWith("@misc{fbf5bc84079181b5.q765,\n  author = {{gherrrabi}},\n  title = {{La visite")
                .contains("  note = {Amy Pope: “Le Maroc, pays champion")
                .endsWith("\n}\n");
        assertThat(given().header("Accept", "application/x-bibtex")
                        .get(INDIRECT)
                        .asString())
                .as("a paraphrase is nobody's words")
                .contains("note = {Amy Pope: l’engagement")
                .doesNotContain("“");
    }

    @Test
    void theContextIsServed() {
        given().header("Accept", "application/ld+json")
                .get("/v1/context.jsonld")
                .then()
                .statusCode(200)
                .contentType("application/ld+json")
                .header("ETag", not(emptyOrNullString()))
                .body("'@context'.id", is("@id"));
        given().header("Accept", "text/html").get("/v1/context.jsonld").then().statusCode(406);
    }

    /** Expansion drops what the context does not define. */
    @Test
    void everyTermMeansSomething() throws Exception {
        for (Map.Entry<String, Map<String, String>> offered : OFFERED.entrySet()) {
            JsonNode compact = JSON.readTree(
                    when().get(offered.getKey() + "?format=jsonld").asByteArray());
            JsonNode terms = JSON.readTree(when().get("/v1/context.jsonld").asByteArray())
                    .path("@context");
            compact.findParents("type").forEach(node -> {
                node.fieldNames().forEachRemaining(name -> assertThat(name.equals("@context") || terms.has(name))
                        .as(name)
                        .isTrue());
                (node.path("type").isArray()
                                ? node.path("type")
                                : JSON.createArrayNode().add(node.path("type")))
                        .forEach(type -> assertThat(terms.has(type.asText()))
                                .as(type.asText())
                                .isTrue());
            });
            String expanded = expand(offered.getKey()).toString();
            assertThat(expanded).contains("@type").contains(SCHEMA);
        }
    }

    @Test
    void aQuoteIsAQuotationOfAnArticle() throws Exception {
        JsonObject quote = expand(SPLIT).getJsonObject(0);
        assertThat(quote.getString("@id")).endsWith(SPLIT);
        assertThat(types(quote)).containsExactly(SCHEMA + "Quotation");
        assertThat(values(quote, SCHEMA + "text"))
                .containsExactly(when().get(SPLIT).<String>path("text"));
        JsonObject speaker = only(quote, SCHEMA + "spokenByCharacter");
        assertThat(speaker.getString("@id")).endsWith("/v1/agents/amy-pope");
        assertThat(types(speaker)).containsExactly(SCHEMA + "Person");
        assertThat(only(quote, OURS + "form").getString("@id")).isEqualTo(OURS + "DIRECT");
        assertThat(only(quote, OURS + "reviewStatus").getString("@id")).isEqualTo(OURS + "CONFIRMED");
        JsonObject article = only(quote, SCHEMA + "isPartOf");
        assertThat(types(article)).containsExactly(SCHEMA + "NewsArticle");
        JsonArray evidence = quote.getJsonArray(PROV + "wasQuotedFrom");
        assertThat(evidence).hasSize(2);
        JsonObject first = evidence.getJsonObject(0);
        assertThat(types(first)).containsExactly(OA + "SpecificResource");
        assertThat(only(first, OA + "hasSource").getString("@id")).isEqualTo(article.getString("@id"));
        JsonObject position = first.getJsonArray(OA + "hasSelector").getJsonObject(0);
        assertThat(types(position)).containsExactly(OA + "TextPositionSelector");
        assertThat(only(position, OA + "start").getInt("@value")).isEqualTo(765);
        assertThat(only(position, OA + "start").getString("@type")).endsWith("#nonNegativeInteger");
        JsonObject words = first.getJsonArray(OA + "hasSelector").getJsonObject(1);
        assertThat(types(words)).containsExactly(OA + "TextQuoteSelector");
        assertThat(values(words, OA + "exact").get(0)).startsWith("Le Maroc, pays champion");
    }

    @Test
    void aParaphraseIsNoQuotation() throws Exception {
        JsonObject quote = expand(INDIRECT).getJsonObject(0);
        assertThat(types(quote)).doesNotContain(SCHEMA + "Quotation");
        assertThat(quote).doesNotContainKey(SCHEMA + "spokenByCharacter").doesNotContainKey(PROV + "wasQuotedFrom");
        assertThat(only(quote, PROV + "wasAttributedTo").getString("@id")).endsWith("/v1/agents/amy-pope");
    }

    @Test
    void aTargetIsNoGrant() throws Exception {
        JsonObject target = expand("/v1/funding-facts/d5de80af24a298a5.f593").getJsonObject(0);
        assertThat(types(target)).containsExactly(OURS + "FundingFact");
        assertThat(target).doesNotContainKey(SCHEMA + "funder");
        JsonObject amount = only(target, SCHEMA + "amount");
        assertThat(types(amount)).containsExactly(SCHEMA + "MonetaryAmount");
        assertThat(only(amount, SCHEMA + "value").getInt("@value")).isEqualTo(100_000_000);
        assertThat(values(amount, SCHEMA + "currency")).containsExactly("USD");
        JsonObject grant = expand("/v1/funding-facts/d5de80af24a298a5.f442").getJsonObject(0);
        assertThat(types(grant)).contains(SCHEMA + "MonetaryGrant");
        assertThat(only(grant, SCHEMA + "funder").getString("@id")).endsWith("/v1/agents/maroc");
        assertThat(only(grant, SCHEMA + "amount")).as("not stated is not 0").doesNotContainKey(SCHEMA + "value");
    }

    @Test
    void aMeetingIsAnEventAndAnArticleIsNews() throws Exception {
        JsonObject meeting = expand("/v1/meetings/fbf5bc84079181b5.m183").getJsonObject(0);
        assertThat(types(meeting)).containsExactly(SCHEMA + "Event");
        assertThat(meeting.getJsonArray(SCHEMA + "attendee")).hasSize(2);
        assertThat(types(only(meeting, SCHEMA + "location"))).containsExactly(SCHEMA + "Place");
        JsonObject article = expand("/v1/articles/fbf5bc84079181b5").getJsonObject(0);
        assertThat(types(article)).containsExactly(SCHEMA + "NewsArticle");
        assertThat(values(only(article, SCHEMA + "encoding"), SCHEMA + "sha256"))
                .containsExactly(when().get("/v1/articles/fbf5bc84079181b5").<String>path("sha256"));
        assertThat(article).as("no date is guessed").doesNotContainKey(SCHEMA + "datePublished");
    }

    @Test
    void aListKeepsItsOrderAndItsNextPage() throws Exception {
        JsonObject list = expand("/v1/quotes?limit=2").getJsonObject(0);
        assertThat(types(list)).containsExactly(SCHEMA + "ItemList");
        JsonArray items = only(list, SCHEMA + "itemListElement").getJsonArray("@list");
        assertThat(items.stream()
                        .map(item -> item.asJsonObject().getString("@id"))
                        .toList())
                .isEqualTo(when().get("/v1/quotes?limit=2").<List<String>>path("items.url"));
        assertThat(only(list, "https://www.w3.org/ns/activitystreams#next").getString("@id"))
                .contains("cursor=");
    }

    /** With the context that we serve, from where the document says it is. */
    private static JsonArray expand(String path) throws JsonLdError {
        String body = given().urlEncodingEnabled(false)
                .header("Accept", "application/ld+json")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return JsonLd.expand(JsonDocument.of(new StringReader(body)))
                .loader((url, options) ->
                        JsonDocument.of(new StringReader(given().header("Accept", "application/ld+json")
                                .get(url)
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())))
                .get();
    }

    private static List<String> types(JsonObject node) {
        return node.getJsonArray("@type").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private static JsonObject only(JsonObject node, String property) {
        assertThat(node).containsKey(property);
        assertThat(node.getJsonArray(property)).as(property).hasSize(1);
        return node.getJsonArray(property).getJsonObject(0);
    }

    private static List<String> values(JsonObject node, String property) {
        return node.getJsonArray(property).stream()
                .map(JsonValue::asJsonObject)
                .map(value -> value.getString("@value"))
                .toList();
    }

    private static List<CSVRecord> rows(Response response) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                response.then().statusCode(200).extract().asString(),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }
}
