package org.verbatim;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * New and empty databases of the kind that this build is for. H2 keeps one in its data directory. For PostgreSQL, a server
 * is started once and ends with the tests; or {@code VERBATIM_TEST_POSTGRESQL_URL} names a database on a server that is
 * there, such as {@code jdbc:postgresql://localhost/postgres?user=postgres}, whose user may create others.
 */
public final class TestDatabase {

    private static final String SERVER = "VERBATIM_TEST_POSTGRESQL_URL";
    private static final String URL = "quarkus.datasource.jdbc.url";

    private TestDatabase() {}

    /** Whether this build is for PostgreSQL: it has its driver. */
    public static boolean isPostgresql() {
        try {
            Class.forName("org.postgresql.Driver");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /**
     * The configuration of a service that has nothing stored yet. Several services with the same one share a PostgreSQL.
     *
     * @param directory where the service may keep its files
     */
    public static Map<String, String> create(Path directory) {
        Map<String, String> config = new HashMap<>(Map.of("verbatim.data.directory", directory.toString()));
        if (isPostgresql()) {
            String name = "verbatim_" + UUID.randomUUID().toString().replace("-", "");
            execute("create database " + name);
            config.put(URL, Server.URL.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"));
        }
        return config;
    }

    /** Removes what {@link #create} has made, except for the directory; nobody is to use it any more. */
    public static void drop(Map<String, String> config) {
        Optional.ofNullable(config.get(URL))
                .map(url -> url.replaceFirst(".*/([^/?]*)(\\?.*)?$", "$1"))
                .ifPresent(name -> execute("drop database if exists %s with (force)".formatted(name)));
    }

    private static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(Server.URL);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Started when it is first asked for. */
    private static final class Server {

        static final String URL = Optional.ofNullable(System.getenv(SERVER)).orElseGet(Server::start);

        private static String start() {
            try {
                // It stops with this process. Its order of strings is one that people would expect, and none that the
                // service may come to depend on. A few connections for each of the services that the tests start.
                return EmbeddedPostgres.builder()
                        .setLocaleConfig("locale-provider", "icu")
                        .setLocaleConfig("icu-locale", "en-US")
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("fsync", "off")
                        .start()
                        .getJdbcUrl("postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
