package org.verbatim.dataset;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets only so many transactions be under way at once that a few connections are always left. A transaction may have to wait,
 * with its connection, until the index has followed a change, which takes another one; were all connections with those who
 * wait, nobody could do what they wait for.
 */
@Singleton
public class Connections {

    /** For the index, and for one more. */
    private static final int LEFT = 2;

    /** The SQLSTATE of ODBC, and of H2, for what took too long. */
    private static final String TIMED_OUT = "HYT00";

    private final Semaphore free;
    private final Duration patience;

    Connections(AgroalDataSource database) {
        AgroalConnectionPoolConfiguration pool = database.getConfiguration().connectionPoolConfiguration();
        this.free = new Semaphore(Math.max(1, pool.maxSize() - LEFT), true);
        this.patience = pool.acquisitionTimeout();
    }

    /** Reads in a transaction of its own, which waits for its turn. */
    public <T> T anew(Supplier<T> reading) {
        take();
        try {
            return QuarkusTransaction.requiringNew().call(reading::get);
        } finally {
            free.release();
        }
    }

    /** Goes on with what may begin a transaction, once it is its turn; where one is under way, it is part of that. */
    @Nullable Object inTurn(InvocationContext transaction) throws Exception {
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return transaction.proceed();
        }
        take();
        try {
            return transaction.proceed();
        } finally {
            free.release();
        }
    }

    private void take() {
        take(free, patience, "All connections are in use, and were for " + patience);
    }

    /**
     * Waits for one of a few turns.
     *
     * @param busy what to say of those who have had them for too long
     * @throws PersistenceException if they have; the same may succeed a little later
     */
    static void take(Semaphore turns, Duration patience, String busy) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new PersistenceException(new SQLTimeoutException(busy, TIMED_OUT));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PersistenceException(new SQLTimeoutException("Interrupted", TIMED_OUT, e));
        }
    }
}
