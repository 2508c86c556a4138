package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditional requests, methods, and the headers of every answer. */
@QuarkusTest
class RepresentationTest {

    private static final List<String> ADDRESSES = List.of(
            "/v1/quotes",
            "/v1/quotes/fbf5bc84079181b5.q765",
            "/v1/funding-facts?kind=TARGET",
            "/v1/meetings",
            "/v1/articles/fbf5bc84079181b5",
            "/v1/articles/fbf5bc84079181b5/text",
            "/v1/agents/amy-pope",
            "/");

    @Test
    void aStrongEntityTagSavesTheSecondAnswer() {
        for (String address : ADDRESSES) {
            Response first = given().urlEncodingEnabled(false).get(address);
            first.then()
                    .statusCode(200)
                    .header("ETag", matchesPattern("\"[A-Za-z0-9_-]{20}(-gzip)?\""))
                    .header("Cache-Control", "public, no-cache")
                    .header("Vary", is("Accept, Accept-Encoding, Origin"));
            String tag = first.header("ETag");
            for (String condition : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
                Response second = given().header("If-None-Match", condition).get(address);
                second.then().statusCode(304).header("ETag", tag).header("Cache-Control", "public, no-cache");
                assertThat(second.asByteArray()).isEmpty();
            }
            given().header("If-None-Match", "\"other\"").get(address).then().statusCode(200);
        }
    }

    @Test
    void theTagIsThatOfTheBytes() throws IOException {
        assertThat(tagMadeAfresh("/v1/quotes?limit=3"))
                .startsWith("\"")
                .isEqualTo(tagMadeAfresh("/v1/quotes?limit=3"))
                .isNotEqualTo(tagMadeAfresh("/v1/quotes?limit=4"));
    }

    /** A request with a body, even an empty one, is not answered with what is kept. */
    private static String tagMadeAfresh(String address) throws IOException {
        return Raw.of("GET", address, "localhost", List.of("Content-Length: 0")).header("etag");
    }

    @Test
    void headAnswersAsGetDoesWithoutTheBody() {
        for (String address : ADDRESSES) {
            Response get = given().urlEncodingEnabled(false).get(address);
            Response head = given().urlEncodingEnabled(false).head(address);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.asByteArray()).isEmpty();
            assertThat(names(head)).isEqualTo(names(get));
            for (String header : List.of("ETag", "Content-Length", "Content-Type", "Cache-Control", "Vary")) {
                assertThat(head.header(header)).as(address + " " + header).isEqualTo(get.header(header));
            }
        }
        given().head("/v1/quotes/nope").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/quotes", "/v1/quotes/fbf5bc84079181b5.q765", "/v1/articles/fbf5bc84079181b5/text", "/"})
    void optionsTellsTheMethods(String address) {
        given().options(address)
                .then()
                .statusCode(200)
                .header("Allow", containsString("GET"))
                .header("Allow", containsString("HEAD"))
                .header("Allow", containsString("OPTIONS"))
                .header("Allow", not(containsString("POST")))
                .header("Allow", not(containsString("DELETE")));
    }

    @Test
    void optionsTellsWhatEditorsMayDo() {
        given().options("/v1/articles").then().header("Allow", is("GET, HEAD, OPTIONS, POST"));
        given().options("/v1/articles/fbf5bc84079181b5").then().header("Allow", is("DELETE, GET, HEAD, OPTIONS"));
        given().options("/v1/extractions").then().header("Allow", is("OPTIONS, POST"));
    }

    @Test
    void pagesOfAnyOriginMayRead() {
        given().header("Origin", "https://newsroom.example")
                .get("/v1/quotes")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", not(emptyOrNullString()))
                .header("Access-Control-Expose-Headers", containsString("ETag"));
        given().header("Origin", "https://newsroom.example")
                .header("Access-Control-Request-Method", "GET")
                .options("/v1/quotes")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Methods", containsString("GET"));
        given().header("Origin", "https://newsroom.example")
                .header("Access-Control-Request-Method", "PUT")
                .options("/v1/quotes")
                .then()
                .header("Access-Control-Allow-Methods", not(containsString("PUT")));
    }

    /** As Swagger UI does: a browser names its origin there, too. */
    @Test
    void pagesOfOurOwnMaySend() {
        String own = RestAssured.baseURI + ":" + RestAssured.port;
        String claim = "{\"text\": \"le Maroc doit fermer ses frontières\"}";
        given().header("Origin", own)
                .contentType("application/json")
                .body(claim)
                .post("/v1/quote-verifications")
                .then()
                .statusCode(200);
        for (String other : List.of("https://newsroom.example", own + "0", "null")) {
            given().header("Origin", other)
                    .contentType("application/json")
                    .body(claim)
                    .post("/v1/quote-verifications")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void aProblemMayBeReadByPagesOfAnyOrigin() {
        given().header("Origin", "https://newsroom.example")
                .urlEncodingEnabled(false)
                .get("/v1/quotes?q=%00")
                .then()
                .statusCode(400)
                .header("Access-Control-Allow-Origin", not(emptyOrNullString()));
    }

    @Test
    void everyAnswerHasTheSecurityHeaders() {
        for (String address :
                List.of("/v1/quotes", "/", "/nope", "/q/health/ready", "/q/swagger-ui/", "/verbatim.css")) {
            when().get(address)
                    .then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
        }
        when().get("/v1/quotes").then().header("Content-Security-Policy", not(containsString("unsafe")));
    }

    @Test
    void acceptIsHonoured() {
        for (String accept :
                List.of("*/*", "application/json", "application/*", "text/html;q=0.5, application/json;q=0.9")) {
            given().header("Accept", accept)
                    .get("/v1/quotes")
                    .then()
                    .statusCode(200)
                    .contentType("application/json");
        }
    }

    @Test
    void healthAndMetricsAnswer() {
        when().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
        when().get("/q/health/live").then().statusCode(200).body("status", is("UP"));
        when().get("/q/metrics").then().statusCode(200);
        when().get("/q/health/ready").then().header("ETag", nullValue());
    }

    private static List<String> names(Response response) {
        return response.headers().asList().stream()
                .map(Header::getName)
                .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                .sorted()
                .collect(Collectors.toList());
    }
}
