package org.verbatim.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentType;
import org.verbatim.extraction.Parties.Link;
import org.verbatim.extraction.Parties.Party;
import org.verbatim.funding.FundingKind;

/** Tells who gives, who gets, and through which fund. */
final class FundingParties {

    /** A list's label ends within so many tokens. */
    private static final int LONGEST_LABEL = 16;

    private final Reading reading;
    private final List<Token> tokens;
    private final Cast cast;
    private final Parties parties;
    private final Funds funds;
    private final Phrases auxiliaries;
    private final Phrases passives;

    /** Whoever is not told is null. */
    record Found(
            @Nullable Agent provider,
            @Nullable Agent receiver,
            @Nullable String fund) {}

    FundingParties(Reading reading, Cast cast) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.cast = cast;
        this.parties = new Parties(reading, cast);
        this.funds = new Funds(reading);
        this.auxiliaries = reading.lexicon().list("auxiliaries");
        this.passives = reading.lexicon().list("passives");
    }

    /** Whether a word tells of a contribution as such, which has no need of a sum. */
    boolean isContribution(FundingTrigger trigger) {
        return reading.lexicon().list("contributions").contains(tokens.get(trigger.from()));
    }

    /** Whether the tokens between two are a name or a noun with its article, and nothing else. */
    boolean isParty(int from, int to) {
        Lexicon lexicon = reading.lexicon();
        if (!lexicon.list("articles").contains(tokens.get(from))
                && !tokens.get(from).isCapitalised()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            String link = lexicon.list("parties").value(tokens.get(i));
            if ("other".equals(link) || "by".equals(link) || auxiliaries.contains(tokens.get(i))) {
                return false;
            }
        }
        return !leadsOn(to - 1);
    }

    /** Whether a word leads on to somebody or something else, so that a noun behind it is not the sum's. */
    boolean leadsOn(int token) {
        Lexicon lexicon = reading.lexicon();
        String link = lexicon.list("parties").value(tokens.get(token));
        return "to".equals(link)
                || "by".equals(link)
                || lexicon.list("definite").contains(tokens.get(token));
    }

    /**
     * Who takes part in a fact.
     *
     * @param end where what is told of the sum ends
     * @param lead the sentence above the list of which the clause is an item; null if there is none
     */
    Found of(
            Clauses.Clause clause,
            FundingReader.Decision decision,
            @Nullable Amount sum,
            int end,
            Clauses.@Nullable Clause lead) {
        FundingTrigger trigger = decision.trigger();
        Agent label = label(clause);
        Funds.Found fund = funds.in(clause.from(), clause.to());
        Agent subject = agent(parties.subject(clause.from(), trigger.verb() ? trigger.from() : firstVerb(clause, sum)));
        Agent to = receiver(clause, trigger, sum, fund);
        Agent provider;
        Agent receiver = to;
        switch (trigger.sense()) {
            case RECEIVE, BORROW -> {
                receiver = subject;
                provider = mentioned(parties.linked(trigger.to(), clause.to(), Link.BY));
                provider = provider != null ? provider : mentioned(parties.linked(trigger.to(), clause.to(), Link.OF));
            }
            case GATHER, TARGET -> {
                provider = null;
                Agent owner = mentioned(parties.complement(trigger.to(), clause.to(), Link.OF));
                receiver = to != null
                        ? to
                        : owner != null ? owner : first(label, subject, anyone(clause.from(), trigger.from()));
            }
            default -> {
                provider = giver(clause, trigger, sum, subject);
                List<Agent> signers = signers(clause, trigger);
                if (signers.size() == 2) {
                    provider = signers.get(0);
                    receiver = to != null ? to : signers.get(1);
                }
            }
        }
        if (decision.kind() == FundingKind.TARGET) {
            provider = null;
        }
        if (label != null && decision.kind() != FundingKind.TARGET && trigger.sense() != FundingSense.GATHER) {
            Agent above = lead == null ? null : anyone(lead.from(), lead.to());
            boolean labelGives = to != null || above == null || trigger.verb();
            provider = labelGives ? label : above;
            receiver = labelGives ? (to != null ? to : above) : label;
        }
        if (receiver != null && receiver.equals(provider)) {
            receiver = null;
        }
        String name = fund == null ? null : fund.name();
        boolean fundActs = name != null && provider != null && provider.name().equals(name);
        if (name != null && receiver != null && receiver.name().startsWith(name)) {
            receiver = owner(receiver, name);
        }
        return new Found(provider, receiver, fundActs ? null : name);
    }

    /** Whose fund it is: <i>Fonds Horizons Jeunes | de l'OIM</i>; null if that is not told. */
    private @Nullable Agent owner(Agent fund, String name) {
        String rest = fund.name().substring(name.length());
        List<Token> words = Tokenizer.tokens(rest);
        for (Token word : words) {
            if (word.isCapitalised()) {
                String owner = rest.substring(rest.indexOf(word.text()));
                return cast.described(AgentType.Organization, owner);
            }
        }
        return null;
    }

    private @Nullable Agent giver(
            Clauses.Clause clause, FundingTrigger trigger, @Nullable Amount sum, @Nullable Agent subject) {
        Agent by = mentioned(
                parties.linked(Math.min(trigger.to(), sum == null ? trigger.to() : sum.from()), clause.to(), Link.BY));
        if (trigger.verb()) {
            boolean behind = sum != null && trigger.from() >= sum.to();
            return behind || isPassive(trigger.from(), clause.from()) ? by : subject;
        }
        Agent owner = mentioned(parties.complement(trigger.to(), clause.to(), Link.OF, Link.BY));
        owner = owner != null ? owner : mentioned(parties.possessor(clause.from(), trigger.from()));
        return first(owner, by, subject);
    }

    /** The one to whom, before or behind the sum, or between the verb and the sum: <i>lent the federation £2m</i>. */
    private @Nullable Agent receiver(
            Clauses.Clause clause, FundingTrigger trigger, @Nullable Amount sum, Funds.@Nullable Found fund) {
        int from = sum == null ? trigger.to() : sum.to();
        Party to = parties.linkedPhrase(from, clause.to(), Link.TO);
        if (to == null && sum != null && trigger.to() < sum.from()) {
            to = parties.linkedPhrase(trigger.to(), sum.from(), Link.TO);
            if (to == null && trigger.verb()) {
                to = parties.phrase(trigger.to(), sum.from());
            }
        }
        if (to == null && sum != null && trigger.verb()) {
            to = parties.dative(clause.from(), trigger.from());
        }
        if (to == null || to.agent() == null || to.agent().type() != AgentType.Organization) {
            return null;
        }
        boolean isFund = fund != null
                && fund.from() >= to.from()
                && fund.to() <= to.to()
                && fund.name().equals(to.agent().name());
        return isFund ? null : to.agent();
    }

    /** The two who sign together: <i>la BEI et le Sénégal ont signé</i>, <i>la convention entre A et B</i>. */
    private List<Agent> signers(Clauses.Clause clause, FundingTrigger trigger) {
        Mention first = parties.linked(clause.from(), clause.to(), Link.BETWEEN);
        if (first == null && trigger.kind() == FundingKind.LOAN) {
            List<Mention> named = cast.mentionsIn(clause.from(), trigger.from());
            first = named.isEmpty() ? null : named.get(0);
        }
        if (first == null) {
            return List.of();
        }
        Mention second = joinedTo(first, clause.to());
        return second == null || first.agent().isPerson() ? List.of() : List.of(first.agent(), second.agent());
    }

    /** <i>has been paid</i>, <i>ont été versés</i>: the subject is not who gives. */
    private boolean isPassive(int verb, int from) {
        for (int i = Math.max(from, verb - 3); i < verb; i++) {
            if (passives.contains(tokens.get(i))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Mention joinedTo(Mention first, int to) {
        for (Mention mention : cast.mentionsIn(first.toToken(), to)) {
            int between = mention.titledFrom();
            return between == first.toToken() + 1
                            && reading.lexicon().list("coordinations").contains(tokens.get(between - 1))
                    ? mention
                    : null;
        }
        return null;
    }

    private @Nullable Agent label(Clauses.Clause clause) {
        for (int i = clause.from(); i < Math.min(clause.to(), clause.from() + LONGEST_LABEL); i++) {
            if (tokens.get(i).isMark(":")) {
                return anyone(clause.from(), i);
            }
        }
        return null;
    }

    /** The first auxiliary of the clause, or else the sum: what stands before it is the subject. */
    private int firstVerb(Clauses.Clause clause, @Nullable Amount sum) {
        int limit = sum == null ? clause.to() : sum.from();
        for (int i = clause.from() + 1; i < limit; i++) {
            if (auxiliaries.contains(tokens.get(i))) {
                return i;
            }
        }
        return limit;
    }

    private @Nullable Agent anyone(int from, int to) {
        List<Mention> mentions = cast.mentionsIn(from, to);
        return mentions.isEmpty() ? null : mentions.get(0).agent();
    }

    private static @Nullable Agent first(@Nullable Agent... agents) {
        for (Agent agent : agents) {
            if (agent != null) {
                return agent;
            }
        }
        return null;
    }

    private static @Nullable Agent agent(@Nullable Party party) {
        return party == null ? null : party.agent();
    }

    private static @Nullable Agent mentioned(@Nullable Mention mention) {
        return mention == null ? null : mention.agent();
    }
}
