package org.verbatim.http;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where clients are told to see the service somewhere else than they have asked. */
@QuarkusTest
@TestProfile(PublicUrlTest.WithSlash.class)
class PublicUrlTest {

    public static class WithSlash implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "verbatim.http.public-url",
                    "https://verbatim.example/archive/",
                    "quarkus.http.header.\"Strict-Transport-Security\".value",
                    "max-age=31536000");
        }
    }

    @Test
    void allAnswersSayThatItIsToBeAskedOverTls() {
        for (String path : List.of("/v1/meetings", "/v1/meetings", "/v1/meetings?nope=1", "/nope", "/")) {
            when().get(path).then().header("Strict-Transport-Security", is("max-age=31536000"));
        }
    }

    /** Before anything of ours the framework looks for the paths that the header is for, which cannot be read here. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/%zz", "/v1/%", "/v1/quotes?q=%zz", "/v1/<id>"})
    void whatIsNoUriIsMalformed(String target) throws IOException {
        Raw answer = Raw.of("GET", target, "localhost", List.of());
        assertThat(answer.status()).startsWith("HTTP/1.1 400 ");
        assertThat(answer.header("content-type")).isEqualTo(Problem.MEDIA_TYPE);
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.body()).contains("https://verbatim.example/archive/problems#malformed-request");
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
