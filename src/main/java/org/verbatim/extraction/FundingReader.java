package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verbatim.dossier.Dossier;
import org.verbatim.funding.AmountStatus;
import org.verbatim.funding.CurrencyStatus;
import org.verbatim.funding.FundingKind;

/**
 * Reads the funding facts of one article: sums of money with a word that tells that somebody gives, lends, promises or wants them, and gifts
 * whose sum is not told. A sum without such a word, or with one for a price or a result, is none.
 */
final class FundingReader {

    /** A noun right behind a sum tells what it is: <i>a $350 million loan</i>. */
    private static final int ADJACENT = 3;

    /** Between two sums of a row stands no more than who gets the second: <i>, la Boîte à rythmes 21 000 €</i>. */
    private static final int FARTHEST_JOINED = 8;

    private final Reading reading;
    private final Cast cast;
    private final List<Token> tokens;
    private final Amounts amounts;
    private final FundingTriggers triggers;
    private final FundingParties parties;
    private final UntoldAmounts untold;
    private final Dates dates;
    private final Phrases coordinations;
    private final Phrases auxiliaries;
    private final Phrases deadlines;
    private final Clauses clauses;
    private final FoundFacts found = new FoundFacts();

    private @Nullable Lead lead;

    /** The sentence above a list, which tells of all its items. */
    private record Lead(Clauses.Clause clause, List<FundingTrigger> triggers) {}

    FundingReader(Reading reading, Cast cast) {
        Lexicon lexicon = reading.lexicon();
        Setting setting = Setting.of(reading);
        this.reading = reading;
        this.cast = cast;
        this.tokens = reading.tokens();
        this.amounts = new Amounts(lexicon, new Currencies(lexicon, setting.country()));
        this.triggers = new FundingTriggers(lexicon);
        this.parties = new FundingParties(reading, cast);
        this.untold = new UntoldAmounts(lexicon);
        this.dates = new Dates(lexicon, setting.today());
        this.coordinations = lexicon.list("coordinations");
        this.auxiliaries = lexicon.list("auxiliaries");
        this.deadlines = lexicon.list("deadlines");
        this.clauses = new Clauses(reading);
    }

    /** The funding facts of the article, by their place. */
    List<Dossier.FundingFactPart> read() {
        for (int i = 0; i < reading.sentences().size(); i++) {
            List<Clauses.Clause> sentence = clauses.in(i);
            int first = 0;
            boolean told = false;
            for (int c = 0; c < sentence.size(); c++) {
                Clauses.Clause clause = sentence.get(c);
                boolean toldHere = read(clause);
                boolean untoldHere = !toldHere && untold.isUntold(tokens, clause.from(), clause.to());
                told |= toldHere || (untoldHere && readUntold(List.of(clause)));
                if (sentence.get(c).ends() || c + 1 == sentence.size()) {
                    if (!told) {
                        readUntold(sentence.subList(first, c + 1));
                    }
                    first = c + 1;
                    told = false;
                }
            }
            remember(i, sentence);
        }
        return found.parts(reading, cast);
    }

    private void remember(int number, List<Clauses.Clause> sentence) {
        if (sentence.isEmpty() || isItem(number)) {
            return;
        }
        Clauses.Clause clause = sentence.get(0);
        List<FundingTrigger> said = new ArrayList<>();
        sentence.forEach(part -> said.addAll(triggers.in(tokens, part.from(), part.to())));
        boolean announces =
                tokens.get(reading.sentences().get(number).toToken() - 1).isMark(":");
        if (!said.isEmpty() || announces) {
            lead = new Lead(clause, said);
        }
    }

    /** Whether a sentence is an item of a list. */
    private boolean isItem(int number) {
        return tokens.get(reading.sentences().get(number).fromToken()).isMark("•·▪●◦■►*-–—");
    }

