package org.verbatim;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbatim.dossier.Dossier;
import org.verbatim.dossier.DossierImporter;
import org.verbatim.dossier.DossierReader;
import org.verbatim.dossier.Sha256;
import org.verbatim.text.SourceText;

/**
 * What the database does for a request, as it explains itself: whatever is asked for, and whether much, little or nothing
 * has it, no query walks a table, nor an index, from end to end. It looks at the very queries that are made, so there is
 * nothing of it to be asked of the packaged service.
 */
@QuarkusTest
@TestProfile(QueryPlanTest.ManyRecords.class)
class QueryPlanTest {

    private static final int ARTICLES = 800;

    /** A page of 20, and what its records consist of; there are twice as many articles and four times as many records. */
    private static final int MOST = ARTICLES / 2;

    /** Of whom all articles speak. */
    private static final String EVERYWHERE = "p-everywhere";

    /** They have one row. */
    private static final Set<String> TINY = Set.of("dataset_version", "seed_folder");

    public static class ManyRecords implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>();
            config.put("quarkus.datasource.jdbc.driver", Explaining.class.getName());
            if (TestDatabase.isPostgresql()) {
                // It knows that these tables are small, and would walk them, and join them as a whole, because that is
                // quicker.
                config.put(
                        "quarkus.datasource.jdbc.new-connection-sql",
                        "set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off");
            }
            try {
                Path folder = SeedFolder.empty("many-records");
                for (int i = 0; i < ARTICLES; i++) {
                    Files.writeString(folder.resolve(id(i) + ".txt"), text(i));
                    Files.writeString(folder.resolve(id(i) + ".json"), dossier(i));
                }
                config.put("verbatim.seeds.directory", folder.toAbsolutePath().toString());
                return config;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Inject
    DataSource database;

    @Inject
    DossierImporter importer;

    @BeforeEach
    void askOnce() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
        // All speakers are read when the first one is asked for.
        verify("Propos 5-0 est dit mot pour mot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/quotes",
                "/v1/quotes?form=DIRECT",
                "/v1/quotes?form=INDIRECT",
                "/v1/quotes?form=MIXED",
                "/v1/quotes?attribution=EXPLICIT",
                "/v1/quotes?attribution=COREFERENCE",
                "/v1/quotes?speaker=p-0005",
                "/v1/quotes?speaker=Personne 5",
                "/v1/quotes?speaker=p-everywhere",
                "/v1/quotes?speaker=nobody",
                "/v1/quotes?article=many-0300",
                "/v1/quotes?lang=fr",
                "/v1/quotes?lang=en",
                "/v1/quotes?lang=ar",
                "/v1/quotes?lang=xx",
                "/v1/quotes?form=DIRECT&lang=ar&reviewStatus=CONFIRMED",
                "/v1/quotes?reviewStatus=CONFIRMED",
                "/v1/quotes?reviewStatus=CORRECTED",
                "/v1/quotes?q=propos",
                "/v1/funding-facts",
                "/v1/funding-facts?kind=CONTRIBUTION",
                "/v1/funding-facts?kind=LOAN",
                "/v1/funding-facts?provider=p-0005",
                "/v1/funding-facts?receiver=p-0006",
                "/v1/funding-facts?fund=fonds",
                "/v1/funding-facts?fund=fonds 7",
                "/v1/funding-facts?fund=introuvable",
                "/v1/funding-facts?amountStatus=STATED",
                "/v1/funding-facts?amountStatus=RANGE",
                "/v1/funding-facts?currency=USD",
                "/v1/funding-facts?currency=EUR",
                "/v1/funding-facts?minAmount=1",
                "/v1/funding-facts?minAmount=590",
                "/v1/funding-facts?maxAmount=10",
                "/v1/funding-facts?lang=ar",
                "/v1/meetings",
                "/v1/meetings?attendee=p-0005",
                "/v1/meetings?attendee=p-everywhere",
                "/v1/meetings?kind=BILATERAL",
                "/v1/meetings?kind=CONFERENCE",
                "/v1/meetings?status=HELD",
                "/v1/meetings?status=PLANNED",
                "/v1/meetings?place=ville",
                "/v1/meetings?place=ville 7",
                "/v1/meetings?dateFrom=2000",
                "/v1/meetings?dateFrom=2024-12-31",
                "/v1/meetings?dateTo=2001",
                "/v1/meetings?dateTo=2030",
                "/v1/articles",
                "/v1/articles?lang=fr",
                "/v1/articles?lang=ar",
                "/v1/articles?publisher=le quotidien",
                "/v1/articles?publisher=l’hebdo",
                "/v1/agents",
                "/v1/agents?type=Person",
                "/v1/agents?type=Group",
            })
    void aListLooksAtNoMoreThanAPage(String list) {
        Response first = explained(list);
        String next = first.path("links.next");
        if (next != null) {
            // Deep into the list, and there once more.
            next = next + "&limit=100";
            for (int i = 0; i < 3 && next != null; i++) {
                String following = given().urlEncodingEnabled(false).get(next).path("links.next");
                next = following == null ? next : following;
                i = following == null ? 3 : i;
            }
            explained(next.replace("limit=100", "limit=20"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/articles/many-0300",
                "/v1/articles/many-0300/text",
                "/v1/articles/many-0300/dossier",
                "/v1/agents/p-0005",
                "/v1/agents/p-everywhere",
                "/v1/agents?q=partout",
                "/v1/search?q=Propos",
                "/v1/search?q=introuvable",
                "/v1/feed",
                "/v1/quotes?article=many-0300&format=csv",
            })
    void aLookUpLooksAtWhatIsAskedForAlone(String address) {
        explained(address);
    }

    @Test
    void aRecordIsLookedUp() {
        for (String list : List.of("quotes", "funding-facts", "meetings")) {
            String id = given().get("/v1/%s?article=many-0300".formatted(list)).path("items[0].id");
            explained("/v1/%s/%s".formatted(list, id));
            Explaining.begin();
            given().get("/v1/%s/%s".formatted(list, id.replace("0300", "9999")))
                    .then()
                    .statusCode(404);
            check("a record that is not held");
        }
    }

    @Test
    void thePagesForPeopleDoNotEither() {
        Explaining.begin();
        given().accept("text/html").get("/").then().statusCode(200);
        check("the first page");
        Explaining.begin();
        given().accept("text/html").get("/v1/articles/many-0300").then().statusCode(200);
        check("an article's page");
    }

    @Test
    void aVerificationLooksAtItsCandidates() {
        Explaining.begin();
        verify("Propos 300-1 est dit mot pour mot");
        check("a verification");
    }

    /** Neither whoever writes, nor the index, the speakers and whoever keeps a copy, which follow. */
    @Test
    void aChangeIsFollowedByWhatHasChanged() throws Exception {
        Instant before = Instant.now();
        Explaining.begin();
        assertThat(importer.store(
                        DossierReader.read(dossier(ARTICLES).getBytes(StandardCharsets.UTF_8), Dossier.class),
                        SourceText.of(text(ARTICLES))))
                .isEmpty();
        check("an article that is added");
        Explaining.begin();
        given().get("/v1/quotes?q=\"Propos " + ARTICLES + "\"").then().statusCode(200);
        check("the index that follows");
        Explaining.begin();
        verify("Propos " + ARTICLES + "-1 est dit mot pour mot");
        check("the speakers that follow");
        for (String list : List.of(
                "/v1/quotes",
                "/v1/quotes?speaker=" + EVERYWHERE,
                "/v1/funding-facts?amountStatus=STATED",
                "/v1/meetings?attendee=" + EVERYWHERE,
                "/v1/articles?lang=en",
                "/v1/agents",
                "/v1/agents?type=Person")) {
            Response changed =
                    explained("%s%smodifiedSince=%s".formatted(list, list.contains("?") ? '&' : '?', before));
            assertThat(changed.<List<?>>path("items")).as(list).isNotEmpty();
        }
    }

    private static void verify(String claim) {
        given().queryParam("text", claim)
                .queryParam("speaker", "Personne 5")
                .get("/v1/quote-verifications")
                .then()
                .statusCode(200);
    }

    private static Response explained(String address) {
        Explaining.begin();
        Response response =
                given().urlEncodingEnabled(!address.contains("cursor=")).get(address);
        check(address);
        response.then().statusCode(200);
        return response;
    }

    private static void check(String address) {
        List<Explaining.Plan> plans = Explaining.end();
        assertThat(plans).as(address).isNotEmpty().allSatisfy(plan -> {
            assertThat(TINY).as(plan.query()).containsAll(plan.scanned());
            assertThat(plan.rows()).as(plan.query()).isLessThan(MOST);
        });
    }

    // --- What there is --------------------------------------------------------------------------------------------

    private static String id(int article) {
        return "many-%04d".formatted(article);
    }

    private static String text(int article) {
        return "Titre %d.\n".formatted(article)
                + IntStream.range(0, 2).mapToObj(i -> """
                                Propos %1$d-%2$d est dit mot pour mot.
                                Somme %1$d-%2$d est versée.
                                Réunion %1$d-%2$d est tenue.
                                """.formatted(article, i)).collect(Collectors.joining());
    }

    private static String dossier(int article) {
        String one = "p-%04d".formatted(article);
        String other = "p-%04d".formatted((article + 1) % ARTICLES);
        return """
                {"article": {"id": "%s", "sha256": "%s", "inLanguage": "%s", "publisher": "%s"},
                 "agents": [%s, %s, %s, {"id": "%s", "type": "Person", "name": "Personne partout", "roles": [{"title": "Directeur"}]}],
                 "quotes": [%s], "fundingFacts": [%s], "meetings": [%s]}""".formatted(
                        id(article),
                        Sha256.of(text(article).getBytes(StandardCharsets.UTF_8)),
                        article == 7 ? "ar" : article % 10 == 0 ? "en" : "fr",
                        article % 100 == 0 ? "L’Hebdo" : "Le Quotidien",
                        agent(article),
                        agent((article + 1) % ARTICLES),
                        // Whom nobody speaks of; there are more people than the index names.
                        agent(ARTICLES + article),
                        EVERYWHERE,
                        both(i -> """
                        {"form": "%1$s", "attribution": "EXPLICIT", "speaker": "%2$s",
                         "segments": [{"exact": "Propos %3$d-%4$d est dit mot pour mot", "verbatim": %5$b}]}""".formatted(
                                        article % 200 == 0 ? "INDIRECT" : "DIRECT",
                                        i == 0 ? one : EVERYWHERE,
                                        article,
                                        i,
                                        article % 200 != 0)),
                        both(i -> """
                        {"kind": "CONTRIBUTION", "fund": "Fonds %1$d", "provider": "%2$s", "receiver": "%3$s",
                         "amount": {"status": "STATED", "value": %6$d, "currency": "USD", "currencyStatus": "STATED",
                                    "asStated": {"exact": "Somme %4$d-%5$d"}},
                         "evidence": [{"exact": "Somme %4$d-%5$d est versée"}]}""".formatted(article % 50, one, other, article, i, article + 1)),
                        both(i -> """
                        {"kind": "BILATERAL", "status": "HELD",
                         "attendees": [{"agent": "%1$s", "asNamed": {"exact": "Réunion %3$d-%4$d"}}, {"agent": "%2$s", "asNamed": {"exact": "%3$d-%4$d est tenue"}}],
                         "place": {"name": "Ville %5$d", "evidence": {"exact": "Réunion %3$d-%4$d est"}},
                         "date": {"value": "%6$d-06-01", "precision": "DAY", "asStated": {"exact": "Réunion %3$d-%4$d est"}},
                         "evidence": [{"exact": "Réunion %3$d-%4$d est tenue"}]}""".formatted(
                                one, i == 0 ? other : EVERYWHERE, article, i, article % 50, 2000 + article % 25)));
    }

    private static String agent(int number) {
        return """
                {"id": "p-%04d", "type": "%s", "name": "Personne %d", "roles": [{"title": "Directrice"}]}""".formatted(number, number % 200 == 0 ? "Group" : "Person", number);
    }

    private interface Part {
        String of(int i);
    }

    private static String both(Part part) {
        return part.of(0) + ", " + part.of(1);
    }
}
