package org.verbatim.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Which state of the data an answer speaks of. Index, entity tags and caches follow it. */
@ApplicationScoped
public class Dataset {

    private final EntityManager entities;
    private final Clock clock;

    Dataset(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * A state of the data.
     *
     * @param version grows with every committed change, and with nothing else
     * @param asOf when that change was made
     */
    public record State(long version, Instant asOf) {}

    /** The last committed state, or within a transaction that has changed something, the one it will commit. */
    @Transactional
    public State current() {
        return entities.createQuery(
                        "select new org.verbatim.dataset.Dataset$State(d.version, d.changedAt) from DatasetVersion d",
                        State.class)
                .getSingleResult();
    }

    /**
     * Moves the version. To be called once in each transaction that changes what is served: the row's lock puts
     * concurrent changes in one order, and the number becomes visible in the same instant as the change.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void changed() {
        entities.createQuery("update DatasetVersion d set d.version = d.version + 1, d.changedAt = :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
