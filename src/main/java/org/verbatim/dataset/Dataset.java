package org.verbatim.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which state of the data an answer speaks of. Index, entity tags and caches follow it. */
@ApplicationScoped
public class Dataset {

    /** What the index calls an agent. */
    public static final String AGENT_KIND = "Agent";

    private static final String AGENT = "agent:";

    private final EntityManager entities;
    private final Changes changes;
    private final Availability availability;
    private final ChangesInTurn turns;
    private final Clock clock;
    private final Event<State> made;

    Dataset(
            EntityManager entities,
            Changes changes,
            Availability availability,
            ChangesInTurn turns,
            Clock clock,
            Event<State> made) {
        this.entities = entities;
        this.changes = changes;
        this.availability = availability;
        this.turns = turns;
        this.clock = clock;
        this.made = made;
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
        // The row and no entity, which would stay what it was first seen as; and no "select new", which needs
        // reflection.
        Object[] row = entities.createQuery("select d.version, d.changedAt from DatasetVersion d", Object[].class)
                .getSingleResult();
        return new State((Long) row[0], (Instant) row[1]);
    }

    /**
     * To be called first in a transaction that decides by what it reads what to change: one such transaction goes on at a
     * time, and reads what those before it have committed.
     *
     * @throws DatabaseUnavailableException if nothing can be changed just now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock() {
        availability.requireWritable();
        turns.await();
        entities.createQuery("update DatasetVersion d set d.version = d.version")
                .executeUpdate();
    }

    /**
     * Moves the version. To be called once in each transaction that changes what is served, and began with {@link #lock}: the
     * row's lock puts concurrent changes in one order, and the number becomes visible in the same instant as the change.
     *
     * @param owners what was added, changed or removed: the ids of articles (with all their records), and of agents as
     *     {@link #agent} has them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void changed(Set<String> owners) {
        // What was changed is written here, once; each query that follows would have all of it compared again.
        entities.flush();
        FlushModeType before = entities.getFlushMode();
        entities.setFlushMode(FlushModeType.COMMIT);
        try {
            move(owners);
        } finally {
            entities.setFlushMode(before);
        }
    }

    private void move(Set<String> owners) {
        // Several machines may write, and their clocks differ; a later version is never of an earlier time.
        entities.createQuery("update DatasetVersion d set d.version = d.version + 1,"
                        + " d.changedAt = case when d.changedAt > :now then d.changedAt else :now end")
                .setParameter("now", clock.instant())
                .executeUpdate();
        State now = current();
        made.fire(now);
        entities.persist(new DatasetMomentEntity(now));
        long version = now.version();
        Set<String> articles = articles(owners);
        Set<String> unknown = new TreeSet<>(articles);
        entities.createQuery("select c.owner from DatasetChange c where c.owner in :owners", String.class)
                .setParameter("owners", articles)
                .getResultList()
                .forEach(unknown::remove);
        entities.createQuery("update DatasetChange c set c.version = :version where c.owner in :owners")
                .setParameter("version", version)
                .setParameter("owners", articles)
                .executeUpdate();
        unknown.forEach(owner -> entities.persist(new DatasetChangeEntity(owner, version)));
        changes.note(owners, now);
    }

    /** The owners that were changed after a version: articles, and agents as {@link #agent} has them. */
    @Transactional
    public Set<String> changedSince(long version) {
        Set<String> changed = articlesChangedSince(version);
        changed.addAll(changes.agentsBehind(version));
        return changed;
    }

    /** The articles that were changed after a version, or removed, by their ids. */
    @Transactional
    public Set<String> articlesChangedSince(long version) {
        return new TreeSet<>(
                entities.createQuery("select c.owner from DatasetChange c where c.version > :version", String.class)
                        .setParameter("version", version)
                        .getResultList());
    }

    /** The agents that were changed after a version, or removed, by their ids. */
    @Transactional
    public Set<String> agentsChangedSince(long version) {
        return agents(changes.agentsBehind(version));
    }

    /** What an agent is called among owners; no article's id has a colon. */
    public static String agent(String id) {
        return AGENT + id;
    }

    /**
     * In a query, the agent's id in what {@link #agent} has made of it.
     *
     * @param path to the latter, in JPQL
     */
    public static String agentId(String path) {
        return "substring(%s, %d)".formatted(path, AGENT.length() + 1);
    }

    static boolean isAgent(String owner) {
        return owner.startsWith(AGENT);
    }

    /** The id under which an owner, or what is one, is served. */
    static String served(String owner) {
        return isAgent(owner) ? owner.substring(AGENT.length()) : owner;
    }

    /** The articles among some owners, by their ids. */
    public static Set<String> articles(Set<String> owners) {
        return owners.stream().filter(owner -> !isAgent(owner)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The agents among some owners, by their ids. */
    public static Set<String> agents(Collection<String> owners) {
        return owners.stream()
                .filter(Dataset::isAgent)
                .map(Dataset::served)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Tells this database from any other. */
    @Transactional
    public String name() {
        DatasetVersionEntity row = entities.find(DatasetVersionEntity.class, DatasetVersionEntity.ONLY_ROW);
        if (row.name == null) {
            turns.await();
            // Several instances may start at once: the first one names it, all read the same.
            entities.createQuery("update DatasetVersion d set d.name = :name where d.name is null")
                    .setParameter("name", UUID.randomUUID().toString())
                    .executeUpdate();
            entities.refresh(row);
        }
        return Objects.requireNonNull(row.name);
    }
}
