package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is reported in the journalist's words, with or without some between quotation marks: a clause (<i>X affirme
 * que …</i>), a thing (<i>X salue …</i>), a request (<i>X appelle à …</i>), a clause before its cue (<i>…, a annoncé X</i>),
 * or what a formula attributes (<i>selon X, …</i>).
 */
final class ReportedSpeech {

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
    private int sentenceFrom;
    /** Where the last quote of the sentence ends. */
    private int done;
    /** Who spoke in it; who goes on to speak in a coordinated clause. */
    private Cast.@Nullable Resolved lastSpeaker;

    ReportedSpeech(Quoting quoting) {
        this.quoting = quoting;
        this.tokens = quoting.tokens;
        this.lexicon = quoting.lexicon;
        this.cues = quoting.cues;
        this.clause = quoting.clause;
    }

    /** Reads a sentence, given by its number. */
    void read(int number) {
        Sentence sentence = quoting.reading.sentences().get(number);
        boolean headline = quoting.reading.blocks().get(sentence.block()).kind() == Block.Kind.HEADLINE;
        if (headline) {
            return;
        }
        int from = sentence.fromToken();
        done = from;
        sentenceFrom = from;
        lastSpeaker = null;
        for (int i = from; i < sentence.toToken(); i++) {
            if (quoting.isQuoted(i) || i < done) {
                continue;
            }
            Phrases.Match formula = lexicon.list("formulas").match(tokens, i, sentence.toToken());
            if (formula != null) {
                formula(i, formula, sentence);
                continue;
            }
            Cue cue = cues.at(i, from, sentence.toToken());
            if (cue != null && !quoting.isUsed(cue)) {
                cue(cue, sentence);
            }
        }
    }

    private void cue(Cue cue, Sentence sentence) {
        if (cue.verb() == null) {
            return;
        }
        if (isBehindItsClause(cue, sentence)) {
            behind(cue, sentence);
            return;
        }
        Complement complement = complement(cue, sentence);
        if (complement == null) {
            return;
        }
        Cast.Resolved speaker = speaker(cue, sentence);
        if (speaker == null) {
            return;
        }
        int end = complement.to();
        if (cue.form() == Verbs.Form.GERUND
                && speaker.mention().start() > tokens.get(complement.from()).start()) {
            // Réaffirmant son engagement, | le Maroc …
            end = Math.min(end, quoting.reading.tokenAt(speaker.mention().start()));
        }
        add(complement.rule(), cue, speaker, quoting.reported(complement.from(), end), end);
    }

    private void add(String rule, Cue cue, Cast.Resolved speaker, List<QuoteDraft.Segment> segments, int end) {
        if (segments.isEmpty()) {
            return;
        }
        quoting.use(cue);
        quoting.add(new QuoteDraft(rule, quoting.cue(cue), speaker, true, segments), cue.from());
        done = end;
        lastSpeaker = speaker;
    }

    /** What a cue governs; {@code from} to {@code to}, exclusive. */
    private record Complement(String rule, int from, int to) {}

