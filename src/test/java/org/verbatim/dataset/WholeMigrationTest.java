package org.verbatim.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbatim.TestDatabase;

class WholeMigrationTest {

    @TempDir
    Path folder;

    private String url;
    private Path copy;
    private WholeMigration migration;

    @BeforeEach
    void thereIsAFile() {
        assumeFalse(TestDatabase.isPostgresql(), "it changes its tables within transactions");
        url = "jdbc:h2:file:%s;WRITE_DELAY=0".formatted(folder.resolve("verbatim"));
        copy = folder.resolve("verbatim.before-migration.zip");
        migration = new WholeMigration(folder.resolve("verbatim.mv.db"));
    }

    @Test
    void whatEndsHalfwayIsAsItWas() throws SQLException {
        migrate("11", migration);
        execute("insert into article (id, sha256, text, length_code_points, added_at)"
                + " values ('a1', 'x', '%s', 3, current_timestamp)".formatted("mot".repeat(1000)));
        assertThatThrownBy(() -> migrate("latest", migration, new Ending("25", 3)))
                .isInstanceOf(Ended.class);
        assertThat(version()).isEqualTo("24");
        assertThat(copy).exists();
        // As it would be left: part of a script is done, and cannot be done again.
        assertThatThrownBy(() -> migrate("latest")).hasMessageContaining("Duplicate column name");

        migration.putBack();
        assertThat(copy).doesNotExist();
        assertThat(version()).isEqualTo("11");
        migrate("latest", migration);
        assertThat(asked("select id from article where text like 'motmot%'")).isEqualTo("a1");
        assertThat(copy).doesNotExist();
    }

    @Test
    void whatEndsHalfwayOnceMoreIsAsItWasAtFirst() throws SQLException {
        migrate("11", migration);
        for (String end : new String[] {"20", "25"}) {
            assertThatThrownBy(() -> migrate("latest", migration, new Ending(end, 2)))
                    .isInstanceOf(Ended.class);
            migration.putBack();
            assertThat(version()).isEqualTo("11");
        }
    }

    @Test
    void aNewDatabaseIsNewAgain() throws SQLException {
        assertThatThrownBy(() -> migrate("latest", migration, new Ending("2", 2)))
                .isInstanceOf(Ended.class);
        migration.putBack();
        migrate("latest", migration);
        assertThat(asked("select count(*) from article")).isEqualTo("0");
    }

    @Test
    void whereNothingIsToBeDoneNothingIsCopied() throws IOException {
        migrate("latest", migration);
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains(".zip"));
        Files.createDirectory(unfinished());
        migrate("latest", migration);
    }

    @Test
    void whatIsOpenIsLeftAlone() throws SQLException, IOException {
        migrate("latest");
        String version = version();
        Files.writeString(copy, "of the one who has it open");
        try (Connection open = DriverManager.getConnection(url)) {
            migration.putBack();
            assertThat(open.isValid(1)).isTrue();
            assertThat(version()).isEqualTo(version);
        }
        assertThat(copy).hasContent("of the one who has it open");
    }

    @Test
    void aCopyThatCannotBeReadIsNamed() throws IOException {
        migrate("11");
        Path file = folder.resolve("verbatim.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        Files.writeString(copy, "no copy");
        assertThatThrownBy(migration::putBack)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(copy.toString())
                .hasMessageContaining("does not start");
        assertThat(file).hasBinaryContent(bytes);
        assertThat(copy).exists();
    }

    /** Where there is no room for it, for example. */
    @Test
    void nothingIsDoneWithoutACopy() throws SQLException, IOException {
        migrate("11");
        Files.createDirectory(unfinished());
        assertThatThrownBy(() -> migrate("latest", migration))
                .hasRootCauseInstanceOf(ConfigurationException.class)
                .hasMessageContaining("does not start");
        assertThat(version()).isEqualTo("11");
    }

    /** In the way of a copy, if it is a folder. */
    private Path unfinished() {
        return folder.resolve("verbatim.before-migration.zip.unfinished");
    }

    private static final class Ended extends Error {
        private static final long serialVersionUID = 1;
    }

    /** As if the process had ended before a statement of a script. */
    private static final class Ending implements Callback {

        private final String version;
        private int statements;

        Ending(String version, int statement) {
            this.version = version;
            this.statements = statement;
        }

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE_STATEMENT;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            if (context.getMigrationInfo().getVersion().toString().equals(version) && --statements == 0) {
                throw new Ended();
            }
        }

        @Override
        public String getCallbackName() {
            return "ending";
        }
    }

    private void migrate(String target, Callback... callbacks) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration")
                .target(target)
                .callbacks(callbacks)
                .load()
                .migrate();
    }

    private String version() throws SQLException {
        return asked("select \"version\" from \"flyway_schema_history\" order by \"installed_rank\" desc limit 1");
    }

    private void execute(String sql) throws SQLException {
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private String asked(String query) throws SQLException {
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
