package org.verbatim.backup;

import java.io.IOException;
import java.io.LineNumberReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.verbatim.dataset.Starting;

/** Reads an export line by line, and says how many lines it has read, for as long as the start goes on. */
final class ExportReader extends LineNumberReader {

    ExportReader(Path file) throws IOException {
        super(Files.newBufferedReader(file, StandardCharsets.UTF_8));
    }

    /**
     * The next line.
     *
     * @return null at the end
     * @throws IOException if the file cannot be read, or is not in UTF-8
     */
    @Override
    public @Nullable String readLine() throws IOException {
        Starting.goOn(Restore.LEFT);
        return super.readLine();
    }
}
