package org.verbatim.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds verbs of saying, with auxiliaries, clitics and inverted pronouns; what is a noun, negated or passive is none. */
final class Cues {

    /** How many adverbs and the like may stand between an auxiliary and its participle. */
    private static final int WIDEST_GAP = 5;

    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final Verbs verbs;

    Cues(Reading reading) {
        this.tokens = reading.tokens();
        this.lexicon = reading.lexicon();
        this.verbs = lexicon.verbs();
    }

    /** The cue whose verb is the token of this number, within a sentence; null if it is none. */
    @Nullable Cue at(int at, int from, int limit) {
        Verbs.Verb verb = verbs.verb(tokens, at, limit);
        boolean capital = tokens.get(at).isCapitalised();
        if (verb == null || (capital && !(at == from && verb.is(Verbs.Form.GERUND)))) {
            return null;
        }
        int end = at + verbs.length(tokens, at, limit);
        if (verb.is(Verbs.Form.PARTICIPLE)) {
            Cue compound = compound(at, end, verb, from);
            if (compound != null) {
                return compound;
            }
            if (isCoordinated(at, from)) {
                return new Cue(at, end, at, end, verb, Verbs.Form.FINITE, -1);
            }
        }
        if (verb.is(Verbs.Form.FINITE) && !isNoun(at, from) && !isNegated(at, from)) {
            Cue simple = simple(at, end, verb, from, limit);
            if (simple != null) {
                return simple;
            }
        }
        if (verb.is(Verbs.Form.GERUND)
                && (at == from || !lexicon.list("articles").contains(tokens.get(at - 1)))) {
            return new Cue(at, end, at, end, verb, Verbs.Form.GERUND, -1);
        }
        return infinitive(at, end, verb, from);
    }

    private @Nullable Cue simple(int at, int end, Verbs.Verb verb, int from, int limit) {
        int start = clitics(at, from);
        int cueFrom = at;
        if (verb.may(Verbs.Use.REFLEXIVE)) {
            cueFrom = reflexive(at, from);
            if (cueFrom < 0) {
                return null;
            }
        }
        boolean governed = at > from && lexicon.list("governors").contains(tokens.get(at - 1));
        if (governed || (at > from && isAuxiliary(at - 1) && !verb.is(Verbs.Form.PARTICIPLE))) {
            return modal(at, end, verb, from);
        }
        int pronoun = invertedPronoun(end, limit);
        return new Cue(start, pronoun > 0 ? pronoun + 1 : end, cueFrom, end, verb, Verbs.Form.FINITE, pronoun);
    }

    /** would say, will tell; not could, should, may. */
    private @Nullable Cue modal(int at, int end, Verbs.Verb verb, int from) {
        boolean told = lexicon.list("assertive-auxiliaries").contains(tokens.get(at - 1));
        return told && !isNegated(at - 1, from) ? new Cue(at - 1, end, at, end, verb, Verbs.Form.FINITE, -1) : null;
    }

    /** a déclaré, a-t-elle ajouté, a aussi annoncé, has confirmed, lui a rappelé. */
    private @Nullable Cue compound(int at, int end, Verbs.Verb verb, int from) {
        int i = at - 1;
        int pronoun = -1;
        boolean apart = false;
        while (i >= from && at - i <= WIDEST_GAP + 3) {
            Token token = tokens.get(i);
            if (isAuxiliary(i)) {
                break;
            }
            int adverb = adverbEndingAt(i, from);
            if (lexicon.list("inverted-pronouns").contains(token)
                    && i > from
                    && tokens.get(i - 1).isMark("-‑")) {
                pronoun = i;
                i--;
                while (i > from && (tokens.get(i).isMark("-‑") || tokens.get(i).is("t"))) {
                    i--;
                }
                continue;
            }
            if (adverb < 0) {
                return null;
            }
            apart = true;
            i = adverb - 1;
        }
        if (i < from || !isAuxiliary(i)) {
            return null;
        }
        boolean being = lexicon.list("being").contains(tokens.get(i));
        int reflexive = reflexive(i, from);
        if (being && reflexive < 0) {
            return null;
        }
        if (verb.may(Verbs.Use.REFLEXIVE) && reflexive < 0) {
            return null;
        }
        if (isNegated(i, from)) {
            return null;
        }
        int start = clitics(i, from);
        int cueFrom = apart && pronoun < 0 ? at : i;
        cueFrom = reflexive >= 0 ? reflexive : cueFrom;
        return new Cue(start, end, cueFrom, end, verb, Verbs.Form.FINITE, pronoun);
    }

