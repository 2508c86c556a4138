package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads cues that stand behind their clause or within it: <i>…, a annoncé X</i>; <i>…, the mayor said</i>; <i>…, said X, …</i> */
final class TrailingCues {

    private static final int SHORTEST = 2;
    /** No reported clause has more tokens. */
    private static final int LONGEST_CLAUSE = 300;

    private final Quoting quoting;
    private final Complements complements;
    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final Clause clause;

    TrailingCues(Quoting quoting, Complements complements) {
        this.quoting = quoting;
        this.complements = complements;
        this.tokens = quoting.tokens;
        this.lexicon = quoting.lexicon;
        this.clause = quoting.clause;
    }

    /** Whether a cue stands behind a comma and before its inverted subject, or with its subject at the end. */
    boolean isBehindItsClause(Cue cue, Sentence sentence) {
        if (cue.form() != Verbs.Form.FINITE
                || !cue.may(Verbs.Use.CLAUSE)
                || cue.from() <= sentence.fromToken() + SHORTEST) {
            return false;
        }
        int limit = sentence.toToken();
        boolean comma = tokens.get(cue.from() - 1).is(",");
        if (comma) {
            boolean inverted = cue.hasPronoun()
                    || (cue.to() < limit
                            && (clause.startsPhrase(cue.to())
                                    || clause.startsPhrase(Math.min(limit - 1, clause.skipAdverbs(cue.to(), limit)))));
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
        Clause.Phrase phrase = clause.behind(clause.skipAdverbs(at, limit), limit);
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
    @Nullable ReportedQuote behind(Cue cue, Sentence sentence, int done) {
        int limit = sentence.toToken();
        Clause.Phrase subject;
        int bodyEnd;
        int end;
        boolean inverted = tokens.get(cue.from() - 1).is(",")
                && (cue.hasPronoun()
                        || (cue.to() < limit && tokens.get(cue.to()).isWord()));
        if (inverted) {
            bodyEnd = cue.from() - 1;
            int at = clause.skipAdverbs(cue.to(), limit);
            subject = cue.hasPronoun()
                    ? new Clause.Phrase(cue.subjectFrom(), cue.subjectFrom() + 1)
                    : clause.behind(at, limit);
            end = subject == null ? limit : Math.max(cue.to(), subject.to());
        } else {
            bodyEnd = commaBefore(cue.from(), sentence);
            subject = clause.before(bodyEnd + 1, cue.from());
            end = cue.to();
        }
        Cast.Resolved speaker = subject == null ? null : quoting.somebody(subject, limit);
        int from = bodyStart(Math.max(done, sentence.fromToken()), bodyEnd);
        if (speaker == null || bodyEnd - from < SHORTEST || isSubordinate(from)) {
            return null;
        }
        List<QuoteDraft.Segment> segments = new ArrayList<>(quoting.reported(from, bodyEnd));
        String rule = "quote.reported.cue-after";
        if (end < limit && tokens.get(end).is(",") && !isApposition(end + 1, limit)) {
            segments.addAll(quoting.reported(end + 1, complements.clauseEnd(end + 1, limit)));
            rule = "quote.reported.incise";
            end = limit;
        }
        return new ReportedQuote(rule, cue, speaker, segments, end);
    }

    /** Whether what begins with a token is no clause of its own: Asked whether …, When the … */
    private boolean isSubordinate(int at) {
        Verbs.Verb verb = lexicon.verbs().verb(tokens.get(at));
        boolean participle = verb != null && !quoting.isQuoted(at);
        return participle || lexicon.list("subordinating").contains(tokens.get(at));
    }

    int bodyStart(int earliest, int to) {
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
    boolean isApposition(int at, int limit) {
        int noun = at < limit && lexicon.list("articles").contains(tokens.get(at)) ? at + 1 : at;
        return noun < limit
                && (lexicon.list("roles").match(tokens, noun, limit) != null
                        || lexicon.list("relative-pronouns").contains(tokens.get(at))
                        || lexicon.list("prepositions").contains(tokens.get(at))
                        || lexicon.list("linking").contains(tokens.get(at))
                        || lexicon.endsLike("participle-endings", tokens.get(at)));
    }
}
