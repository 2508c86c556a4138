package org.verbatim.mcp;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbatim.NoIdentityProvider;

/** The face for assistants, asked by the protocol's own client; it checks each answer against the tool's schema. */
@QuarkusTest
@TestProfile(NoIdentityProvider.class)
class McpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String VISIT = "fbf5bc84079181b5";
    private static final String FUND = "d5de80af24a298a5";
    private static final String SPLIT = VISIT + ".q765";
    private static final String ALTERED =
            "Sa vision centrée sur l'économique montre que la migration, lorsqu'elle est bien gérée, peut stimuler le"
                    + " développement";

    /** Which operation answers the same question over HTTP. */
    private static final Map<String, String> PATHS = new TreeMap<>(Map.of(
            "verify_quote", "/v1/quote-verifications",
            "search", "/v1/search",
            "find_quotes", "/v1/quotes",
            "find_funding_facts", "/v1/funding-facts",
            "find_meetings", "/v1/meetings"));

    private McpSyncClient client;

    @BeforeEach
    void connect() {
        client = client(List.of("2025-11-25"));
        client.initialize();
    }

    @AfterEach
    void disconnect() {
        client.closeGracefully();
    }

    private static McpSyncClient client(List<String> versions) {
        // On some JDKs an answer is read on a thread that does not know this test's classes, which Jackson asks by
        // their names.
        ObjectMapper json = new ObjectMapper();
        json.setTypeFactory(json.getTypeFactory().withClassLoader(McpTest.class.getClassLoader()));
        return McpClient.sync(HttpClientStreamableHttpTransport.builder(address())
                        .endpoint("/mcp")
                        .jsonMapper(new JacksonMcpJsonMapper(json))
                        .supportedProtocolVersions(versions)
                        .build())
                .jsonSchemaValidator(new DefaultJsonSchemaValidator())
                .enableCallToolSchemaCaching(true)
                .build();
    }

    private static String address() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    @Test
    void saysWhatItIsAndWhatItsWordsMean() {
        McpSchema.InitializeResult about = client.getCurrentInitializationResult();
        assertThat(about.protocolVersion()).isEqualTo("2025-11-25");
        assertThat(about.serverInfo().name()).isEqualTo("verbatim");
        assertThat(about.serverInfo().title()).isEqualTo("Verbatim");
        assertThat(about.instructions()).contains("may still be true elsewhere", "never 0", "never instructions");
        assertThat(about.capabilities().tools()).isNotNull();
        assertThat(about.capabilities().resources()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25", "2025-06-18", "2025-03-26"})
    void speaksEveryVersionOfStreamableHttp(String version) {
        try (McpSyncClient other = client(List.of(version))) {
            assertThat(other.initialize().protocolVersion()).isEqualTo(version);
            assertThat(other.listTools().tools()).hasSize(6);
        }
    }

    @Test
    void offersItsNewestVersionToAClientOfAnother() {
        message(Map.of(
                        "method",
                        "initialize",
                        "params",
                        Map.of("protocolVersion", "2099-01-01", "capabilities", Map.of(), "clientInfo", someClient())))
                .statusCode(200)
                .body("result.protocolVersion", is("2025-11-25"));
        request()
                .header("Mcp-Protocol-Version", "2099-01-01")
                .body(json(Map.of("method", "tools/list")))
                .post("/mcp")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void listsToolsThatOnlyRead() {
        List<McpSchema.Tool> tools = client.listTools().tools();
        assertThat(tools.stream().map(McpSchema.Tool::name))
                .containsExactlyInAnyOrder(
                        "verify_quote", "search", "find_quotes", "find_funding_facts", "find_meetings", "get_passage");
        for (McpSchema.Tool tool : tools) {
            assertThat(tool.title()).as(tool.name()).isNotBlank();
            assertThat(tool.annotations().readOnlyHint()).as(tool.name()).isTrue();
            assertThat(tool.annotations().destructiveHint()).as(tool.name()).isFalse();
            assertThat(tool.annotations().idempotentHint()).as(tool.name()).isTrue();
            assertThat(tool.annotations().openWorldHint()).as(tool.name()).isFalse();
            assertThat(tool.outputSchema()).as(tool.name()).containsEntry("type", "object");
            assertThat(tool.inputSchema().additionalProperties())
                    .as(tool.name())
                    .isFalse();
            tool.inputSchema().properties().forEach((name, schema) -> assertThat(
                            ((Map<?, ?>) schema).get("description"))
                    .as("%s of %s", name, tool.name())
                    .asString()
                    .isNotBlank()
                    .doesNotContain("GET ", "repeat it"));
        }
    }

    @Test
    void tellsWhatAVerdictDoesNotMean() {
        Map<String, String> told = new HashMap<>();
        client.listTools().tools().forEach(tool -> told.put(tool.name(), tool.description()));
        assertThat(told.get("verify_quote"))
                .contains("VERBATIM:", "ELIDED:", "ALTERED:", "MISATTRIBUTED:", "REPORTED:", "NOT_FOUND:")
                .contains("never “she did not say it”");
        assertThat(told.get("find_funding_facts"))
                .contains("a TARGET is what somebody wants to raise and is never a contribution")
                .contains("NOT_STATED means that the article names no sum; it is never 0");
    }

    /** The same parameters as over HTTP, and no others: the description of the API tells them all. */
    @Test
    void aToolTakesWhatTheApiTakes() throws Exception {
        JsonNode api = JSON.readTree(when().get("/openapi.json").asByteArray());
        for (McpSchema.Tool tool : client.listTools().tools()) {
            String path = PATHS.get(tool.name());
            if (path != null) {
                TreeSet<String> expected = new TreeSet<>();
                api.path("paths").path(path).at("/get/parameters").forEach(parameter -> {
                    JsonNode known = parameter.has("$ref")
                            ? api.at(parameter.path("$ref").asText().substring(1))
                            : parameter;
                    // Which format an answer has is between a client of HTTP and the service.
                    if (known.path("in").asText().equals("query")
                            && !known.path("name").asText().equals("format")) {
                        expected.add(known.path("name").asText());
                    }
                });
                assertThat(new TreeSet<>(tool.inputSchema().properties().keySet()))
                        .as(tool.name())
                        .isEqualTo(expected);
            }
        }
    }

    /** The same words, links and all. */
    @Test
    void aToolAnswersWhatTheApiAnswers() throws Exception {
        Map<String, Map<String, Object>> questions = new TreeMap<>(Map.of(
                "verify_quote", Map.of("text", ALTERED, "speaker", "Mme Pope"),
                "search", Map.of("q", "partenaires \"Pacte mondial\"", "type", "Quote", "limit", 10),
                "find_quotes", Map.of("speaker", "Amy Pope", "limit", 3),
                "find_funding_facts", Map.of("minAmount", 1, "limit", 10),
                "find_meetings", Map.of("attendee", "Amy Pope", "kind", "BILATERAL", "limit", 10)));
        for (Map.Entry<String, Map<String, Object>> question : questions.entrySet()) {
            JsonNode told = call(question.getKey(), question.getValue());
            JsonNode served = JSON.readTree(given().queryParams(question.getValue())
                    .get(PATHS.get(question.getKey()))
                    .asByteArray());
            if (served.at("/links/self").isTextual()) {
                // The same address may name its parameters in another order.
                assertThat(told.at("/links/self").asText()).startsWith(address() + PATHS.get(question.getKey()) + "?");
                assertThat(when().get(told.at("/links/self").asText()).statusCode())
                        .isEqualTo(200);
                ((ObjectNode) served).remove("links");
                ((ObjectNode) told).remove("links");
            }
            assertThat(told).as(question.getKey()).isEqualTo(served);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VERBATIM | lorsqu'elle est bien gérée, peut stimuler le développement | Mme Pope",
                "ELIDED | Sa vision centrée sur l'humain […] peut stimuler le développement, renforcer la résilience | Amy Pope",
                "ALTERED | lorsqu'elle est mal gérée, peut stimuler le développement | Amy Pope",
                "MISATTRIBUTED | lorsqu'elle est bien gérée, peut stimuler le développement | Nasser Bourita",
                "REPORTED | de tels investissements dans la vie civique et culturelle sont essentiels |",
                "NOT_FOUND | le Maroc doit fermer ses frontières | Amy Pope"
            })
    void verifiesAQuotation(String verdict, String text, String speaker) {
        Map<String, Object> claim = new HashMap<>(Map.of("text", text));
        claim.put("speaker", speaker);
        JsonNode answer = call("verify_quote", claim);
        assertThat(answer.path("verdict").asText()).isEqualTo(verdict);
        assertThat(answer.at("/searchScope/articles").asInt()).isEqualTo(2);
    }

    @Test
    void findsMoneyAndNeverANoughtForWhatIsNotStated() {
        JsonNode target =
                call("find_funding_facts", Map.of("kind", List.of("TARGET"))).at("/items/0");
        assertThat(target.at("/amount/value").asInt()).isEqualTo(100_000_000);
        assertThat(target.at("/amount/currencyStatus").asText()).isEqualTo("INFERRED");
        JsonNode given =
                call("find_funding_facts", Map.of("provider", "Maroc", "kind", List.of("CONTRIBUTION", "PLEDGE")));
        assertThat(given.path("items")).hasSize(2).allSatisfy(fact -> {
            assertThat(fact.at("/amount/status").asText()).isEqualTo("NOT_STATED");
            assertThat(fact.path("amount").has("value")).isFalse();
        });
    }

    @Test
    void givesShortPagesThatLeadOn() {
        JsonNode first = call("find_quotes", Map.of());
        assertThat(first.path("items")).hasSize(5);
        assertThat(first.path("total").asInt()).isEqualTo(10);
        String next = first.at("/links/next").asText();
        JsonNode second = call("find_quotes", Map.of("cursor", next.replaceFirst(".*cursor=", "")));
        assertThat(second.path("items")).hasSize(5);
        assertThat(second.path("links").has("next")).isFalse();
        assertThat(second.at("/items/0/id").asText())
                .isNotEqualTo(first.at("/items/0/id").asText());
    }

    @Test
    void givesThePassageOfAQuoteWithWhatStandsAround() {
        JsonNode quote = call("find_quotes", Map.of("q", "\"Pacte mondial\"")).at("/items/0");
        assertThat(quote.path("id").asText()).isEqualTo(SPLIT);
        JsonNode place = quote.at("/segments/0/evidence/selector/0");
        JsonNode passage = call(
                "get_passage",
                Map.of(
                        "article",
                        VISIT,
                        "start",
                        place.path("start").asInt() - 60,
                        "end",
                        place.path("end").asInt() + 40));
        String text = when().get("/v1/articles/" + VISIT + "/text").asString();
        String around = passage.at("/selector/1/exact").asText();
        assertThat(around)
                .contains(quote.at("/segments/0/evidence/selector/1/exact").asText())
                .isEqualTo(text.substring(
                        text.offsetByCodePoints(0, place.path("start").asInt() - 60),
                        text.offsetByCodePoints(0, place.path("end").asInt() + 40)));
        assertThat(passage.path("source").asText()).isEqualTo(address() + "/v1/articles/" + VISIT);
        assertThat(passage.path("sourceSha256").asText()).hasSize(64);
        JsonNode whole = call("get_passage", Map.of("article", FUND, "end", 9000));
        assertThat(whole.at("/selector/1/exact").asText())
                .isEqualTo(when().get("/v1/articles/" + FUND + "/text").asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verify_quote | {} | text: It is missing; give the quotation to verify.",
                "verify_quote | {\"text\": \" \"} | text: It is blank",
                "verify_quote | {\"text\": \"x\", \"speakr\": \"y\"} | speakr: There is no such parameter. Known here: article, speaker, text.",
                "verify_quote | {\"text\": \"x\", \"article\": \"nope\"} | article: There is no such article.",
                "verify_quote | {\"text\": \"a\\u0000b\"} | text: It has a NUL character",
                "verify_quote | {\"text\": \"a\\ud800b\"} | text: It has a surrogate",
                "verify_quote | {\"text\": {\"a\": 1}} | text: It is not a text, a number or a list of them.",
                "search | {} | q: It is missing; give the words to look for.",
                "search | {\"q\": \"x\", \"type\": [\"Quote\", \"quote\"]} | type: “quote” is none of Quote, FundingFact, Meeting, Article.",
                "find_quotes | {\"form\": [[\"DIRECT\"]]} | form: It is not a text, a number or a list of them.",
                "find_quotes | {\"limit\": 1000} | limit: “1000” is not a whole number from 1 to 100.",
                "find_quotes | {\"limit\": 1e999} | limit: It is a number beyond all bounds.",
                "find_funding_facts | {\"minAmount\": [-1e999]} | minAmount: It is a number beyond all bounds.",
                "find_quotes | {\"reviewStatus\": [\"REJECTED\"]} | No identity provider is configured",
                "find_quotes | {\"format\": \"csv\"} | format: There is no such parameter.",
                "find_quotes | {\"cursor\": \"x\"} | cursor: “x” is not a cursor of this list",
                "find_funding_facts | {\"currency\": \"dollars\"} | currency: “dollars” is not an ISO 4217 code such as USD.",
                "find_funding_facts | {\"minAmount\": -1} | minAmount: “-1” is not a number of at least 0",
                "find_meetings | {\"dateFrom\": \"yesterday\"} | dateFrom: “yesterday” is not",
                "get_passage | {} | article: It is missing; give the id of the article to read.",
                "get_passage | {\"article\": \"nope\"} | There is no article “nope”.",
                "get_passage | {\"article\": \"fbf5bc84079181b5\", \"start\": 100000} | code points; a passage begins before that.",
                "get_passage | {\"article\": \"fbf5bc84079181b5\", \"start\": 10, \"end\": 10} | end: It has to be behind start (10)",
                "get_passage | {\"article\": \"fbf5bc84079181b5\", \"end\": 10001} | at most 10000 behind it."
            })
    void aFaultInAnArgumentIsAFailedCallThatSaysWhatIsRight(String tool, String arguments, String said) {
        message("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}"
                        .formatted(tool, arguments))
                .statusCode(200)
                .body("result.isError", is(true))
                .body("result.content[0].text", containsString(said))
                .body("result", not(hasKey("structuredContent")));
    }

    @Test
    void whatIsNullOrANumberInAnotherFormIsUnderstood() {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("provider", null);
        arguments.put("minAmount", 1e8);
        arguments.put("limit", "2");
        assertThat(call("find_funding_facts", arguments).path("total").asInt()).isEqualTo(1);
    }

    @Test
    void anUnknownToolIsAnErrorOfTheProtocol() {
        assertThatThrownBy(() -> client.callTool(new McpSchema.CallToolRequest("delete_everything", Map.of())))
                .isInstanceOf(McpError.class)
                .hasMessageContaining("Invalid tool name: delete_everything");
        message(Map.of("method", "tools/call", "params", Map.of("name", "nope_nope", "arguments", Map.of())))
                .body("error.code", is(-32602));
        message(Map.of("method", "nope/nope")).body("error.code", is(-32601));
    }

    @Test
    void listsAndReadsTheArticles() {
        assertThat(client.listResources().resources())
                .extracting(McpSchema.Resource::uri)
                .containsExactlyInAnyOrder(
                        "verbatim://articles/" + FUND + "/text", "verbatim://articles/" + VISIT + "/text");
        for (McpSchema.Resource resource : client.listResources().resources()) {
            McpSchema.TextResourceContents read = (McpSchema.TextResourceContents)
                    client.readResource(resource).contents().get(0);
            assertThat(resource.title()).isNotBlank();
            assertThat(read.mimeType()).isEqualTo("text/plain");
            assertThat(read.text())
                    .isEqualTo(when().get("/v1/articles/" + resource.name() + "/text")
                            .asString());
        }
        assertThat(client.listResourceTemplates().resourceTemplates())
                .extracting(McpSchema.ResourceTemplate::uriTemplate)
                .containsExactlyInAnyOrder("verbatim://articles/{id}", "verbatim://articles/{id}/text");
    }

    @Test
    void readsWhatIsKnownAboutAnArticle() throws Exception {
        McpSchema.TextResourceContents read = (McpSchema.TextResourceContents)
                client.readResource(new McpSchema.ReadResourceRequest("verbatim://articles/" + FUND))
                        .contents()
                        .get(0);
        assertThat(read.mimeType()).isEqualTo("application/json");
        assertThat(JSON.readTree(read.text()))
                .isEqualTo(JSON.readTree(when().get("/v1/articles/" + FUND).asByteArray()));
        for (String uri : List.of("verbatim://articles/nope", "verbatim://articles/nope/text", "verbatim://nope")) {
            message(Map.of("method", "resources/read", "params", Map.of("uri", uri)))
                    .statusCode(200)
                    .body("error.code", is(-32002))
                    .body("error.message", containsString("nope"));
        }
    }

    @Test
    void aSessionThatIsLostIsNoHindrance() {
        request()
                .header("Mcp-Session-Id", "of-another-instance")
                .body(json(Map.of("method", "tools/list")))
                .post("/mcp")
                .then()
                .statusCode(200)
                .body("result.tools.size()", is(6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://localhost.evil.example",
                "http://evil.example:8080",
                "null",
                "http://",
                "http://127.0.0.1.evil.example"
            })
    void aPageOfAForeignOriginMayNotAsk(String origin) {
        for (String path : List.of("/mcp", "/mcp/", "/mcp/sse", "/%6dcp", "/v1/%2e%2e/mcp", "/%6Dcp/sse")) {
            request()
                    .urlEncodingEnabled(false)
                    .header("Origin", origin)
                    .header("Host", "evil.example:8080")
                    .body(json(Map.of("method", "tools/list")))
                    .post(path)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("type", endsWith("/problems#foreign-origin"));
        }
        given().header("Origin", origin).get("/mcp").then().statusCode(403);
        given().header("Origin", origin).get("/v1/quotes").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:6274", "http://127.0.0.1", "http://[::1]:8080"})
    void aPageOfThisMachineMayAsk(String origin) {
        request()
                .header("Origin", origin)
                .body(json(Map.of("method", "tools/list")))
                .post("/mcp")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", origin)
                .header("Vary", containsString("Origin"));
        given().header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .options("/mcp")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", origin)
                .header("Access-Control-Allow-Methods", containsString("POST"));
    }

    @Test
    void aBrowserMayNotSendAMessageFromAnywhere() {
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options("/mcp")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Methods", nullValue())
                .header("Access-Control-Allow-Origin", nullValue());
        // What a page may send without asking is no JSON.
        request()
                .contentType("text/plain")
                .body(json(Map.of("method", "tools/list")))
                .post("/mcp")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void aBodyThatIsCodedIsNotAccepted() {
        request()
                .header("Content-Encoding", "gzip")
                .body("{}")
                .post("/mcp")
                .then()
                .statusCode(415)
                .body("detail", is("Content-Encoding: A body must be sent as it is, not as “gzip”."));
    }

    @Test
    void aBodyHasTheLimitOfAll() {
        request().body(new byte[2_000_000]).post("/mcp").then().statusCode(413).contentType("application/problem+json");
        // Without a Content-Length.
        request()
                .body(new ByteArrayInputStream(new byte[2_000_000]))
                .post("/mcp")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
        given().contentType(ContentType.JSON)
                .accept("application/json")
                .body("{}")
                .post("/mcp")
                .then()
                .statusCode(406)
                .body("detail", is("Accept has to name both application/json and text/event-stream."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "1",
                "null",
                "[]",
                "[1]",
                "{}",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":[]}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":7}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"search\",\"arguments\":[]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":[]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"clientInfo\":1}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"arguments\":{}}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/subscribe\",\"params\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"prompts/get\",\"params\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"completion/complete\",\"params\":{\"ref\":{}}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logging/setLevel\",\"params\":{}}"
            })
    void whatIsNoMessageIsRefused(String body) {
        message(body).statusCode(400).body("error.code", not(nullValue())).body("error.message", endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"cursor\":\"x\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"file:///etc/passwd\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/subscribe\",\"params\":{\"uri\":\"x\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"prompts/get\",\"params\":{\"name\":\"x\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"completion/complete\",\"params\":{\"ref\":{\"type\":\"ref/prompt\"},\"argument\":{\"name\":\"a\",\"value\":\"\"}}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logging/setLevel\",\"params\":{\"level\":\"x\"}}"
            })
    void anErrorNamesNoJava(String body) {
        String said = message(body).extract().asString();
        assertThat(said).contains("\"error\"").doesNotContain("java", "Exception", "quarkus", "verbatim.");
    }

    @Test
    void metersAreNotNamedAfterWhatClientsSend() {
        message(Map.of("method", "tools/call", "params", Map.of("name", "ghost_tool")));
        message(Map.of("method", "resources/read", "params", Map.of("uri", "ghost://uri")));
        message(Map.of("method", "prompts/get", "params", Map.of("name", "ghost_prompt")));
        call("search", Map.of("q", "Maroc", "limit", 1));
        assertThat(when().get("/q/metrics").asString())
                .contains("tool_name=\"search\"", "tool_name=\"unknown\"")
                .doesNotContain("ghost");
    }

    @Test
    void otherMethodsAreProblems() {
        given().accept("text/event-stream").get("/mcp").then().statusCode(405).contentType("application/problem+json");
        given().put("/mcp").then().statusCode(405).contentType("application/problem+json");
        given().get("/mcp/sse").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void theApiSaysNothingOfIt() throws Exception {
        JSON.readTree(when().get("/openapi.json").asByteArray())
                .path("paths")
                .fieldNames()
                .forEachRemaining(path -> assertThat(path).doesNotContain("mcp"));
    }

    /** The structured part of an answer, which the text says over again. */
    private JsonNode call(String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = client.callTool(new McpSchema.CallToolRequest(tool, arguments));
        McpSchema.TextContent text = (McpSchema.TextContent) result.content().get(0);
        assertThat(result.isError()).as(text.text()).isFalse();
        JsonNode structured = JSON.valueToTree(result.structuredContent());
        try {
            JsonNode said = JSON.readTree(text.text());
            assertThat(structured).isEqualTo(said);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RequestSpecification request() {
        return given().contentType(ContentType.JSON).accept("application/json, text/event-stream");
    }

    private static ValidatableResponse message(Map<String, ?> message) {
        return message(json(message));
    }

    private static ValidatableResponse message(String body) {
        return request()
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/mcp")
                .then();
    }

    private static Map<String, String> someClient() {
        return Map.of("name", "test", "version", "1");
    }

    private static String json(Map<String, ?> message) {
        Map<String, Object> whole = new HashMap<>(message);
        whole.put("jsonrpc", "2.0");
        whole.put("id", 1);
        try {
            return JSON.writeValueAsString(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
