package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.verbatim.IdentityProvider;
import org.verbatim.NoIdentityProvider;

/** Nobody may write where there is no identity provider, which is how the service comes. */
@QuarkusTest
@TestProfile(NoIdentityProvider.class)
class NoEditorsTest {

    @Test
    void nobodyMayWriteAndAnswersSayWhatToDoAboutIt() {
        for (RequestSpecification request : new RequestSpecification[] {
            given(),
            given().auth().oauth2(IdentityProvider.editor("alice")),
            given().auth().oauth2("garbage"),
            given().auth().preemptive().basic("alice", "alice")
        }) {
            request.delete("/v1/articles/nope?reason=none")
                    .then()
                    .statusCode(403)
                    .contentType(Problem.MEDIA_TYPE)
                    .header("WWW-Authenticate", nullValue())
                    .body("type", endsWith("#forbidden"))
                    .body("detail", containsString("quarkus.oidc.auth-server-url"));
        }
    }
}
