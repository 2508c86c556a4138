package org.verbatim.dataset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbatim.Packaged;
import org.verbatim.TestDatabase;

/** Kills the packaged service while it makes its tables, and starts it again. */
class KilledMigrationIT {

    private static final int ROUNDS = 3;

    /** So many more at most, where it was too quick. */
    private static final int MORE_ROUNDS = 20;

    @TempDir
    Path folder;

    @Test
    void startsAgain() throws IOException, InterruptedException {
        assumeFalse(TestDatabase.isPostgresql(), "it changes its tables within transactions");
        int halfway = 0;
        for (int round = 0; round < ROUNDS || (halfway == 0 && round < ROUNDS + MORE_ROUNDS); round++) {
            Path data = folder.resolve("data" + round);
            Path copy = data.resolve("verbatim.before-migration.zip");
            List<String> settings = List.of("verbatim.data.directory=" + data);
            try (Packaged service = Packaged.start(folder.resolve("killed"), settings)) {
                long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
                // It may have come and gone by the time this is looked at.
                while (!Files.exists(copy) && !service.said().contains("Listening on")) {
                    assertThat(System.nanoTime()).as("time to begin").isLessThan(end);
                    Thread.sleep(1);
                }
                Thread.sleep(round % ROUNDS * 40L);
                service.kill();
            }
            boolean wasHalfway = Files.exists(copy);
            try (Packaged service = Packaged.start(folder.resolve("log"), settings)) {
                given().get(service.address() + "/v1/articles")
                        .then()
                        .statusCode(200)
                        .body("items.size()", is(2));
                assertThat(service.said().contains("is put back as it was before that"))
                        .as("said: %s", service.said())
                        .isEqualTo(wasHalfway);
            }
            assertThat(copy).doesNotExist();
            halfway += wasHalfway ? 1 : 0;
        }
        assertThat(halfway).as("killed halfway").isPositive();
    }
}
