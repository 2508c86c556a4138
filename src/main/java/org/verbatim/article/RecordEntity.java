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
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentEntity;
import org.verbatim.agent.RecordKind;
import org.verbatim.dataset.Dataset;
import org.verbatim.dataset.Followed;
import org.verbatim.index.IndexedDocument;
import org.verbatim.text.Span;

/**
 * What a quote, a funding fact and a meeting have in common: an article says it, in a certain place. What was rejected is
 * kept, but no query finds it, whatever it asks; see {@link RecordRepository#withRejected}.
 */
@MappedSuperclass
@FilterDef(
        name = RecordEntity.SERVED,
        defaultCondition = "review_status <> 'REJECTED'",
        autoEnabled = true,
        applyToLoadByKey = true)
@Filter(name = RecordEntity.SERVED)
public abstract class RecordEntity {

    /** The filter that lets through what was not rejected. */
    static final String SERVED = "served";

    /** What the index calls the agents that a record involves. */
    static final String AGENT = "agent";

    /** See {@link RecordId}. */
    @Id
    @Column(length = 80)
    private String id = "";

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "article_id")
    private @Nullable ArticleEntity article;

    /**
     * Where its first evidence began when it got its id, in code points; with the ordinal, its place in the order of the
     * article.
     */
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

    /** When an editor last decided on it; null where none has. */
    @Nullable Instant reviewedAt;

    /** Why, in the editor's words. */
    @Nullable String reviewReason;

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

    /** Those whom it speaks of; somebody it speaks of twice may be in it twice. */
    public abstract List<AgentEntity> agents();

    /** What the index is told of every record: its kind adds what it has of its own. */
    protected IndexedDocument document(RecordKind kind) {
        ArticleEntity holder = article();
        IndexedDocument document = holder.languageKeywords(
                        IndexedDocument.of(kind.type(), id, holder.id(), holder.indexLanguage(), start))
                .keyword("reviewStatus", reviewStatus.name());
        for (AgentEntity agent : agents()) {
            document = document.keyword(AGENT, agent.id());
        }
        return document;
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

    /**
     * What an editor has decided.
     *
     * @param reason null where none was given
     */
    public void review(ReviewStatus decision, @Nullable String reason, Instant at) {
        reviewStatus = decision;
        reviewReason = reason;
        reviewedAt = at;
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

    /** All that it says, in some form: the same as long as it says the same. */
    protected abstract String said();

    /**
     * How it is served, to tell whether that has changed.
     *
     * @param roles what its article calls the offices of agents, by their ids
     */
    final Followed.State state(Map<String, String> roles) {
        ArticleEntity holder = article();
        Set<String> counted = new TreeSet<>(Set.of(holder.id));
        StringBuilder offices = new StringBuilder();
        for (AgentEntity agent : agents()) {
            counted.add(Dataset.agent(agent.id()));
            offices.append(roles.get(agent.id())).append('\n');
        }
        String said = String.join(
                "\n",
                String.valueOf(holder.headline),
                String.valueOf(holder.inLanguage),
                offices,
                reviewStatus.name(),
                String.valueOf(reviewedAt),
                String.valueOf(extraction),
                new TreeSet<>(alsoReportedIn).toString(),
                said());
        return new Followed.State(holder.id, said, String.valueOf(holder.headline), counted);
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

    /** When an editor last decided on it; null where none has. */
    public @Nullable Instant reviewedAt() {
        return reviewedAt;
    }

    /** Why the last editor decided so, in their words; null where none did, or gave no reason. */
    public @Nullable String reviewReason() {
        return reviewReason;
    }

    public @Nullable Extraction extraction() {
        return extraction;
    }

    public Set<String> alsoReportedIn() {
        return alsoReportedIn;
    }
}