    /** Reads the sums of a clause; returns whether one of them is a funding fact. */
    private boolean read(Clauses.Clause clause) {
        List<Amount> sums = amounts.in(tokens, clause.from(), clause.to());
        if (sums.isEmpty()) {
            return false;
        }
        List<FundingTrigger> all = triggers.in(tokens, clause.from(), clause.to());
        boolean equity = all.stream().anyMatch(trigger -> trigger.sense() == FundingSense.EQUITY);
        Decision previous = null;
        boolean any = false;
        for (int i = 0; i < sums.size(); i++) {
            Amount sum = sums.get(i);
            int from = i == 0 ? clause.from() : sums.get(i - 1).to();
            int to = i + 1 < sums.size() ? sums.get(i + 1).from() : clause.to();
            Decision decision = sum.rate() || isConversion(from, sum, i > 0)
                    ? null
                    : decide(between(all, from, sum.from()), between(all, sum.to(), to), sum, from, previous);
            if (decision != null && !(equity && decision.kind() != FundingKind.LOAN)) {
                add(clause, sum, decision, from, to, i);
                any = true;
            }
            previous = decision;
        }
        return any;
    }

    /** What a sum is, and the word that told so. */
    record Decision(FundingKind kind, FundingTrigger trigger, String how) {}

    private @Nullable Decision decide(
            List<FundingTrigger> before,
            List<FundingTrigger> behind,
            Amount sum,
            int from,
            @Nullable Decision previous) {
        FundingTrigger adjacent = adjacent(behind, sum);
        if (adjacent != null && adjacent.sense() == FundingSense.LOAN) {
            return decision(adjacent);
        }
        FundingTrigger strong = lastStrong(before);
        FundingTrigger weak = before.isEmpty() ? null : before.get(before.size() - 1);
        if (strong != null && strong.isNone()) {
            return null;
        }
        if (strong != null) {
            return underVote(decision(overridden(strong, before)));
        }
        if (adjacent != null) {
            return adjacent.isNone() ? null : decision(adjacent);
        }
        FundingTrigger stage = behind.stream()
                .filter(trigger -> !trigger.weak())
                .filter(trigger -> trigger.isNone() || trigger.done() || trigger.sense() == FundingSense.AGREEMENT)
                .findFirst()
                .orElse(null);
        if (stage != null && !(weak != null && stage.isNone())) {
            return stage.isNone() ? null : decision(stage);
        }
        if (weak != null) {
            boolean elliptic =
                    previous != null && weak.sense() == FundingSense.CONTRIBUTION && isElliptic(from, weak.from());
            return elliptic ? previous : inList(decision(weak));
        }
        return previous != null && isJoined(from, sum.from()) ? previous : null;
    }

    /** The noun right behind a sum. */
    private @Nullable FundingTrigger adjacent(List<FundingTrigger> behind, Amount sum) {
        if (behind.isEmpty() || behind.get(0).verb() || behind.get(0).from() - sum.to() >= ADJACENT) {
            return null;
        }
        for (int i = sum.to(); i < behind.get(0).from(); i++) {
            if (tokens.get(i).isMark() || parties.leadsOn(i)) {
                return null;
            }
        }
        return behind.get(0);
    }

    /** The strong word next to the sum; a word for an announcement is strong only if there is no other. */
    private static @Nullable FundingTrigger lastStrong(List<FundingTrigger> before) {
        FundingTrigger announced = null;
        for (int i = before.size() - 1; i >= 0; i--) {
            FundingTrigger trigger = before.get(i);
            if (trigger.weak() && trigger.sense() == FundingSense.ANNOUNCE) {
                announced = trigger;
            } else if (!trigger.weak()) {
                return trigger;
            }
        }
        return announced;
    }

    /** A loan stays one when it is signed or paid, and what a contract promises is committed. */
    private static FundingTrigger overridden(FundingTrigger strong, List<FundingTrigger> before) {
        for (FundingTrigger trigger : before) {
            boolean loan = trigger.kind() == FundingKind.LOAN && strong.kind() != FundingKind.TARGET;
            boolean contract = trigger.sense() == FundingSense.AGREEMENT && strong.kind() == FundingKind.PLEDGE;
            if (loan || contract) {
                return trigger;
            }
        }
        return strong;
    }

