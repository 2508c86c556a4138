package org.verbatim.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbatim.Packaged;
import org.verbatim.TestDatabase;

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
        Map<String, String> data = TestDatabase.create(folder.resolve("data"));
        List<String> settings = new ArrayList<>(List.of("verbatim.seeds.directory=" + seeds));
        data.forEach((name, value) -> settings.add("%s=%s".formatted(name, value)));
        try (Packaged service = Packaged.start(folder.resolve("output"), settings)) {
            assertThat(service.ended()).isEqualTo(1);
            return service.said();
        } finally {
            TestDatabase.drop(data);
        }
    }
}
