package org.verbatim.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The only row of its table. */
@Entity(name = "DatasetVersion")
@Table(name = "dataset_version")
public class DatasetVersionEntity {

    static final int ONLY_ROW = 1;

    @Id
    int id = ONLY_ROW;

    /** Grows by one with every committed change. */
    @Column(nullable = false)
    long version;

    @Column(nullable = false)
    Instant changedAt = Instant.EPOCH;

    /** Tells this database from any other; null before its first start. */
    @Column(length = 36)
    @Nullable String name;
}
