package org.verbatim.article;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.verbatim.Listing;

@QuarkusTest
class ArticleTest {

    private static final String VISIT = "fbf5bc84079181b5";
    private static final String FUND = "d5de80af24a298a5";

    @Test
    void servesTheBytesOfTheSeeds() throws IOException, NoSuchAlgorithmException {
        for (String file : List.of("000_" + VISIT, "003_" + FUND)) {
            String id = file.substring(4);
            byte[] published = Files.readAllBytes(Path.of("seeds", file + ".txt"));
            assertThat(when().get("/v1/articles/" + id + "/text")
                            .then()
                            .statusCode(200)
                            .contentType("text/plain;charset=UTF-8")
                            .extract()
                            .asByteArray())
                    .isEqualTo(published);
            when().get("/v1/articles/" + id)
                    .then()
                    .body(
                            "sha256",
                            is(HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(published))));
        }
    }

    @Test
    void tellsWhatIsKnownAndNoMore() {
        when().get("/v1/articles/" + VISIT)
                .then()
                .statusCode(200)
                .body("headline", endsWith("pour une gestion équilibrée de la migration"))
                .body("publisher", nullValue())
                .body("authors", contains("gherrrabi"))
                .body("datePublished", nullValue())
                .body("datePublishedAsStated.selector[1].exact", is("il y a 11 heures"))
                .body("inLanguage", is("fr"))
                .body("sourceUrl", nullValue())
                .body("counts.quotes", is(5))
                .body("counts.fundingFacts", is(1))
                .body("counts.meetings", is(11))
                .body("links.text", endsWith("/v1/articles/" + VISIT + "/text"));
        when().get("/v1/articles/" + FUND)
                .then()
                .body("authors", contains("Meryem Hafiani"))
                .body("datePublished", nullValue())
                .body("datePublishedAsStated", nullValue())
                .body("counts.quotes", is(5))
                .body("counts.fundingFacts", is(2))
                .body("counts.meetings", is(1));
    }

    @Test
    void countsCodePoints() throws IOException {
        String text = Files.readString(Path.of("seeds", "000_" + VISIT + ".txt"));
        when().get("/v1/articles/" + VISIT).then().body("lengthCodePoints", is(text.codePointCount(0, text.length())));
    }

    @Test
    void filters() {
        assertThat(Listing.ids("/v1/articles")).containsExactly(FUND, VISIT);
        assertThat(Listing.ids("/v1/articles", "q", "Bourita")).containsExactly(VISIT);
        assertThat(Listing.ids("/v1/articles", "publisher", "aldar")).containsExactly(FUND);
        assertThat(Listing.ids("/v1/articles", "lang", "fr")).containsExactly(FUND, VISIT);
        assertThat(Listing.ids("/v1/articles", "lang", "en")).isEmpty();
    }

    @Test
    void followsItsLinks() {
        for (String link : List.of("self", "text", "quotes", "fundingFacts", "meetings")) {
            String address = when().get("/v1/articles/" + VISIT).path("links." + link);
            when().get(address).then().statusCode(200);
        }
        when().get("/v1/articles/" + VISIT).then().body("authors", not(empty()));
    }
}