    /** a salué … et souligné: the participle shares the auxiliary of another verb of saying. */
    private boolean isCoordinated(int at, int from) {
        if (at <= from
                || !lexicon.isNounFirst()
                || !lexicon.list("conjunctions").contains(tokens.get(at - 1))) {
            return false;
        }
        for (int i = at - 2; i > from && i > at - 60; i--) {
            Verbs.Verb verb = verbs.verb(tokens.get(i));
            if (verb != null && verb.is(Verbs.Form.PARTICIPLE)) {
                for (int k = i - 1; k >= from && k > i - WIDEST_GAP - 3; k--) {
                    if (isAuxiliary(k) && !lexicon.list("being").contains(tokens.get(k))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** vient d'annoncer, a tenu à rappeler, finit par dire: the verb before it says that it was said. */
    private @Nullable Cue infinitive(int at, int end, Verbs.Verb verb, int from) {
        if (!verb.is(Verbs.Form.INFINITIVE)) {
            return null;
        }
        for (int i = at - 1; i >= from && i >= at - 6; i--) {
            Phrases.Match match = lexicon.list("preludes").match(tokens, i, at);
            if (match != null && i + match.length() == at) {
                int start = clitics(i, from);
                while (start > from && isAuxiliary(start - 1)) {
                    start--;
                }
                return new Cue(start, end, at, end, verb, Verbs.Form.FINITE, -1);
            }
        }
        return null;
    }

    /** Where the adverb that ends with a token begins; -1 if none does. */
    private int adverbEndingAt(int at, int from) {
        for (int i = at; i >= from && i > at - 4; i--) {
            Phrases.Match match = lexicon.list("adverbs").match(tokens, i, at + 1);
            if (match != null && i + match.length() == at + 1) {
                return i;
            }
        }
        boolean noun = at == from
                || lexicon.list("articles").contains(tokens.get(at - 1))
                || lexicon.list("linking").contains(tokens.get(at - 1));
        boolean manner = !noun && lexicon.endsLike("adverb-endings", tokens.get(at));
        return manner || tokens.get(at).is(",") ? at : -1;
    }

    private boolean isAuxiliary(int at) {
        return lexicon.list("auxiliaries").contains(tokens.get(at));
    }

    /** Before the pronouns that lean on a verb: lui, leur, nous, s', l'. */
    private int clitics(int at, int from) {
        int i = at;
        while (i > from && lexicon.list("clitics").contains(tokens.get(i - 1))) {
            i--;
        }
        while (i > from
                && adverbEndingAt(i - 1, from) >= 0
                && !tokens.get(i - 1).is(",")
                && i > at - 4) {
            i = adverbEndingAt(i - 1, from);
        }
        return i;
    }

    private int reflexive(int at, int from) {
        return at > from && lexicon.list("reflexives").contains(tokens.get(at - 1)) ? at - 1 : -1;
    }

    private boolean isNegated(int at, int from) {
        for (int i = at - 1; i >= from && i >= at - 3; i--) {
            if (lexicon.list("negations").contains(tokens.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** une annonce, the claims, de promesses. */
    private boolean isNoun(int at, int from) {
        if (at == from) {
            return false;
        }
        Token before = tokens.get(at - 1);
        boolean article = lexicon.list("articles").contains(before)
                || lexicon.list("linking").contains(before);
        boolean plural = !lexicon.isNounFirst() && isBaseForm(at) && !isPluralSubject(before);
        return plural
                || (article && !lexicon.list("reflexives").contains(before))
                || before.is("'s")
                || before.is("to")
                || before.isNumber();
    }

    private boolean isBaseForm(int at) {
        Verbs.Verb verb = verbs.verb(tokens.get(at));
        return verb != null && verb.is(Verbs.Form.INFINITIVE) && !verb.is(Verbs.Form.PARTICIPLE);
    }

    /** Whether a word may be the subject of an English verb without s: they say, critics say, but not an Iraqi appeal. */
    private boolean isPluralSubject(Token word) {
        return word.lower().endsWith("s")
                || word.is(",")
                || lexicon.list("plural-subjects").contains(word)
                || lexicon.list("adverbs").contains(word)
                || lexicon.list("conjunctions").contains(word);
    }

    /** The number of the pronoun behind a hyphen: dit|-il, a|-t-elle; -1 if there is none. */
    int invertedPronoun(int at, int limit) {
        int i = at;
        if (i >= limit || !tokens.get(i).isMark("-‑") || tokens.get(i).spaced()) {
            return -1;
        }
        i++;
        if (i + 1 < limit && tokens.get(i).is("t") && tokens.get(i + 1).isMark("-‑")) {
            i += 2;
        }
        return i < limit && lexicon.list("inverted-pronouns").contains(tokens.get(i)) ? i : -1;
    }

    /**
     * The verb directly behind a quotation: one of saying, or any other where an inverted pronoun follows (<i>»,
     * philosophe-t-il</i>).
     */
    @Nullable Cue behindQuotation(int from, int limit) {
        int at = from;
        while (at < limit && at < from + 4 && lexicon.list("clitics").contains(tokens.get(at))) {
            at++;
        }
        if (at >= limit || !tokens.get(at).isWord()) {
            return null;
        }
        int pronoun = invertedPronoun(at + 1, limit);
        if (pronoun > 0) {
            return inverted(from, at, pronoun, limit);
        }
        for (int verb = at; verb < limit && verb <= at + WIDEST_GAP; verb++) {
            Cue cue = at(verb, from, limit);
            if (cue != null && cue.form() == Verbs.Form.FINITE && cue.from() <= at) {
                return new Cue(from, cue.to(), cue.cueFrom(), cue.cueTo(), cue.verb(), cue.form(), cue.subjectFrom());
            }
        }
        return null;
    }

    private Cue inverted(int from, int at, int pronoun, int limit) {
        int cueFrom = Math.max(from, reflexive(at, from) >= 0 ? at - 1 : at);
        if (!isAuxiliary(at)) {
            int infinitive = pronoun + 2;
            boolean prelude = infinitive < limit
                    && lexicon.list("prelude-prepositions").contains(tokens.get(pronoun + 1))
                    && isInfinitive(infinitive, limit);
            if (prelude) {
                return new Cue(
                        from,
                        infinitive + 1,
                        cueFrom,
                        infinitive + 1,
                        verbs.verb(tokens, infinitive, limit),
                        Verbs.Form.FINITE,
                        pronoun);
            }
            return new Cue(
                    from, pronoun + 1, cueFrom, at + 1, verbs.verb(tokens, at, limit), Verbs.Form.FINITE, pronoun);
        }
        int participle = pronoun + 1;
        while (participle < limit && participle < pronoun + 4 && adverbEndingAt(participle, pronoun + 1) >= 0) {
            participle++;
        }
        if (participle >= limit || !tokens.get(participle).isWord()) {
            return new Cue(from, pronoun + 1, cueFrom, pronoun + 1, null, Verbs.Form.FINITE, pronoun);
        }
        Verbs.Verb verb = verbs.verb(tokens, participle, limit);
        int end = participle + Math.max(1, verb == null ? 1 : verbs.length(tokens, participle, limit));
        return new Cue(from, end, cueFrom, end, verb, Verbs.Form.FINITE, pronoun);
    }

    private boolean isInfinitive(int at, int limit) {
        Verbs.Verb verb = verbs.verb(tokens, at, limit);
        return verb != null && verb.is(Verbs.Form.INFINITIVE);
    }
}
