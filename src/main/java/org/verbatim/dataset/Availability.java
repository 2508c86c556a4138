package org.verbatim.dataset;

import io.agroal.api.AgroalDataSource;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database can be read and written. A full or read-only disk, a damaged file and a server that is gone are
 * noticed by what fails; from then on writes are refused at once and the service is not ready, while whatever can still be
 * read is read. It is tried again every few seconds, and goes on by itself once the cause is gone. The log tells both, once.
 */
@ApplicationScoped
public class Availability {

    /** So long until it is tried again, and so long should a client wait. */
    public static final int RETRY_SECONDS = 5;

    private static final Logger LOG = Logger.getLogger(Availability.class);

    /** By its name, as H2 is not there where the service is built for PostgreSQL. */
    private static final String STORE_FAILURE = "org.h2.mvstore.MVStoreException";

    /** More than a change needs. */
    private static final int PROBE_BYTES = 1 << 20;

    private final AgroalDataSource database;
    private final ChangesInTurn turns;
    private final Vertx vertx;
    private final Clock clock;
    private final Optional<Path> file;

    /** What is wrong; null if nothing is. */
    private volatile @Nullable Trouble trouble;

    Availability(
            AgroalDataSource database,
            ChangesInTurn turns,
            Vertx vertx,
            Clock clock,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.database = database;
        this.turns = turns;
        this.vertx = vertx;
        this.clock = clock;
        this.file = FirstConnection.file(url);
    }

    private record Trouble(String message, Instant since) {}

    /** What a failure says of the database. */
    private enum Cause {
        /** It cannot be read, or not be written. */
        LOST,
        /** It has too much to do. */
        BUSY
    }

    /**
     * Whether a failure is the database's, and no fault of ours or of a client's; the same may succeed a little later.
     * That it cannot be used is kept in mind.
     */
    public boolean explains(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return explains(failure, seen);
    }

    private boolean explains(Throwable failure, Set<Throwable> seen) {
        if (!seen.add(failure)) {
            return false;
        }
        if (failure instanceof DatabaseUnavailableException) {
            return true;
        }
        if (failure instanceof SQLException e) {
            Cause cause = cause(e);
            if (cause == Cause.LOST) {
                lost(e);
            }
            if (cause != null) {
                return true;
            }
        }
        // A commit that fails has its cause among what it suppressed.
        boolean explained = failure.getCause() != null && explains(failure.getCause(), seen);
        for (Throwable suppressed : failure.getSuppressed()) {
            explained = explains(suppressed, seen) || explained;
        }
        return explained;
    }

    private static @Nullable Cause cause(SQLException e) {
        String state = e.getSQLState();
        if (state == null) {
            return Cause.BUSY; // the pool, all of whose connections are in use
        }
        return switch (state) {
            // H2: whatever has no state of its own.
            case "HY000" -> isOfTheStore(e) ? Cause.LOST : null;
            // H2: an error of the store, as of a full disk; what it answers with from then on; a damaged file.
            case "90028", "90030", "90031", "90067", "90097", "90098", "90100", "90121" -> Cause.LOST;
            // PostgreSQL: it can only be read, as a standby; there is no such database, such as while it is put back.
            case "25006", "3D000" -> Cause.LOST;
            // H2 and PostgreSQL: somebody else has held a lock for too long, or it took too long itself.
            case "HYT00", "55P03", "57014" -> Cause.BUSY;
            default ->
                switch (state.substring(0, Math.min(2, state.length()))) {
                    // The classes of the SQL standard and of PostgreSQL: no connection, not let in, no room, being shut
                    // down, an error of the system, or of the database itself.
                    case "08", "28", "53", "57", "58", "XX" -> Cause.LOST;
                    case "40" -> Cause.BUSY;
                    default -> null;
                };
        };
    }

    /** Whether a failure is that of a file, or of what H2 keeps in it; all else is a fault in what H2 was asked. */
    private static boolean isOfTheStore(SQLException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause.getClass().getName().equals(STORE_FAILURE)) {
                return true;
            }
        }
        return false;
    }

    private void lost(SQLException e) {
        // Each connection that is open may be as useless as the one that failed.
        database.flush(AgroalDataSource.FlushMode.GRACEFUL);
        synchronized (this) {
            if (trouble != null) {
                return;
            }
            trouble = new Trouble(reason(e), clock.instant());
        }
        LOG.errorf(
                "The database cannot be used%s: %s. Writes are refused, and it is tried again every %d s.",
                file.map(" (%s)"::formatted).orElse(""), reason(e), RETRY_SECONDS);
        LOG.debug("The database cannot be used", e);
        tryLater();
    }

    /** The first line of what the last cause says, such as that there is no space left. */
    private static String reason(Throwable e) {
        return String.valueOf(Causes.last(e).getMessage()).lines().findFirst().orElse("");
    }

    private void tryLater() {
        vertx.setTimer(
                Duration.ofSeconds(RETRY_SECONDS).toMillis(),
                timer -> vertx.executeBlocking(this::tryAgain, false).onComplete(tried -> {
                    if (trouble != null) {
                        tryLater();
                    }
                }));
    }

    private Void tryAgain() {
        try {
            // First beside the database, which closes itself when it cannot write, and so would disturb who reads.
            if (file.isPresent()) {
                Path probe = Files.createTempFile(file.get().getParent(), "probe", null);
                try {
                    Files.write(probe, new byte[PROBE_BYTES]);
                } finally {
                    Files.delete(probe);
                }
            }
            database.flush(AgroalDataSource.FlushMode.GRACEFUL);
            if (!turns.tryAlone(this::write)) {
                return null;
            }
            Trouble over = trouble;
            trouble = null;
            if (over != null) {
                LOG.infof(
                        "The database can be used again, after %d s",
                        Duration.between(over.since(), clock.instant()).toSeconds());
            }
        } catch (IOException | SQLException e) {
            LOG.debug("The database cannot be used yet", e);
        }
        return null;
    }

    private void write() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update dataset_version set version = version");
        }
    }

    /**
     * To be called before a change.
     *
     * @throws DatabaseUnavailableException if it would be in vain
     */
    void requireWritable() {
        Trouble now = trouble;
        if (now != null) {
            throw new DatabaseUnavailableException(now.message());
        }
    }

    /** Since when nothing can be changed; null if it can. */
    @Nullable Instant lostSince() {
        Trouble now = trouble;
        return now == null ? null : now.since();
    }
}