    /** A gift in a list under a sentence that tells of signatures is a signed one. */
    private Decision inList(Decision decision) {
        FundingTrigger trigger = decision.trigger();
        boolean gift =
                trigger.sense() == FundingSense.CONTRIBUTION && !trigger.verb() && !parties.isContribution(trigger);
        boolean signed = lead != null
                && isItem(reading.sentenceOf(trigger.from()))
                && lead.triggers().stream().anyMatch(said -> said.kind() == FundingKind.COMMITMENT && !said.weak());
        return gift && signed ? new Decision(FundingKind.COMMITMENT, trigger, "list") : decision;
    }

    /** What somebody will receive is committed if the sentence before tells that it was voted. */
    private Decision underVote(Decision decision) {
        boolean receives = decision.trigger().sense() == FundingSense.RECEIVE && decision.kind() == FundingKind.PLEDGE;
        boolean voted = lead != null
                && lead.clause().sentence()
                        == reading.sentenceOf(decision.trigger().from()) - 1
                && lead.triggers().stream().anyMatch(said -> said.kind() == FundingKind.COMMITMENT && !said.weak());
        return receives && voted ? new Decision(FundingKind.COMMITMENT, decision.trigger(), "vote") : decision;
    }

    private static Decision decision(FundingTrigger trigger) {
        FundingKind kind = trigger.kind();
        if (kind == null) {
            throw new IllegalArgumentException("no funding fact: " + trigger);
        }
        return new Decision(kind, trigger, trigger.verb() ? "verb" : "noun");
    }

    /** Whether nothing but a joining word stands between two sums. */
    private boolean isJoined(int from, int to) {
        if (to - from > FARTHEST_JOINED || from >= to) {
            return false;
        }
        boolean joined =
                coordinations.contains(tokens.get(from)) || tokens.get(from).isMark(",");
        return joined
                && (to - from == 1 || parties.isParty(from + 1, to) || coordinations.contains(tokens.get(to - 1)));
    }

    /** <i>le département a voté une subvention et | la région une aide</i>: what is left out is the verb before. */
    private boolean isElliptic(int from, int to) {
        boolean joined = false;
        for (int i = from; i < to; i++) {
            joined |= coordinations.contains(tokens.get(i));
            if (auxiliaries.contains(tokens.get(i))) {
                return false;
            }
        }
        return joined;
    }

    /** A sum in brackets behind another one, or behind <i>soit</i>, is the same in another currency. */
    private boolean isConversion(int from, Amount sum, boolean second) {
        if (!second || sum.from() - from > 3) {
            return false;
        }
        for (int i = from; i < sum.from(); i++) {
            if (tokens.get(i).isMark("([") || "same".equals(coordinations.value(tokens.get(i)))) {
                return true;
            }
        }
        return false;
    }

    private static List<FundingTrigger> between(List<FundingTrigger> all, int from, int to) {
        return all.stream()
                .filter(trigger -> trigger.from() >= from && trigger.to() <= to)
                .toList();
    }

    private void add(Clauses.Clause clause, Amount sum, Decision decision, int from, int to, int index) {
        boolean own = decision.trigger().from() >= from;
        int start =
                index > 0 && own && decision.trigger().to() <= sum.from() ? skipMarks(from, sum.from()) : clause.from();
        int end = to < clause.to() ? Math.max(sum.to(), lastComma(sum.to(), to)) : to;
        FundingParties.Found who = parties.of(clause, decision, sum, end, list(clause));
        found.add(new FoundFacts.Fact(
                decision.kind(),
                amountPart(sum),
                who,
                date(clause, decision.kind(), sum),
                reading.span(start, end),
                rule(decision)));
    }

    private Clauses.@Nullable Clause list(Clauses.Clause clause) {
        return lead != null && isItem(clause.sentence()) ? lead.clause() : null;
    }

    private int skipMarks(int from, int to) {
        int start = from;
        while (start < to && (tokens.get(start).isMark() || coordinations.contains(tokens.get(start)))) {
            start++;
        }
        return start;
    }

