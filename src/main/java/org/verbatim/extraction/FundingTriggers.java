package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.verbatim.extraction.VerbTable.Form;
import org.verbatim.funding.FundingKind;

/** Finds the words that tell what a sum of money is; which ones there are is data, see {@code funding-words.txt}. */
final class FundingTriggers {

    /** So far before an infinitive its modal may stand, and a negation before its verb, in tokens. */
    private static final int NEAR = 8;

    private static final int NEGATION_NEAR = 5;

    private final Phrases words;
    private final VerbTable verbs;
    private final Modals modals;
    private final Phrases negations;
    private final Phrases articles;
    private final Phrases linking;
    private final Phrases prepositions;

    FundingTriggers(Lexicon lexicon) {
        words = lexicon.list("funding-words");
        verbs = VerbTable.of(lexicon, "giving-verbs");
        modals = new Modals(lexicon);
        negations = lexicon.list("denials");
        articles = lexicon.list("articles");
        linking = lexicon.list("linking");
        prepositions = lexicon.list("prepositions");
    }

    /** Those among the tokens {@code [from, to)}, in order. */
    List<FundingTrigger> in(List<Token> tokens, int from, int to) {
        List<FundingTrigger> triggers = new ArrayList<>();
        for (int i = from; i < to; ) {
            FundingTrigger trigger = at(tokens, from, i, to);
            if (trigger == null) {
                i++;
            } else {
                triggers.add(trigger);
                i = trigger.to();
            }
        }
        return triggers;
    }

    private @Nullable FundingTrigger at(List<Token> tokens, int from, int at, int to) {
        Phrases.Match word = words.match(tokens, at, to);
        if (word != null) {
            String name = word.value().toUpperCase(Locale.ROOT);
            FundingSense sense = FundingSense.valueOf(name);
            boolean weak = !word.value().equals(name) && sense.kind() != null;
            boolean denied = sense.kind() != null && isDenied(tokens, from, at);
            return denied ? null : new FundingTrigger(sense, sense.kind(), weak, false, false, at, at + word.length());
        }
        VerbTable.Verb verb = verbs.verb(tokens.get(at));
        return verb == null || isNoun(tokens, verb, from, at) || isDenied(tokens, from, at)
                ? null
                : verb(tokens, verb, from, at);
    }

    private @Nullable FundingTrigger verb(List<Token> tokens, VerbTable.Verb verb, int from, int at) {
        FundingSense sense = FundingSense.valueOf(verb.properties().get(0));
        boolean gathers = sense == FundingSense.GATHER;
        FundingKind ahead = gathers ? FundingKind.TARGET : FundingKind.PLEDGE;
        FundingKind future = sense == FundingSense.LOAN || sense == FundingSense.BORROW ? FundingKind.LOAN : ahead;
        if (verb.is(Form.INFINITIVE)) {
            Modals.Mood mood = modals.before(tokens, Math.max(from, at - NEAR), at);
            FundingKind kind = mood == null
                    ? null
                    : switch (mood) {
                        case FUTURE -> future;
                        case DUE, WISH -> gathers ? FundingKind.TARGET : null;
                        case AIM -> FundingKind.TARGET;
                        case PAST -> sense.kind();
                    };
            if (kind != null) {
                return trigger(sense, kind, false, at);
            }
            if (mood != null || !(verb.is(Form.PRESENT) || verb.is(Form.PAST) || verb.is(Form.PARTICIPLE))) {
                return null;
            }
        }
        if (verb.is(Form.FUTURE)) {
            return trigger(sense, future, false, at);
        }
        return trigger(sense, sense.kind(), verb.is(Form.PARTICIPLE) || verb.is(Form.PAST), at);
    }

    /** <i>récolte</i> and <i>vote</i> are verbs only where no article or preposition stands before them. */
    private boolean isNoun(List<Token> tokens, VerbTable.Verb verb, int from, int at) {
        boolean ambiguous = verb.is(Form.PRESENT) && at > from;
        Token before = tokens.get(Math.max(0, at - 1));
        return ambiguous && (articles.contains(before) || linking.contains(before) || prepositions.contains(before));
    }

    private static FundingTrigger trigger(FundingSense sense, @Nullable FundingKind kind, boolean done, int at) {
        return new FundingTrigger(sense, kind, false, true, done, at, at + 1);
    }

    private boolean isDenied(List<Token> tokens, int from, int at) {
        for (int i = Math.max(from, at - NEGATION_NEAR); i < at; i++) {
            Phrases.Match negation = negations.match(tokens, i, at);
            if (negation != null && i + negation.length() >= at - 2) {
                return true;
            }
        }
        return false;
    }
}
