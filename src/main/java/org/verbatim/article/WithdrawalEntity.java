package org.verbatim.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.verbatim.http.ProblemException;
import org.verbatim.http.ProblemType;

/** A record, or an article, that was served once and is no more. Its id is not given to anything else. */
@Entity(name = "Withdrawal")
@Table(name = "withdrawal")
public class WithdrawalEntity {

    @Id
    @Column(length = 80)
    String id = "";

    /** The article that it is, or was in. */
    @Column(nullable = false, updatable = false, length = 64)
    String articleId = "";

    @Column(nullable = false)
    String reason = "";

    @Column(nullable = false)
    Instant withdrawnAt = Instant.EPOCH;

    /** The editor who did it; null where its dossier no longer had it. */
    @Column(length = 1000)
    @Nullable String withdrawnBy;

    protected WithdrawalEntity() {}

    public WithdrawalEntity(String id, String reason, Instant withdrawnAt, @Nullable String withdrawnBy) {
        this.id = id;
        this.articleId = articleOf(id);
        this.reason = reason;
        this.withdrawnAt = withdrawnAt;
        this.withdrawnBy = withdrawnBy;
    }

    private static String articleOf(String id) {
        return RecordId.parse(id).map(RecordId::article).orElse(id);
    }

    public String id() {
        return id;
    }

    public String reason() {
        return reason;
    }

    public Instant withdrawnAt() {
        return withdrawnAt;
    }

    /** The editor who did it; null where its dossier no longer had it. */
    public @Nullable String withdrawnBy() {
        return withdrawnBy;
    }

    /**
     * What whoever asks for it is told.
     *
     * @param noun the word for it
     */
    ProblemException problem(String noun) {
        return new ProblemException(ProblemType.WITHDRAWN, said(noun));
    }

    /** That it was withdrawn, when and why, in a sentence. */
    public String said(String noun) {
        return "The %s “%s” was withdrawn on %s: %s".formatted(noun, id, withdrawnAt, reason);
    }
}
