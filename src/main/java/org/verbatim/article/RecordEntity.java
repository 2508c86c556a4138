package org.verbatim.article;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.RecordKind;
import org.verbatim.index.IndexedDocument;
import org.verbatim.text.Span;

/** What a quote, a funding fact and a meeting have in common: an article says it, in a certain place. */
@MappedSuperclass
public abstract class RecordEntity {

    /** See {@link RecordId}. */
    @Id
    @Column(length = 80)
    private String id = "";

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "article_id")
    private @Nullable ArticleEntity article;

    /** Where its first evidence begins, in code points; with the ordinal, its place in the order of the article. */
    @Column(name = "start_offset", nullable = false)
    private int start;

    /** 1, or more for a further record of the same kind that begins in the same place. */
    @Column(nullable = false)
    private int ordinal = 1;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private ReviewStatus reviewStatus = ReviewStatus.CONFIRMED;

    /** How a program found it; null where a person wrote it. */
    private @Nullable Extraction extraction;

    /** Ids of records in other articles that report the same; they need not be held here. */
    @ElementCollection
    @Column(name = "other_id", nullable = false, length = 80)
    private Set<String> alsoReportedIn = new TreeSet<>();

    protected RecordEntity() {}

    protected RecordEntity(RecordId id, ArticleEntity article) {
        this.id = id.toString();
        this.article = article;
        this.start = id.start();
        this.ordinal = id.ordinal();
    }

    /** What the index is told of every record: its kind adds what it has of its own. */
    protected IndexedDocument document(RecordKind kind) {
        ArticleEntity holder = article();
        return holder.languageKeywords(IndexedDocument.of(kind.type(), id, holder.id(), holder.indexLanguage(), start))
                .keyword("reviewStatus", reviewStatus.name());
    }

    /** Adds a piece of the article to what a record is found by. */
    protected IndexedDocument body(IndexedDocument document, Span span) {
        return document.body(article().text().slice(span), span.start());
    }

    /**
     * Says where it comes from and who has looked at it.
     *
     * @param extraction null where a person wrote it
     */
    public void setProvenance(ReviewStatus reviewStatus, @Nullable Extraction extraction) {
        this.reviewStatus = reviewStatus;
        this.extraction = extraction;
    }

    public void setAlsoReportedIn(Collection<String> records) {
        if (!alsoReportedIn.equals(Set.copyOf(records))) {
            alsoReportedIn.clear();
            alsoReportedIn.addAll(records);
        }
    }

    public String id() {
        return id;
    }

    public ArticleEntity article() {
        return Objects.requireNonNull(article);
    }

    public int start() {
        return start;
    }

    public ReviewStatus reviewStatus() {
        return reviewStatus;
    }

    public @Nullable Extraction extraction() {
        return extraction;
    }

    public Set<String> alsoReportedIn() {
        return alsoReportedIn;
    }
}
