package org.verbatim.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged service says, and how it ends, when its seeds do not hold. */
class RefusedStartIT {

    @TempDir
    Path folder;

    @Test
    void saysWhatIsWrongAndEnds() throws IOException, InterruptedException {
        Path seeds = Files.createDirectory(folder.resolve("seeds"));
        Files.writeString(seeds.resolve("a1.txt"), "We always left.\n");
        Files.writeString(seeds.resolve("a1.json"), "{}");
        assertThat(refusal(seeds))
                .contains("The seeds do not hold, so nothing was imported and the service does not start.")
                .contains("a1.json /quotes: expected an array, found nothing")
                .doesNotContain("\tat ");
    }

    @Test
    void saysThatThereIsNoSuchFolder() throws IOException, InterruptedException {
        assertThat(refusal(folder.resolve("nowhere")))
                .contains("verbatim.seeds.directory is " + folder.resolve("nowhere"))
                .doesNotContain("\tat ");
    }

    private String refusal(Path seeds) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        List<String> command = artifact();
        command.add("-Dquarkus.http.port=0");
        command.add("-Dverbatim.data.directory=" + folder.resolve("data"));
        command.add("-Dverbatim.seeds.directory=" + seeds);
        if (command.get(0).endsWith("java")) {
            command.add("-jar");
            command.add("target/quarkus-app/quarkus-run.jar");
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("it ends by itself")
                    .isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The beginning of the command that starts what this build has packaged. */
    private static List<String> artifact() throws IOException {
        Properties built = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("target/quarkus-artifact.properties"))) {
            built.load(reader);
        }
        return new ArrayList<>(List.of(
                built.getProperty("type").equals("native")
                        ? Path.of("target", built.getProperty("path")).toString()
                        : ProcessHandle.current().info().command().orElse("java")));
    }
}
