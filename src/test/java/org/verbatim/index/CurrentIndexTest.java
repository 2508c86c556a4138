package org.verbatim.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.verbatim.article.ArticleEntity;
import org.verbatim.article.ArticleRepository;
import org.verbatim.dataset.Dataset;
import org.verbatim.text.SourceText;

@QuarkusTest
class CurrentIndexTest {

    private static final String PROBE = "probe";

    private static final String AGENT = Dataset.agent("amy-pope");

    @Inject
    CurrentIndex index;

    @Inject
    ArticleRepository articles;

    @Inject
    Dataset dataset;

    @AfterEach
    void leaveNothingBehind() {
        QuarkusTransaction.requiringNew().run(() -> {
            if (articles.deleteById(PROBE)) {
                dataset.changed(Set.of(PROBE));
            }
        });
    }

    @Test
    void answersFromWhatIsCommittedByThen() {
        assertThat(found()).isZero();
        store();
        assertThat(found()).isOne();
        assertThat(index.search(IndexQuery.of("zyzomys")).datasetVersion())
                .isEqualTo(dataset.current().version());
        leaveNothingBehind();
        assertThat(found()).isZero();
    }

    @Test
    void doesNotSeeWhatIsRolledBack() {
        QuarkusTransaction.begin();
        persist();
        QuarkusTransaction.rollback();
        assertThat(found()).isZero();
    }

    @Test
    void knowsWhatWasChangedSinceAVersion() {
        long before = dataset.current().version();
        assertThat(dataset.changedSince(before)).isEmpty();
        store();
        assertThat(dataset.changedSince(before)).containsExactly(PROBE);
        touchAnAgent();
        assertThat(dataset.changedSince(before + 1)).containsExactly(AGENT);
        assertThat(dataset.changedSince(before)).containsExactly(AGENT, PROBE);
        assertThat(dataset.articlesChangedSince(before)).containsExactly(PROBE);
        assertThat(dataset.agentsChangedSince(before)).containsExactly("amy-pope");
        assertThat(dataset.name()).hasSize(36);
    }

    private void store() {
        QuarkusTransaction.requiringNew().run(this::persist);
    }

    private void touchAnAgent() {
        QuarkusTransaction.requiringNew().run(() -> dataset.changed(Set.of(AGENT)));
    }

    private void persist() {
        articles.persist(
                new ArticleEntity(PROBE, "0".repeat(64), SourceText.of("Un zyzomys, deux zyzomys."), Instant.EPOCH));
        dataset.changed(Set.of(PROBE));
    }

    private long found() {
        return index.search(IndexQuery.of("zyzomys")).total();
    }
}
