package org.verbatim.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a verb of saying governs, and where it ends: a clause, an infinitive, a request, a thing, some words within marks. */
final class Complements {

    private static final int WIDEST_GAP = 16;
    private static final int SHORTEST = 2;
    /** How many words may stand between a verb and the words within marks that it governs. */
    private static final int LONGEST_OBJECT = 6;
    /** No reported clause has more tokens. */
    private static final int LONGEST_CLAUSE = 300;

    private final Quoting quoting;
    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final Cues cues;
    private final Clause clause;

    Complements(Quoting quoting) {
        this.quoting = quoting;
        this.tokens = quoting.tokens;
        this.lexicon = quoting.lexicon;
        this.cues = quoting.cues;
        this.clause = quoting.clause;
    }

    /** What a cue governs; {@code from} to {@code to}, exclusive. */
    record Complement(String rule, int from, int to) {}

    @Nullable Complement complement(Cue cue, Sentence sentence) {
        int limit = sentence.toToken();
        int at = cue.to();
        if (at >= limit) {
            return null;
        }
        if (tokens.get(at).is(":") && cue.may(Verbs.Use.CLAUSE) && at + SHORTEST < limit && !quoting.isQuoted(at + 1)) {
            return new Complement("quote.reported.colon", at + 1, clauseEnd(at + 1, limit));
        }
        if (cue.may(Verbs.Use.CLAUSE) || cue.may(Verbs.Use.THING) || cue.may(Verbs.Use.REFLEXIVE)) {
            int infinitive = infinitiveStart(cue, at, limit);
            if (infinitive > 0) {
                return new Complement("quote.reported.infinitive", infinitive, clauseEnd(infinitive, limit));
            }
            int clauseStart = clauseStart(cue, at, limit);
            if (clauseStart > 0) {
                return new Complement("quote.reported.clause", clauseStart, clauseEnd(clauseStart, limit));
            }
        }
        int start = cue.may(Verbs.Use.REQUEST) ? requestStart(at, limit) : -1;
        if (start > 0) {
            return new Complement("quote.reported.request", start, clauseEnd(start, limit));
        }
        if (!lexicon.isNounFirst() && cue.may(Verbs.Use.CLAUSE)) {
            int bare = bareClauseStart(cue, at, limit);
            if (bare > 0) {
                return new Complement("quote.reported.bare-clause", bare, clauseEnd(bare, limit));
            }
        }
        int partial = partialStart(at, limit);
        if (partial > 0 && cue.may(Verbs.Use.CLAUSE) && cue.form() == Verbs.Form.FINITE) {
            return new Complement("quote.reported.partial", partial, thingEnd(partial, clauseEnd(partial, limit)));
        }
        if (cue.may(Verbs.Use.THING)) {
            int thing = thingStart(cue, at, limit);
            if (thing > 0) {
                return new Complement("quote.reported.thing", thing, thingEnd(thing, clauseEnd(thing, limit)));
            }
        }
        return null;
    }

    /** Behind the complementiser that a cue governs, past adverbials and whom it is said to; -1 if there is none. */
    private int clauseStart(Cue cue, int from, int limit) {
        Token first = tokens.get(from);
        if ("".equals(lexicon.list("complementisers").value(first))) {
            return from + 1;
        }
        boolean thing = cue.may(Verbs.Use.THING) && lexicon.list("articles").contains(first);
        int begin = clause.skipAdverbs(from, limit);
        for (int i = begin; i < limit && i < from + WIDEST_GAP; i++) {
            Token token = tokens.get(i);
            if (quoting.isQuoted(i) || token.isMark(".;:!?")) {
                return -1;
            }
            String kind = lexicon.list("complementisers").value(token);
            if (kind != null) {
                boolean claim = i > from && lexicon.list("claims").contains(tokens.get(i - 1));
                boolean relative = kind.isEmpty() && (thing || (claim && cue.may(Verbs.Use.THING)));
                boolean question = kind.equals("question") && i > from;
                return relative || question || isComparison(i, begin) ? -1 : i + 1;
            }
            if (i > from && cues.at(i, from, limit) != null) {
                return -1;
            }
        }
        return -1;
    }

    /** a promis d'en payer une part, dit comprendre, vowed to act: at what is promised or said. */
    private int infinitiveStart(Cue cue, int from, int limit) {
        int at = clause.skipAdverbs(from, limit);
        if (at + 1 >= limit || cue.verb() == null) {
            return -1;
        }
        boolean promises = lexicon.list("promising").contains(tokens.get(cue.cueTo() - 1));
        if (promises && lexicon.list("prepositions").contains(tokens.get(at))) {
            at = infinitiveMark(at, limit);
        }
        if (promises && lexicon.list("infinitive-marks").contains(tokens.get(at))) {
            boolean said = !lexicon.isNounFirst() || isInfinitive(at + 1, limit) || quoting.isQuoted(at + 1);
            return said ? at + 1 : -1;
        }
        boolean bare = lexicon.isNounFirst()
                && cue.may(Verbs.Use.CLAUSE)
                && !cue.may(Verbs.Use.WEAK)
                && isInfinitive(at, limit);
        return bare ? at : -1;
    }

