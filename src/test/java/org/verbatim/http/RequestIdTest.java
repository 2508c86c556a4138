package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By what a request is known. */
@QuarkusTest
class RequestIdTest {

    private static final String OURS = "[0-9a-f]{16}";

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/quotes", "/v1/quotes/d5de80af24a298a5.q1053", "/openapi.json", "/q/health/live", "/nope"})
    void everyAnswerHasOne(String path) {
        given().get(path).then().header("X-Request-Id", matchesPattern(OURS));
        given().header("X-Request-Id", "4f9c.a_B:1-2").get(path).then().header("X-Request-Id", is("4f9c.a_B:1-2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "é", "a\"b", "<script>", "a,b"})
    void whatIsNotWellFormedIsReplaced(String given) {
        given().header("X-Request-Id", given).get("/v1/quotes").then().header("X-Request-Id", matchesPattern(OURS));
    }

    @Test
    void whatIsTooLongIsReplaced() {
        given().header("X-Request-Id", "x".repeat(64)).get("/").then().header("X-Request-Id", is("x".repeat(64)));
        given().header("X-Request-Id", "x".repeat(65)).get("/").then().header("X-Request-Id", matchesPattern(OURS));
    }

    @Test
    void noTwoAreAlike() {
        List<String> ids = IntStream.range(0, 50)
                .mapToObj(i -> given().get("/v1/quotes?limit=1").header("X-Request-Id"))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void aProblemNamesIt() {
        // Of resources, of what guards them, and of the framework.
        Stream.of(
                        "/v1/quotes?limit=0",
                        "/v1/quotes/nope",
                        "/v1/quotes?q=%00",
                        "/q/nope",
                        "/v1/quotes?q=" + "x".repeat(20_000))
                .forEach(path -> given().urlEncodingEnabled(false)
                        .header("X-Request-Id", "mine")
                        .get(path)
                        .then()
                        .contentType(Problem.MEDIA_TYPE)
                        .body("requestId", is("mine")));
    }

    @Test
    void pagesOfOtherOriginsMayReadIt() {
        given().header("Origin", "https://elsewhere.example")
                .get("/v1/quotes")
                .then()
                .header("Access-Control-Expose-Headers", containsString("X-Request-Id"));
    }
}
