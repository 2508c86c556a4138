package org.verbatim.dataset;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What has changed in each list, in the order in which it was committed. The order is that of the dataset version, which
 * is the only clock that is safe here: a change becomes visible in the same instant as its number, and never behind one
 * that was visible before. A thing has one place in it, that of its last change, so whoever follows the list meets it
 * again where it has changed again, and only there.
 *
 * <p>A thing has changed when it is served otherwise than before: because it says something else, because something that
 * it shows of others does (an agent's name, the headline of an article that reports the same), or because a number that it
 * tells of others may. An agent counts as changed whenever an article says something else of it than before, even where
 * another article has said so already.
 */
@ApplicationScoped
public class Changes {

    /** Up to here it is counted what lies behind a place. */
    public static final int COUNTED = 10_000;

    /** So many are changed with one statement. */
    private static final int BATCH = 500;

    private static final String BEHIND = "c.kind = :changeKind and c.version >= :changeVersion"
            + " and (c.version > :changeVersion or c.id > :changeId)";

    /** As the index has it: not all databases see that there is one kind. */
    private static final String IN_ORDER = " order by c.kind, c.version, c.id";

    private final EntityManager entities;
    private final List<Followed> lists;

    Changes(EntityManager entities, @All List<Followed> lists) {
        this.entities = entities;
        this.lists = lists;
    }

    /**
     * A place in the order: behind the change of this id that made this version.
     *
     * @param version 0 for the beginning
     * @param id blank for the beginning of a version
     */
    public record Place(long version, String id) {

        public static final Place BEGINNING = new Place(0, "");

        /** The first version that may have something which nobody has seen who has read up to here. */
        private long unseen() {
            return id.isEmpty() ? version : version + 1;
        }
    }

    /**
     * The last change of one thing.
     *
     * @param id as it is served
     * @param isNew whether it was there at the place from which it was asked for; where it was not, nobody who has read up
     *     to that place has to be told that it is gone
     */
    public record Change(String id, Place place, boolean isNew) {}

    /**
     * Which things are asked for.
     *
     * @param kind as the index calls it
     * @param condition in JPQL, of a change {@code c} of one that is served; null for all of them
     * @param values of the condition's parameters
     */
    public record Asked(String kind, @Nullable String condition, Map<String, Object> values) {

        private String entity() {
            return Changes.entity(kind.equals(Dataset.AGENT_KIND));
        }
    }

    // --- Writing ----------------------------------------------------------------------------------------------------

    /**
     * Compares what some owners have with what they had; to be called once the version is there, and all of what they have
     * is written. What is changed is written when it says so, and not before each query.
     */
    void note(Set<String> owners, Dataset.State now) {
        Map<String, ChangeEntity> known = known(owners);
        Set<String> shownOtherwise = new TreeSet<>();
        Set<String> countedOtherwise = new TreeSet<>();
        for (Followed list : lists) {
            list.states(owners).forEach((id, state) -> {
                ChangeEntity before = known.remove(id);
                ChangeEntity change = before == null ? first(id, list.listed(), state.owner(), now) : before;
                String digest = state.said() == null ? String.valueOf(now.version()) : digest(state.said());
                if (!digest.equals(change.digest)) {
                    if (change.digest == null && list.isNamedBefore()) {
                        shownOtherwise.add(id);
                    }
                    change.digest = digest;
                    change.changed(now);
                }
                String shown = digest(state.shown());
                if (!shown.equals(change.shown)) {
                    if (change.created != now.version()) {
                        shownOtherwise.add(id);
                    }
                    change.shown = shown;
                }
                Set<String> counted = change.counted();
                if (!counted.equals(state.counted())) {
                    countedOtherwise.addAll(difference(counted, state.counted()));
                    change.setCounted(state.counted());
                }
                if (before == null) {
                    entities.persist(change); // with all that it has: what is set later is an update of its own
                }
            });
        }
        known.values().stream().filter(change -> change.digest != null).forEach(change -> {
            change.digest = null;
            change.changed(now);
            shownOtherwise.add(change.id);
            countedOtherwise.addAll(change.counted());
            change.setCounted(Set.of());
        });
        entities.flush();
        Set<String> others = countedOtherwise;
        if (!shownOtherwise.isEmpty()) {
            lists.forEach(list -> others.addAll(list.showing(shownOtherwise)));
        }
        apart(others).forEach((areAgents, some) -> changed(entity(areAgents), some, now));
    }

    /** The changes of all that some owners have had so far, by their ids. */
    private Map<String, ChangeEntity> known(Set<String> owners) {
        Map<String, ChangeEntity> known = new HashMap<>();
        apart(owners).forEach((areAgents, some) -> entities.createQuery(
                        areAgents
                                ? "from AgentChange c where c.id in :owners"
                                : "from RecordChange c where c.owner in :owners",
                        ChangeEntity.class)
                .setParameter("owners", some)
                .getResultList()
                .forEach(change -> known.put(change.id, change)));
        return known;
    }

    /** Agents, if there are any, and whatever else there is. */
    private static Map<Boolean, List<String>> apart(Set<String> ids) {
        return ids.stream().collect(Collectors.groupingBy(Dataset::isAgent));
    }

    private static ChangeEntity first(String id, String kind, String owner, Dataset.State now) {
        return Dataset.isAgent(owner)
                ? new AgentChangeEntity(id, kind, now.version())
                : new RecordChangeEntity(id, kind, owner, now.version());
    }

    /** The entity that has the changes of agents, or of whatever else there is. */
    private static String entity(boolean ofAgents) {
        return ofAgents ? "AgentChange" : "RecordChange";
    }

    private static Set<String> difference(Set<String> some, Set<String> others) {
        Set<String> different = new TreeSet<>(some);
        different.addAll(others);
        different.removeIf(id -> some.contains(id) && others.contains(id));
        return different;
    }

    private void changed(String entity, List<String> ids, Dataset.State now) {
        for (int i = 0; i < ids.size(); i += BATCH) {
            entities.createQuery(("update %s c set c.version = :version"
                                    + " where c.id in :ids and c.digest is not null and c.version <> :version")
                            .formatted(entity))
                    .setParameter("version", now.version())
                    .setParameter("ids", ids.subList(i, Math.min(ids.size(), i + BATCH)))
                    .executeUpdate();
        }
    }

    private static String digest(String state) {
        return Digest.of(state.getBytes(StandardCharsets.UTF_8));
    }

    // --- Reading ----------------------------------------------------------------------------------------------------

    /**
     * What has changed behind a place, in order: what is asked for, and what may have been before.
     *
     * @param most how many at most
     */
    public List<Change> behind(Asked asked, Place place, int most) {
        return query(
                        "select c.id, c.version, c.created from %s c where %s%s"
                                .formatted(asked.entity(), toTell(asked), IN_ORDER),
                        Object[].class,
                        asked,
                        place)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Change(
                        Dataset.served((String) row[0]),
                        new Place((Long) row[1], (String) row[0]),
                        (Long) row[2] >= place.unseen()))
                .toList();
    }

    /** How much has changed behind a place, up to {@link #COUNTED}. */
    public long countBehind(Asked asked, Place place) {
        return query(
                        "select count(*) from (select c.id as id from %s c where %s%s limit %d) as found"
                                .formatted(asked.entity(), toTell(asked), IN_ORDER, COUNTED),
                        Long.class,
                        asked,
                        place)
                .getSingleResult();
    }

    /**
     * The agents that were changed after a version, as {@link Dataset#agent} has them: those, too, that are only served with
     * another's name, or counts, than before.
     */
    List<String> agentsBehind(long version) {
        return entities.createQuery(
                        "select c.id from AgentChange c where c.kind = :kind and c.version > :version", String.class)
                .setParameter("kind", Dataset.AGENT_KIND)
                .setParameter("version", version)
                .getResultList();
    }

    /** Behind the place, and either asked for or known to whoever has read up to there. */
    private static String toTell(Asked asked) {
        String condition = asked.condition();
        return BEHIND + " and (c.created < :changeUnseen or c.digest is not null"
                + (condition == null ? "" : " and " + condition) + ")";
    }

    private <T> TypedQuery<T> query(String jpql, Class<T> type, Asked asked, Place place) {
        TypedQuery<T> query = entities.createQuery(jpql, type)
                .setParameter("changeKind", asked.kind())
                .setParameter("changeVersion", place.version())
                .setParameter("changeId", place.id())
                .setParameter("changeUnseen", place.unseen());
        asked.values().forEach(query::setParameter);
        return query;
    }

    /** Lets go of all that was read, so that it is read anew. */
    public void forget() {
        entities.clear();
    }

    /**
     * The ids of those of these changes that are still the last ones, by a new look.
     *
     * @param asked which list they are of
     */
    public Set<String> unchanged(Asked asked, List<Change> changes) {
        Map<String, Long> versions =
                changes.stream().map(Change::place).collect(Collectors.toMap(Place::id, Place::version));
        return versions.isEmpty()
                ? Set.of()
                : entities
                        .createQuery(
                                "select c.id, c.version from %s c where c.id in :ids".formatted(asked.entity()),
                                Object[].class)
                        .setParameter("ids", versions.keySet())
                        .getResultList()
                        .stream()
                        .filter(row -> row[1].equals(versions.get((String) row[0])))
                        .map(row -> Dataset.served((String) row[0]))
                        .collect(Collectors.toSet());
    }

    /**
     * The place before everything that has changed at a time or later. The times of versions never go back, whatever the
     * clocks of several machines do, so nothing before the place is of that time.
     */
    public Place before(Instant time) {
        return entities.createQuery(
                        "select m.version from DatasetMoment m where m.madeAt < :time"
                                + " order by m.madeAt desc, m.version desc",
                        Long.class)
                .setParameter("time", time)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(version -> new Place(version + 1, ""))
                .orElse(Place.BEGINNING);
    }
}
