package org.verbatim.dossier;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbatim.IdentityProvider;
import org.verbatim.dataset.Availability;
import org.verbatim.dataset.BulkWriting;
import org.verbatim.dataset.Dataset;

/** What a folder that is imported anew does to records that an editor has decided on: nothing. */
@QuarkusTest
@TestProfile(ReviewedImportTest.OwnData.class)
@WithTestResource(IdentityProvider.class)
class ReviewedImportTest {

    private static final String FUND = "d5de80af24a298a5";

    public static class OwnData implements QuarkusTestProfile {}

    @Inject
    DossierImporter importer;

    @Inject
    BulkWriting writing;

    @Inject
    Annotator annotator;

    @Inject
    ExtractorVersion extractor;

    @Inject
    Availability database;

    @Inject
    Dataset dataset;

    @TempDir
    Path folder;

    @Test
    void whatAnEditorHasDecidedStays() throws IOException {
        for (String ending : new String[] {".txt", ".json"}) {
            Files.copy(Path.of("seeds", "003_" + FUND + ending), folder.resolve(FUND + ending));
        }
        Path dossier = folder.resolve(FUND + ".json");
        String quote = "/v1/quotes/" + FUND + ".q1321";
        decide(quote, """
                {
                  "status": "CORRECTED",
                  "reason": "It was somebody else.",
                  "record": {
                    "form": "INDIRECT",
                    "speaker": "spokesman",
                    "segments": [{"exact": "la contribution du Maroc incarne pleinement", "verbatim": false}],
                    "attribution": "COREFERENCE"
                  },
                  "agents": [
                    {"id": "spokesman", "type": "Person", "name": "le porte-parole", "roles": [{"title": "porte-parole", "organization": "bureau"}]},
                    {"id": "bureau", "type": "Organization", "name": "Bureau"}
                  ]
                }""");
        decide("/v1/quotes/" + FUND + ".q346", "{\"status\": \"REJECTED\", \"reason\": \"Nobody said so.\"}");
        decide("/v1/meetings/" + FUND + ".m2420", "{\"status\": \"CONFIRMED\"}");
        String tag = when().get(quote).header("ETag");

        Dataset.State before = dataset.current();
        importFolder();
        assertThat(dataset.current()).as("the same folder once more").isEqualTo(before);

        String content = Files.readString(dossier);
        int meetings = content.indexOf("\"meetings\": [");
        Files.writeString(
                dossier,
                content.substring(0, meetings)
                                .replace("\"fund\": \"Fonds de Résilience\"", "\"fund\": \"Resilience Fund\"")
                                .replace("\"attribution\": \"EXPLICIT\"", "\"attribution\": \"COREFERENCE\"")
                        + "\"meetings\": []\n}\n");
        importFolder();
        assertThat(dataset.current().version()).isEqualTo(before.version() + 1);
        when().get("/v1/funding-facts/" + FUND + ".f593").then().body("fund", is("Resilience Fund"));
        when().get("/v1/quotes/" + FUND + ".q1753").then().body("attribution.method", is("COREFERENCE"));

        assertThat(when().get(quote).header("ETag")).isEqualTo(tag);
        when().get(quote).then().body("speaker.name", is("le porte-parole")).body("reviewStatus", is("CORRECTED"));
        when().get("/v1/agents/bureau").then().statusCode(200);
        when().get("/v1/quotes/" + FUND + ".q346").then().statusCode(410);
        when().get("/v1/quotes").then().body("items.id", not(hasItem(FUND + ".q346")));
        when().get("/v1/meetings/" + FUND + ".m2420").then().statusCode(200);
        when().get(quote + "/revisions").then().body("items.decision", contains("CORRECTED"));

        // What the dossier now tells as the editor does, in its place, is not told twice.
        Files.writeString(
                dossier,
                Files.readString(dossier)
                        .replace("\"quotes\": [", """
                                "quotes": [
                                {"form": "INDIRECT", "speaker": "spokesman", "attribution": "COREFERENCE",
                                 "id": "%s.q1300",
                                 "segments": [{"exact": "la contribution du Maroc incarne pleinement", "verbatim": false}]},""".formatted(FUND))
                        .replace("\"agents\": [", """
                                "agents": [{"id": "spokesman", "type": "Person", "name": "le porte-parole"},"""));
        importFolder();
        when().get("/v1/quotes/" + FUND + ".q1300").then().statusCode(404);
        when().get(quote).then().body("speaker.name", is("le porte-parole"));
    }

    private void importFolder() {
        new SeedImport(() -> Optional.of(folder), importer, writing, annotator, extractor, database, Clock.systemUTC())
                .importSeeds(new StartupEvent());
    }

    private static void decide(String record, String decision) {
        String token = IdentityProvider.editor("alice");
        String tag = given().auth().oauth2(token).get(record + "/review").header("ETag");
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("If-Match", tag)
                .body(decision)
                .put(record + "/review")
                .then()
                .statusCode(200);
    }
}
