package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.verbatim.extraction.MeetingTrigger.Government;
import org.verbatim.extraction.MeetingTrigger.Sense;
import org.verbatim.extraction.VerbTable.Form;
import org.verbatim.meeting.MeetingStatus;

/** Finds the verbs by which people meet, and whether they did or will; a meeting only wished for, or denied, is none. */
final class MeetingTriggers {

    /** So far before a verb its auxiliary, its modal and its negation stand, in tokens. */
    private static final int NEAR = 6;

    /** So far before the purpose of going somewhere the verb of going stands, in tokens. */
    private static final int FARTHEST_PURPOSE = 16;

    private final List<Token> tokens;
    private final VerbTable verbs;
    private final Modals modals;
    private final Phrases negations;
    private final Phrases auxiliaries;
    private final Phrases passives;
    private final Phrases reflexives;
    private final Phrases adverbs;
    private final Phrases pronouns;
    private final Phrases nouns;
    private final Phrases articles;
    private final Phrases wishing;
    private final Phrases coordinations;
    private final Phrases after;
    private final Cast cast;
    private final boolean plainPast;
    private final VerbTable movements;
    private final Phrases purposes;

    MeetingTriggers(Reading reading, Cast cast) {
        Lexicon lexicon = reading.lexicon();
        this.tokens = reading.tokens();
        this.cast = cast;
        this.verbs = VerbTable.of(lexicon, "meeting-verbs");
        this.modals = new Modals(lexicon);
        this.negations = lexicon.list("denials");
        this.auxiliaries = lexicon.list("auxiliaries");
        this.passives = lexicon.list("passives");
        this.reflexives = lexicon.list("reflexive-pronouns");
        this.adverbs = lexicon.list("adverbs");
        this.pronouns = lexicon.list("pronouns");
        this.nouns = lexicon.list("meeting-nouns");
        this.articles = lexicon.list("articles");
        this.wishing = lexicon.list("wishing");
        this.coordinations = lexicon.list("coordinations");
        this.after = lexicon.list("after");
        this.plainPast = reflexives.isEmpty();
        this.movements = VerbTable.of(lexicon, "movement-verbs");
        this.purposes = lexicon.list("purposes");
    }

    /** Those among the tokens {@code [from, to)}, in order. */
    List<MeetingTrigger> in(int from, int to) {
        List<MeetingTrigger> triggers = new ArrayList<>();
        for (int i = from; i < to; i++) {
            VerbTable.Verb verb = verbs.verb(tokens.get(i));
            MeetingTrigger last = triggers.isEmpty() ? null : triggers.get(triggers.size() - 1);
            MeetingTrigger trigger = verb == null ? null : trigger(verb, from, i, to, last);
            if (trigger != null) {
                triggers.add(trigger);
                i = trigger.to() - 1;
            }
        }
        return triggers;
    }

    private @Nullable MeetingTrigger trigger(
            VerbTable.Verb verb, int from, int at, int to, @Nullable MeetingTrigger last) {
        Sense sense = Sense.valueOf(verb.properties().get(0));
        String[] government = verb.properties().get(1).split(" ", -1);
        int start = Math.max(from, at - NEAR);
        boolean goesOn = last != null
                && last.status() == MeetingStatus.PLANNED
                && verb.is(Form.INFINITIVE)
                && coordinations.contains(tokens.get(at - 1));
        MeetingStatus status = goesOn ? MeetingStatus.PLANNED : status(verb, from, start, at);
        if (status == null || isDenied(start, at) || (status == MeetingStatus.PLANNED && isWished(from, at))) {
            return null;
        }
        boolean reflexive = holds(reflexives, goesOn ? at : start, at);
        Government how = Government.valueOf(government[0].toUpperCase(Locale.ROOT));
        if (government.length > 1 && !reflexive) {
            Sense other = otherSense(government[government.length - 1], at, to);
            if (other == null && (government[1].equals("self") || sense == Sense.GATHER)) {
                return null;
            }
            sense = other == null ? sense : other;
            how = other == null ? how : Government.DIRECT;
        }
        boolean goes = sense == Sense.SEE && at > from && movements.verb(tokens.get(at - 1)) != null;
        sense = goes ? Sense.MEET : sense;
        if (verb.is(Form.PARTICIPLE) && holds(passives, start, at) && !reflexive && how == Government.DIRECT) {
            how = Government.BY;
        } else if (reflexive && how == Government.DIRECT && !plainPast) {
            how = Government.NONE;
        }
        int end = at + 1;
        boolean named = verb.lemma().indexOf(' ') > 0 || sense == Sense.HOLD;
        if (named) {
            end = behindNoun(verb, at + 1, to);
            if (end < 0) {
                return null;
            }
        }
        return new MeetingTrigger(sense, how, status, at, end);
    }

