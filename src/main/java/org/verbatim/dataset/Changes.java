package org.verbatim.dataset;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What has changed in each list, in the order in which it was committed. The order is that of the dataset version, which
 * is the only clock that is safe here: a change becomes visible in the same instant as its number, and never behind one
 * that was visible before. A thing has one place in it, that of its last change, so whoever follows the list meets it
 * again where it has changed again, and only there.
 */
@ApplicationScoped
public class Changes {

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
    }

    /**
     * The last change of one thing.
     *
     * @param id as it is served
     * @param gone whether it is served no more
     */
    public record Change(String id, Place place, boolean gone) {}

    /** Compares what some owners have with what they had; to be called once the version is there. */
    void note(Set<String> owners, long version, Instant now) {
        entities.flush();
        for (String owner : owners) {
            Map<String, RecordChangeEntity> known = new HashMap<>();
            entities.createQuery("from RecordChange c where c.owner = :owner", RecordChangeEntity.class)
                    .setParameter("owner", owner)
                    .getResultList()
                    .forEach(change -> known.put(change.id, change));
            for (Followed list : lists) {
                list.states(owner).forEach((id, state) -> {
                    RecordChangeEntity change = known.remove(id);
                    if (change == null) {
                        change = new RecordChangeEntity(id, list.listed(), owner);
                        entities.persist(change);
                    }
                    set(change, digest(state), version, now);
                });
            }
            known.values().forEach(change -> set(change, null, version, now));
        }
    }

    private static void set(RecordChangeEntity change, @Nullable String digest, long version, Instant now) {
        if (change.version == 0 || !Objects.equals(change.digest, digest)) {
            change.digest = digest;
            change.version = version;
            change.changedAt = now;
        }
    }

    /** What has changed behind a place, in order. */
    public List<Change> behind(String kind, Place place, int most) {
        return entities
                .createQuery(
                        "select c.id, c.version, c.digest from RecordChange c where c.kind = :kind"
                                + " and (c.version > :version or (c.version = :version and c.id > :id))"
                                + " order by c.version, c.id",
                        Object[].class)
                .setParameter("kind", kind)
                .setParameter("version", place.version())
                .setParameter("id", place.id())
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Change(
                        Dataset.served((String) row[0]), new Place((Long) row[1], (String) row[0]), row[2] == null))
                .toList();
    }

    /** How much has changed behind a place. */
    public long countBehind(String kind, Place place) {
        return entities.createQuery(
                        "select count(*) from RecordChange c where c.kind = :kind"
                                + " and (c.version > :version or (c.version = :version and c.id > :id))",
                        Long.class)
                .setParameter("kind", kind)
                .setParameter("version", place.version())
                .setParameter("id", place.id())
                .getSingleResult();
    }

    /** The ids of those of these changes that are still the last ones, by a new look. */
    public Set<String> unchanged(List<Change> changes) {
        Map<String, Long> versions =
                changes.stream().map(Change::place).collect(Collectors.toMap(Place::id, Place::version));
        return versions.isEmpty()
                ? Set.of()
                : entities
                        .createQuery("select c.id, c.version from RecordChange c where c.id in :ids", Object[].class)
                        .setParameter("ids", versions.keySet())
                        .getResultList()
                        .stream()
                        .filter(row -> row[1].equals(versions.get((String) row[0])))
                        .map(row -> Dataset.served((String) row[0]))
                        .collect(Collectors.toSet());
    }

    /**
     * The place before everything that has changed at a time or later. Clocks of several machines differ, so the order is
     * still that of the versions: there can be more behind the place, but never less.
     */
    public Place before(Instant time) {
        Long first = entities.createQuery(
                        "select min(c.version) from RecordChange c where c.changedAt >= :time", Long.class)
                .setParameter("time", time)
                .getSingleResult();
        if (first != null) {
            return new Place(first, "");
        }
        Long last = entities.createQuery("select max(c.version) from RecordChange c", Long.class)
                .getSingleResult();
        return last == null ? Place.BEGINNING : new Place(last + 1, "");
    }

    private static String digest(String state) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