    private @Nullable Complement complement(Cue cue, Sentence sentence) {
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
        int begin = skipAdverbs(from, limit);
        for (int i = begin; i < limit && i < from + WIDEST_GAP; i++) {
            Token token = tokens.get(i);
            if (quoting.isQuoted(i) || token.isMark(".;:!?")) {
                return -1;
            }
            String kind = lexicon.list("complementisers").value(token);
            if (kind != null) {
                boolean relative = thing && kind.isEmpty();
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
        int at = skipAdverbs(from, limit);
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
        boolean bare = lexicon.isNounFirst() && cue.may(Verbs.Use.CLAUSE) && !cue.may(Verbs.Use.WEAK) && isInfinitive(at, limit);
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
        int at = skipAdverbs(from, limit);
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

    private int skipAdverbs(int from, int limit) {
        int i = from;
        while (i < limit) {
            Phrases.Match adverb = lexicon.list("adverbs").match(tokens, i, limit);
            if (adverb == null) {
                break;
            }
            i += adverb.length();
        }
        return i;
    }

    /** What is asked for, or who is asked to do what; de and to before an infinitive are dropped like que. */
    private int requestStart(int from, int limit) {
        int at = skipAdverbs(from, limit);
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
        int at = skipAdverbs(from, limit);
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
        if (!begins || (cue.may(Verbs.Use.WEAK) && !holdsUtterance(at, clauseEnd(at, limit)))) {
            return -1;
        }
        return at;
    }

    /** s'est dit « très attentif » à …, juge la situation « tout à fait intenable »: some words within marks soon follow. */
    private int partialStart(int from, int limit) {
        int at = skipAdverbs(from, limit);
        int u = quoting.firstUtterance(at);
        if (u >= quoting.utterances.size()) {
            return -1;
        }
        Utterance utterance = quoting.utterances.get(u);
        int open = utterance.open();
        boolean near = open < limit && open - at <= LONGEST_OBJECT && utterance.length() >= SHORTEST;
        for (int i = at; near && i < open; i++) {
            near = tokens.get(i).isWord() && !lexicon.list("prepositions").contains(tokens.get(i)) && !isJoint(i);
        }
        return near && (open == at || clause.startsPhrase(at)) ? at : -1;
    }

    private boolean isPlural(int at) {
        return !lexicon.isNounFirst()
                && tokens.get(at).isWord()
                && !lexicon.list("function-words").contains(tokens.get(at))
                && !lexicon.list("prepositions").contains(tokens.get(at));
    }

    private boolean holdsUtterance(int from, int limit) {
        int u = quoting.firstUtterance(from);
        return u < quoting.utterances.size() && quoting.utterances.get(u).open() < limit;
    }

    /** Where a reported clause ends: with the sentence, a semicolon, a journalist's relative clause, or the next report. */
    private int clauseEnd(int from, int sentenceEnd) {
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
            if (!quoting.isQuoted(i) && isJoint(i)) {
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
            Cue cue = cues.at(i, sentenceFrom, limit);
            if (cue != null && cue.from() <= at + 1) {
                boolean near = cue.from() == at
                        || lexicon.list("pronouns").contains(tokens.get(at))
                        || tokens.get(at).is("en")
                        || tokens.get(at).is("tout");
                boolean joined = cue.from() == at && at > from && isJoint(at - 1);
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

    private Cast.@Nullable Resolved speaker(Cue cue, Sentence sentence) {
        Clause.Phrase subject;
        int from = sentence.fromToken();
        if (lastSpeaker != null && cue.from() > from && isJoint(cue.from() - 1)) {
            return lastSpeaker;
        }
        if (cue.hasPronoun()) {
            subject = new Clause.Phrase(cue.subjectFrom(), cue.subjectFrom() + 1);
        } else if (cue.form() == Verbs.Form.GERUND) {
            subject = cue.from() > from + 1 ? clause.first(from, cue.from()) : afterParticiple(cue, sentence);
        } else {
            subject = clause.before(from, cue.from());
        }
        if (subject == null || isWithinRelative(cue, from)) {
            return null;
        }
        return agent(subject, sentence.toToken());
    }

    /** what they call …, ce qu'il appelle …: what is said is the clause's own object. */
    private boolean isWithinRelative(Cue cue, int from) {
        for (int i = cue.from() - 1; i > from && i >= cue.from() - 3; i--) {
            if (lexicon.list("free-relatives").contains(tokens.get(i))
                    && !tokens.get(i - 1).is(",")) {
                return true;
            }
        }
        return false;
    }

    private boolean isJoint(int at) {
        return lexicon.list("conjunctions").contains(tokens.get(at));
    }

    /** Réaffirmant son engagement, le Maroc …: the subject stands behind the comma. */
    private Clause.@Nullable Phrase afterParticiple(Cue cue, Sentence sentence) {
        for (int i = cue.to(); i < sentence.toToken() && i < cue.to() + LONGEST_CLAUSE / 3; i++) {
            if (tokens.get(i).is(",") && i + 1 < sentence.toToken() && clause.startsPhrase(i + 1)) {
                return clause.first(i + 1, sentence.toToken());
            }
        }
        return null;
    }

    /** Whom a subject means; null if it is nothing that can speak. */
    private Cast.@Nullable Resolved agent(Clause.Phrase subject, int limit) {
        Cast.Resolved resolved = quoting.speaker(subject, limit);
        if (resolved == null || resolved.agent() != null) {
            return resolved;
        }
        return quoting.isSomebody(subject) || quoting.isAnonymous(subject, limit) ? resolved : null;
    }

    /** Whether a cue stands behind a comma and before its inverted subject, or with its subject at the end. */
    private boolean isBehindItsClause(Cue cue, Sentence sentence) {
        if (cue.form() != Verbs.Form.FINITE || !cue.may(Verbs.Use.CLAUSE) || cue.from() <= sentence.fromToken() + SHORTEST) {
            return false;
        }
        int limit = sentence.toToken();
        boolean comma = tokens.get(cue.from() - 1).is(",");
        if (comma) {
            boolean inverted = cue.hasPronoun()
                    || (cue.to() < limit
                            && (clause.startsPhrase(cue.to())
                                    || clause.startsPhrase(Math.min(limit - 1, skipAdverbs(cue.to(), limit)))));
            boolean governs =
                    cue.to() < limit && lexicon.list("complementisers").contains(tokens.get(cue.to()));
            if (inverted && !governs && !subjectEndsAt(cue.from() - 1, sentence)) {
                return cue.hasPronoun() || isSubject(cue.to(), limit);
            }
        }
        if (lexicon.isNounFirst()) {
            return false;
        }
        // …, the mayor said.
        int end = cue.to();
        boolean last = end >= limit
                || tokens.get(end).isMark(".,")
                || lexicon.list("prepositions").contains(tokens.get(end));
        boolean final_ = end >= limit
                || tokens.get(end).isMark(".")
                || lexicon.list("weekdays").contains(tokens.get(Math.min(limit - 1, end)))
                || tokens.get(Math.min(limit - 1, end)).is(",")
                || restIsShort(end, limit);
        return last && final_ && commaBefore(cue.from(), sentence) > 0;
    }

    /** Whether a phrase behind a verb may be its subject: no verb goes with it. */
    private boolean isSubject(int at, int limit) {
        Clause.Phrase phrase = clause.behind(skipAdverbs(at, limit), limit);
        if (phrase == null) {
            return false;
        }
        for (int i = phrase.from(); i < phrase.to(); i++) {
            if (lexicon.list("auxiliaries").contains(tokens.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean restIsShort(int at, int limit) {
        for (int i = at; i < limit && i <= at + 8; i++) {
            if (tokens.get(i).isMark(",;:")
                    || lexicon.list("complementisers").contains(tokens.get(i))
                    || lexicon.list("auxiliaries").contains(tokens.get(i))) {
                return false;
            }
        }
        return limit - at <= 8;
    }

    /** The comma before the subject of a cue at the end of its sentence; -1 if there is none. */
    private int commaBefore(int cue, Sentence sentence) {
        int start = tokens.get(cue - 1).is(",") ? startOfApposition(cue - 1, sentence) : cue;
        for (int i = start - 1; i > sentence.fromToken() + 1 && i > start - 12; i--) {
            if (tokens.get(i).is(",") && !quoting.isQuoted(i)) {
                return clause.startsPhrase(i + 1) && !isAdverbialHead(sentence, i) ? i : -1;
            }
            if (quoting.isQuoted(i)) {
                return -1;
            }
        }
        return -1;
    }

    /** the mayor, | Paul Esterly, said: the comma before a name in apposition that ends at a comma; the comma itself if none does. */
    private int startOfApposition(int comma, Sentence sentence) {
        for (Mention mention : quoting.cast.mentionsIn(Math.max(sentence.fromToken(), comma - 6), comma)) {
            boolean apposed = mention.toToken() == comma
                    && mention.titledFrom() > sentence.fromToken()
                    && tokens.get(mention.titledFrom() - 1).is(",");
            if (apposed) {
                return mention.titledFrom() - 1;
            }
        }
        return comma;
    }

    /** Whether all before a comma is only an adverbial: On Monday, the mayor said. */
    private boolean isAdverbialHead(Sentence sentence, int comma) {
        return lexicon.list("prepositions").contains(tokens.get(sentence.fromToken()))
                && comma - sentence.fromToken() < 5;
    }

    /** Whether what ends at a comma is the subject: Le maire, Jean Dupont, affirme …; A man, who was there, says … */
    private boolean subjectEndsAt(int comma, Sentence sentence) {
        for (int i = comma - 1; i > sentence.fromToken() && i > comma - 40 && !quoting.isQuoted(i); i--) {
            if (tokens.get(i).is(",")) {
                if (lexicon.list("relative-pronouns").contains(tokens.get(i + 1))) {
                    return true;
                }
                break;
            }
        }
        for (Mention mention : quoting.cast.mentionsIn(Math.max(sentence.fromToken(), comma - 12), comma)) {
            if (mention.toToken() == comma
                    && mention.agent().isPerson()
                    && mention.titledFrom() > sentence.fromToken()
                    && tokens.get(mention.titledFrom() - 1).is(",")) {
                return true;
            }
        }
        return false;
    }

    /** Les travaux débuteront en mars, a annoncé le maire; The work, said the mayor, will begin in March. */
    private void behind(Cue cue, Sentence sentence) {
        int limit = sentence.toToken();
        Clause.Phrase subject;
        int bodyEnd;
        int end;
        boolean inverted = tokens.get(cue.from() - 1).is(",")
                && (cue.hasPronoun()
                        || (cue.to() < limit && tokens.get(cue.to()).isWord()));
        if (inverted) {
            bodyEnd = cue.from() - 1;
            int at = skipAdverbs(cue.to(), limit);
            subject = cue.hasPronoun()
                    ? new Clause.Phrase(cue.subjectFrom(), cue.subjectFrom() + 1)
                    : clause.behind(at, limit);
            end = subject == null ? limit : Math.max(cue.to(), subject.to());
        } else {
            bodyEnd = commaBefore(cue.from(), sentence);
            subject = clause.before(bodyEnd + 1, cue.from());
            end = cue.to();
        }
        Cast.Resolved speaker = subject == null ? null : agent(subject, limit);
        int from = bodyStart(Math.max(done, sentence.fromToken()), bodyEnd);
        if (speaker == null || bodyEnd - from < SHORTEST || isSubordinate(from)) {
            return;
        }
        List<QuoteDraft.Segment> segments = new ArrayList<>(quoting.reported(from, bodyEnd));
        String rule = "quote.reported.cue-after";
        if (end < limit && tokens.get(end).is(",") && !isApposition(end + 1, limit)) {
            segments.addAll(quoting.reported(end + 1, clauseEnd(end + 1, limit)));
            rule = "quote.reported.incise";
            end = limit;
        }
        add(rule, cue, speaker, segments, end);
    }

    /** Whether what begins with a token is no clause of its own: Asked whether …, When the … */
    private boolean isSubordinate(int at) {
        Verbs.Verb verb = lexicon.verbs().verb(tokens.get(at));
        boolean participle = verb != null && !quoting.isQuoted(at);
        return participle || lexicon.list("subordinating").contains(tokens.get(at));
    }

    private int bodyStart(int earliest, int to) {
        int from = Math.max(earliest, to - LONGEST_CLAUSE);
        int start = from;
        for (int i = from; i < to; i++) {
            if (tokens.get(i).is(";") && !quoting.isQuoted(i)) {
                start = i + 1;
            }
        }
        while (start < to
                && (tokens.get(start).isMark(",:–—-•")
                        || lexicon.list("conjunctions").contains(tokens.get(start)))) {
            start++;
        }
        return start;
    }

    /** Whether what follows a comma only says more of the one before it. */
    private boolean isApposition(int at, int limit) {
        int noun = at < limit && lexicon.list("articles").contains(tokens.get(at)) ? at + 1 : at;
        return noun < limit
                && (lexicon.list("roles").match(tokens, noun, limit) != null
                        || lexicon.list("relative-pronouns").contains(tokens.get(at))
                        || lexicon.list("prepositions").contains(tokens.get(at))
                        || lexicon.list("linking").contains(tokens.get(at))
                        || lexicon.endsLike("participle-endings", tokens.get(at)));
    }

    /** Selon X, …; …, d'après X; …, according to X, … */
    private void formula(int at, Phrases.Match formula, Sentence sentence) {
        int limit = sentence.toToken();
        int from = at + formula.length();
        Clause.Phrase source = clause.behind(from, limit);
        if (source == null) {
            return;
        }
        boolean weak = formula.value().equals("weak");
        int first = sentence.fromToken();
        while (first < at && !tokens.get(first).isWord()) {
            first++;
        }
        boolean opens = at == first
                || tokens.get(at - 1).isMark(";:")
                || lexicon.list("conjunctions").contains(tokens.get(at - 1));
        if (weak && !opens) {
            return;
        }
        Cast.Resolved speaker = weak ? quoting.cast.resolveNamed(source.from(), source.to()) : agent(source, limit);
        boolean capital = tokens.get(source.from()).isCapitalised() && source.to() < limit && holdsUtterance(source.to(), limit);
        if (weak && speaker == null && capital) {
            speaker = agent(source, limit);
        }
        if (weak && speaker == null && lexicon.list("definite").contains(tokens.get(source.from()))) {
            speaker = agent(source, limit);
            speaker = speaker != null && speaker.agent() != null && quoting.isSomebody(source) ? speaker : null;
        }
        if (speaker == null
                || (weak && (speaker.agent() == null || speaker.agent().isPlace()))) {
            return;
        }
        int end = endOfSource(source.to(), limit);
        Cue cue = new Cue(at, from, at, from, null, Verbs.Form.FINITE, -1);
        if (opens) {
            if (end >= limit || !tokens.get(end).is(",")) {
                return;
            }
            int clauseEnd = clauseEnd(end + 1, limit);
            add("quote.reported.formula-first", cue, speaker, quoting.reported(end + 1, clauseEnd), clauseEnd);
            return;
        }
        int bodyEnd = tokens.get(at - 1).is(",") ? at - 1 : at;
        int start = bodyStart(Math.max(done, sentence.fromToken()), bodyEnd);
        if (bodyEnd - start < SHORTEST) {
            return;
        }
        List<QuoteDraft.Segment> segments = new ArrayList<>(quoting.reported(start, bodyEnd));
        boolean goesOn =
                end < limit && tokens.get(end).is(",") && tokens.get(at - 1).is(",");
        if (goesOn && end + 1 < limit && !lexicon.list("relative-pronouns").contains(tokens.get(end + 1))) {
            segments.addAll(quoting.reported(end + 1, clauseEnd(end + 1, limit)));
            add("quote.reported.formula-within", cue, speaker, segments, limit);
        } else {
            add("quote.reported.formula-last", cue, speaker, segments, end);
        }
    }

    /** Behind what is in apposition to a source: d'après son directeur, Loïc Berthomieu, … */
    private int endOfSource(int from, int limit) {
        int end = from;
        while (end + 1 < limit && tokens.get(end).is(",")) {
            int next = end + 1;
            int close = next;
            while (close < limit
                    && close < next + WIDEST_GAP
                    && !tokens.get(close).isMark(",.;:")
                    && !quoting.isQuoted(close)) {
                close++;
            }
            boolean name = isPersonAlone(next, close);
            boolean role = close < limit && tokens.get(close).is(",") && isApposition(next, limit);
            if (!name && !role) {
                break;
            }
            end = close;
        }
        return end;
    }

    private boolean isPersonAlone(int from, int to) {
        return quoting.cast.mentionsIn(from, Math.min(to, from + 3)).stream()
                .anyMatch(mention ->
                        mention.agent().isPerson() && mention.titledFrom() == from && mention.toToken() >= to - 1);
    }
}