    /** What a verb means without a reflexive pronoun, or with an object right behind it; null if nothing else. */
    private @Nullable Sense otherSense(String other, int at, int to) {
        return switch (other) {
            case "sees" -> Sense.SEE;
            case "gathers" -> !plainPast || isBeforeObject(at + 1, to) ? Sense.GATHER : null;
            default -> null;
        };
    }

    private boolean isBeforeObject(int at, int to) {
        return at < to && (articles.contains(tokens.get(at)) || tokens.get(at).isCapitalised());
    }

    /** <i>rendre | visite</i>, <i>hold | talks</i>: behind the noun that a verb needs; -1 if it is not there. */
    private int behindNoun(VerbTable.Verb verb, int from, int to) {
        String wanted = verb.lemma().indexOf(' ') > 0
                ? verb.lemma().substring(verb.lemma().indexOf(' ') + 1)
                : null;
        for (int i = from; i < Math.min(to, from + NEAR); i++) {
            if (wanted != null && tokens.get(i).is(wanted)) {
                return i + 1;
            }
            Phrases.Match noun = wanted != null ? null : nouns.match(tokens, i, to);
            if (noun != null) {
                return i + noun.length();
            }
            if (tokens.get(i).isMark()) {
                return -1;
            }
        }
        return -1;
    }

    private @Nullable MeetingStatus status(VerbTable.Verb verb, int from, int start, int at) {
        Modals.Mood mood = modals.before(tokens, start, at);
        MeetingStatus ahead = mood == null
                ? null
                : switch (mood) {
                    case FUTURE, DUE -> MeetingStatus.PLANNED;
                    case PAST -> MeetingStatus.HELD;
                    case WISH, AIM -> null;
                };
        if (verb.is(Form.INFINITIVE) && mood != null) {
            return ahead;
        }
        if (verb.is(Form.INFINITIVE) && at > start && purposes.contains(tokens.get(at - 1))) {
            return purpose(from, at);
        }
        if (verb.is(Form.FUTURE)) {
            return MeetingStatus.PLANNED;
        }
        if (verb.is(Form.GERUND) && at > from && after.contains(tokens.get(at - 1)) && mood == null) {
            return MeetingStatus.HELD;
        }
        boolean participle = verb.is(Form.PARTICIPLE) && (holds(auxiliaries, start, at) || holds(passives, start, at));
        if (participle || verb.is(Form.PAST)) {
            return mood == null ? MeetingStatus.HELD : ahead;
        }
        boolean present = verb.is(Form.PRESENT) || (verb.is(Form.INFINITIVE) && plainPast);
        return present && isBehindSubject(at) ? MeetingStatus.HELD : null;
    }

    /** Whether somebody went or will go: <i>s'est rendue à Dunkerque pour | rencontrer</i>; null if nobody does. */
    private @Nullable MeetingStatus purpose(int from, int at) {
        for (int i = at - 1; i >= Math.max(from, at - FARTHEST_PURPOSE); i--) {
            VerbTable.Verb goes = movements.verb(tokens.get(i));
            if (goes != null) {
                boolean went = goes.is(Form.PAST)
                        || (goes.is(Form.PARTICIPLE) && (holds(auxiliaries, from, i) || holds(passives, from, i)));
                return went ? MeetingStatus.HELD : MeetingStatus.PLANNED;
            }
        }
        return null;
    }

    /** <i>rencontre</i>, <i>visits</i> and <i>talks</i> are verbs only behind a name, a pronoun or an adverb. */
    private boolean isBehindSubject(int at) {
        if (at == 0) {
            return false;
        }
        Token before = tokens.get(at - 1);
        int next = cast.firstFrom(at);
        boolean named = next > 0 && cast.mentions().get(next - 1).toToken() == at;
        return named || pronouns.contains(before) || adverbs.contains(before) || before.isMark(",");
    }

    /** <i>Campaigners had hoped the leaders would | meet</i>. */
    private boolean isWished(int from, int at) {
        for (int i = Math.max(from, at - FARTHEST_PURPOSE); i < at; i++) {
            if (wishing.match(tokens, i, at) != null) {
                return true;
            }
        }
        return false;
    }

    private boolean isDenied(int from, int at) {
        for (int i = from; i < at; i++) {
            if (negations.match(tokens, i, at) != null) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(Phrases list, int from, int to) {
        for (int i = from; i < to; i++) {
            if (list.contains(tokens.get(i))) {
                return true;
            }
        }
        return false;
    }
}
