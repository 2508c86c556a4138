package org.verbatim.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbatim.TestDatabase;

/** What a database has that was made before lists could be followed. */
class RecordChangeMigrationTest {

    @TempDir
    Path folder;

    @Test
    void whatWasThereBeforeIsFound() throws SQLException {
        Map<String, String> created = TestDatabase.create(folder);
        try {
            isFound(created.getOrDefault(
                    "quarkus.datasource.jdbc.url", "jdbc:h2:mem:record-change-migration;DB_CLOSE_DELAY=-1"));
        } finally {
            TestDatabase.drop(created);
        }
    }

    private static void isFound(String url) throws SQLException {
        migrate(url, "19?");
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement()) {
            for (String sql : List.of(
                    "update dataset_version set version = 7, changed_at = timestamp with time zone '2026-11-20 10:00:00+00'",
                    "insert into article (id, sha256, text, length_code_points, added_at) values ('a1', 'x', 'mot', 3, current_timestamp)",
                    "insert into dataset_change (owner, version) values ('a1', 5)",
                    "insert into agent (id, type, name) values ('anne-roy', 'Person', 'Anne Roy')",
                    "insert into quote (id, article_id, start_offset, ordinal, form, attribution, review_status) values"
                            + " ('a1.q0', 'a1', 0, 1, 'DIRECT', 'UNKNOWN', 'CONFIRMED'),"
                            + " ('a1.q1', 'a1', 1, 1, 'DIRECT', 'UNKNOWN', 'REJECTED')",
                    "insert into withdrawal (id, reason, withdrawn_at) values"
                            + " ('a1.m2', 'It is wrong.', timestamp with time zone '2026-11-19 10:00:00+00'),"
                            + " ('a1.q0', 'It came back.', timestamp with time zone '2026-11-19 10:00:00+00'),"
                            + " ('gone', 'A fake.', timestamp with time zone '2026-11-19 10:00:00+00')")) {
                statement.execute(sql);
            }
            migrate(url, "20");
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery("select id, kind, owner, digest is null, created, version,"
                    + " changed_at = timestamp with time zone '2026-11-20 10:00:00+00'"
                    + " from record_change order by id")) {
                while (result.next()) {
                    rows.add("%s %s of %s%s, %d to %d, %s"
                            .formatted(
                                    result.getString(2),
                                    result.getString(1),
                                    result.getString(3),
                                    result.getBoolean(4) ? ", gone" : "",
                                    result.getLong(5),
                                    result.getLong(6),
                                    result.getBoolean(7)));
                }
            }
            assertThat(rows)
                    .containsExactly(
                            "Article a1 of a1, 0 to 5, true",
                            "Meeting a1.m2 of a1, gone, 0 to 7, true",
                            "Quote a1.q0 of a1, 0 to 5, true",
                            "Quote a1.q1 of a1, gone, 0 to 5, true",
                            "Agent agent:anne-roy of agent:anne-roy, 0 to 7, true",
                            "Article gone of gone, gone, 0 to 7, true");
        }
    }

    private static void migrate(String url, String target) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }
}
