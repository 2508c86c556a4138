package org.verbatim.agent;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.verbatim.Listing;

@QuarkusTest
class AgentTest {

    @Test
    void isOneAgentInBothArticles() {
        when().get("/v1/agents/amy-pope")
                .then()
                .statusCode(200)
                .body("type", is("Person"))
                .body("name", is("Amy Pope"))
                .body("otherNames", hasItems("Mme Pope", "Mme Amy Pope", "la Directrice générale Pope"))
                .body("roles.title", contains("Directrice générale"))
                .body("roles.organization.id", contains("oim"))
                .body("counts.quotes", is(7))
                .body("counts.fundingFacts", is(0))
                .body("counts.meetings", is(8));
        when().get("/v1/agents/maroc")
                .then()
                .body("type", is("Organization"))
                .body("counts.quotes", is(2))
                .body("counts.fundingFacts", is(2));
    }

    @Test
    void listsByNameAndFindsByAnyName() {
        List<String> all = Listing.ids("/v1/agents");
        assertThat(all).contains("amy-pope", "oim", "maroc", "nasser-bourita", "abdelouafi-laftit", "tibu");
        assertThat(Listing.ids("/v1/agents", "q", "mme pope")).containsExactly("amy-pope");
        assertThat(Listing.ids("/v1/agents", "q", "OIM")).containsExactly("oim");
        assertThat(Listing.ids("/v1/agents", "type", "Group")).isNotEmpty().doesNotContain("amy-pope", "oim");
        assertThat(Listing.ids("/v1/agents", "type", "Person", "type", "Group")).contains("amy-pope");
    }

    @Test
    void linksToWhatItIsInvolvedIn() {
        List<String> quotes = when().get(
                        (String) when().get("/v1/agents/amy-pope").path("links.quotes"))
                .then()
                .statusCode(200)
                .extract()
                .path("items.speaker.id");
        assertThat(quotes).hasSize(7).containsOnly("amy-pope");
        for (String link : List.of("self", "provided", "received", "meetings")) {
            when().get((String) when().get("/v1/agents/oim").path("links." + link))
                    .then()
                    .statusCode(200);
        }
    }
}
