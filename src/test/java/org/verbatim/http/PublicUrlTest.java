package org.verbatim.http;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where clients are told to see the service somewhere else than they have asked. */
@QuarkusTest
@TestProfile(PublicUrlTest.WithSlash.class)
class PublicUrlTest {

    public static class WithSlash implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("verbatim.http.public-url", "https://verbatim.example/archive/");
        }
    }

    @Test
    void aSlashAtItsEndIsNotDoubled() {
        when().get("/v1/quotes/fbf5bc84079181b5.q765")
                .then()
                .statusCode(200)
                .body("url", is("https://verbatim.example/archive/v1/quotes/fbf5bc84079181b5.q765"))
                .header("Link", containsString("<https://verbatim.example/archive/openapi.yaml>"));
        when().get("/v1/quotes?nope=1")
                .then()
                .statusCode(400)
                .body("type", is("https://verbatim.example/archive/problems#invalid-parameter"));
    }
}
