package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a machine finds the API, its description and its version. */
@QuarkusTest
class ApiCatalogTest {

    @Test
    void theCatalogueLeadsToTheDescription() {
        JsonPath catalog = when().get("/.well-known/api-catalog")
                .then()
                .statusCode(200)
                .header(
                        "Content-Type",
                        allOf(
                                startsWith("application/linkset+json"),
                                containsString("profile=\"https://www.rfc-editor.org/info/rfc9727\"")))
                .header("Link", containsString("/.well-known/api-catalog>; rel=\"api-catalog\""))
                .body("linkset[0].anchor", endsWith("/.well-known/api-catalog"))
                .extract()
                .jsonPath();
        assertThat(catalog.<String>get("linkset[0].item[0].href")).isEqualTo(catalog.get("linkset[1].anchor"));
        when().get(catalog.<String>get("linkset[0].item[0].href"))
                .then()
                .statusCode(200)
                .contentType("application/json");
        for (String relation : List.of("service-desc", "service-doc", "status")) {
            assertThat(catalog.getList("linkset[1].'%s'".formatted(relation))).isNotEmpty();
            for (String address : catalog.<String>getList("linkset[1].'%s'.href".formatted(relation))) {
                when().get(address).then().statusCode(200);
            }
        }
        given().head("/.well-known/api-catalog")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"api-catalog\""));
    }

    @Test
    void everyAnswerTellsWhereItIsDescribedAndInWhichVersion() {
        String version = when().get("/openapi.json").path("info.version");
        for (String address : List.of(
                "/",
                "/v1/quotes",
                "/v1/quotes?format=csv",
                "/v1/quotes/fbf5bc84079181b5.q765",
                "/v1/articles/fbf5bc84079181b5/text",
                "/v1/quotes/nope",
                "/v1/quotes?speakr=x",
                "/.well-known/api-catalog")) {
            when().get(address)
                    .then()
                    .header("Link", containsString("/openapi.yaml>; rel=\"service-desc\""))
                    .header("API-Version", is(version));
        }
        given().header("Origin", "https://newsroom.example")
                .get("/v1/quotes")
                .then()
                .header("Access-Control-Expose-Headers", containsString("API-Version"));
    }
}
