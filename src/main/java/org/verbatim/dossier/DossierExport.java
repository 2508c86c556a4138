package org.verbatim.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentRepository;
import org.verbatim.article.ArticleEntity;
import org.verbatim.article.RecordEntity;
import org.verbatim.article.RecordRepository;
import org.verbatim.article.ReviewStatus;
import org.verbatim.funding.FundingFactRepository;
import org.verbatim.meeting.MeetingRepository;
import org.verbatim.quote.QuoteRepository;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/** Writes what is stored of an article as its dossier, so that importing it changes nothing. */
@ApplicationScoped
public class DossierExport {

    private final AgentRepository agents;
    private final QuoteRepository quotes;
    private final FundingFactRepository fundingFacts;
    private final MeetingRepository meetings;

    DossierExport(
            AgentRepository agents,
            QuoteRepository quotes,
            FundingFactRepository fundingFacts,
            MeetingRepository meetings) {
        this.agents = agents;
        this.quotes = quotes;
        this.fundingFacts = fundingFacts;
        this.meetings = meetings;
    }

    /** What is served of an article, which is all but what was rejected. */
    @Transactional
    public Dossier of(ArticleEntity article) {
        return of(article, status -> status != ReviewStatus.REJECTED);
    }

    /** All that is stored of an article. */
    @Transactional
    Dossier everythingOf(ArticleEntity article) {
        return of(article, status -> true);
    }

    /**
     * What a dossier does not say of a record: what was last decided on it.
     *
     * @param at null where its dossier says so and no editor
     * @param reason null where none was given
     */
    public record LastDecision(
            String id,
            ReviewStatus status,
            @Nullable Instant at,
            @Nullable String reason) {}

    /**
     * An article's dossier, and what was decided on its records, by editors or by its dossier.
     *
     * @param decisions by id, those on what was rejected among them
     */
    public record Whole(Dossier dossier, List<LastDecision> decisions) {}

    /** All that is stored of an article, with or without the records that were rejected. */
    @Transactional
    public Whole whole(ArticleEntity article, boolean withRejected) {
        return new Whole(
                withRejected ? everythingOf(article) : of(article),
                Stream.of(quotes, fundingFacts, meetings)
                        .flatMap(records -> records.withRejected(() -> records.list("article", article)).stream())
                        .filter(record -> record.reviewedAt() != null || record.reviewStatus() == ReviewStatus.REJECTED)
                        .map(record -> new LastDecision(
                                record.id(), record.reviewStatus(), record.reviewedAt(), record.reviewReason()))
                        .sorted(Comparator.comparing(LastDecision::id))
                        .toList());
    }

    private Dossier of(ArticleEntity article, Predicate<ReviewStatus> wanted) {
        return new Dossier(
                part(article),
                agents.said(article.id()).stream().map(DossierExport::part).toList(),
                records(quotes, article, wanted, Parts::of),
                records(fundingFacts, article, wanted, Parts::of),
                records(meetings, article, wanted, Parts::of));
    }

    private static <E extends RecordEntity, P> List<P> records(
            RecordRepository<E> records, ArticleEntity article, Predicate<ReviewStatus> wanted, Function<E, P> part) {
        return records.withRejected(() -> records.list("article", article)).stream()
                .filter(record -> wanted.test(record.reviewStatus()))
                .sorted(Comparator.comparingInt(RecordEntity::start).thenComparing(RecordEntity::id))
                .map(part)
                .toList();
    }

    private static Dossier.ArticlePart part(ArticleEntity article) {
        ArticleEntity.Description said = article.description();
        return new Dossier.ArticlePart(
                article.id(),
                article.sha256(),
                said.inLanguage(),
                pin(article.text(), said.headline()),
                said.headlineAsSupplied(),
                said.publisher(),
                said.authors().isEmpty()
                        ? null
                        : said.authors().stream()
                                .map(span -> at(article.text(), span))
                                .toList(),
                said.datePublished(),
                pin(article.text(), said.datePublishedAsStated()),
                said.sourceUrl());
    }

    private static Dossier.AgentPart part(AgentRepository.Said said) {
        return new Dossier.AgentPart(
                said.id(),
                said.type(),
                said.name(),
                said.otherNames().isEmpty() ? null : said.otherNames(),
                said.roles().isEmpty()
                        ? null
                        : said.roles().stream()
                                .map(role -> new Dossier.RolePart(role.title(), role.organization()))
                                .toList(),
                said.sameAs().isEmpty() ? null : said.sameAs());
    }

    private static Dossier.@Nullable Pin pin(SourceText text, @Nullable Span span) {
        return span == null ? null : at(text, span);
    }

    private static Dossier.Pin at(SourceText text, Span span) {
        return new Dossier.Pin(text.slice(span), span.start(), span.end());
    }
}
