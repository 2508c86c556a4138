package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A list that is longer than is given at once. */
@QuarkusTest
@TestProfile(TooLongListTest.FewAtOnce.class)
class TooLongListTest {

    public static class FewAtOnce implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(new LongListTest.ManyArticles().getConfigOverrides());
            config.put("verbatim.http.limits.rows", "249");
            return config;
        }
    }

    @Test
    void itIsRefusedAndSaysHowToGetIt() {
        when().get("/v1/articles?format=csv")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", endsWith("#invalid-parameter"))
                .body("detail", containsString("at most 249"));
        when().get("/v1/articles?format=csv&limit=100").then().statusCode(200);
        given().queryParam("publisher", "x")
                .get("/v1/articles?format=csv")
                .then()
                .statusCode(200);
    }
}
