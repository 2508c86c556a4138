package org.verbatim.funding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentRef;
import org.verbatim.agent.AgentRefs;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.ArticleEntity;
import org.verbatim.article.ArticleRef;
import org.verbatim.article.Elsewhere;
import org.verbatim.article.Evidence;
import org.verbatim.article.Extraction;
import org.verbatim.article.FactDate;
import org.verbatim.article.RecordLinks;
import org.verbatim.article.ReviewStatus;
import org.verbatim.http.Addresses;

/** Money that was asked for, promised, given or lent, as an article reports it. */
@Schema(description = "Money that was asked for, promised, given or lent, as an article reports it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FundingFact(
        @Schema(
                required = true,
                description = "Stable: the article, `f`, and the code point at which its first evidence begins.",
                pattern = "^[a-z0-9][a-z0-9-]{0,63}\\.f(0|[1-9][0-9]{0,8})(-([2-9]|[1-9][0-9]{1,3}))?$",
                examples = "d5de80af24a298a5.f593")
        String id,

        @Schema(required = true, constValue = "FundingFact", description = "Always `FundingFact`.")
        String type,

        @Schema(required = true, format = "uri", description = "Where the funding fact is served.")
        URI url,

        @Schema(required = true) FundingKind kind,

        @Schema(
                description = "The named fund or programme, in the article's words; absent where none is named.",
                examples = "Fonds de Résilience")
        @Nullable String fund,

        @Schema(description = "Who gives; absent where nobody is said to. A target has none: it is not a gift.")
        @Nullable AgentRef provider,

        @Schema(description = "Who gets it or asks for it; absent where the article does not say.") @Nullable AgentRef receiver,

        @Schema(required = true) Amount amount,

        @Schema(description = "When; absent where the article does not say.") @Nullable FactDate date,

        @Schema(required = true, description = "All that the article says of it.", minItems = 1)
        List<Evidence> evidence,

        @Schema(required = true) ArticleRef article,

        @Schema(required = true, description = "Records of other articles that report the same money.")
        List<Elsewhere> alsoReportedIn,

        @Schema(required = true) ReviewStatus reviewStatus,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When an editor last decided on it; absent where none has.")
        @Nullable Instant reviewedAt,

        @Schema(description = "How a program found it; absent where a person wrote it.") @Nullable Extraction extraction,

        @Schema(required = true) RecordLinks links) {

    /** How much, as stated and no more. */
    @Schema(description = "How much, as stated and no more. What the article does not state is absent, never 0.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Amount(
            @Schema(required = true) AmountStatus status,

            @Schema(
                    minimum = "0",
                    exclusiveMinimum = true,
                    description = "In units of the currency; absent for `RANGE` and `NOT_STATED`.",
                    examples = "100000000")
            @Nullable BigDecimal value,

            @Schema(minimum = "0", exclusiveMinimum = true, description = "The lower end of a `RANGE`.") @Nullable BigDecimal minValue,

            @Schema(minimum = "0", exclusiveMinimum = true, description = "The upper end of a `RANGE`.") @Nullable BigDecimal maxValue,

            @Schema(description = "ISO 4217; absent where it is not known.", pattern = "^[A-Z]{3}$", examples = "USD")
            @Nullable String currency,

            @Schema(required = true) CurrencyStatus currencyStatus,

            @Schema(description = "The article's words for it; absent where it has none.") @Nullable Evidence asStated) {

        static Amount of(ArticleEntity article, StatedAmount amount, Addresses addresses) {
            return new Amount(
                    amount.status(),
                    StatedAmount.plain(amount.value()),
                    StatedAmount.plain(amount.minValue()),
                    StatedAmount.plain(amount.maxValue()),
                    amount.currency(),
                    amount.currencyStatus(),
                    Evidence.ofNullable(article, amount.asStated(), addresses));
        }
    }

    static FundingFact of(
            FundingFactEntity fact, AgentRefs agents, List<Elsewhere> alsoReportedIn, Addresses addresses) {
        ArticleEntity article = fact.article();
        URI self = addresses.of(RecordKind.FUNDING_FACT.path() + "/" + fact.id());
        return new FundingFact(
                fact.id(),
                "FundingFact",
                self,
                fact.kind,
                fact.fund,
                agents.ofNullable(fact.provider, article.id()),
                agents.ofNullable(fact.receiver, article.id()),
                Amount.of(article, fact.amount, addresses),
                FactDate.ofNullable(article, fact.date, addresses),
                fact.evidence.stream()
                        .map(span -> Evidence.of(article, span, addresses))
                        .toList(),
                ArticleRef.of(article, addresses),
                alsoReportedIn,
                fact.reviewStatus(),
                fact.reviewedAt(),
                fact.extraction(),
                RecordLinks.of(fact, self, fact.evidence.get(0), addresses));
    }
}
