package org.verbatim.extraction;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.verbatim.dossier.Annotator;
import org.verbatim.dossier.Dossier;
import org.verbatim.text.SourceText;

/**
 * An article and the dossier that people wrote for it.
 *
 * @param id the name of its files, without an extension
 */
record GoldArticle(String id, SourceText text, Dossier dossier) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Every article of a directory that has a dossier, in order of their ids. */
    static List<GoldArticle> readAll(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(GoldArticle::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The dossier that a program writes, knowing no more than the text and its id. */
    Dossier annotatedBy(Annotator annotator) {
        return annotator.annotate(
                new Dossier.ArticlePart(id, sha256(), null, null, null, null, null, null, null), text);
    }

    String language() {
        return dossier.article() == null || dossier.article().inLanguage() == null
                ? "?"
                : dossier.article().inLanguage();
    }

    private static GoldArticle read(Path json) {
        String id = json.getFileName().toString().replace(".json", "");
        try {
            return new GoldArticle(
                    id,
                    SourceText.of(Files.readString(json.resolveSibling(id + ".txt"))),
                    JSON.readValue(json.toFile(), Dossier.class));
        } catch (IOException e) {
            throw new UncheckedIOException(json.toString(), e);
        }
    }

    private String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
