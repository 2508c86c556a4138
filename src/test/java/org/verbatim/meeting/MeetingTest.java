package org.verbatim.meeting;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.verbatim.Listing;

@QuarkusTest
class MeetingTest {

    private static final String MARRAKECH = "fbf5bc84079181b5.m1265";
    private static final String SAME_MARRAKECH = "d5de80af24a298a5.m2420";
    private static final String BOURITA = "fbf5bc84079181b5.m183";
    private static final String LAFTIT = "fbf5bc84079181b5.m1841";
    private static final String VISIT = "fbf5bc84079181b5.m398";
    private static final String MIGRANTS = "fbf5bc84079181b5.m2129";
    private static final String RABAT = "fbf5bc84079181b5.m2334";
    private static final String DROIT_ET_JUSTICE = "fbf5bc84079181b5.m2791";
    private static final String BAYTI = "fbf5bc84079181b5.m2955";
    private static final String CASABLANCA = "fbf5bc84079181b5.m3095";
    private static final String TO_COME = "fbf5bc84079181b5.m4224";
    private static final String TIBU = "fbf5bc84079181b5.m4503";

    @Test
    void listsEveryMeetingOfTheSeeds() {
        assertThat(search())
                .containsExactly(
                        SAME_MARRAKECH,
                        BOURITA,
                        VISIT,
                        MARRAKECH,
                        LAFTIT,
                        MIGRANTS,
                        RABAT,
                        DROIT_ET_JUSTICE,
                        BAYTI,
                        CASABLANCA,
                        TO_COME,
                        TIBU);
    }

    @Test
    void servesEachMinisterByHimself() {
        when().get("/v1/meetings/" + BOURITA)
                .then()
                .statusCode(200)
                .body("type", is("Meeting"))
                .body("kind", is("BILATERAL"))
                .body("status", is("HELD"))
                .body("attendees.agent.id", contains("amy-pope", "nasser-bourita"))
                .body("attendees[1].asNamed.selector[1].exact", is("M. Nasser Bourita"))
                .body("attendeesCompleteness", is("AS_REPORTED"))
                .body("evidence.size()", is(2))
                .body("date", nullValue());
        when().get("/v1/meetings/" + LAFTIT)
                .then()
                .body("attendees.agent.id", contains("amy-pope", "abdelouafi-laftit"))
                .body("place", nullValue());
    }

    @Test
    void servesTheMigrantsAsAGroup() {
        when().get("/v1/meetings/" + MIGRANTS)
                .then()
                .body("kind", is("ENCOUNTER"))
                .body("attendees.agent.type", contains("Person", "Group"))
                .body("place", nullValue());
    }

    @Test
    void servesTheTalksInRabatWithoutGuessingWhoTalked() {
        when().get("/v1/meetings/" + RABAT)
                .then()
                .body("place.name", is("Rabat"))
                .body("place.country", is("MA"))
                .body("attendees", empty());
    }

    @Test
    void servesTheConferenceOf2018ToTheYearAndInBothArticles() {
        when().get("/v1/meetings/" + MARRAKECH)
                .then()
                .body("kind", is("CONFERENCE"))
                .body("date.value", is("2018"))
                .body("date.precision", is("YEAR"))
                .body("date.asStated.selector[1].exact", is("2018"))
                .body("place.name", is("Marrakech"))
                .body("alsoReportedIn.id", contains(SAME_MARRAKECH));
        when().get("/v1/meetings/" + SAME_MARRAKECH).then().body("alsoReportedIn.id", contains(MARRAKECH));
    }

    @Test
    void servesTheMinisterialMeetingsAsPlanned() {
        when().get("/v1/meetings/" + TO_COME)
                .then()
                .body("status", is("PLANNED"))
                .body("date", nullValue())
                .body("place", nullValue());
    }

    @Test
    void servesWhatTheCaptionsSay() {
        when().get("/v1/meetings/" + TIBU)
                .then()
                .body("kind", is("VISIT"))
                .body("attendees.agent.id", hasItem("tibu"))
                .body("place.name", is("École de la deuxième chance"))
                .body("place.country", nullValue());
        when().get("/v1/meetings/" + BAYTI).then().body("attendees.agent.id", hasItem("bayti"));
        when().get("/v1/meetings/" + DROIT_ET_JUSTICE)
                .then()
                .body("attendees.agent.id", hasItem("droit-et-justice"))
                .body("place.name", is("Casablanca"));
    }

    @Test
    void filtersByAttendeeKindStatusPlaceAndDate() {
        assertThat(search("attendee", "Nasser Bourita")).containsExactly(BOURITA);
        assertThat(search("attendee", "Amy Pope", "kind", "BILATERAL")).containsExactly(BOURITA, LAFTIT);
        assertThat(search("attendee", "Nobody")).isEmpty();
        assertThat(search("status", "PLANNED")).containsExactly(TO_COME);
        assertThat(search("kind", "CONFERENCE")).containsExactly(SAME_MARRAKECH, MARRAKECH, TO_COME);
        assertThat(search("place", "casablanca")).containsExactly(DROIT_ET_JUSTICE, BAYTI, CASABLANCA);
        assertThat(search("place", "ecole deuxieme")).containsExactly(TIBU);
        assertThat(search("dateFrom", "2018")).containsExactly(SAME_MARRAKECH, MARRAKECH);
        assertThat(search("dateFrom", "2018-12-10", "dateTo", "2018-12-11")).containsExactly(SAME_MARRAKECH, MARRAKECH);
        assertThat(search("dateTo", "2017-12-31")).isEmpty();
        assertThat(search("dateFrom", "2019")).isEmpty();
        assertThat(search("q", "équipe de TIBU")).containsExactly(TIBU);
        assertThat(search("article", "d5de80af24a298a5", "lang", "fr", "reviewStatus", "CONFIRMED"))
                .containsExactly(SAME_MARRAKECH);
    }

    private static List<String> search(String... parameters) {
        return Listing.ids("/v1/meetings", parameters);
    }
}
