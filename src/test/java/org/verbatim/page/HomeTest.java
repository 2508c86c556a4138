package org.verbatim.page;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.verbatim.http.ProblemType;

@QuarkusTest
class HomeTest {

    @Test
    void givesAProgramTheSameLinks() {
        Map<String, String> links = given().header("Accept", "application/json")
                .get("/")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .path("links");
        assertThat(links)
                .containsKeys(
                        "self",
                        "search",
                        "quoteVerifications",
                        "quotes",
                        "fundingFacts",
                        "meetings",
                        "articles",
                        "agents",
                        "openapi",
                        "swaggerUi");
        links.values().forEach(link -> given().urlEncodingEnabled(false)
                .get(link.replaceFirst("\\{\\?(\\w+).*", "?$1=Maroc"))
                .then()
                .statusCode(200));
    }

    @Test
    void explainsEveryKindOfProblem() {
        String page = when().get("/problems").then().statusCode(200).extract().asString();
        for (ProblemType type : ProblemType.values()) {
            assertThat(page).contains("id=\"%s\"".formatted(type.slug())).contains(String.valueOf(type.status()));
        }
        when().get("/q/swagger-ui/").then().statusCode(200).body(containsString("Verbatim"));
    }
}
