package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.verbatim.IdentityProvider;

/** Who may write where there is an identity provider. */
@QuarkusTest
@WithTestResource(IdentityProvider.class)
class EditorsTest {

    /** There is no such article, so that nothing happens even where it is allowed. */
    private static final String WRITE = "/v1/articles/nope?reason=none";

    private static final String INVALID = "Bearer error=\"invalid_token\"";

    @Test
    void anEditorMayWrite() {
        write(IdentityProvider.editor("alice")).statusCode(404);
    }

    @Test
    void nobodyWithoutATokenMay() {
        unauthorized(given().delete(WRITE).then(), "Bearer").body("detail", containsString("Authorization"));
        unauthorized(
                given().auth()
                        .preemptive()
                        .basic("alice", "alice")
                        .delete(WRITE)
                        .then(),
                "Bearer");
        unauthorized(given().header("Authorization", "Bearer").delete(WRITE).then(), "Bearer");
    }

    /** No cache would know that an answer was made for an editor. */
    @Test
    void aTokenComesInNoOtherHeader() {
        assertThatThrownBy(() -> new Editors(null, true, Optional.of("X-Token")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("quarkus.oidc.token.header: “X-Token” is not Authorization");
        assertThat(new Editors(null, true, Optional.of("authorization")).arePossible())
                .isTrue();
    }

    @Test
    void nobodyWithoutTheRoleMay() {
        write(IdentityProvider.reader("bob"))
                .statusCode(403)
                .contentType(Problem.MEDIA_TYPE)
                .header("WWW-Authenticate", nullValue())
                .body("type", endsWith("#forbidden"))
                .body("detail", containsString("“editor”"));
    }

    @Test
    void anExpiredTokenIsNotValid() {
        Instant then = Instant.now().minusSeconds(3600);
        unauthorized(
                write(IdentityProvider.token(IdentityProvider.claims("alice")
                        .groups("editor")
                        .issuedAt(then)
                        .expiresAt(then.plusSeconds(60)))),
                INVALID);
    }

    @Test
    void aTokenOfAForeignIssuerIsNotValid() {
        unauthorized(
                write(IdentityProvider.token(
                        IdentityProvider.claims("alice").groups("editor").issuer("https://other.example.com"))),
                INVALID);
    }

    @Test
    void aTokenForAnotherServiceIsNotValid() {
        unauthorized(
                write(IdentityProvider.token(
                        IdentityProvider.claims("alice").groups("editor").audience("another"))),
                INVALID);
    }

    @Test
    void aTokenThatNobodySignedIsNotValid() {
        String[] parts = IdentityProvider.editor("alice").split("\\.", -1);
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        unauthorized(write(none + "." + parts[1] + "."), INVALID);
        unauthorized(write(none + "." + parts[1] + "." + parts[2]), INVALID);
        unauthorized(write(none + "." + parts[1]), INVALID);
    }

    /** Whoever knows the provider's public key must not be able to sign with it as with a password. */
    @Test
    void aTokenSignedOtherwiseIsNotValid() {
        unauthorized(
                write(IdentityProvider.claims("alice")
                        .groups(Set.of("editor"))
                        .jws()
                        .keyId("1")
                        .signWithSecret("publicKey-publicKey-publicKey-publicKey")),
                INVALID);
    }

    @Test
    void aTokenThatWasChangedIsNotValid() {
        String[] parts = IdentityProvider.reader("bob").split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String more = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("reader", "editor").getBytes(StandardCharsets.UTF_8));
        unauthorized(write(parts[0] + "." + more + "." + parts[2]), INVALID);
    }

    @Test
    void whatIsNoTokenIsNotValid() {
        for (String garbage : new String[] {"garbage", "a.b.c", "..", "e30.e30.e30", "\u00e9", "x".repeat(5000)}) {
            unauthorized(write(garbage), INVALID);
        }
    }

    @Test
    void readingAsksForNoToken() {
        for (String authorization :
                new String[] {"Bearer garbage", "Bearer " + IdentityProvider.reader("bob"), "Basic x"}) {
            given().header("Authorization", authorization)
                    .get("/v1/quotes?limit=1")
                    .then()
                    .statusCode(200)
                    .header("WWW-Authenticate", nullValue());
        }
    }

    /** A token is in a header that a browser sends to another origin only after having asked for leave. */
    @Test
    void aForeignPageGetsNoLeaveToWrite() {
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
            given().header("Origin", "https://elsewhere.example")
                    .header("Access-Control-Request-Method", method)
                    .header("Access-Control-Request-Headers", "authorization,content-type")
                    .options("/v1/articles")
                    .then()
                    .header("Access-Control-Allow-Methods", is("GET,HEAD,OPTIONS"));
        }
    }

    static ValidatableResponse write(String token) {
        return given().header("Authorization", "Bearer " + token).delete(WRITE).then();
    }

    private static ValidatableResponse unauthorized(ValidatableResponse answer, String challenge) {
        return answer.statusCode(401)
                .header("WWW-Authenticate", is(challenge))
                .contentType(Problem.MEDIA_TYPE)
                .header("Cache-Control", is("no-store"))
                .body("type", endsWith("#unauthorized"))
                .body("status", is(401));
    }
}
