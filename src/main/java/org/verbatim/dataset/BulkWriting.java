package org.verbatim.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * For many changes at once, such as an import before the service answers anybody.
 *
 * <p>PostgreSQL goes by what it knows of its tables; it looks at them once in a while, and never at what is not committed
 * yet. Until it is told, it takes those that have just been filled for small, and walks them.
 */
@ApplicationScoped
public class BulkWriting {

    private static final Logger LOG = Logger.getLogger(BulkWriting.class);

    /** From so many articles on it matters what the database knows of its tables. */
    private static final int MANY = 50;

    private final DataSource database;
    private final boolean isEmbedded;

    BulkWriting(DataSource database, @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
        this.database = database;
        this.isEmbedded = kind.equals("h2");
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
}
