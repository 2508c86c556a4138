package org.verbatim.page;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.verbatim.http.ProblemType;

@QuarkusTest
class HomeTest {

    @Test
    void givesABrowserAPageWhoseLinksAllLeadSomewhere() {
        String page = given().header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .get("/")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .extract()
                .asString();
        List<String> links = Pattern.compile("href=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(links).contains("/q/swagger-ui", "/v1/quotes", "/v1/funding-facts", "/v1/meetings", "/openapi.yaml");
        for (String link : links) {
            given().urlEncodingEnabled(false).get(link).then().statusCode(200);
        }
    }

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
