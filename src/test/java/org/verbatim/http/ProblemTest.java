package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemTest {

    private static final List<String> LISTS =
            List.of("/v1/quotes", "/v1/funding-facts", "/v1/meetings", "/v1/articles", "/v1/agents");

    @Test
    void anUnknownParameterIsNamedWithTheKnownOnes() {
        problem(400, "/v1/quotes?speakr=x")
                .body("type", endsWith("/problems#invalid-parameter"))
                .body("errors.parameter", hasItem("speakr"))
                .body("detail", containsString("speaker"))
                .body("detail", containsString("attribution"))
                .body("instance", is("/v1/quotes"));
        for (String list : LISTS) {
            problem(400, list + "?nope=1");
        }
        problem(400, "/v1/quotes/d5de80af24a298a5.q1053?limit=1").body("detail", containsString("Known here: format."));
        problem(400, "/v1/articles/d5de80af24a298a5/text?limit=1")
                .body("detail", containsString("no query parameters"));
        problem(400, "/?nope=1");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        problem(400, "/v1/quotes?limit=0&form=SUNG&cursor=garbage&speakr=x")
                .body("errors.size()", is(4))
                .body("errors.parameter", hasItem("limit"))
                .body("errors.parameter", hasItem("form"))
                .body("errors.parameter", hasItem("cursor"))
                .body("errors.parameter", hasItem("speakr"))
                .body("detail", containsString("DIRECT, INDIRECT, MIXED"))
                .body("detail", containsString("from 1 to 100"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "abc", "1.5", "99999999999999999999", "%2B5", "%D9%A5", "%20", ""})
    void aLimitIsANumberFrom1To100(String limit) {
        for (String list : LISTS) {
            problem(400, list + "?limit=" + limit).body("errors.parameter", hasItem("limit"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "%00",
                "AAAA",
                "ZDVkZTgwYWYyNGEyOThhNS5mNTkz",
                "%F0%9F%98%80",
                "====",
                "Zm9vCmJhcgpiYXo",
                "Zm9vAGJhcgBiYXo"
            })
    void aCursorIsOneOfOurs(String cursor) {
        problem(400, "/v1/quotes?cursor=" + cursor);
        problem(400, "/v1/meetings?cursor=" + cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/funding-facts?minAmount=-1",
                "/v1/funding-facts?minAmount=1e9",
                "/v1/funding-facts?maxAmount=much",
                "/v1/funding-facts?currency=dollars",
                "/v1/funding-facts?kind=target",
                "/v1/meetings?dateFrom=yesterday",
                "/v1/meetings?dateTo=2018-13-01",
                "/v1/quotes?speaker=",
                "/v1/quotes?speaker=a&speaker=b",
                "/v1/quotes?q=+",
                "/v1/articles?lang=fr&lang=en"
            })
    void whatCannotBeUnderstoodIsRefused(String path) {
        problem(400, path).body("type", endsWith("#invalid-parameter"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nope",
                "/v1",
                "/v1/nope",
                "/v1/quotes/nope",
                "/v1/quotes/d5de80af24a298a5.f593",
                "/v1/funding-facts/d5de80af24a298a5.q1053",
                "/v1/meetings/nope",
                "/v1/articles/nope",
                "/v1/articles/nope/text",
                "/v1/agents/nope",
                "/q/nope"
            })
    void whatIsNotThereIsNotFound(String path) {
        problem(404, path).body("type", endsWith("#not-found")).body("title", is("There is nothing at this address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aMethodThatIsNotOfferedIsNotAllowed(String method) {
        for (String path : List.of("/v1/quotes", "/v1/quotes/d5de80af24a298a5.q1053", "/v1/articles/nope/text", "/")) {
            problem(405, given().contentType("application/json").body("{}"), method, path)
                    .header("Allow", is("GET, HEAD, OPTIONS"))
                    .body("type", endsWith("#method-not-allowed"));
        }
    }

    /** A slash at the end changes nothing. */
    @Test
    void whatIsOfferedWithASlashAtTheEndIsTheSame() {
        problem(405, given(), "PATCH", "/v1/articles/").header("Allow", is("GET, HEAD, OPTIONS, POST"));
        problem(405, given(), "PATCH", "/v1/articles/d5de80af24a298a5/")
                .header("Allow", is("DELETE, GET, HEAD, OPTIONS"));
        problem(405, given(), "PATCH", "/v1/quotes/d5de80af24a298a5.q1053/review/")
                .header("Allow", is("GET, HEAD, OPTIONS, PUT"));
        problem(405, given().urlEncodingEnabled(false), "PATCH", "/v1/articles/a%2Fb")
                .header("Allow", is("DELETE, GET, HEAD, OPTIONS"));
        given().header("Accept", "application/vnd.citationstyles.csl+json")
                .get("/v1/quotes/d5de80af24a298a5.q1053/")
                .then()
                .statusCode(200)
                .contentType("application/vnd.citationstyles.csl+json");
    }

    @Test
    void anEmptyAcceptHeaderIsAsNone() {
        for (String path : List.of("/", "/v1/quotes", "/v1/articles/d5de80af24a298a5/text")) {
            given().header("Accept", "").get(path).then().statusCode(200);
        }
        given().header("Accept", "").get("/").then().contentType("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/quote-verifications", "/v1/extractions"})
    void jsonIsInUtf8(String path) {
        String body = "{\"text\": \"We will not wait.\"}";
        problem(400, json().body(body.getBytes(StandardCharsets.UTF_16LE)), "POST", path)
                .body("type", endsWith("#malformed-request"))
                .body("detail", containsString("UTF-8"));
        problem(400, json().body(body.getBytes(StandardCharsets.UTF_16)), "POST", path)
                .body("detail", containsString("UTF-8"));
        json().body(("\uFEFF" + body).getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(200);
    }

    @Test
    void mediaTypesAreTheSameInCapitals() {
        String text = given().header("Content-Type", "TEXT/PLAIN;charset=UTF-8")
                .body("{\"text\": \"We will not wait.\"}".getBytes(StandardCharsets.UTF_8))
                .post("/v1/extractions")
                .then()
                .statusCode(200)
                .extract()
                .path("article.sha256");
        given().header("Content-Type", "text/plain;charset=UTF-8")
                .body("{\"text\": \"We will not wait.\"}".getBytes(StandardCharsets.UTF_8))
                .post("/v1/extractions")
                .then()
                .body("article.sha256", is(text));
    }

    private static RequestSpecification json() {
        return given().header("Content-Type", "application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/css", "application/xml", "nonsense"})
    void aFormatThatIsNotOfferedIsNotAcceptable(String accept) {
        for (String path : LISTS) {
            problem(406, given().header("Accept", accept), "GET", path)
                    .body("type", endsWith("#not-acceptable"))
                    .body(
                            "detail",
                            startsWith("Offered here: application/json, application/ld+json, text/csv,"
                                    + " application/x-ndjson."));
        }
        problem(406, given().header("Accept", accept), "GET", "/v1/articles/d5de80af24a298a5/text")
                .body("detail", is("Offered here: text/plain."));
    }

    @Test
    void headersBeyondTheLimitAreTooLarge() {
        problem(431, given().header("X-Large", "x".repeat(100_000)), "GET", "/v1/quotes")
                .body("type", endsWith("#headers-too-large"))
                .body("detail", containsString("16384"));
        given().header("X-Large", "x".repeat(8000)).get("/v1/quotes").then().statusCode(200);
    }

    @Test
    void anAddressBeyondTheLimitIsTooLong() {
        problem(414, "/v1/quotes?q=" + "x".repeat(20_000)).body("type", endsWith("#uri-too-long"));
        problem(400, "/v1/quotes?q=" + "x".repeat(1001)).body("type", endsWith("#invalid-parameter"));
    }

    @Test
    void aBodyBeyondTheLimitIsTooLarge() {
        problem(413, given().contentType("application/json").body(new byte[(1 << 20) + 1]), "POST", "/v1/quotes")
                .body("type", endsWith("#content-too-large"));
    }

    /** Where no length is said beforehand, too. */
    @Test
    void aBodyBeyondTheLimitIsTooLargeHoweverItComes() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            String head = String.join(
                    "\r\n",
                    "POST /v1/quote-verifications HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: application/json",
                    "Transfer-Encoding: chunked",
                    "",
                    "");
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = "400\r\n%s\r\n".formatted(" ".repeat(1024)).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i <= 1024; i++) {
                out.write(chunk);
            }
            out.flush();
            byte[] answer = new byte[12];
            assertThat(socket.getInputStream().readNBytes(answer, 0, answer.length))
                    .isEqualTo(answer.length);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    /** To which it says nothing, as to any other protocol that it does not speak (RFC 9110, section 7.8). */
    @ParameterizedTest
    @ValueSource(strings = {"h2c", "websocket"})
    void anUpgradeIsPassedOver(String protocol) {
        given().header("Upgrade", protocol).get("/v1/quotes").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/quote-verifications", "/v1/extractions", "/v1/articles", "/v1/quotes/nope/review"})
    void jsonIsNotNestedWithoutEnd(String path) {
        String method = path.endsWith("/review") ? "PUT" : "POST";
        for (String deep : List.of("[".repeat(100_000), "{\"text\":".repeat(33) + "1" + "}".repeat(33))) {
            problem(400, given().contentType("application/json").body(deep), method, path)
                    .body("type", endsWith("#malformed-request"))
                    .body("detail", containsString("32"));
        }
    }

    @Test
    void bracketsWithinTextAreNoNesting() {
        given().contentType("application/json")
                .body("{\"text\": \"%s\\\"%s\"}".formatted("[".repeat(50), "{".repeat(50)))
                .post("/v1/quote-verifications")
                .then()
                .statusCode(200)
                .body("verdict", is("NOT_FOUND"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/quotes?q=%00",
                "/v1/quotes?q=%ED%A0%80",
                "/v1/quotes?q=a%ED%B0%80b",
                "/v1/quotes?q=%C3",
                "/v1/quotes/%00",
                "/v1/quotes/%FF",
                "/%C0%AF"
            })
    void anAddressThatIsNotWellFormedIsMalformed(String path) {
        problem(400, path).body("type", endsWith("#malformed-request"));
    }

    /** As a terminal sends it if one types it there; client libraries encode it. */
    @Test
    void anAddressBeyondAsciiIsToldHowToEncodeIt() throws IOException {
        assertThat(sentByHand("/v1/quotes?q=é"))
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("content-type: " + Problem.MEDIA_TYPE)
                .contains("/problems#malformed-request")
                .contains("--data-urlencode");
    }

    @Test
    void aControlCharacterIsToldByItsNumber() throws IOException {
        assertThat(sentByHand("/v1/quotes/\u0001")).startsWith("HTTP/1.1 400 ").contains("control character", "%01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '~',
            value = {
                "/v1/quotes?q=%zz hexadecimal",
                "/v1/quotes?q=% hexadecimal",
                "/v1/quotes?q=%e hexadecimal",
                "/v1/% hexadecimal",
                "/v1/quotes?q=\"peace\" %22",
                "/v1/quotes?speaker={id} %7B",
                "/v1/quotes/<id> %3C",
                "/v1/quotes/[id] %5B",
                "/q/health/live| %7C",
                "/mcp^ %5E",
                "// RFC"
            })
    void whatIsNoUriIsMalformed(String target, String told) throws IOException {
        for (String method : List.of("GET", "OPTIONS", "POST", "MADEUP")) {
            Raw answer = Raw.of(method, target, "localhost", List.of("Origin: https://news.example"));
            assertThat(answer.status()).startsWith("HTTP/1.1 400 ");
            assertThat(answer.header("content-type")).isEqualTo(Problem.MEDIA_TYPE);
            assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(answer.body()).contains("/problems#malformed-request", told);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "[::1", "x:y", "x:99999999", "user@x", "x/y", "é.example", "a\"><b"})
    void aHostThatIsNoneIsMalformed(String host) throws IOException {
        for (String path : List.of("/v1/quotes", "/", "/nope", "/q/health/live")) {
            assertThat(sentByHand(path, host))
                    .as(path)
                    .startsWith("HTTP/1.1 400 ")
                    .containsIgnoringCase("content-type: " + Problem.MEDIA_TYPE)
                    .containsIgnoringCase("x-content-type-options: nosniff")
                    .containsIgnoringCase("content-security-policy: ")
                    .contains("/problems#malformed-request")
                    .contains("Host");
        }
    }

    /** The home page has two methods, and is refused by other means of the framework's. */
    @ParameterizedTest
    @ValueSource(strings = {"image/png", "nonsense", "/", ",,,", "a/b;c=\"", "é/è"})
    void aFormatOfTheHomePageThatIsNotOfferedIsNotAcceptable(String accept) {
        problem(406, given().header("Accept", accept), "GET", "/")
                .body("detail", is("Offered here: text/html, application/json."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*/*", "text/*", "application/*", "application", "/", "; ;"})
    void aBodyThatIsNoOneThingIsNotAccepted(String type) {
        for (String path : List.of("/v1/extractions", "/v1/quote-verifications")) {
            problem(
                            415,
                            given().header("Content-Type", type)
                                    .body("{\"text\": \"x\"}".getBytes(StandardCharsets.UTF_8)),
                            "POST",
                            path)
                    .body("type", endsWith("#unsupported-media-type"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity, br", "x"})
    void aBodyThatIsCodedIsNotAccepted(String coding) {
        for (String path : List.of("/v1/extractions", "/v1/quote-verifications")) {
            problem(
                            415,
                            given().contentType("application/json; charset=UTF-8")
                                    .header("Content-Encoding", coding)
                                    .body("{\"text\": \"x\"}".getBytes(StandardCharsets.UTF_8)),
                            "POST",
                            path)
                    .body("detail", startsWith("Content-Encoding: "));
        }
    }

    @Test
    void aBodyThatIsSaidNotToBeCodedIsAccepted() {
        given().contentType("application/json; charset=UTF-8")
                .header("Content-Encoding", "Identity")
                .body("{\"text\": \"x\"}".getBytes(StandardCharsets.UTF_8))
                .post("/v1/quote-verifications")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "null", "x"})
    void aPageOfOthersMayOnlyRead(String origin) {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            problem(403, given().header("Origin", origin), method, "/v1/extractions")
                    .body("type", endsWith("#foreign-origin"));
        }
        given().header("Origin", origin).get("/v1/quotes").then().statusCode(200);
    }

    /** As the description counts, and JSON Schema does. */
    @Test
    void lengthsCountCodePoints() {
        for (String parameter : List.of("/v1/quotes?speaker=", "/v1/quote-verifications?text=")) {
            given().urlEncodingEnabled(false)
                    .get(parameter + "%F0%9F%98%80".repeat(1000))
                    .then()
                    .statusCode(200);
        }
        problem(400, "/v1/quotes?speaker=" + "%F0%9F%98%80".repeat(1001))
                .body("detail", containsString("1001 characters"));
    }

    private static String sentByHand(String path) throws IOException {
        return sentByHand(path, "localhost");
    }

    private static String sentByHand(String path, String host) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(path, host)
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aProblemNamesNothingOfOurs() {
        for (String path : List.of("/v1/quotes?limit=abc", "/nope", "/v1/quotes/nope", "/v1/meetings?dateFrom=x")) {
            assertThat(given().get(path).asString())
                    .doesNotContain("java", "org.verbatim", "Exception", "RESTEASY", "listQuotes", "arg0");
        }
    }

    private static ValidatableResponse problem(int status, String path) {
        return problem(status, given(), "GET", path);
    }

    private static ValidatableResponse problem(int status, RequestSpecification request, String method, String path) {
        return request.urlEncodingEnabled(false)
                .request(Method.valueOf(method), path)
                .then()
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body("status", is(status))
                .body("title", not(is("")))
                .body("detail", not(is("")));
    }
}
