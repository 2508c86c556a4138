package org.verbatim.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is known of a database that others change, too, and that does not always answer. */
class WatcherTest {

    private static final Duration TRUST = Duration.ofMinutes(10);

    private final Told told = new Told();
    private final Hand clock = new Hand();
    private Watcher watcher = watcher(Duration.ZERO);

    @AfterEach
    void stop() {
        watcher.close();
    }

    @Test
    void nothingIsKnownBeforeTheDatabaseWasAsked() {
        assertThat(watcher.known()).isNull();
        watcher.open(new StartupEvent());
        assertThat(watcher.known()).isEqualTo(state(7));
    }

    @Test
    void whatIsCommittedHereIsKnownAtOnceInWhateverOrderItIsTold() {
        watcher.open(new StartupEvent());
        watcher.committed(state(9));
        assertThat(watcher.known()).isEqualTo(state(9));
        watcher.committed(state(8));
        assertThat(watcher.known()).isEqualTo(state(9));
    }

    @Test
    void whatMayOrMayNotBeCommittedIsAskedUntilItIsKnown() {
        watcher.open(new StartupEvent());
        told.failing = true;
        watcher.failed(state(8));
        assertThat(watcher.known()).isNull();
        // Another change, of which there is no doubt, is no answer to what became of the first one, but includes it.
        watcher.committed(state(9));
        assertThat(watcher.known()).isEqualTo(state(9));
        watcher.failed(state(10));
        assertThat(watcher.known()).isNull();
        told.state = state(10);
        told.failing = false;
        until(() -> state(10).equals(watcher.known()));
    }

    @Test
    void whatWasReadBeforeADoubtIsNoAnswerToIt() {
        watcher = watcher(Duration.ofMillis(5));
        watcher.open(new StartupEvent());
        told.meanwhile.set(() -> {
            told.failing = true;
            watcher.failed(state(8));
        });
        until(() -> told.failures.get() > 0);
        assertThat(watcher.known()).isNull();
        told.state = state(8);
        told.failing = false;
        until(() -> state(8).equals(watcher.known()));
    }

    @Test
    void whatOthersCommitIsKnownSoonAndABackupToo() {
        watcher = watcher(Duration.ofMillis(5));
        watcher.open(new StartupEvent());
        told.state = state(8);
        until(() -> state(8).equals(watcher.known()));
        // Put back while the service runs.
        told.state = state(3);
        until(() -> state(3).equals(watcher.known()));
        // The same number, but another change.
        told.state = new Dataset.State(3, Instant.ofEpochSecond(99));
        until(() -> told.state.equals(watcher.known()));
    }

    @Test
    void whatWasKnownCountsForAWhileAfterTheDatabaseIsGone() {
        watcher = watcher(Duration.ofMillis(5));
        watcher.open(new StartupEvent());
        told.failing = true;
        int failures = told.failures.get();
        until(() -> told.failures.get() > failures + 1);
        clock.now = clock.now.plus(TRUST).minusSeconds(1);
        assertThat(watcher.known()).isEqualTo(state(7));
        clock.now = clock.now.plusSeconds(1);
        assertThat(watcher.known()).isNull();
        told.failing = false;
        until(() -> state(7).equals(watcher.known()));
    }

    @Test
    void whereNobodyElseCanChangeItNothingIsAskedAndEverythingKnown() {
        watcher.open(new StartupEvent());
        told.failing = true;
        clock.now = clock.now.plus(TRUST).plus(TRUST);
        assertThat(watcher.known()).isEqualTo(state(7));
        assertThat(told.failures.get()).isZero();
    }

    private Watcher watcher(Duration interval) {
        DatasetConfig config = new DatasetConfig() {
            @Override
            public Optional<Duration> pollInterval() {
                return Optional.of(interval);
            }

            @Override
            public Duration trust() {
                return TRUST;
            }
        };
        return new Watcher(told, clock, config, "postgresql");
    }

    private static Dataset.State state(long version) {
        return new Dataset.State(version, Instant.ofEpochSecond(version));
    }

    private static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in half a minute").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** What the database says. */
    private static final class Told extends Dataset {

        private volatile State state = state(7);
        private volatile boolean failing;
        private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        private final AtomicInteger failures = new AtomicInteger();

        Told() {
            super(null, null, null, null, null, null);
        }

        @Override
        public State current() {
            if (failing) {
                failures.incrementAndGet();
                throw new IllegalStateException("the database does not answer");
            }
            State read = state;
            meanwhile.getAndSet(() -> {}).run();
            return read;
        }
    }

    private static final class Hand extends Clock {

        private volatile Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
