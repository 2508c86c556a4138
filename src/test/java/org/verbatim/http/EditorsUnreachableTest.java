package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.verbatim.IdentityProvider;

/** The identity provider does not answer: the service starts, and reading goes on. */
@QuarkusTest
@TestProfile(EditorsUnreachableTest.Unreachable.class)
class EditorsUnreachableTest {

    public static class Unreachable implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.auth-server-url", "http://localhost:9/realms/quarkus");
        }
    }

    @Test
    void readingGoesOn() {
        given().auth()
                .oauth2(IdentityProvider.editor("alice"))
                .get("/v1/quotes")
                .then()
                .statusCode(200);
    }

    @Test
    void writingHasToWait() {
        EditorsTest.write(IdentityProvider.editor("alice"))
                .statusCode(503)
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", matchesPattern("[0-9]+"))
                .body("type", endsWith("#unavailable"))
                .body("status", is(503));
    }
}
