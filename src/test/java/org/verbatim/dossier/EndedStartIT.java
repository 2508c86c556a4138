package org.verbatim.dossier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.verbatim.NewDatabases;
import org.verbatim.Packaged;

/** What the packaged service does when it is told to end (SIGTERM) while it starts, which may take long. */
class EndedStartIT {

    /** So many times at most, until it is told in time. */
    private static final int ROUNDS = 10;

    /** So much that the index takes a while. */
    private static final String MORE = "Le conseil a voté le budget de la rénovation du port. ".repeat(100);

    @TempDir
    Path folder;

    @RegisterExtension
    final NewDatabases databases = new NewDatabases();

    @Test
    void whatIsMissingOfTheSeedsIsImportedAtTheNextStart() throws IOException, InterruptedException {
        List<String> settings = endedStart(
                ManySeeds.in(folder.resolve("seeds"), ""),
                "Seeds: 0 of 1000 articles are in",
                "What is missing of the seeds is imported at the next start.");
        try (Packaged service = start(settings)) {
            ManySeeds.areHeld(service.address());
            assertThat(service.said()).containsPattern("Seeds: 1000 articles, [0-9]+ of them new or changed");
        }
    }

    @Test
    void theNextStartBringsTheIndexUpToDate() throws IOException, InterruptedException {
        List<String> settings = endedStart(
                ManySeeds.in(folder.resolve("seeds"), MORE),
                "Seeds: 1000 articles, 1000 of them new or changed, imported in ",
                "The next start brings the index up to date.");
        try (Packaged service = start(settings)) {
            ManySeeds.areHeld(service.address());
            assertThat(service.said()).contains("in files that are as they were when they were imported");
        }
    }

    @Test
    void nothingIsPutBackOfAnExport() throws IOException, InterruptedException {
        Path seeds = ManySeeds.in(folder.resolve("seeds"), "");
        Path export = folder.resolve("export");
        try (Packaged service = start(databases.settings(folder, "verbatim.seeds.directory=" + seeds));
                InputStream body = given().get(service.address() + "/v1/export")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asInputStream()) {
            Files.copy(body, export);
        }
        List<String> settings =
                endedStart(seeds, "Restoring 1000 articles", "Nothing was put back.", "verbatim.restore=" + export);
        try (Packaged service = start(settings)) {
            ManySeeds.areHeld(service.address());
            assertThat(service.said()).contains("Restored: 1000 articles");
        }
    }

    /**
     * Starts it with a new database, and has it end.
     *
     * @param says when it is told to
     * @param left what it says then
     * @param more settings
     * @return with which settings it was started
     */
    private List<String> endedStart(Path seeds, String says, String left, String... more)
            throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> settings = databases.settings(folder, more);
            settings.add("verbatim.seeds.directory=" + seeds);
            try (Packaged service = start(settings)) {
                service.untilItSays(says);
                service.terminate();
                assertThat(service.ended())
                        .as("as a process that SIGTERM has ended")
                        .isEqualTo(143);
                String said = service.said();
                assertThat(said).doesNotContain("ERROR").doesNotContain("\tat ");
                if (said.contains("Told to end before it had started. " + left)) {
                    return settings;
                }
            }
        }
        throw new AssertionError("It has never been broken off while it started");
    }

    private Packaged start(List<String> settings) throws IOException {
        return Packaged.start(folder.resolve("log"), settings);
    }
}
