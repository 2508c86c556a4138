package org.verbatim.funding;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.verbatim.Listing;

@QuarkusTest
class FundingFactTest {

    private static final String TARGET = "d5de80af24a298a5.f593";
    private static final String CONTRIBUTION = "d5de80af24a298a5.f442";
    private static final String SAME_CONTRIBUTION = "fbf5bc84079181b5.f3477";

    @Test
    void listsEveryFundingFactOfTheSeeds() {
        assertThat(search()).containsExactly(CONTRIBUTION, TARGET, SAME_CONTRIBUTION);
    }

    @Test
    void servesTheTargetAsATargetOfTheFund() {
        when().get("/v1/funding-facts/" + TARGET)
                .then()
                .statusCode(200)
                .body("type", is("FundingFact"))
                .body("kind", is("TARGET"))
                .body("fund", is("Fonds de Résilience"))
                .body("provider", nullValue())
                .body("receiver.id", is("oim"))
                .body("amount.status", is("STATED"))
                .body("amount.value", is(100000000))
                .body("amount.currency", is("USD"))
                .body("amount.currencyStatus", is("INFERRED"))
                .body("amount.asStated.selector[1].exact", is("100 millions de dollars"))
                .body("date", nullValue());
    }

    @Test
    void servesMoroccosContributionWithoutAnAmount() {
        for (String id : List.of(CONTRIBUTION, SAME_CONTRIBUTION)) {
            Map<String, Object> amount = when().get("/v1/funding-facts/" + id)
                    .then()
                    .statusCode(200)
                    .body("kind", is("CONTRIBUTION"))
                    .body("provider.id", is("maroc"))
                    .body("receiver.id", is("oim"))
                    .extract()
                    .path("amount");
            assertThat(amount).isEqualTo(Map.of("status", "NOT_STATED", "currencyStatus", "NOT_STATED"));
        }
        assertThat(when().get("/v1/funding-facts/" + CONTRIBUTION).asString()).contains("premier pays à contribuer");
        assertThat(when().get("/v1/funding-facts/" + SAME_CONTRIBUTION).asString())
                .contains("premier pays à soutenir");
    }

    @Test
    void linksTheSameFactInTwoArticles() {
        when().get("/v1/funding-facts/" + CONTRIBUTION)
                .then()
                .body("alsoReportedIn.id", contains(SAME_CONTRIBUTION))
                .body("alsoReportedIn.article.id", contains("fbf5bc84079181b5"));
        when().get("/v1/funding-facts/" + SAME_CONTRIBUTION).then().body("alsoReportedIn.id", contains(CONTRIBUTION));
    }

    @Test
    void findsOnlyTheTargetByItsAmount() {
        assertThat(search("minAmount", "1")).containsExactly(TARGET);
        assertThat(search("minAmount", "100000000")).containsExactly(TARGET);
        assertThat(search("minAmount", "100000000.01")).isEmpty();
        assertThat(search("maxAmount", "100000000")).containsExactly(TARGET);
        assertThat(search("maxAmount", "99999999")).isEmpty();
        assertThat(search("minAmount", "0")).as("nothing has the amount 0").containsExactly(TARGET);
        assertThat(search("provider", "maroc", "minAmount", "1")).isEmpty();
    }

    @Test
    void filtersByKindAgentsFundStatusAndCurrency() {
        assertThat(search("kind", "TARGET")).containsExactly(TARGET);
        assertThat(search("kind", "TARGET", "kind", "CONTRIBUTION")).hasSize(3);
        assertThat(search("kind", "LOAN")).isEmpty();
        assertThat(search("provider", "Maroc")).containsExactly(CONTRIBUTION, SAME_CONTRIBUTION);
        assertThat(search("receiver", "OIM")).hasSize(3);
        assertThat(search("fund", "fonds resilience")).containsExactly(CONTRIBUTION, TARGET);
        assertThat(search("fund", "campagne")).containsExactly(SAME_CONTRIBUTION);
        assertThat(search("amountStatus", "NOT_STATED")).containsExactly(CONTRIBUTION, SAME_CONTRIBUTION);
        assertThat(search("currency", "USD")).containsExactly(TARGET);
        assertThat(search("currency", "EUR")).isEmpty();
        assertThat(search("article", "fbf5bc84079181b5")).containsExactly(SAME_CONTRIBUTION);
        assertThat(search("q", "financements flexibles")).containsExactly(TARGET);
        assertThat(search("lang", "fr", "reviewStatus", "CONFIRMED")).hasSize(3);
    }

    private static List<String> search(String... parameters) {
        return Listing.ids("/v1/funding-facts", parameters);
    }
}
