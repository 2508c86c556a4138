package org.verbatim.dossier;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Which extractor this is: a digest of its code and its data, made when the service is built, so that nobody has to
 * remember to count it up.
 */
@Singleton
public class ExtractorVersion {

    private static final String RESOURCE = "extractor";

    private final String version;

    ExtractorVersion() {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IOException("no resource " + RESOURCE);
            }
            version = new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The service was not built as it should be", e);
        }
    }

    /** In lower-case hexadecimal. */
    String get() {
        return version;
    }
}
