package org.verbatim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders below {@code target} for seeds that a test makes. */
public final class SeedFolder {

    private SeedFolder() {}

    /** A folder without what an earlier run, with other seeds perhaps, has left there. */
    public static Path empty(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", name));
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.toList();
        }
        for (Path file : left) {
            Files.delete(file);
        }
        return folder;
    }
}
