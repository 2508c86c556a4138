package org.verbatim.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The last change of one thing that is served in a list, or was. */
@Entity(name = "RecordChange")
@Table(name = "record_change")
public class RecordChangeEntity {

    private static final String SPACE = " ";

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
    @Column(length = 32)
    @Nullable String digest;

    /** Of what others show of it. */
    @Column(nullable = false, length = 32)
    String shown = "";

    /** The ids of those that count it, with spaces between them. */
    @Column(nullable = false)
    String counted = "";

    /** The version in which it was there first. */
    @Column(nullable = false, updatable = false)
    long created;

    /** The version that its last change made. */
    @Column(nullable = false)
    long version;

    protected RecordChangeEntity() {}

    RecordChangeEntity(String id, String kind, String owner, long version) {
        this.id = id;
        this.kind = kind;
        this.owner = owner;
        this.created = version;
    }

    Set<String> counted() {
        return counted.isEmpty() ? new TreeSet<>() : new TreeSet<>(Set.of(counted.split(SPACE)));
    }

    void setCounted(Set<String> ids) {
        counted = String.join(SPACE, new TreeSet<>(ids));
    }

    void changed(Dataset.State now) {
        version = now.version();
    }
}
