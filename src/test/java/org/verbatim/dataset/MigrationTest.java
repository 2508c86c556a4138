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

/** What a database has that an earlier release made. */
class MigrationTest {

    @TempDir
    Path folder;

    /** Something that is done to a database. */
    private interface Work {
        void on(String url) throws SQLException;
    }

    @Test
    void whatWasThereBeforeListsCouldBeFollowedIsFound() throws SQLException {
        inNewDatabase("followed", MigrationTest::isFound);
    }

    @Test
    void spansThatWereRowsAreKept() throws SQLException {
        inNewDatabase("spans", MigrationTest::keepsSpans);
    }

    private void inNewDatabase(String name, Work work) throws SQLException {
        Map<String, String> created = TestDatabase.create(folder);
        try {
            work.on(created.getOrDefault(
                    "quarkus.datasource.jdbc.url", "jdbc:h2:mem:migration-%s;DB_CLOSE_DELAY=-1".formatted(name)));
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

    private static void keepsSpans(String url) throws SQLException {
        migrate(url, "24");
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement()) {
            for (String sql : List.of(
                    "insert into article (id, sha256, text, length_code_points, added_at) values"
                            + " ('a1', 'x', 'mot', 3, current_timestamp), ('a2', 'y', 'mot', 3, current_timestamp)",
                    "insert into article_authors (article_id, position, start_offset, end_offset) values"
                            + " ('a1', 1, 1, 2), ('a1', 0, 2, 3)",
                    "insert into quote (id, article_id, start_offset, ordinal, form, attribution, review_status) values"
                            + " ('a1.q0', 'a1', 0, 1, 'MIXED', 'UNKNOWN', 'CONFIRMED')",
                    "insert into quote_segments (quote_id, position, start_offset, end_offset, verbatim) values"
                            + " ('a1.q0', 10, 20, 30, true), ('a1.q0', 2, 5, 12, false), ('a1.q0', 0, 0, 4, true)",
                    "insert into funding_fact (id, article_id, start_offset, ordinal, kind, amount_status,"
                            + " amount_currency_status, review_status) values"
                            + " ('a1.f1', 'a1', 1, 1, 'TARGET', 'EXACT', 'STATED', 'CONFIRMED')",
                    "insert into funding_fact_evidence (funding_fact_id, position, start_offset, end_offset) values"
                            + " ('a1.f1', 0, 1, 3)",
                    "insert into meeting (id, article_id, start_offset, ordinal, kind, status, review_status) values"
                            + " ('a1.m2', 'a1', 2, 1, 'SUMMIT', 'HELD', 'CONFIRMED')",
                    "insert into meeting_evidence (meeting_id, position, start_offset, end_offset) values"
                            + " ('a1.m2', 0, 2, 3), ('a1.m2', 1, 0, 1)")) {
                statement.execute(sql);
            }
            migrate(url, "25");
            try (ResultSet result = statement.executeQuery(
                    "select a.authors, q.segments, f.evidence, m.evidence, m.topics from article a"
                            + " left join quote q on q.article_id = a.id left join funding_fact f on f.article_id = a.id"
                            + " left join meeting m on m.article_id = a.id order by a.id")) {
                assertThat(row(result)).containsExactly("2-3 1-2", "0-4 ~5-12 20-30", "1-3", "2-3 0-1", "");
                assertThat(row(result)).containsExactly("", null, null, null, null);
            }
        }
    }

    private static List<String> row(ResultSet result) throws SQLException {
        assertThat(result.next()).isTrue();
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.add(result.getString(i));
        }
        return row;
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
