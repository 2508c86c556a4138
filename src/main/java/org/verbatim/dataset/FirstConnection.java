package org.verbatim.dataset;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Opens the database before anything else does when the service starts. Where it cannot be opened, the service does not
 * start, and says what is in the way and what to do, in place of a stack trace.
 */
@Singleton
class FirstConnection implements FlywayConfigurationCustomizer {

    private static final String H2_FILE = "jdbc:h2:file:";

    /** {@code 2: POSIX  ADVISORY  WRITE 17372 fe:00:2205638 0 EOF}: the process, and the file's number. */
    private static final Pattern LOCK = Pattern.compile("\\d+: \\S+ +\\S+ +\\S+ (\\d+) \\S+:(\\d+) .*");

    // What H2 says; its driver is not there in a build for another database.
    private static final int IN_USE = 90020;
    private static final int DAMAGED = 90030;
    private static final int OF_ANOTHER_VERSION = 90048;

    private static final String WRITABLE =
            "Give this process the right to write it, or set verbatim.data.directory to a folder that it may write.";

    private final String url;

    FirstConnection(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.url = url;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        Optional<WholeMigration> migration = file(url).map(WholeMigration::new);
        migration.ifPresent(WholeMigration::putBack);
        try (Connection connection = flyway.getDataSource().getConnection()) {
            if (connection.isReadOnly()) {
                throw refusal("%s cannot be written.".formatted(named()), WRITABLE);
            }
        } catch (SQLException e) {
            throw refused(e);
        }
        migration.ifPresent(flyway::callbacks);
    }

    private ConfigurationException refused(SQLException e) {
        Optional<Path> file = file(url);
        if (file.isEmpty()) {
            return refusal(
                    "%s does not answer, or does not let us in: %s".formatted(named(), e.getMessage()),
                    "See that it is there, and that quarkus.datasource.jdbc.url, .username and .password are right.");
        }
        Path folder = Objects.requireNonNullElse(file.get().getParent(), file.get());
        return switch (e.getErrorCode()) {
            case IN_USE ->
                refusal(
                        "%s is in use by %s.".formatted(named(), holder(file.get())),
                        "Stop that one, or set verbatim.data.directory to another folder for this one.");
            case DAMAGED, OF_ANOTHER_VERSION ->
                refusal(
                        "%s is damaged: %s".formatted(named(), e.getMessage()),
                        "Nothing was changed in it. Move it out of the folder and keep it, and put an export back into a new one with"
                                + " -Dverbatim.restore=FILE.");
            default ->
                Files.isDirectory(folder) && Files.isWritable(folder)
                        ? refusal(
                                "%s cannot be opened: %s".formatted(named(), e.getMessage()),
                                "If it is damaged, move it out of the folder and keep it, and put an export back into a new one with"
                                        + " -Dverbatim.restore=FILE.")
                        : refusal("%s cannot be written: %s".formatted(named(), obstacle(folder)), WRITABLE);
        };
    }

    static ConfigurationException refusal(String what, String remedy) {
        // Quarkus prints the message of this one, no stack trace, and ends with 1.
        return new ConfigurationException("%s\nThe service does not start. %s".formatted(what, remedy));
    }

    private String named() {
        return file(url)
                .map(file -> "The database file " + file)
                // What follows may have a password in it.
                .orElse("The database " + url.replaceAll("[?;].*", ""));
    }

    /** The file of an embedded database. */
    static Optional<Path> file(String url) {
        return url.startsWith(H2_FILE)
                ? Optional.of(Path.of(url.substring(H2_FILE.length())
                                        .replaceAll(";.*", "")
                                        .replaceFirst(
                                                "^~(?=[/\\\\])",
                                                Matcher.quoteReplacement(System.getProperty("user.home")))
                                + ".mv.db")
                        .toAbsolutePath()
                        .normalize())
                : Optional.empty();
    }

    /** Why nothing can be written into a folder. */
    private static String obstacle(Path folder) {
        for (Path path = folder; path != null; path = path.getParent()) {
            if (Files.exists(path)) {
                return Files.isDirectory(path)
                        ? "nothing can be written in " + path
                        : "%s is a file and no folder".formatted(path);
            }
        }
        return "there is no folder " + folder;
    }

    /** Who has a file locked, as far as this system tells. */
    private static String holder(Path file) {
        try (Stream<String> locks = Files.lines(Path.of("/proc/locks"))) {
            String number = String.valueOf(Files.getAttribute(file, "unix:ino"));
            List<String> holders = locks.map(LOCK::matcher)
                    .filter(Matcher::matches)
                    .filter(lock ->
                            lock.group(2).equals(number) && !lock.group(1).equals("0"))
                    .map(lock -> lock.group(1))
                    .distinct()
                    .toList();
            if (!holders.isEmpty()) {
                return "process " + String.join(" and ", holders);
            }
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            // Another system: it does not tell.
        }
        return "another process, maybe an instance of this service (lsof tells which)";
    }
}
