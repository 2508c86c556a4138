package org.verbatim.index;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.verbatim.article.ArticleEntity;
import org.verbatim.article.ArticleRepository;
import org.verbatim.dataset.Dataset;
import org.verbatim.text.SourceText;

/** All connections but one are taken by others, as they are when all the world asks at once after a change. */
@QuarkusTest
@TestProfile(LastConnectionTest.FewConnections.class)
class LastConnectionTest {

    private static final int CONNECTIONS = 4;
    private static final int CLIENTS = 16;
    private static final int CHANGES = 5;

    public static class FewConnections implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.max-size", String.valueOf(CONNECTIONS));
        }
    }

    @Inject
    CurrentIndex index;

    @Inject
    ArticleRepository articles;

    @Inject
    Dataset dataset;

    @Inject
    AgroalDataSource database;

    @Test
    void whoAsksKeepsNoneFromFollowingTheDataset() throws SQLException {
        store("first", "Un zyzomys.");
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 1; i < CONNECTIONS; i++) {
                taken.add(database.getConnection());
            }
            long found = QuarkusTransaction.requiringNew()
                    .call(() -> index.search(query()).total());
            assertThat(found).isOne();
            store("second", "Un zyzomys.");
            assertThat(QuarkusTransaction.requiringNew().call(() -> index.count(query())))
                    .isEqualTo(2L);
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    /** All of them have a connection by the time they learn that the index is behind. */
    @Test
    void manyWhoAskRightAfterAChangeDoNotWaitForEachOther() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (int change = 0; change < CHANGES; change++) {
                store("many" + change, "Un quokka.");
                List<Future<Integer>> answers = new ArrayList<>();
                for (int i = 0; i < CLIENTS; i++) {
                    String question = "/v1/search?q=quokka+%d+%d".formatted(change, i);
                    answers.add(clients.submit(() -> given().get(question).statusCode()));
                }
                for (Future<Integer> answer : answers) {
                    assertThat(answer.get()).isEqualTo(200);
                }
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static IndexQuery query() {
        return IndexQuery.of("zyzomys");
    }

    private void store(String id, String text) {
        QuarkusTransaction.requiringNew().run(() -> {
            articles.persist(new ArticleEntity(id, "0".repeat(64), SourceText.of(text), Instant.EPOCH));
            dataset.changed(Set.of(id));
        });
    }
}