    /** avait promis en 2022 | de …: where the mark of the infinitive stands behind an adverbial; the place itself if none does. */
    private int infinitiveMark(int from, int limit) {
        for (int i = from; i + 1 < limit && i < from + LONGEST_OBJECT; i++) {
            if (lexicon.list("infinitive-marks").contains(tokens.get(i))) {
                return i;
            }
        }
        return from;
    }

    /** Whether an infinitive stands at a place, past the clitics and negations before it. */
    private boolean isInfinitive(int from, int limit) {
        int at = from;
        while (at + 1 < limit
                && (lexicon.list("clitics").contains(tokens.get(at))
                        || lexicon.list("negations").contains(tokens.get(at))
                        || tokens.get(at).is("pas"))) {
            at++;
        }
        if (at < limit && tokens.get(at).isMark("«“\"")) {
            return at > from;
        }
        return at < limit
                && !tokens.get(at).isCapitalised()
                && lexicon.endsLike("infinitive-endings", tokens.get(at))
                && lexicon.list("roles").match(tokens, at, limit) == null
                && !lexicon.list("function-words").contains(tokens.get(at));
    }

    /** plus que, the man that: not the complementiser of the verb. */
    private boolean isComparison(int at, int from) {
        return at > from && lexicon.list("comparisons").contains(tokens.get(at - 1));
    }

    /** X said it would give; X told reporters the talks were short. */
    private int bareClauseStart(Cue cue, int from, int limit) {
        int at = clause.skipAdverbs(from, limit);
        if (at < limit && cue.verb() != null && lexicon.list("telling").contains(tokens.get(cue.cueTo() - 1))) {
            int end = endOfObject(at, limit);
            at = end;
        }
        if (at >= limit || limit - at < SHORTEST) {
            return -1;
        }
        Token token = tokens.get(at);
        boolean begins = token.isWord() || token.isNumber() || token.isMark("$€£“\"‘");
        boolean other = token.is("to")
                || token.is("of")
                || token.is("about")
                || token.is("and")
                || token.is("so")
                || lexicon.list("prepositions").contains(token)
                || lexicon.list("relative-pronouns").contains(token)
                || token.is("as")
                || token.is("or");
        return begins && !other ? at : -1;
    }

    private int endOfObject(int at, int limit) {
        if (lexicon.list("pronoun-objects").contains(tokens.get(at))) {
            return at + 1;
        }
        List<Mention> named = quoting.cast.mentionsIn(at, Math.min(limit, at + 2));
        if (!named.isEmpty() && named.get(0).titledFrom() <= at + 1) {
            return named.get(0).toToken();
        }
        int end = at;
        while (end < limit && end < at + 3 && lexicon.list("articles").contains(tokens.get(end))) {
            end++;
        }
        return Math.min(limit, end + 1);
    }

    /** What is asked for, or who is asked to do what; de and to before an infinitive are dropped like que. */
    private int requestStart(int from, int limit) {
        int at = clause.skipAdverbs(from, limit);
        if (at >= limit || tokens.get(at).isMark()) {
            return -1;
        }
        Token token = tokens.get(at);
        if (lexicon.isNounFirst()
                && (lexicon.list("complementisers").contains(token)
                        || lexicon.list("infinitive-marks").contains(token))) {
            return at + 1 < limit ? at + 1 : -1;
        }
        if (lexicon.list("request-prepositions").contains(token)) {
            int told = toldTo(at, limit);
            return told > 0 ? told : at;
        }
        return clause.startsPhrase(at) ? toldTo(at, limit) : -1;
    }

    /** What somebody is asked to do: urge the council to | act, inviter les élus à | agir; -1 if it is not said. */
    private int toldTo(int from, int limit) {
        for (int i = from; i + 1 < limit && i < from + WIDEST_GAP; i++) {
            if (tokens.get(i).isMark(".;:") || quoting.isQuoted(i)) {
                return -1;
            }
            boolean mark = lexicon.list("infinitive-marks").contains(tokens.get(i))
                    || lexicon.list("request-prepositions").contains(tokens.get(i));
            if (mark
                    && (lexicon.isNounFirst()
                            ? isInfinitive(i + 1, limit) || quoting.isQuoted(i + 1)
                            : tokens.get(i).is("to"))) {
                return i + 1;
            }
        }
        return -1;
    }

    private int thingStart(Cue cue, int from, int limit) {
        int at = clause.skipAdverbs(from, limit);
        if (at >= limit) {
            return -1;
        }
        if (cue.may(Verbs.Use.REFLEXIVE) && lexicon.list("linking").contains(tokens.get(at))) {
            at++;
        }
        int u = quoting.firstUtterance(at);
        boolean quoted =
                u < quoting.utterances.size() && quoting.utterances.get(u).open() == at;
        boolean begins = at < limit
                && (quoted
                        || lexicon.list("articles").contains(tokens.get(at))
                        || tokens.get(at).isCapitalised()
                        || tokens.get(at).isNumber()
                        || isPlural(at));
        boolean weak = cue.may(Verbs.Use.WEAK) && !isClaim(at, limit);
        if (!begins || (weak && !holdsUtterance(at, clauseEnd(at, limit)))) {
            return -1;
        }
        return at;
    }

