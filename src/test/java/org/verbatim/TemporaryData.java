package org.verbatim;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives each start of the application, tested or packaged, a data directory and a database of its own; registered as a
 * service.
 */
public class TemporaryData implements QuarkusTestResourceLifecycleManager {

    private Path directory;
    private Map<String, String> database;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("verbatim-test");
            database = TestDatabase.create(directory);
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        TestDatabase.drop(database);
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
