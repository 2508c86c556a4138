package org.verbatim.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The last change of an article or a record. */
@Entity(name = "RecordChange")
@Table(name = "record_change")
public class RecordChangeEntity extends ChangeEntity {

    /** Its article. */
    @Column(nullable = false, length = 140)
    String owner = "";

    protected RecordChangeEntity() {}

    RecordChangeEntity(String id, String kind, String owner, long version) {
        super(id, kind, version);
        this.owner = owner;
    }
}
