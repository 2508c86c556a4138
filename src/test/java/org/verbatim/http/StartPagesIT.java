package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.verbatim.Packaged;
import org.verbatim.TestDatabase;

/** The memory of the native binary when it has started. */
@EnabledOnOs(OS.LINUX)
class StartPagesIT {

    @TempDir
    Path folder;

    @Test
    void onlyAPartOfTheCodeStaysInMemory() throws IOException, InterruptedException {
        assumeThat(Packaged.isNative()).as("a native binary was built").isTrue();
        Map<String, String> data = TestDatabase.create(folder.resolve("data"));
        List<String> settings = new ArrayList<>();
        data.forEach((name, value) -> settings.add("%s=%s".formatted(name, value)));
        try (Packaged service = Packaged.start(folder.resolve("log"), settings)) {
            String address = service.address();
            Code code = Code.of(service.pid());
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (code.resident() > code.size() / 4 && System.nanoTime() < end) {
                Thread.sleep(100);
                code = Code.of(service.pid());
            }
            assertThat(code.resident()).isBetween(1L, code.size() / 4);
            given().get(address + "/v1/quotes/fbf5bc84079181b5.q765")
                    .then()
                    .statusCode(200)
                    .body("speaker.id", is("amy-pope"));
        } finally {
            TestDatabase.drop(data);
        }
    }

    /** In kB. */
    private record Code(long size, long resident) {

        /** Of the largest mapping of code that a process has. */
        static Code of(long pid) throws IOException {
            Code largest = new Code(0, 0);
            try (Scanner smaps = new Scanner(Files.newBufferedReader(Path.of("/proc/%d/smaps".formatted(pid))))) {
                while (smaps.findWithinHorizon("(?m)^[0-9a-f]+-[0-9a-f]+ r-xp .*\\RSize: +(\\d+) kB", 0) != null) {
                    long size = Long.parseLong(smaps.match().group(1));
                    smaps.findWithinHorizon("Rss: +(\\d+) kB", 0);
                    if (size > largest.size()) {
                        largest = new Code(size, Long.parseLong(smaps.match().group(1)));
                    }
                }
            }
            return largest;
        }
    }
}
