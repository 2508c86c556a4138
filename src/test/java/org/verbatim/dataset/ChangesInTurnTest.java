package org.verbatim.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.verbatim.TestDatabase;

@QuarkusTest
class ChangesInTurnTest {

    @Inject
    TransactionSynchronizationRegistry transactions;

    /** That of the service. */
    @Inject
    ChangesInTurn own;

    @Inject
    Dataset dataset;

    @Inject
    Availability availability;

    @Inject
    DataSource database;

    private final ExecutorService others = Executors.newSingleThreadExecutor();
    private ChangesInTurn turns;

    @BeforeEach
    void begin() {
        turns = new ChangesInTurn(transactions, true, Duration.ofMinutes(1));
    }

    @AfterEach
    void end() {
        others.shutdownNow();
    }

    /** It is committed by then. */
    @Test
    void aChangeWaitsUntilTheOneBeforeItIsOver() throws Exception {
        long[] before = new long[1];
        Future<Long> other = QuarkusTransaction.requiringNew().call(() -> {
            turns.await();
            turns.await(); // it has it already
            dataset.lock();
            before[0] = dataset.current().version();
            dataset.changed(Set.of("in-turn"));
            Future<Long> next =
                    others.submit(() -> inTurn(() -> dataset.current().version()));
            assertThatThrownBy(() -> next.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return next;
        });
        assertThat(other.get(1, TimeUnit.MINUTES)).isEqualTo(before[0] + 1);
    }

    @Test
    void whatFailsIsOverToo() {
        assertThatThrownBy(() -> inTurn(() -> {
                    throw new IllegalArgumentException("a fault");
                }))
                .hasMessageContaining("a fault");
        assertThat(turns.tryAlone(() -> {})).isTrue();
    }

    @Test
    void whatBelongsToNoTransactionIsNotTriedBesideOne() {
        assertThat(inTurn(() -> turns.tryAlone(() -> {}))).isFalse();
        assertThat(turns.tryAlone(() -> {})).isTrue();
        assertThatThrownBy(() -> turns.tryAlone(() -> {
                    throw new IllegalArgumentException("a fault");
                }))
                .hasMessage("a fault");
        assertThat(turns.tryAlone(() -> {})).isTrue();
    }

    /** Who waits in vain is told to come back, and nothing else is refused for that. */
    @Test
    void isBusyWhereOthersGoOnForTooLong() throws Exception {
        ChangesInTurn impatient = new ChangesInTurn(transactions, true, Duration.ofMillis(1));
        CountDownLatch asked = new CountDownLatch(1);
        Future<Throwable> other = QuarkusTransaction.requiringNew().call(() -> {
            impatient.await();
            Future<Throwable> failing = others.submit(() -> {
                Throwable failure =
                        catchThrowable(() -> QuarkusTransaction.requiringNew().run(impatient::await));
                asked.countDown();
                return failure;
            });
            assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
            return failing;
        });
        assertThat(availability.explains(other.get())).isTrue();
        assertThat(availability.lostSince()).isNull();
    }

    @Test
    void whatTakesTooLongIsOverToo() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().timeout(1).run(() -> {
                    turns.await();
                    assertThat(turns.tryAlone(() -> {})).isFalse();
                    awaitEnd();
                }))
                .isInstanceOf(QuarkusTransactionException.class);
        assertThat(turns.tryAlone(() -> {})).isTrue();
    }

    @Test
    void nobodyWaitsWhereTheDatabaseIsAServer() {
        ChangesInTurn none = new ChangesInTurn(transactions, false, Duration.ZERO);
        QuarkusTransaction.requiringNew().run(() -> {
            none.await();
            QuarkusTransaction.requiringNew().run(none::await);
        });
        assertThat(none.tryAlone(() -> assertThat(none.tryAlone(() -> {})).isTrue()))
                .isTrue();
    }

    @Test
    void whoLocksTheDatasetHasTheTurn() {
        assertThat(QuarkusTransaction.requiringNew().call(() -> {
                    dataset.lock();
                    return own.tryAlone(() -> {});
                }))
                .isEqualTo(TestDatabase.isPostgresql());
        assertThat(own.tryAlone(() -> {})).isTrue();
    }

    @Test
    void nothingIsLeftToAThreadOfTheDatabase() throws SQLException {
        assumeFalse(TestDatabase.isPostgresql(), "it has none");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("0");
        }
    }

    /** Until another thread has ended the transaction. */
    private void awaitEnd() {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (transactions.getTransactionStatus() == Status.STATUS_ACTIVE && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private <T> T inTurn(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            turns.await();
            return work.call();
        });
    }
}
