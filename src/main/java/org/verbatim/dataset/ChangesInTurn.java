package org.verbatim.dataset;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has each change of the embedded database that begins with {@link Dataset#lock} wait until the one before it is in the
 * file.
 *
 * <p>A lock in the database is given up too early for that: H2 commits, lets others go on, and then writes down what has
 * changed, one of its maps (a table, an index, what is not committed yet) after the other. Were somebody else changing
 * something meanwhile, an index could be written down with a part of that, and the note that it is not committed without it.
 * With the next change all is well again; but if the process is killed before that, the index has for good what no table
 * has, and that cannot be added any more. For the same reason nothing is left to the thread in which H2 writes down what was
 * committed a while ago ({@code WRITE_DELAY=0}).
 *
 * <p>What remains: who reads long texts, and the thread in which H2 removes those that are gone, change maps of H2's own. If
 * its memory is full in that very moment, they write down all there is, also what is being changed.
 *
 * <p>PostgreSQL needs none of this.
 */
@Singleton
class ChangesInTurn {

    /** As long as one waits for a lock in the database. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TransactionSynchronizationRegistry transactions;
    private final boolean isEmbedded;
    private final Duration patience;
    private final Semaphore turn = new Semaphore(1, true);

    @Inject
    ChangesInTurn(
            TransactionSynchronizationRegistry transactions,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
        this(transactions, kind.equals("h2"), PATIENCE);
    }

    ChangesInTurn(TransactionSynchronizationRegistry transactions, boolean isEmbedded, Duration patience) {
        this.transactions = transactions;
        this.isEmbedded = isEmbedded;
        this.patience = patience;
    }

    /**
     * Waits for the turn of the transaction that is under way, which has it until it is over, and has to be called before
     * that changes anything. Nothing happens if it has it already.
     *
     * @throws PersistenceException if others have had it for too long
     */
    void await() {
        if (!isEmbedded || transactions.getResource(this) != null) {
            return;
        }
        Connections.take(turn, patience, "Other changes have gone on for " + patience);
        try {
            transactions.registerInterposedSynchronization(new Over());
        } catch (RuntimeException e) {
            turn.release();
            throw e;
        }
        transactions.putResource(this, true);
    }

    /**
     * Makes a change that belongs to no transaction, if nobody is changing anything.
     *
     * @return whether it was tried
     */
    <E extends Exception> boolean tryAlone(Change<E> change) throws E {
        if (!isEmbedded) {
            change.make();
            return true;
        }
        if (!turn.tryAcquire()) {
            return false;
        }
        try {
            change.make();
            return true;
        } finally {
            turn.release();
        }
    }

    /** A change that may fail. */
    interface Change<E extends Exception> {
        void make() throws E;
    }

    /** What the database does to commit, or to undo, is done by then. */
    private final class Over implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            turn.release();
        }
    }
}
