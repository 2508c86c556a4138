package org.verbatim.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * For many changes of which nobody is told before all of them are made, such as an import before the service answers
 * anybody.
 *
 * <p>They need not be in the file one by one: H2 writes them down in a thread of its own, while the next ones are made.
 * Whatever ends the process halfway, what is there then is what was there after one of them.
 *
 * <p>PostgreSQL goes by what it knows of its tables; it looks at them once in a while, and never at what is not committed
 * yet. Until it is told, it takes those that have just been filled for small, and walks them.
 */
@ApplicationScoped
public class BulkWriting {

    private static final Logger LOG = Logger.getLogger(BulkWriting.class);

    /** How long what was committed may wait to be written down, in milliseconds. */
    private static final int DELAY = 500;

    /** From so many articles on it matters what the database knows of its tables. */
    private static final int MANY = 50;

    private final DataSource database;
    private final boolean isEmbedded;

    BulkWriting(DataSource database, @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
        this.database = database;
        this.isEmbedded = kind.equals("h2");
    }

    /** Does it; all of it is in the file when this ends. To be called outside of any transaction. */
    public <T> T run(Supplier<T> changes) {
        if (!isEmbedded) {
            return changes.get();
        }
        int before;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            before = delay(statement);
            delay(statement, DELAY);
        } catch (SQLException e) {
            // Its user may not be allowed to.
            LOG.debugf(e, "Each of many changes is written down by itself");
            return changes.get();
        }
        T made;
        try {
            made = changes.get();
        } catch (RuntimeException e) {
            try {
                writeDown(before);
            } catch (IllegalStateException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
        writeDown(before);
        return made;
    }

    private void writeDown(int delay) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            delay(statement, delay);
            statement.execute("checkpoint sync");
        } catch (SQLException e) {
            throw new IllegalStateException("What was changed could not be written down", e);
        }
    }

    /**
     * To be called as what is held grows; where all of it is one transaction, within that. The database looks at its tables
     * whenever they may be twice as large as before.
     *
     * @param from so many articles were written when it was called last
     * @param to so many are by now
     */
    public void grown(int from, int to) {
        if (isEmbedded || to < MANY || Integer.highestOneBit(from) == Integer.highestOneBit(to)) {
            return;
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        } catch (SQLException e) {
            LOG.debugf(e, "The database does not look at its tables");
        }
    }

    private static int delay(Statement statement) throws SQLException {
        try (ResultSet set = statement.executeQuery(
                "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")) {
            // What it is where nobody has said anything.
            return set.next() ? set.getInt(1) : DELAY;
        }
    }

    private static void delay(Statement statement, int milliseconds) throws SQLException {
        statement.execute("set write_delay " + milliseconds);
    }
}
