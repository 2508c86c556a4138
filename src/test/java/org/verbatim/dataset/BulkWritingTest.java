package org.verbatim.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BulkWritingTest {

    @Inject
    BulkWriting writing;

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.db-kind")
    String kind;

    @Test
    void tablesThatHaveGrownAreLookedAt() throws SQLException {
        assumeThat(kind).isEqualTo("postgresql");
        String table = "create table grown_in_test as select generate_series(1, 1000) as number";
        String rows = "select reltuples::bigint from pg_class where relname = 'grown_in_test'";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(table);
            assertThat(asked(rows)).isEqualTo("-1");
            writing.grown(0, 49);
            writing.grown(64, 127);
            assertThat(asked(rows)).isEqualTo("-1");
            writing.grown(100, 150);
            assertThat(asked(rows)).isEqualTo("1000");
            statement.execute("drop table grown_in_test");
        }
    }

    private String asked(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
