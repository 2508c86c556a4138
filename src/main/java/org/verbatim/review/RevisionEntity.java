package org.verbatim.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One decision of an editor; never changed and never removed. */
@Entity(name = "Revision")
@Table(name = "revision")
class RevisionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    @Column(nullable = false, updatable = false, length = 80)
    String recordId = "";

    /** Of the record's revisions; from 1, without a gap. */
    @Column(nullable = false, updatable = false)
    int number;

    @Column(nullable = false, updatable = false)
    Instant decidedAt = Instant.EPOCH;

    @Column(nullable = false, updatable = false)
    String editor = "";

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 20)
    Decision decision = Decision.CONFIRMED;

    @Column(updatable = false)
    @Nullable String reason;

    /** The record as it was, as a dossier has it: JSON. */
    @Column(nullable = false, updatable = false)
    String beforePart = "";

    /** The record as it was from then on, as a dossier has it: JSON. */
    @Column(nullable = false, updatable = false)
    String afterPart = "";

    protected RevisionEntity() {}

    RevisionEntity(
            String recordId,
            int number,
            Instant decidedAt,
            String editor,
            Decision decision,
            @Nullable String reason,
            String beforePart,
            String afterPart) {
        this.recordId = recordId;
        this.number = number;
        this.decidedAt = decidedAt;
        this.editor = editor;
        this.decision = decision;
        this.reason = reason;
        this.beforePart = beforePart;
        this.afterPart = afterPart;
    }
}
