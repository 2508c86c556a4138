package org.verbatim.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** When a version was made. */
@Entity(name = "DatasetMoment")
@Table(name = "dataset_moment")
public class DatasetMomentEntity {

    @Id
    long version;

    @Column(nullable = false, updatable = false)
    Instant madeAt = Instant.EPOCH;

    protected DatasetMomentEntity() {}

    DatasetMomentEntity(Dataset.State made) {
        this.version = made.version();
        this.madeAt = made.asOf();
    }
}