    /** The last comma between two sums, at which the second one's part begins; or the second sum. */
    private int lastComma(int from, int to) {
        for (int i = to - 1; i > from; i--) {
            if (tokens.get(i).isMark(",") || coordinations.contains(tokens.get(i))) {
                return i;
            }
        }
        return from;
    }

    private static String rule(Decision decision) {
        return "funding." + decision.kind().name().toLowerCase(Locale.ROOT) + "." + decision.how();
    }

    private Dossier.AmountPart amountPart(Amount sum) {
        return new Dossier.AmountPart(
                sum.status(),
                sum.value(),
                sum.minValue(),
                sum.maxValue(),
                sum.currency(),
                sum.currencyStatus(),
                reading.pin(reading.span(sum.from(), sum.to())));
    }

    /** A gift of which it is said that its sum is not told, or a contribution to a fund that is named without a sum. */
    private boolean readUntold(List<Clauses.Clause> sentence) {
        int from = sentence.get(0).from();
        int to = sentence.get(sentence.size() - 1).to();
        boolean said = untold.isUntold(tokens, from, to);
        for (Clauses.Clause clause : sentence) {
            List<FundingTrigger> all = triggers.in(tokens, clause.from(), clause.to());
            if (all.stream().anyMatch(FundingTrigger::isNone)) {
                return false;
            }
            FundingTrigger trigger = all.stream()
                    .filter(candidate -> GIVING.contains(candidate.sense()))
                    .reduce((one, other) -> one.weak() ? other : one)
                    .orElse(null);
            if (trigger == null) {
                continue;
            }
            Decision decision = inList(decision(trigger));
            FundingParties.Found who = parties.of(clause, decision, null, clause.to(), list(clause));
            boolean named = trigger.sense() == FundingSense.CONTRIBUTION
                    && who.provider() != null
                    && (who.fund() != null)
                    && parties.isContribution(trigger);
            if (said || named) {
                found.add(new FoundFacts.Fact(
                        decision.kind(),
                        new Dossier.AmountPart(
                                AmountStatus.NOT_STATED, null, null, null, null, CurrencyStatus.NOT_STATED, null),
                        who,
                        date(clause, decision.kind(), null),
                        reading.span(clause.from(), said ? to : clause.to()),
                        said ? "funding.undisclosed" : "funding.contribution.named"));
                return true;
            }
        }
        return false;
    }

    private static final Set<FundingSense> GIVING = Set.of(
            FundingSense.LOAN,
            FundingSense.PLEDGE,
            FundingSense.COMMITMENT,
            FundingSense.AGREEMENT,
            FundingSense.DISBURSEMENT,
            FundingSense.CONTRIBUTION);

    /** The date in the clause that is nearest to the sum, or else that of the sentence above the list. */
    private Dossier.@Nullable DatePart date(Clauses.Clause clause, FundingKind kind, @Nullable Amount sum) {
        Dates.Direction direction = kind == FundingKind.PLEDGE ? Dates.Direction.FUTURE : Dates.Direction.PAST;
        Dates.Found nearest = null;
        int at = sum == null ? clause.from() : sum.from();
        for (Dates.Found date : dates.in(tokens, clause.from(), clause.to(), direction, null)) {
            boolean due = date.from() > clause.from()
                    && kind != FundingKind.TARGET
                    && deadlines.contains(tokens.get(date.from() - 1));
            if (!due && (nearest == null || Math.abs(date.from() - at) < Math.abs(nearest.from() - at))) {
                nearest = date;
            }
        }
        Clauses.Clause above = list(clause);
        if (nearest == null && above != null && kind != FundingKind.TARGET) {
            nearest = dates.in(tokens, above.from(), above.to(), direction, null).stream()
                    .findFirst()
                    .orElse(null);
        }
        return nearest == null
                ? null
                : new Dossier.DatePart(
                        nearest.value(), nearest.precision(), reading.pin(reading.span(nearest.from(), nearest.to())));
    }
}
