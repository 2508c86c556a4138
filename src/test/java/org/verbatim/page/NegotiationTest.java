package org.verbatim.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages for people, data for programs, and in which language. */
@QuarkusTest
class NegotiationTest {

    static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    /** Many clients send square brackets as they are, and no address has them. */
    @Test
    void squareBracketsArePercentEncodedWhereTheyLeadOn() {
        RequestSpecification asking =
                given().urlEncodingEnabled(false).redirects().follow(false);
        asking.header("Accept", BROWSER)
                .get("/v1/quotes?q=[humain]")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/quotes?q=%5Bhumain%5D"));
        given().urlEncodingEnabled(false)
                .get("/v1/quotes?q=[humain]")
                .then()
                .body("links.self", endsWith("/v1/quotes?q=%5Bhumain%5D"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/quotes/fbf5bc84079181b5.q765",
                "/funding-facts/d5de80af24a298a5.f593",
                "/meetings/fbf5bc84079181b5.m183",
                "/articles/fbf5bc84079181b5",
                "/agents/amy-pope",
                "/quotes",
                "/quotes?speaker=amy-pope&limit=2",
                "/funding-facts",
                "/meetings",
                "/articles",
                "/agents?type=Person",
                "/search?q=Maroc%20%26",
                "/quote-verifications?text=le%20Maroc%20doit"
            })
    void aLinkIntoTheApiPastedIntoABrowserLeadsToThePage(String page) {
        ask("/v1" + page, BROWSER)
                .statusCode(303)
                .header("Location", endsWith(page))
                .header("Location", not(containsString("/v1")))
                .header("Vary", containsString("Accept"));
        ask(page, BROWSER).statusCode(200).contentType("text/html;charset=UTF-8");
        for (String accept : List.of("*/*", "application/json", "application/json, text/html;q=0.9", "text/html;q=0")) {
            if (!accept.equals("text/html;q=0")) {
                ask("/v1" + page, accept).statusCode(200).contentType("application/json");
            }
        }
        given().redirects()
                .follow(false)
                .get("/v1" + page.replaceAll("\\?.*", ""))
                .then()
                .statusCode(not(303));
    }

    @Test
    void onlyPagesAreLedTo() {
        ask("/v1/quotes?format=json", BROWSER).statusCode(200).contentType("application/json");
        ask("/v1/quotes?format=csv&speaker=amy-pope", BROWSER).statusCode(200).contentType("text/csv");
        ask("/v1/quotes/fbf5bc84079181b5.q765?format=bibtex", BROWSER)
                .statusCode(200)
                .contentType("application/x-bibtex");
        ask("/v1/quotes?modifiedSince=1970-01-01", BROWSER).statusCode(200).contentType("application/json");
        ask("/v1/articles/fbf5bc84079181b5/text", "text/html;q=0.9,*/*")
                .statusCode(200)
                .contentType("text/plain");
        given().redirects()
                .follow(false)
                .header("Accept", BROWSER)
                .contentType("application/json")
                .body("{\"text\": \"le Maroc doit fermer\"}")
                .post("/v1/quote-verifications")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    @Test
    void htmlMustBeAskedForByName() {
        assertThat(Negotiation.prefersPage(BROWSER)).isTrue();
        assertThat(Negotiation.prefersPage("text/html")).isTrue();
        assertThat(Negotiation.prefersPage("text/html;q=0.9, application/json;q=0.5"))
                .isTrue();
        assertThat(Negotiation.prefersPage("TEXT/HTML ; Q=0.5 , application/*;q=0.4"))
                .isTrue();
        for (String accept : List.of(
                "",
                "*/*",
                "text/*",
                "application/json",
                "application/json, text/plain, */*",
                "text/html, application/json",
                "text/html;q=0.5, application/json",
                "text/html;q=0",
                "text/html;q=x",
                ";,;")) {
            assertThat(Negotiation.prefersPage(accept)).as(accept).isFalse();
        }
        assertThat(Negotiation.prefersPage(null)).isFalse();
    }

    @Test
    void aProblemIsAPageInABrowserAndJsonElsewhere() {
        for (String path : List.of("/nope", "/quotes/nope", "/articles/nope", "/agents/nope")) {
            ask(path, BROWSER)
                    .statusCode(404)
                    .contentType("text/html;charset=UTF-8")
                    .header("Cache-Control", is("no-store"))
                    .body(containsString("There is nothing here"));
            ask(path, "*/*").statusCode(404).contentType("application/problem+json");
        }
        ask("//elsewhere.example/", BROWSER).statusCode(404).body(not(containsString("=\"//")));
        ask("/quotes?limit=0", BROWSER).statusCode(400).body(containsString("limit"));
        ask("/articles/fbf5bc84079181b5?passage=7-3", BROWSER).statusCode(400);
        ask("/articles/fbf5bc84079181b5?passage=7-999999", BROWSER).statusCode(400);
        ask("/quotes/fbf5bc84079181b5.q765?nope=1", BROWSER).statusCode(400);
        ask("/quotes/fbf5bc84079181b5.q765", "application/json")
                .statusCode(406)
                .body("detail", containsString("text/html"));
    }

    @Test
    void speaksTheLanguageOfTheBrowserAndTheOneSwitchedTo() {
        language("fr-CA,fr;q=0.9,en;q=0.8", "/").body(containsString("<html lang=\"fr\""));
        language("de,en;q=0.5", "/").header("Content-Language", is("en"));
        language("de", "/").header("Content-Language", is("en"));
        language("fr", "/?language=en")
                .header("Content-Language", is("en"))
                .header("Set-Cookie", startsWith("language=en;"))
                .header("Vary", containsString("Accept-Language"))
                .header("Vary", containsString("Cookie"));
        given().header("Accept", BROWSER)
                .cookie("language", "fr")
                .get("/quotes")
                .then()
                .header("Content-Language", is("fr"))
                .header("Set-Cookie", nullValue())
                .body(containsString("<html lang=\"fr\""));
        given().header("Accept", BROWSER)
                .cookie("language", "xx")
                .get("/?language=%3Cscript%3E")
                .then()
                .statusCode(200)
                .header("Content-Language", is("en"))
                .header("Set-Cookie", nullValue());
        assertThat(Visitor.preferred("!!;q=7")).isEqualTo("en");
    }

    @Test
    void aPageIsNotSentTwice() {
        String tag = ask("/quotes/fbf5bc84079181b5.q765", BROWSER).extract().header("ETag");
        given().header("Accept", BROWSER)
                .header("If-None-Match", tag)
                .get("/quotes/fbf5bc84079181b5.q765")
                .then()
                .statusCode(304)
                .header("Vary", containsString("Accept-Language"));
    }

    private static ValidatableResponse language(String accepted, String path) {
        return given().header("Accept", BROWSER)
                .header("Accept-Language", accepted)
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse ask(String path, String accept) {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .header("Accept", accept)
                .get(path)
                .then();
    }
}
