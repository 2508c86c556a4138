package org.verbatim.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last change of one thing that is served in a list, or was. */
@Entity(name = "RecordChange")
@Table(name = "record_change")
public class RecordChangeEntity {

    @Id
    @Column(length = 80)
    String id = "";

    /** What the index calls its kind. */
    @Column(nullable = false, length = 20)
    String kind = "";

    /** Its article, or agent, as {@link Dataset#changed} has them. */
    @Column(nullable = false, length = 140)
    String owner = "";

    /** Of what it says; null once it is served no more. */
    @Column(length = 64)
    @Nullable String digest;

    /** The version that the change made. */
    @Column(nullable = false)
    long version;

    @Column(nullable = false)
    Instant changedAt = Instant.EPOCH;

    protected RecordChangeEntity() {}

    RecordChangeEntity(String id, String kind, String owner) {
        this.id = id;
        this.kind = kind;
        this.owner = owner;
    }
}
