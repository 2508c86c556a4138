package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service does what its description says, and the description says all that a stranger needs. */
@QuarkusTest
class OpenApiTest {

    private static final Path AT_THE_ROOT = Path.of("openapi.yaml");
    private static final Path EXAMPLES = Path.of("src/main/resources/openapi-examples");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Among the parameters of an example, what is sent as the body. */
    private static final String BODY = "(body)";

    private JsonNode description;

    @BeforeEach
    void read() throws IOException {
        description = JSON.readTree(when().get("/openapi.json").asByteArray());
    }

    /** After a change: {@code mvn test -Dtest=OpenApiTest -Dopenapi.update}. */
    @Test
    void theFileAtTheRootIsWhatIsServed() throws IOException {
        String served = OpenApiFile.write(description);
        if (System.getProperty("openapi.update") != null) {
            Files.writeString(AT_THE_ROOT, served);
        }
        assertThat(Files.readString(AT_THE_ROOT)).isEqualTo(served);
        for (String path : List.of("/openapi.yaml", "/openapi")) {
            assertThat(OpenApiFile.read(when().get(path).asString())).as(path).isEqualTo(description);
        }
    }

    @Test
    void theClientChoosesItsFormat() {
        for (String json : List.of("/openapi.json", "/openapi?format=json")) {
            when().get(json).then().statusCode(200).contentType("application/json");
        }
        given().accept("application/json").get("/openapi").then().contentType("application/json");
        // Where the address says it, the rest does not count.
        given().accept("application/json").get("/openapi.yaml").then().contentType("application/yaml");
        for (String yaml : List.of("/openapi", "/openapi.yaml", "/openapi.yml", "/openapi.yaml?format=json")) {
            given().accept("text/html, */*")
                    .get(yaml)
                    .then()
                    .statusCode(200)
                    .contentType("application/yaml")
                    .header("Cache-Control", "public, no-cache");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void nobodyChangesIt(String method) {
        for (String address : List.of("/openapi", "/openapi/", "/openapi.json")) {
            given().body("{}")
                    .contentType("application/json")
                    .request(method, address)
                    .then()
                    .statusCode(405)
                    .contentType("application/problem+json")
                    .header("Allow", "GET, HEAD, OPTIONS")
                    .body("detail", endsWith(" offers GET, HEAD, OPTIONS."));
        }
        given().options("/openapi.json").then().statusCode(200).header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void everythingIsDescribed() {
        List<String> tags = texts(description.at("/tags"), "name");
        description
                .at("/tags")
                .forEach(tag -> assertThat(tag.path("description").asText()).isNotBlank());
        List<String> operationIds = new ArrayList<>();
        for (Operation operation : all()) {
            operationIds.add(operation.id());
            assertThat(operation.node().path("summary").asText())
                    .as(operation.id())
                    .isNotBlank();
            assertThat(operation.node().path("description").asText())
                    .as(operation.id())
                    .isNotBlank();
            assertThat(tags).contains(operation.node().at("/tags/0").asText());
            operation.parameters().forEach(parameter -> assertThat(
                            parameter.path("description").asText())
                    .as("%s of %s", parameter.path("name").asText(), operation.id())
                    .isNotBlank());
        }
        assertThat(operationIds)
                .containsExactlyInAnyOrder(
                        "getHome",
                        "getContext",
                        "getApiCatalog",
                        "getFeed",
                        "search",
                        "listQuotes",
                        "getQuote",
                        "getQuoteReview",
                        "reviewQuote",
                        "getQuoteRevisions",
                        "listFundingFacts",
                        "getFundingFact",
                        "getFundingFactReview",
                        "reviewFundingFact",
                        "getFundingFactRevisions",
                        "listMeetings",
                        "getMeeting",
                        "getMeetingReview",
                        "reviewMeeting",
                        "getMeetingRevisions",
                        "listArticles",
                        "getArticle",
                        "getArticleText",
                        "getArticleDossier",
                        "addArticle",
                        "withdrawArticle",
                        "extract",
                        "export",
                        "listAgents",
                        "getAgent",
                        "verifyQuote",
                        "verifyLongQuote");
        description.at("/components/schemas").properties().forEach(schema -> {
            assertDescribed(schema.getKey(), schema.getValue());
            schema.getValue()
                    .path("properties")
                    .properties()
                    .forEach(property ->
                            assertDescribed(schema.getKey() + "." + property.getKey(), property.getValue()));
            schema.getValue().path("enum").forEach(value -> assertThat(
                            schema.getValue().path("description").asText())
                    .as(schema.getKey())
                    .contains("`%s`: ".formatted(value.asText())));
        });
    }

    private void assertDescribed(String name, JsonNode schema) {
        assertThat(
                        schema.has("description")
                                ? schema.path("description").asText()
                                : resolved(schema).path("description").asText())
                .as(name)
                .isNotBlank();
    }

    @Test
    void everyOperationTakesTheParametersItDeclaresAndNoOthers() {
        for (Operation operation : operations()) {
            List<String> declared = operation.parametersIn("query");
            String known = declared.isEmpty()
                    ? "This address takes no query parameters."
                    : "Known here: " + String.join(", ", new TreeSet<>(declared)) + ".";
            Response answer = operation.send(operation.request().queryParam("speakr", "x"));
            assertThat(answer.statusCode()).as(operation.id()).isEqualTo(400);
            assertThat(answer.<String>path("detail"))
                    .isEqualTo("speakr: There is no such parameter. %s".formatted(known));
        }
    }

    /** Swagger UI fills in the first example of every parameter before anybody has chosen anything. */
    @Test
    void everyExampleFindsSomething() throws IOException {
        for (Operation operation : operations()) {
            for (Map<String, JsonNode> example : operation.examples()) {
                Response answer = operation.send(operation.request(example));
                assertThat(answer.statusCode())
                        .as("%s with %s", operation.id(), example)
                        .isBetween(200, 299);
                if (operation.id().startsWith("list")) {
                    assertThat(example).as(operation.id()).isNotEmpty();
                    assertThat(answer.<List<?>>path("items")).isNotEmpty();
                }
                assertAsDeclared(operation, answer);
            }
        }
    }

    @Test
    void everythingHeldMeetsItsSchema() throws IOException {
        for (Operation operation : operations()) {
            if (operation.id().startsWith("list")) {
                Response answer = given().queryParam("limit", 100).get(operation.path());
                assertThat(answer.<List<?>>path("items")).hasSize(answer.path("total"));
                assertAsDeclared(operation, answer);
            }
        }
    }

    @Test
    void everyOperationFailsAsDeclared() throws IOException {
        for (Operation operation : operations()) {
            Map<Integer, Response> answers = new LinkedHashMap<>();
            if (operation.hasBody()) {
                answers.put(415, operation.send(operation.request().contentType("application/xml")));
            } else if (operation.isGet()) {
                String tag = operation.send(operation.request()).header("ETag");
                answers.put(304, operation.send(operation.request().header("If-None-Match", tag)));
            }
            answers.put(400, operation.send(operation.request().queryParam("speakr", "x")));
            answers.put(406, operation.send(operation.request().header("Accept", "image/png")));
            answers.put(413, operation.send(operation.request().body(new byte[2_000_000])));
            answers.put(414, operation.send(operation.request().queryParam("q", "x".repeat(20_000))));
            answers.put(431, operation.send(operation.request().header("X-Long", "x".repeat(20_000))));
            if (operation.path().contains("{id}")) {
                answers.put(404, operation.send(operation.request().pathParam("id", "nope")));
            }
            answers.putAll(failuresOf(operation));
            for (Map.Entry<Integer, Response> answer : answers.entrySet()) {
                assertThat(answer.getValue().statusCode()).as(operation.id()).isEqualTo(answer.getKey());
                assertAsDeclared(operation, answer.getValue());
            }
        }
    }

    /** Further ways in which an operation can fail. */
    Map<Integer, Response> failuresOf(Operation operation) {
        return Map.of();
    }

    @Test
    void whatIsForEditorsSaysSo() throws IOException {
        for (Operation operation : all()) {
            if (!operation.isForEditors()) {
                continue;
            }
            assertThat(operation.node().at("/security/0").fieldNames().next()).isEqualTo(Editors.ROLE);
            Response answer = operation.sendAnonymously(operation.request());
            assertThat(answer.statusCode()).as(operation.id()).isIn(401, 403);
            assertAsDeclared(operation, answer);
        }
        assertThat(description.at("/components/securitySchemes/editor/scheme").asText())
                .isEqualTo("bearer");
    }

    @Test
    void theExamplesOfProblemsAreProblems() {
        description.at("/components/responses").forEach(response -> response.at(
                        "/content/application~1problem+json/examples")
                .forEach(example ->
                        assertThat(faults("Problem", example.path("value"))).isEmpty()));
    }

    /** After a change, once to write them and once to describe them: {@code -Dopenapi.update} as above. */
    @Test
    void everyFormatHasAnExampleThatIsServed() throws IOException {
        for (Operation operation : operations()) {
            List<String> aliases = operation.parameters().stream()
                    .filter(parameter -> parameter.path("name").asText().equals("format"))
                    .flatMap(parameter -> elements(parameter.at("/schema/enum")).map(JsonNode::asText))
                    .filter(alias -> !alias.equals("json"))
                    .toList();
            for (String alias : aliases) {
                RequestSpecification request = operation.request().queryParam("format", alias);
                if (operation.id().startsWith("list")) {
                    request.queryParam("limit", alias.equals("csv") || alias.equals("ndjson") ? 2 : 1);
                }
                Response answer = operation.send(request);
                assertAsDeclared(operation, answer);
                String example = answer.asString().replaceAll("http://localhost:[0-9]+", "http://localhost:8080");
                boolean json = answer.contentType().contains("+json");
                if (System.getProperty("openapi.update") != null) {
                    Files.createDirectories(EXAMPLES);
                    Files.writeString(
                            EXAMPLES.resolve(operation.id() + "." + alias),
                            json ? JSON.readTree(example).toPrettyString() + "\n" : example);
                    continue;
                }
                JsonNode declared = operation
                        .node()
                        .at("/responses/200/content")
                        .path(answer.contentType().replaceFirst(";.*", ""))
                        .at("/examples/seeds/value");
                assertThat(json ? declared : declared.asText())
                        .as("%s as %s", operation.id(), alias)
                        .isEqualTo(json ? JSON.readTree(example) : example);
            }
        }
    }

    @Test
    void swaggerUiRunsNoInlineScriptsButItsOwn() throws Exception {
        Response page = when().get("/q/swagger-ui/");
        String policy = page.header("Content-Security-Policy");
        assertThat(policy).doesNotContain("unsafe");
        List<String> hashes = new ArrayList<>();
        var scripts =
                Pattern.compile("<script[^>]*>(.*?)</script>", Pattern.DOTALL).matcher(page.asString());
        while (scripts.find()) {
            if (!scripts.group(1).isBlank()) {
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest(scripts.group(1).getBytes(StandardCharsets.UTF_8));
                hashes.add("'sha256-%s'".formatted(Base64.getEncoder().encodeToString(digest)));
            }
        }
        assertThat(policy).contains("script-src 'self' " + String.join(" ", hashes) + ";");
    }

    /** The status, the headers, the media type and the body are declared, and nothing undeclared is in the body. */
    private void assertAsDeclared(Operation operation, Response answer) throws IOException {
        String what = "%s answers %d".formatted(operation.id(), answer.statusCode());
        JsonNode declared = resolved(operation.node().path("responses").path(String.valueOf(answer.statusCode())));
        assertThat(declared.isObject()).as(what).isTrue();
        declared.path("headers").fieldNames().forEachRemaining(header -> assertThat(answer.header(header))
                .as("%s with %s", what, header)
                .isNotBlank());
        if (!declared.has("content")) {
            assertThat(answer.asByteArray()).as(what).isEmpty();
            return;
        }
        String contentType = answer.contentType();
        String mediaType =
                declared.path("content").has(contentType) ? contentType : contentType.replaceFirst(";.*", "");
        JsonNode content = declared.path("content").path(mediaType);
        assertThat(content.isObject()).as("%s as %s", what, mediaType).isTrue();
        if (content.at("/schema/$ref").isTextual()) {
            String schema = content.at("/schema/$ref").asText().replaceFirst(".*/", "");
            assertThat(faults(schema, JSON.readTree(answer.asByteArray())))
                    .as(what)
                    .isEmpty();
        }
    }

    /** Validates with JSON Schema 2020-12, which OpenAPI 3.1 is made of, and allows no property that is undeclared. */
    private List<?> faults(String schema, JsonNode value) {
        ObjectNode root = JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
        ObjectNode schemas = root.putObject("components").putObject("schemas");
        description.at("/components/schemas").properties().forEach(each -> {
            ObjectNode closed = each.getValue().deepCopy();
            if (closed.has("properties")) {
                closed.put("additionalProperties", false);
            }
            schemas.set(each.getKey(), closed);
        });
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()))
                .getSchema(root)
                .validate(value);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? description.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** Those that are tried out. */
    List<Operation> operations() {
        return all().stream().filter(operation -> !operation.isForEditors()).toList();
    }

    /** A request of whoever may send what is tried out. */
    RequestSpecification sentByWhoMay(RequestSpecification request) {
        return request;
    }

    List<Operation> all() {
        List<Operation> operations = new ArrayList<>();
        description.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> {
                    operations.add(new Operation(method.getKey(), path.getKey(), method.getValue()));
                }));
        return operations;
    }

