package org.verbatim.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
class WatchedDatasetTest {

    @Inject
    Dataset dataset;

    @Inject
    Watcher watcher;

    @Test
    void aChangeIsKnownWhenItIsCommittedAndNotBefore() {
        Dataset.State before = dataset.current();
        assertThat(watcher.known()).isEqualTo(before);
        QuarkusTransaction.requiringNew().run(() -> {
            dataset.changed(Set.of("watched"));
            assertThat(dataset.current().version()).isEqualTo(before.version() + 1);
            assertThat(watcher.known()).isEqualTo(before);
        });
        assertThat(watcher.known()).isEqualTo(dataset.current());
        assertThat(dataset.current().version()).isEqualTo(before.version() + 1);
    }

    @Test
    @Timeout(30)
    void whatIsRolledBackIsNoChange() {
        Dataset.State before = dataset.current();
        QuarkusTransaction.begin();
        dataset.changed(Set.of("watched"));
        QuarkusTransaction.rollback();
        while (watcher.known() == null) {
            Thread.onSpinWait();
        }
        assertThat(watcher.known()).isEqualTo(before).isEqualTo(dataset.current());
    }
}
