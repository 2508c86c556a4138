package org.verbatim.dataset;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What this instance knows of the dataset without asking the database. What it has committed itself it knows before the
 * answer to whoever asked for it is sent; what another instance has committed, one poll interval later at the latest.
 */
@Singleton
public class Watcher {

    private static final Logger LOG = Logger.getLogger(Watcher.class);

    private static final Duration SHARED = Duration.ofMillis(500);

    /** How long after a failure the database is asked again where it is not polled anyway. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Dataset dataset;
    private final Clock clock;
    private final Duration interval;
    private final Duration trust;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "dataset-watcher");
        thread.setDaemon(true);
        return thread;
    });

    /** Null where a change may have been committed or not. */
    private volatile Dataset.@Nullable State known;

    /** How often that was so; under the monitor. */
    private long doubts;

    private volatile Instant asked = Instant.MIN;
    private volatile boolean failing;

    Watcher(
            Dataset dataset,
            Clock clock,
            DatasetConfig config,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String database) {
        this.dataset = dataset;
        this.clock = clock;
        this.interval = config.pollInterval().orElse(database.equals("h2") ? Duration.ZERO : SHARED);
        this.trust = config.trust();
    }

    /**
     * The last committed state that this instance knows of; null where it does not know, or has not been able to ask for
     * longer than it is told to trust what it knew.
     */
    public Dataset.@Nullable State known() {
        Dataset.State state = known;
        return state == null || !isPolled() || clock.instant().isBefore(asked.plus(trust)) ? state : null;
    }

    void open(@Observes StartupEvent start) {
        ask();
        if (isPolled()) {
            // A delay and no rate, so that nothing piles up behind a database that does not answer.
            var unused = timer.scheduleWithFixedDelay(
                    this::poll, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
    }

    /** Two changes may be told in another order than the one they were committed in; the later includes the earlier. */
    synchronized void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Dataset.State made) {
        known = later(known, made);
    }

    /** Rolled back; or the connection broke just when it was to be committed, and nobody can tell but the database. */
    void failed(@Observes(during = TransactionPhase.AFTER_FAILURE) Dataset.State made) {
        synchronized (this) {
            doubts++;
            known = null;
        }
        timer.execute(this::settle);
    }

    private void settle() {
        if (!poll()) {
            var unused = timer.schedule(this::settle, RETRY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean poll() {
        try {
            ask();
            if (failing) {
                failing = false;
                LOG.info("The dataset version can be read again");
            }
            return true;
        } catch (RuntimeException e) {
            if (!failing) {
                failing = true;
                LOG.warnf(
                        "The dataset version cannot be read (%s); what was known at %s counts for %s from then on",
                        e.getMessage(), asked, trust);
                LOG.debug("Why the dataset version cannot be read", e);
            }
            return false;
        }
    }

    private void ask() {
        Dataset.State before;
        long doubtsBefore;
        synchronized (this) {
            before = known;
            doubtsBefore = doubts;
        }
        Dataset.State current = dataset.current();
        synchronized (this) {
            // Otherwise it may be the state before what is in doubt since; that is asked for again.
            if (doubts == doubtsBefore) {
                // Where nothing was told meanwhile, it holds even if it is earlier: a backup was put back.
                known = Objects.equals(known, before) ? current : later(known, current);
            }
        }
        asked = clock.instant();
    }

    private boolean isPolled() {
        return interval.compareTo(Duration.ZERO) > 0;
    }

    private static Dataset.State later(Dataset.@Nullable State held, Dataset.State told) {
        return held == null || held.version() < told.version() ? told : held;
    }
}
