package org.verbatim.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The last change of one thing that is served in a list, or was. */
@MappedSuperclass
public abstract class ChangeEntity {

    private static final String SPACE = " ";

    @Id
    @Column(length = 80)
    String id = "";

    /** What the index calls its kind. */
    @Column(nullable = false, length = 20)
    String kind = "";

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

    protected ChangeEntity() {}

    ChangeEntity(String id, String kind, long version) {
        this.id = id;
        this.kind = kind;
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
