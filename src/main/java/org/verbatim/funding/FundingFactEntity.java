package org.verbatim.funding;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentEntity;
import org.verbatim.agent.NamesInArticles;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.ArticleEntity;
import org.verbatim.article.RecordEntity;
import org.verbatim.article.RecordId;
import org.verbatim.article.StatedDate;
import org.verbatim.index.IndexedDocument;
import org.verbatim.text.Span;
import org.verbatim.text.SpanListConverter;
import org.verbatim.text.Words;

/** Money that was asked for, promised, given or lent, as an article reports it. */
@Entity(name = "FundingFact")
@Table(name = "funding_fact")
public class FundingFactEntity extends RecordEntity {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    FundingKind kind = FundingKind.TARGET;

    @Column(length = 1000)
    @Nullable String fund;

    /** The fund's name without case and accents, to find it by. */
    @Column(length = 3002)
    @Nullable String fundWords;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "provider_id")
    @Nullable AgentEntity provider;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "receiver_id")
    @Nullable AgentEntity receiver;

    StatedAmount amount = StatedAmount.NONE;

    /** The bounds that are certain, to search by; null where the article does not say. */
    @Column(precision = 24, scale = 6)
    @Nullable BigDecimal amountAtLeast;

    @Column(precision = 24, scale = 6)
    @Nullable BigDecimal amountAtMost;

    @Nullable StatedDate date;

    @Convert(converter = SpanListConverter.class)
    @Column(nullable = false)
    List<Span> evidence = List.of();

    /** What an article says about some money. */
    public record Content(
            FundingKind kind,
            @Nullable String fund,
            @Nullable AgentEntity provider,
            @Nullable AgentEntity receiver,
            StatedAmount amount,
            @Nullable StatedDate date,
            List<Span> evidence) {}

    protected FundingFactEntity() {}

    public FundingFactEntity(RecordId id, ArticleEntity article) {
        super(id, article);
    }

    public void set(Content content) {
        kind = content.kind();
        fund = content.fund();
        fundWords = fund == null ? null : Words.foldedText(fund);
        provider = content.provider();
        receiver = content.receiver();
        amount = content.amount();
        amountAtLeast = amount.atLeast();
        amountAtMost = amount.atMost();
        date = content.date();
        evidence = List.copyOf(content.evidence());
    }

    /** What {@link #set} was given. */
    public Content content() {
        return new Content(kind, fund, provider, receiver, amount.plain(), date, evidence);
    }

    @Override
    public List<AgentEntity> agents() {
        return Stream.concat(Stream.ofNullable(provider), Stream.ofNullable(receiver))
                .toList();
    }

    @Override
    protected String said() {
        return new Content(kind, fund, provider, receiver, amount.plain(), date, evidence).toString();
    }

    IndexedDocument document(NamesInArticles names) {
        IndexedDocument document = document(RecordKind.FUNDING_FACT)
                .keyword("kind", kind.name())
                .keyword("provider", provider == null ? null : provider.id())
                .keyword("receiver", receiver == null ? null : receiver.id())
                .keyword("amountStatus", amount.status().name())
                .keyword("currency", amount.currency())
                .number("minAmount", amountAtLeast)
                .number("maxAmount", amountAtMost)
                .about(fund)
                .about(names.of(article().id(), provider))
                .about(names.of(article().id(), receiver));
        for (String word : fund == null ? List.<String>of() : Words.fold(fund)) {
            document = document.keyword("fund", word);
        }
        for (Span span : evidence) {
            document = body(document, span);
        }
        return document;
    }
}
