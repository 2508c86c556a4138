package org.verbatim.review;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** So many extractions at once and no more; here none at all. */
@QuarkusTest
@TestProfile(ExtractionLimitTest.NoPlace.class)
class ExtractionLimitTest {

    public static class NoPlace implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("verbatim.review.extractions-at-once", "0");
        }
    }

    @Test
    void whoFindsNoPlaceIsToldToComeBack() {
        ExtractionTest.problem(
                        503,
                        "#unavailable",
                        given().contentType("text/plain; charset=UTF-8")
                                .body(ExtractionTest.TEXT)
                                .post("/v1/extractions")
                                .then())
                .header("Retry-After", is("1"));
    }
}
