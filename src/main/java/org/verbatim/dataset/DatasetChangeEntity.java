package org.verbatim.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last change to all that belongs to one article; of agents, {@link AgentChangeEntity} has the last. */
@Entity(name = "DatasetChange")
@Table(name = "dataset_change")
public class DatasetChangeEntity {

    @Id
    @Column(length = 140)
    String owner = "";

    /** The version that the change made. */
    @Column(nullable = false)
    long version;

    protected DatasetChangeEntity() {}

    DatasetChangeEntity(String owner, long version) {
        this.owner = owner;
        this.version = version;
    }
}
