package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.verbatim.article.ReviewStatus;
import org.verbatim.dossier.Dossier;
import org.verbatim.funding.FundingKind;
import org.verbatim.text.Span;

/** The funding facts of an article, each once, however often it is told. */
final class FoundFacts {

    /** A fact is compared with so many others of its kind and amount; more of them are no article's. */
    private static final int MOST_ALIKE = 50;

    /** No article tells the same more often; a hostile one may. */
    private static final int MOST_EVIDENCE = 20;

    private final List<Told> facts = new ArrayList<>();
    private final Map<String, List<Told>> byAmount = new HashMap<>();

    /** A fact as one clause tells it. */
    record Fact(
            FundingKind kind,
            Dossier.AmountPart amount,
            FundingParties.Found who,
            Dossier.@Nullable DatePart date,
            Span evidence,
            String rule) {

        /** Facts with different keys are different. */
        String key() {
            return kind + " " + amount.status() + " " + amount.value() + " " + amount.minValue() + " "
                    + amount.maxValue();
        }

        /** Whether another clause tells of the same; what it leaves out does not tell against it. */
        boolean isSameAs(Fact other) {
            return key().equals(other.key())
                    && Objects.equals(amount.currency(), other.amount.currency())
                    && agree(who.provider(), other.who.provider())
                    && (kind == FundingKind.TARGET || agree(who.receiver(), other.who.receiver()))
                    && (amount.value() != null || agree(who.fund(), other.who.fund()));
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
            } else if (evidence.size() < MOST_EVIDENCE) {
                evidence.add(other.evidence());
            }
        }
    }

    void add(Fact fact) {
        List<Told> alike = byAmount.computeIfAbsent(fact.key(), key -> new ArrayList<>(1));
        for (Told told : alike) {
            if (told.fullest.isSameAs(fact)) {
                told.again(fact);
                return;
            }
        }
        Told told = new Told(fact);
        facts.add(told);
        if (alike.size() < MOST_ALIKE) {
            alike.add(told);
        }
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
