package org.verbatim.dossier;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbatim.article.RecordId;

/** The files of a folder of articles: {@code ID.txt} and {@code ID.json}, with or without a number before the id. */
final class Seeds {

    private static final String ARTICLE = ".txt";
    private static final String DOSSIER = ".json";

    private static final Pattern NAME = Pattern.compile("(?:[0-9]+_)?(" + RecordId.ARTICLE_ID + ")\\.(?:txt|json)");

    /** Where they are within the service. */
    private static final String CARRIED = "seeds/";

    /** Written down when the service is built, since a native binary cannot list a folder of its resources. */
    private static final String INDEX = CARRIED + "index";

    private Seeds() {}

    /**
     * A file, read when it is needed.
     *
     * @param folder ends with a separator
     * @param size in bytes; 0 within the service, of which nobody asks
     * @param changed when it was changed last, in nanoseconds since 1970; 0 within the service
     */
    record File(String folder, String name, long size, long changed, Content content) {

        String path() {
            return folder + name;
        }

        /** Of the article that it is named after; null if it has another name. */
        @Nullable String id() {
            Matcher matcher = NAME.matcher(name);
            return matcher.matches() ? matcher.group(1) : null;
        }

        boolean isArticle() {
            return name.endsWith(ARTICLE);
        }

        byte[] bytes() {
            try {
                return content.read(path());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read %s: %s".formatted(path(), e.getMessage()), e);
            }
        }
    }

    interface Content {
        byte[] read(String path) throws IOException;
    }

    /** An article and its dossier, if it has one. */
    record Seed(String id, File article, @Nullable File dossier) {}

    /** Those of a folder, or those within the service, by their names. */
    static List<File> files(Optional<Path> directory) {
        return directory.map(Seeds::within).orElseGet(Seeds::carried);
    }

    /**
     * The articles among some files, by their ids.
     *
     * @param faults gets what is wrong with the files' names, by path
     */
    static List<Seed> of(List<File> files, Map<String, List<Fault>> faults) {
        Map<String, File> articles = new TreeMap<>();
        Map<String, File> dossiers = new TreeMap<>();
        for (File file : files) {
            String id = file.id();
            if (id == null) {
                faults.put(
                        file.path(),
                        List.of(new Fault(
                                "", "a name such as fbf5bc84079181b5.txt, in lower-case letters", "another name")));
                continue;
            }
            File twin = (file.isArticle() ? articles : dossiers).putIfAbsent(id, file);
            if (twin != null) {
                faults.put(file.path(), List.of(new Fault("", "an id of its own", "that of " + twin.path())));
            }
        }
        dossiers.forEach((id, dossier) -> {
            if (!articles.containsKey(id)) {
                faults.put(dossier.path(), List.of(new Fault("", "an article %s.txt beside it".formatted(id), "none")));
            }
        });
        List<Seed> seeds = new ArrayList<>();
        articles.forEach((id, article) -> seeds.add(new Seed(id, article, dossiers.get(id))));
        return seeds;
    }

    /** Tells some files from what they were at another time. */
    static String digest(List<File> files) {
        MessageDigest digest = Sha256.digest();
        for (File file : files) {
            digest.update(
                    (file.path() + '\0' + file.size() + ' ' + file.changed() + '\0').getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<File> within(Path directory) {
        String folder = directory + directory.getFileSystem().getSeparator();
        try (Stream<Path> paths = Files.list(directory)) {
            // Several at once: the system is asked about each of them, and there can be very many.
            return paths.parallel()
                    .map(path -> file(folder, path))
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparing(File::name))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw noFolder(directory);
        }
    }

    /** Null if it is not one of ours: a folder, a file of another kind, or a link that leads nowhere. */
    private static @Nullable File file(String folder, Path path) {
        String name = path.getFileName().toString();
        if (!name.endsWith(ARTICLE) && !name.endsWith(DOSSIER)) {
            return null;
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                return null;
            }
            return new File(
                    folder,
                    name,
                    attributes.size(),
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                    full -> Files.readAllBytes(Path.of(full)));
        } catch (IOException e) {
            return null;
        }
    }

    private static ConfigurationException noFolder(Path directory) {
        return new ConfigurationException(
                "verbatim.seeds.directory is %s, which is no folder that can be read.".formatted(directory));
    }

    private static List<File> carried() {
        try {
            return new String(resource(INDEX), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .sorted()
                    .map(name -> new File(CARRIED, name, 0, 0, Seeds::resource))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The service does not carry its seeds", e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("no resource " + name);
            }
            return stream.readAllBytes();
        }
    }
}