    private static List<String> texts(JsonNode nodes, String key) {
        return elements(nodes).map(node -> node.path(key).asText()).toList();
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    class Operation {

        private final Method method;
        private final String path;
        private final JsonNode node;

        Operation(String method, String path, JsonNode node) {
            this.method = Method.valueOf(method.toUpperCase(Locale.ROOT));
            this.path = path;
            this.node = node;
        }

        String path() {
            return path;
        }

        JsonNode node() {
            return node;
        }

        String id() {
            return node.path("operationId").asText();
        }

        List<JsonNode> parameters() {
            return elements(node.path("parameters"))
                    .map(OpenApiTest.this::resolved)
                    .toList();
        }

        List<String> parametersIn(String place) {
            return parameters().stream()
                    .filter(parameter -> parameter.path("in").asText().equals(place))
                    .map(parameter -> parameter.path("name").asText())
                    .toList();
        }

        /** The first example of every parameter; then, one parameter at a time, its further ones. */
        List<Map<String, JsonNode>> examples() {
            Map<String, JsonNode> first = new LinkedHashMap<>();
            parameters().stream()
                    .filter(parameter -> parameter.has("examples"))
                    .forEach(parameter -> first.put(
                            parameter.path("name").asText(),
                            parameter.path("examples").iterator().next().path("value")));
            if (hasBody()) {
                return bodies().stream()
                        .map(body -> {
                            Map<String, JsonNode> withBody = new LinkedHashMap<>(first);
                            withBody.put(BODY, body);
                            return withBody;
                        })
                        .toList();
            }
            List<Map<String, JsonNode>> examples = new ArrayList<>(List.of(first));
            parameters().forEach(parameter -> elements(parameter.path("examples"))
                    .skip(1)
                    .forEach(example -> {
                        Map<String, JsonNode> other = new LinkedHashMap<>(first);
                        other.put(parameter.path("name").asText(), example.path("value"));
                        examples.add(other);
                    }));
            return examples;
        }

        boolean hasBody() {
            return node.has("requestBody");
        }

        boolean isGet() {
            return method == Method.GET;
        }

        /** Whether it must be told which state it is meant for. */
        boolean isConditional() {
            return parametersIn("header").contains("If-Match");
        }

        boolean isForEditors() {
            return !node.path("security").isEmpty()
                    && elements(node.path("security")).noneMatch(JsonNode::isEmpty);
        }

        Response send(RequestSpecification request) {
            return sentByWhoMay(request).request(method, path);
        }

        Response sendAnonymously(RequestSpecification request) {
            return request.request(method, path);
        }

        /** With no more than it needs. */
        RequestSpecification request() {
            Map<String, JsonNode> needed = new LinkedHashMap<>(examples().get(0));
            needed.keySet()
                    .retainAll(parameters().stream()
                            .filter(parameter -> parameter.path("required").asBoolean())
                            .map(parameter -> parameter.path("name").asText())
                            .collect(Collectors.toCollection(() -> new TreeSet<>(List.of(BODY)))));
            return request(needed).header("Accept", "*/*");
        }

        private List<JsonNode> bodies() {
            return elements(node.at("/requestBody/content"))
                    .flatMap(content -> elements(content.path("examples")))
                    .map(example -> example.path("value"))
                    .toList();
        }

        RequestSpecification request(Map<String, JsonNode> example) {
            RequestSpecification request = given();
            if (isConditional()) {
                String tag = sentByWhoMay(given())
                        .pathParam("id", example.get("id").asText())
                        .get(path)
                        .header("ETag");
                request.header("If-Match", tag == null ? "\"none\"" : tag);
            }
            example.forEach((name, value) -> {
                if (name.equals(BODY) && value.isTextual()) {
                    request.contentType("text/plain; charset=UTF-8").body(value.asText());
                } else if (name.equals(BODY)) {
                    request.contentType("application/json").body(value.toString());
                } else if (parametersIn("path").contains(name)) {
                    request.pathParam(name, value.asText());
                } else {
                    (value.isArray() ? elements(value) : Stream.of(value))
                            .forEach(each -> request.queryParam(name, each.asText()));
                }
            });
            return request;
        }
    }
}
