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

    /** Written down when the service is built, since a native binary cannot list a folder of its resources. */
    private static final String INDEX = "seeds/index";

    private Seeds() {}

    /**
     * A file, read when it is needed.
     *
     * @param id of the article that it is named after; null if it has another name
     * @param size in bytes; 0 within the service, of which nobody asks
     * @param changed when it was changed last, in nanoseconds since 1970; 0 within the service
     */
    record File(String name, @Nullable String id, long size, long changed, Content content) {

        /** @param name without the folder */
        static File of(String path, String name, long size, long changed, Content content) {
            Matcher matcher = NAME.matcher(name);
            return new File(path, matcher.matches() ? matcher.group(1) : null, size, changed, content);
        }

        boolean isArticle() {
            return name.endsWith(ARTICLE);
        }

        byte[] bytes() {
            try {
                return content.read();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read %s: %s".formatted(name, e.getMessage()), e);
            }
        }
    }

    interface Content {
        byte[] read() throws IOException;
    }

    /** An article and its dossier, if it has one. */
    record Seed(String id, File article, @Nullable File dossier) {}

    /**
     * The articles of a folder, or those within the service, by their ids.
     *
     * @param faults gets what is wrong with the files' names, by name
     */
    static List<Seed> of(Optional<Path> directory, Map<String, List<Fault>> faults) {
        Map<String, File> articles = new TreeMap<>();
        Map<String, File> dossiers = new TreeMap<>();
        for (File file : directory.map(Seeds::within).orElseGet(Seeds::carried)) {
            String id = file.id();
            if (id == null) {
                faults.put(
                        file.name(),
                        List.of(new Fault(
                                "", "a name such as fbf5bc84079181b5.txt, in lower-case letters", "another name")));
                continue;
            }
            File twin = (file.isArticle() ? articles : dossiers).putIfAbsent(id, file);
            if (twin != null) {
                faults.put(file.name(), List.of(new Fault("", "an id of its own", "that of " + twin.name())));
            }
        }
        dossiers.forEach((id, dossier) -> {
            if (!articles.containsKey(id)) {
                faults.put(dossier.name(), List.of(new Fault("", "an article %s.txt beside it".formatted(id), "none")));
            }
        });
        List<Seed> seeds = new ArrayList<>();
        articles.forEach((id, article) -> seeds.add(new Seed(id, article, dossiers.get(id))));
        return seeds;
    }

    /** Tells the files of some seeds from what they were at another time. */
    static String digest(List<Seed> seeds) {
        MessageDigest digest = Sha256.digest();
        for (Seed seed : seeds) {
            update(digest, seed.article());
            if (seed.dossier() != null) {
                update(digest, seed.dossier());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, File file) {
        digest.update(
                (file.name() + '\0' + file.size() + ' ' + file.changed() + '\0').getBytes(StandardCharsets.UTF_8));
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
            String full = folder + name;
            return File.of(
                    full,
                    name,
                    attributes.size(),
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                    () -> Files.readAllBytes(Path.of(full)));
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
                    .map(name -> File.of("seeds/" + name, name, 0, 0, () -> resource("seeds/" + name)))
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