    /** s'est dit « très attentif » à …, juge la situation « tout à fait intenable »: some words within marks soon follow. */
    private int partialStart(int from, int limit) {
        int at = clause.skipAdverbs(from, limit);
        int u = quoting.firstUtterance(at);
        if (u >= quoting.utterances.size()) {
            return -1;
        }
        Utterance utterance = quoting.utterances.get(u);
        int open = utterance.open();
        boolean near = open < limit && open - at <= LONGEST_OBJECT && utterance.length() >= SHORTEST;
        for (int i = at; near && i < open; i++) {
            near = tokens.get(i).isWord()
                    && !lexicon.list("prepositions").contains(tokens.get(i))
                    && !clause.isJoint(i);
        }
        return near && (open == at || clause.startsPhrase(at)) ? at : -1;
    }

    /** the charge | that money had gone missing, l'idée | que …: a thing that is said. */
    private boolean isClaim(int from, int limit) {
        for (int i = from + 1; i < limit && i < from + LONGEST_OBJECT; i++) {
            if ("".equals(lexicon.list("complementisers").value(tokens.get(i)))) {
                return lexicon.list("claims").contains(tokens.get(i - 1));
            }
        }
        return false;
    }

    private boolean isPlural(int at) {
        return !lexicon.isNounFirst()
                && tokens.get(at).isWord()
                && !lexicon.list("function-words").contains(tokens.get(at))
                && !lexicon.list("prepositions").contains(tokens.get(at));
    }

    boolean holdsUtterance(int from, int limit) {
        int u = quoting.firstUtterance(from);
        return u < quoting.utterances.size() && quoting.utterances.get(u).open() < limit;
    }

    /** Where a reported clause ends: with the sentence, a semicolon, a journalist's relative clause, or the next report. */
    int clauseEnd(int from, int sentenceEnd) {
        int limit = Math.min(sentenceEnd, from + LONGEST_CLAUSE);
        for (int i = from; i < limit; i++) {
            if (quoting.isQuoted(i)) {
                continue;
            }
            Token token = tokens.get(i);
            if (token.is(";") || (token.isMark("–—") && i > from + 2)) {
                return i;
            }
            if (token.is(",") && i + 1 < limit && isEndBehindComma(i + 1, from, limit)) {
                return i;
            }
            if (i > from && lexicon.list("conjunctions").contains(token) && startsReport(i + 1, from, limit)) {
                return tokens.get(i - 1).is(",") ? i - 1 : i;
            }
        }
        int end = limit;
        while (end > from && tokens.get(end - 1).isMark(".!?…")) {
            end--;
        }
        return end;
    }

    /** A thing ends where another verb of the subject follows: , mais s'est refusé à … */
    private int thingEnd(int from, int limit) {
        for (int i = from + 1; i + 2 < limit; i++) {
            if (!quoting.isQuoted(i) && clause.isJoint(i)) {
                int next = i + 1;
                while (next < limit
                        && lexicon.list("clitics").contains(tokens.get(next))
                        && tokens.get(next).isElided()) {
                    next++;
                }
                if (next < limit && lexicon.list("auxiliaries").contains(tokens.get(next))) {
                    return tokens.get(i - 1).is(",") ? i - 1 : i;
                }
            }
        }
        return limit;
    }

    private boolean isEndBehindComma(int at, int from, int limit) {
        if (lexicon.list("explaining").match(tokens, at, limit) != null
                || lexicon.list("formulas").match(tokens, at, limit) != null) {
            return true;
        }
        return startsReport(at, from, limit);
    }

    /** Whether the next report begins: ajoutant que, et a précisé, a-t-il dit. */
    private boolean startsReport(int at, int from, int limit) {
        for (int i = at; i < limit && i < at + 4; i++) {
            if (quoting.isQuoted(i)) {
                return false;
            }
            Cue cue = cues.at(i, quoting.startOfSentence(i), limit);
            if (cue != null && cue.from() <= at + 2) {
                boolean near = cue.from() == at
                        || lexicon.list("pronouns").contains(tokens.get(at))
                        || tokens.get(at).is("en")
                        || tokens.get(at).is("tout");
                boolean joined = cue.from() == at && at > from && clause.isJoint(at - 1);
                return near
                        && (joined
                                || cue.form() == Verbs.Form.GERUND
                                || cue.hasPronoun()
                                || cue.cueTo() - cue.cueFrom() > 1
                                || complementFollows(cue, limit));
            }
        }
        return false;
    }

    private boolean complementFollows(Cue cue, int limit) {
        return cue.to() < limit && lexicon.list("complementisers").contains(tokens.get(cue.to()));
    }
}
