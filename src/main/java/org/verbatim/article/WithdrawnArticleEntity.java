package org.verbatim.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * An article that was served once and is no more, with all that was held of it. It stands in a table of its own, so that
 * nothing that reads articles, records or agents has to know of it; its {@link WithdrawalEntity} says when and why.
 */
@Entity(name = "WithdrawnArticle")
@Table(name = "withdrawn_article")
public class WithdrawnArticleEntity {

    @Id
    @Column(length = 64)
    String id = "";

    @Column(nullable = false, length = 64)
    String sha256 = "";

    @Column(nullable = false)
    Instant addedAt = Instant.EPOCH;

    @Column(nullable = false)
    String text = "";

    /** As JSON, with the records that were rejected. */
    @Column(nullable = false)
    String dossier = "";

    protected WithdrawnArticleEntity() {}

    public WithdrawnArticleEntity(ArticleEntity article, String dossier) {
        this.id = article.id;
        this.sha256 = article.sha256;
        this.addedAt = article.addedAt;
        this.text = article.text;
        this.dossier = dossier;
    }

    /** One that was withdrawn elsewhere. */
    public WithdrawnArticleEntity(String id, String sha256, Instant addedAt, String text, String dossier) {
        this.id = id;
        this.sha256 = sha256;
        this.addedAt = addedAt;
        this.text = text;
        this.dossier = dossier;
    }

    public String id() {
        return id;
    }

    public Instant addedAt() {
        return addedAt;
    }

    public String text() {
        return text;
    }

    /** As JSON, with the records that were rejected. */
    public String dossier() {
        return dossier;
    }
}
