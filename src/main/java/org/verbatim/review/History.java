package org.verbatim.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that editors have ever decided, to be kept elsewhere and brought back. */
@ApplicationScoped
public class History {

    private final EntityManager entities;

    History(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * One decision of an editor.
     *
     * @param number of the record's decisions; from 1
     * @param decision {@code CONFIRMED}, {@code CORRECTED} or {@code REJECTED}
     * @param reason null where none was given
     * @param before the record as it was, as a dossier has it: JSON
     * @param after the record as it was from then on, likewise
     */
    public record Entry(
            String recordId,
            int number,
            Instant at,
            String editor,
            Decision decision,
            @Nullable String reason,
            String before,
            String after) {}

    /** Whether there is none. */
    @Transactional
    public boolean isEmpty() {
        return entities.createQuery("select r.id from Revision r", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The decisions on some records, by record and number. */
    @Transactional
    public List<Entry> of(Collection<String> records) {
        return records.isEmpty()
                ? List.of()
                : entities.createQuery("from Revision r where r.recordId in :ids", RevisionEntity.class)
                        .setParameter("ids", records)
                        .getResultStream()
                        .map(revision -> new Entry(
                                revision.recordId,
                                revision.number,
                                revision.decidedAt,
                                revision.editor,
                                revision.decision,
                                revision.reason,
                                revision.beforePart,
                                revision.afterPart))
                        // Not by the database, whose order of letters may be another one.
                        .sorted(Comparator.comparing(Entry::recordId).thenComparingInt(Entry::number))
                        .toList();
    }

    /** Brings back decisions that were made elsewhere. */
    @Transactional
    public void restore(List<Entry> entries) {
        entries.forEach(entry -> entities.persist(new RevisionEntity(
                entry.recordId(),
                entry.number(),
                entry.at(),
                entry.editor(),
                entry.decision(),
                entry.reason(),
                entry.before(),
                entry.after())));
    }
}
