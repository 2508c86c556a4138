package org.verbatim.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
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

    @Test
    void whatIsSaidOfAnAgentSeveralTimesIsSaidOnce() throws SQLException {
        inNewDatabase("profiles", MigrationTest::saysOnce);
    }

    @Test
    void tagsOfLanguagesAreInTheCaseThatIsLookedFor() throws SQLException {
        inNewDatabase("languages", MigrationTest::casesTags);
    }

    @Test
    void theChangesOfAgentsAreKept() throws SQLException {
        inNewDatabase("agents", MigrationTest::keepsChanges);
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

    private static void saysOnce(String url) throws SQLException {
        migrate(url, "25");
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement()) {
            for (String sql : List.of(
                    "insert into agent (id, type, name) values ('anne-roy', 'Person', 'Anne Roy'),"
                            + " ('onu', 'Organization', 'ONU'), ('nobody', 'Person', 'Nobody')",
                    // a3 says of her what a1 says, a2 something else of each kind, a4 and a5 what looks much like it.
                    "insert into agent_name (id, agent_id, article_id, position, name, words) values"
                            + " (1, 'anne-roy', 'a3', 0, 'Anne Roy', 'x'), (2, 'anne-roy', 'a3', 1, 'Mme Roy', 'x'),"
                            + " (3, 'onu', 'a3', 0, 'ONU', 'x'), (4, 'onu', 'a1', 0, 'ONU', 'x'),"
                            + " (5, 'anne-roy', 'a1', 0, 'Anne Roy', 'x'), (6, 'anne-roy', 'a1', 1, 'Mme Roy', 'x'),"
                            + " (7, 'anne-roy', 'a2', 0, 'Anne Roy', 'x'), (8, 'anne-roy', 'a2', 1, 'Mme Roy', 'x'),"
                            + " (9, 'anne-roy', 'a4', 0, 'Mme Roy', 'x'), (10, 'anne-roy', 'a4', 1, 'Anne Roy', 'x'),"
                            + " (11, 'anne-roy', 'a5', 0, 'Anne Roy', 'x'), (12, 'anne-roy', 'a5', 1, 'Mme Roy', 'x')",
                    "insert into agent_role (id, agent_id, article_id, position, title, organization_id) values"
                            + " (21, 'anne-roy', 'a3', 0, 'Chief', 'onu'), (22, 'anne-roy', 'a1', 0, 'Chief', 'onu'),"
                            + " (23, 'anne-roy', 'a2', 0, 'Chief', null), (24, 'anne-roy', 'a4', 0, 'Chief', 'onu'),"
                            + " (25, 'anne-roy', 'a5', 0, 'Chief', 'onu')",
                    "insert into agent_same_as (id, agent_id, article_id, position, uri) values"
                            + " (31, 'onu', 'a3', 0, 'https://example.org/onu'),"
                            + " (32, 'onu', 'a1', 0, 'https://example.org/onu'),"
                            + " (33, 'anne-roy', 'a5', 0, 'https://example.org/anne')")) {
                statement.execute(sql);
            }
            migrate(url, "26");
            assertThat(rows(
                            statement,
                            "select m.article_id, m.agent_id, m.profile_id,"
                                    + " (select string_agg(n.name, '/' order by n.position) from agent_name n"
                                    + "  where n.profile_id = m.profile_id and n.agent_id = m.agent_id),"
                                    + " (select string_agg(concat(r.title, '@', r.organization_id), '/' order by r.position)"
                                    + "  from agent_role r where r.profile_id = m.profile_id and r.agent_id = m.agent_id),"
                                    + " (select string_agg(s.uri, '/' order by s.position) from agent_same_as s"
                                    + "  where s.profile_id = m.profile_id and s.agent_id = m.agent_id)"
                                    + " from agent_mention m order by m.article_id, m.id"))
                    .containsExactly(
                            "a1 onu 3 ONU null https://example.org/onu",
                            "a1 anne-roy 1 Anne Roy/Mme Roy Chief@onu null",
                            "a2 anne-roy 7 Anne Roy/Mme Roy Chief@ null",
                            "a3 anne-roy 1 Anne Roy/Mme Roy Chief@onu null",
                            "a3 onu 3 ONU null https://example.org/onu",
                            "a4 anne-roy 9 Mme Roy/Anne Roy Chief@onu null",
                            "a5 anne-roy 11 Anne Roy/Mme Roy Chief@onu https://example.org/anne");
            assertThat(rows(
                            statement,
                            "select (select count(*) from agent_profile), (select count(*) from agent_name),"
                                    + " (select count(*) from agent_role), (select count(*) from agent_same_as)"
                                    + " from dataset_version"))
                    .containsExactly("5 9 4 2");
            assertThat(rows(statement, "select id, named_by from agent order by id"))
                    .containsExactly("anne-roy a1", "nobody null", "onu a1");
        }
    }

    private static void casesTags(String url) throws SQLException {
        migrate(url, "27");
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement()) {
            int number = 0;
            for (String tag :
                    List.of("'FR'", "'EN-us'", "'en-gb'", "'fr'", "'fr-MA'", "'ARY'", "'zh-Hant-TW'", "null")) {
                statement.execute(
                        "insert into article (id, sha256, text, length_code_points, added_at, authors, in_language) values"
                                + " ('a%d', 'x', 'mot', 3, current_timestamp, '', %s)".formatted(++number, tag));
            }
            migrate(url, "28");
            assertThat(rows(statement, "select in_language from article order by id"))
                    .containsExactly("fr", "en-US", "en-GB", "fr", "fr-MA", "ary", "zh-Hant-TW", "null");
        }
    }

    private static void keepsChanges(String url) throws SQLException {
        migrate(url, "29");
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement()) {
            statement.execute(
                    "insert into record_change (id, kind, owner, digest, shown, counted, created, version) values"
                            + " ('a1', 'Article', 'a1', 'd1', 's1', '', 3, 4),"
                            + " ('agent:anne-roy', 'Agent', 'agent:anne-roy', 'd2', 's2', 'c2', 5, 6),"
                            + " ('agent:gone', 'Agent', 'agent:gone', null, 's3', '', 7, 8)");
            statement.execute(
                    "insert into dataset_change (owner, version) values ('a1', 4), ('agent:anne-roy', 6), ('agent:gone', 8)");
            migrate(url, "30");
            assertThat(rows(statement, "select id, version from record_change")).containsExactly("a1 4");
            assertThat(rows(
                            statement,
                            "select id, kind, digest, shown, counted, created, version from agent_change order by id"))
                    .containsExactly("agent:anne-roy Agent d2 s2 c2 5 6", "agent:gone Agent null s3  7 8");
            assertThat(rows(statement, "select owner, version from dataset_change"))
                    .containsExactly("a1 4");
            assertThatExceptionOfType(SQLException.class)
                    .as("written by an older release")
                    .isThrownBy(() -> statement.execute(
                            "insert into record_change (id, kind, owner, digest, shown, counted, created, version) values"
                                    + " ('agent:late', 'Agent', 'agent:late', 'd', 's', '', 9, 9)"))
                    .withMessageMatching("(?is).*record_change_of_no_agent.*");
        }
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(columns(result).stream().map(String::valueOf).collect(Collectors.joining(" ")));
            }
        }
        return rows;
    }

    private static List<@Nullable String> row(ResultSet result) throws SQLException {
        assertThat(result.next()).isTrue();
        return columns(result);
    }

    private static List<@Nullable String> columns(ResultSet result) throws SQLException {
        List<@Nullable String> columns = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            columns.add(result.getString(i));
        }
        return columns;
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
