package org.verbatim.quote;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.verbatim.Listing;

@QuarkusTest
class QuoteTest {

    private static final String VISIT = "fbf5bc84079181b5";
    private static final String FUND = "d5de80af24a298a5";

    private static final String SPLIT = VISIT + ".q765";
    private static final String MIXED = FUND + ".q1053";
    private static final String ADDED = FUND + ".q1753";

    /** All that the two articles have, in the order in which they are served. */
    private static final List<String> ALL = List.of(
            FUND + ".q346",
            FUND + ".q969",
            MIXED,
            FUND + ".q1321",
            ADDED,
            VISIT + ".q532",
            SPLIT,
            VISIT + ".q3342",
            VISIT + ".q3709",
            VISIT + ".q3846");

    @Test
    void listsEveryQuoteOfTheSeeds() {
        assertThat(search()).isEqualTo(ALL);
    }

    @Test
    void servesTheTwoPartQuoteAsOneQuoteOfTwoSegments() {
        when().get("/v1/quotes/" + SPLIT)
                .then()
                .statusCode(200)
                .body("type", is("Quote"))
                .body("form", is("DIRECT"))
                .body("speaker.id", is("amy-pope"))
                .body("speaker.name", is("Amy Pope"))
                .body("speaker.type", is("Person"))
                .body("speaker.roleAsStated", is("Directrice générale"))
                .body("segments.verbatim", contains(true, true))
                .body("segments[0].evidence.selector[0].start", is(765))
                .body("segments[0].evidence.selector[0].end", is(938))
                .body("segments[0].evidence.selector[1].exact", startsWith("Le Maroc, pays champion du Pacte mondial"))
                .body("segments[1].evidence.selector[1].exact", startsWith("Sa vision centrée sur l’humain"))
                .body("attribution.method", is("EXPLICIT"))
                .body("attribution.cue.selector[1].exact", is("a déclaré"))
                .body("attribution.speakerMention.selector[1].exact", is("la Directrice générale Pope"))
                .body("inLanguage", is("fr"))
                .body("article.id", is(VISIT))
                .body("reviewStatus", is("CONFIRMED"))
                .body("text", startsWith("Le Maroc, pays champion"))
                .body("text", containsString("en matière de migration […] Sa vision"))
                .body("links.plainText", endsWith("/v1/articles/" + VISIT + "/text#char=765,1263"));
    }

    @Test
    void servesTheMixedQuoteWithThePartThatIsVerbatim() {
        when().get("/v1/quotes/" + MIXED)
                .then()
                .statusCode(200)
                .body("form", is("MIXED"))
                .body("speaker.id", is("amy-pope"))
                .body("attribution.method", is("COREFERENCE"))
                .body("attribution.speakerMention.selector[1].exact", is("Elle"))
                .body("segments.verbatim", contains(false, true))
                .body("segments[1].evidence.selector[1].exact", startsWith("un soutien vital pour sauver des vies"))
                .body("text", startsWith("cette initiative marocaine représente « un soutien vital"))
                .body("text", endsWith("populations vulnérables »"));
    }

    @Test
    void servesWhatTheOrganisationAndTheStateSaid() {
        assertThat(search("speaker", "oim")).containsExactly(FUND + ".q1321");
        assertThat(search("speaker", "maroc")).containsExactly(FUND + ".q346", VISIT + ".q3709");
    }

    @Test
    void findsASpeakerByIdNameAndOtherNames() {
        List<String> ofAmyPope =
                List.of(FUND + ".q969", MIXED, ADDED, VISIT + ".q532", SPLIT, VISIT + ".q3342", VISIT + ".q3846");
        assertThat(search("speaker", "amy-pope")).isEqualTo(ofAmyPope);
        assertThat(search("speaker", "Amy Pope")).isEqualTo(ofAmyPope);
        assertThat(search("speaker", "mme pope")).isEqualTo(ofAmyPope);
        assertThat(search("speaker", "LA DIRECTRICE GENERALE POPE")).isEqualTo(ofAmyPope);
        assertThat(search("speaker", "Nobody At All")).isEmpty();
    }

    @Test
    void filtersByFormAttributionArticleAndLanguage() {
        assertThat(search("form", "DIRECT")).containsExactly(ADDED, SPLIT);
        assertThat(search("form", "DIRECT", "form", "MIXED")).containsExactly(MIXED, ADDED, SPLIT);
        assertThat(search("attribution", "COREFERENCE")).containsExactly(FUND + ".q969", MIXED, VISIT + ".q3342");
        assertThat(search("article", VISIT, "form", "DIRECT")).containsExactly(SPLIT);
        assertThat(search("lang", "fr")).isEqualTo(ALL);
        assertThat(search("lang", "en")).isEmpty();
        assertThat(search("reviewStatus", "CONFIRMED")).isEqualTo(ALL);
        assertThat(search("reviewStatus", "EXTRACTED")).isEmpty();
    }

    @Test
    void findsAllWordsWhateverTheirCaseAndAccents() {
        assertThat(search("q", "HUMAIN leadership")).containsExactly(SPLIT);
        assertThat(search("q", "developpement stimuler")).containsExactly(SPLIT);
        assertThat(search("q", "l'OIM flexible")).containsExactly(ADDED);
        assertThat(search("q", "économique")).isEmpty();
        assertThat(search("q", "…")).isEmpty();
        assertThat(search("q", "%")).isEmpty();
        assertThat(search("q", "leader")).as("a part of a word is no word").isEmpty();
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        when().get("/v1/quotes/" + SPLIT)
                .then()
                .body("keySet()", not(hasItem("null")))
                .body("alsoReportedIn", equalTo(List.of()));
        assertThat(when().get("/v1/quotes/" + SPLIT).asString()).doesNotContain(":null");
    }

    @Test
    void showsTheContextInTheParagraph() {
        when().get("/v1/quotes/" + SPLIT).then().body("context.before", is("«")).body("context.after", is("»"));
        when().get("/v1/quotes/" + ADDED)
                .then()
                .body("context.before", is("Dans sa déclaration, Mme Pope a ajouté : « "));
    }

    private static List<String> search(String... parameters) {
        return Listing.ids("/v1/quotes", parameters);
    }
}
