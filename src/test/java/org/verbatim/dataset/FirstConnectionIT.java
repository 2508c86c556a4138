package org.verbatim.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbatim.Packaged;
import org.verbatim.TestDatabase;

/** What the packaged service says, and how it ends, when the file of its database cannot be opened. */
class FirstConnectionIT {

    @TempDir
    Path folder;

    @BeforeEach
    void thereIsAFile() {
        assumeFalse(TestDatabase.isPostgresql(), "it has no file here");
    }

    @Test
    void theFileIsInUse() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        try (Packaged first = start("first", data)) {
            first.address();
            // As while that one makes its tables.
            Path copy = Files.writeString(data.resolve("verbatim.before-migration.zip"), "its own");
            String said = refusal(data);
            assertThat(copy).hasContent("its own");
            assertThat(said).contains("The database file " + data.resolve("verbatim.mv.db") + " is in use by ");
            if (Files.exists(Path.of("/proc/locks"))) {
                assertThat(said).contains("is in use by process %d.".formatted(first.pid()));
            }
        }
    }

    @Test
    void theFolderIsAFile() throws IOException, InterruptedException {
        Path data = Files.writeString(folder.resolve("data"), "no folder");
        assertThat(refusal(data))
                .contains("The database file %s cannot be written: %s is a file and no folder"
                        .formatted(data.resolve("verbatim.mv.db"), data));
    }

    @Test
    void theFolderCannotBeWritten() throws IOException, InterruptedException {
        Path data = Files.createDirectory(folder.resolve("data"));
        assertThat(data.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(data), "who is root may write anywhere");
        assertThat(refusal(data)).contains("cannot be written: nothing can be written in " + data);
    }

    @Test
    void theFileCannotBeWritten() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        startOnce(data);
        Path file = data.resolve("verbatim.mv.db");
        assertThat(file.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(file), "who is root may write anything");
        assertThat(refusal(data)).contains("The database file " + file + " cannot be written.");
    }

    @Test
    void noCopyCanBeMade() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Path copy = data.resolve("verbatim.before-migration.zip");
        Files.createDirectories(data.resolve("verbatim.before-migration.zip.unfinished"));
        assertThat(refusal(data))
                .contains("The database file " + data.resolve("verbatim.mv.db"))
                .contains("no copy of it, %s, can be made before that".formatted(copy));
    }

    @Test
    void theFileIsDamaged() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        startOnce(data);
        Path file = data.resolve("verbatim.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, (byte) 'x');
        Files.write(file, bytes);
        assertThat(refusal(data))
                .contains("The database file " + file + " is damaged")
                .contains("-Dverbatim.restore=FILE");
        assertThat(Files.readAllBytes(file)).as("it is left as it is").isEqualTo(bytes);
    }

    private void startOnce(Path data) throws IOException, InterruptedException {
        try (Packaged first = start("first", data)) {
            first.address();
            first.terminate();
            first.ended();
        }
    }

    private String refusal(Path data) throws IOException, InterruptedException {
        try (Packaged service = start("output", data)) {
            assertThat(service.ended()).isEqualTo(1);
            assertThat(service.said()).contains("The service does not start.").doesNotContain("\tat ");
            return service.said();
        }
    }

    private Packaged start(String output, Path data) throws IOException {
        return Packaged.start(folder.resolve(output), List.of("verbatim.data.directory=" + data));
    }
}
