package org.verbatim.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A record that was served once and is no more. Its id is not given to anything else. */
@Entity(name = "Withdrawal")
@Table(name = "withdrawal")
public class WithdrawalEntity {

    @Id
    @Column(length = 80)
    String id = "";

    @Column(nullable = false)
    String reason = "";

    @Column(nullable = false)
    Instant withdrawnAt = Instant.EPOCH;

    protected WithdrawalEntity() {}

    public WithdrawalEntity(String id, String reason, Instant withdrawnAt) {
        this.id = id;
        this.reason = reason;
        this.withdrawnAt = withdrawnAt;
    }
}
