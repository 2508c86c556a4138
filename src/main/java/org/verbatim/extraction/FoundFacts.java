package org.verbatim.extraction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.verbatim.article.ReviewStatus;
import org.verbatim.dossier.Dossier;
import org.verbatim.funding.FundingKind;
import org.verbatim.text.Span;

/** The funding facts of an article, each once, however often it is told. */
final class FoundFacts {

    private final List<Told> facts = new ArrayList<>();

    /** A fact as one clause tells it. */
    record Fact(
            FundingKind kind,
            Dossier.AmountPart amount,
            FundingParties.Found who,
            Dossier.@Nullable DatePart date,
            Span evidence,
            String rule) {

        /** Whether another clause tells of the same; what it leaves out does not tell against it. */
        boolean isSameAs(Fact other) {
            return kind == other.kind
                    && amount.status() == other.amount.status()
                    && same(amount.value(), other.amount.value())
                    && same(amount.minValue(), other.amount.minValue())
                    && same(amount.maxValue(), other.amount.maxValue())
                    && Objects.equals(amount.currency(), other.amount.currency())
                    && agree(who.provider(), other.who.provider())
                    && (kind == FundingKind.TARGET || agree(who.receiver(), other.who.receiver()))
                    && (amount.value() != null || agree(who.fund(), other.who.fund()));
        }

        private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return (one == null || other == null) ? one == null && other == null : one.compareTo(other) == 0;
        }

        private static boolean agree(@Nullable Object one, @Nullable Object other) {
            return one == null || other == null || one.equals(other);
        }

        int known() {
            return (who.provider() == null ? 0 : 2)
                    + (who.receiver() == null ? 0 : 1)
                    + (who.fund() == null ? 0 : 1)
                    + (date == null ? 0 : 1);
        }
    }

    /** A fact and all clauses that tell it, the one that tells most first. */
    private static final class Told {
        Fact fullest;
        final List<Span> evidence = new ArrayList<>();

        Told(Fact first) {
            fullest = first;
            evidence.add(first.evidence());
        }

        void again(Fact other) {
            if (other.known() > fullest.known()) {
                fullest = other;
                evidence.add(0, other.evidence());
            } else {
                evidence.add(other.evidence());
            }
        }
    }

    void add(Fact fact) {
        for (Told told : facts) {
            if (told.fullest.isSameAs(fact)) {
                told.again(fact);
                return;
            }
        }
        facts.add(new Told(fact));
    }

    List<Dossier.FundingFactPart> parts(Reading reading, Cast cast) {
        return facts.stream()
                .sorted(Comparator.comparing(told -> told.evidence.get(0)))
                .map(told -> part(told, reading, cast))
                .toList();
    }

    private static Dossier.FundingFactPart part(Told told, Reading reading, Cast cast) {
        Fact fact = told.fullest;
        return new Dossier.FundingFactPart(
                null,
                fact.kind(),
                fact.who().fund(),
                used(fact.who().provider(), cast),
                used(fact.who().receiver(), cast),
                fact.amount(),
                fact.date(),
                told.evidence.stream().map(reading::pin).toList(),
                null,
                ReviewStatus.EXTRACTED,
                Rules.extraction(fact.rule()));
    }

    private static @Nullable String used(@Nullable Agent agent, Cast cast) {
        return agent == null ? null : cast.use(agent);
    }
}
