package org.verbatim.backup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.verbatim.NewDatabases;
import org.verbatim.Packaged;

/** The packaged service is started with an export to put back. */
class RestoredStartIT {

    @TempDir
    Path folder;

    @RegisterExtension
    final NewDatabases databases = new NewDatabases();

    @Test
    void servesWhatWasExported() throws IOException, InterruptedException {
        String export = exported();
        Path file = Files.writeString(folder.resolve("export"), export);
        try (Packaged service = start("verbatim.restore=" + file)) {
            assertThat(export(service)).isEqualTo(export);
            assertThat(service.said()).contains("Restored: ").doesNotContain("ERROR");
        }
    }

    @Test
    void doesNotStartWithAFileThatWasCutOff() throws IOException, InterruptedException {
        String export = exported();
        Path file = Files.writeString(folder.resolve("export"), export.substring(0, export.indexOf("{\"complete\"")));
        try (Packaged service = start("verbatim.restore=" + file)) {
            assertThat(service.ended()).isEqualTo(1);
            assertThat(service.said())
                    .contains("nothing was put back and the service does not start.")
                    .doesNotContain("\tat ");
        }
    }

    private String exported() throws IOException, InterruptedException {
        try (Packaged service = start()) {
            return export(service);
        }
    }

    private static String export(Packaged service) throws IOException, InterruptedException {
        return new String(
                given().get(service.address() + "/v1/export")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
    }

    /** With a database of its own. */
    private Packaged start(String... more) throws IOException {
        return Packaged.start(Files.createTempFile(folder, "log", null), databases.settings(folder, more));
    }
}
