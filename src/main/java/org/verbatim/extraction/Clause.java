package org.verbatim.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the subject of a verb of saying, before it or inverted behind it, and where noun phrases end. */
final class Clause {

    private static final int LONGEST_PHRASE = 24;
    private static final int LONGEST_CLAUSE = 120;
    private static final int MOST_SEGMENTS = 4;

    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final Cast cast;
    private final boolean headFirst;

    /** The tokens of a noun phrase; {@code from} to {@code to}, exclusive. */
    record Phrase(int from, int to) {}

    Clause(Reading reading, Cast cast) {
        this.tokens = reading.tokens();
        this.lexicon = reading.lexicon();
        this.cast = cast;
        this.headFirst = lexicon.isNounFirst();
    }

    /** The noun phrase that stands behind an inverted verb, with what is in apposition to it; null if none does. */
    @Nullable Phrase behind(int from, int limit) {
        if (from >= limit || !(tokens.get(from).isWord() || tokens.get(from).isNumber())) {
            return null;
        }
        int end = from;
        int bound = Math.min(limit, from + LONGEST_PHRASE);
        while (end < bound && !isEndOfPhrase(end, from)) {
            end++;
        }
        if (end == from) {
            return null;
        }
        // le directeur, Loïc Berthomieu: the name stands behind the comma
        if (end + 1 < limit && tokens.get(end).is(",") && !hasPerson(from, end)) {
            for (Mention mention : cast.mentionsIn(end + 1, Math.min(limit, end + 3))) {
                if (mention.agent().isPerson() && mention.titledFrom() == end + 1) {
                    return new Phrase(from, mention.toToken());
                }
            }
        }
        return new Phrase(from, end);
    }

    private boolean isEndOfPhrase(int at, int from) {
        Token token = tokens.get(at);
        if (token.isMark()) {
            boolean within = token.isMark("-‑'’&/")
                    || (token.is(".") && at > from && isAbbreviated(at - 1))
                    || isBracketedInitials(at);
            return !within;
        }
        if (at == from) {
            return false;
        }
        if (lexicon.list("phrase-ends").contains(token)) {
            return !(headFirst && token.is("pour") && lexicon.list("roles").contains(tokens.get(at - 1)));
        }
        return false;
    }

    private boolean isAbbreviated(int at) {
        return lexicon.list("abbreviations").contains(tokens.get(at))
                || tokens.get(at).text().length() == 1;
    }

    private boolean isBracketedInitials(int at) {
        Token token = tokens.get(at);
        return (token.is("(") && at + 2 < tokens.size() && tokens.get(at + 2).is(")"))
                || (token.is(")") && at >= 2 && tokens.get(at - 2).is("("));
    }

    boolean hasPerson(int from, int to) {
        return cast.mentionsIn(from, to).stream()
                .anyMatch(mention -> mention.agent().isPerson());
    }

    /**
     * The subject that stands before a verb.
     *
     * @param from the number of the first token that may belong to the clause
     * @param verb the number of the first token of the verb's group
     */
    @Nullable Phrase before(int from, int verb) {
        int start = lowerBound(from, verb);
        int end = verb;
        while (end > start && isJoint(end - 1)) {
            end--;
        }
        if (end < verb) {
            return first(from, end);
        }
        int comma = lastComma(start, end);
        if (comma == end - 1) {
            return apposed(start, end - 1);
        }
        int last = comma + 1;
        while (last < end && isJoint(last)) {
            last++;
        }
        if (last == end) {
            return null;
        }
        if (lexicon.list("relative-pronouns").contains(tokens.get(last))) {
            return comma > start ? antecedentAt(start, comma) : null;
        }
        int relative = relativeBefore(last, end);
        if (relative == end - 1) {
            return antecedent(last, relative);
        }
        return phraseBefore(last, end);
    }

    /** The subject of the main clause of a sentence that a participle goes with. */
    @Nullable Phrase first(int from, int limit) {
        int to = Math.min(limit, from + LONGEST_CLAUSE);
        int start = from;
        while (start < to) {
            int comma = nextComma(start, to);
            boolean adverbial = isAdverbial(start);
            if (!adverbial) {
                break;
            }
            if (comma < 0) {
                int article = firstPhraseStart(start + 1, to);
                start = article < 0 ? to : article;
                break;
            }
            start = comma + 1;
        }
        while (start < to && isJoint(start)) {
            start++;
        }
        if (start >= to) {
            return null;
        }
        int end = endOfPhrase(start, to);
        if (end < to && tokens.get(end).is(",") && !hasPerson(start, end)) {
            for (Mention mention : cast.mentionsIn(end + 1, Math.min(to, end + 3))) {
                if (mention.agent().isPerson() && mention.titledFrom() == end + 1) {
                    return new Phrase(start, mention.toToken());
                }
            }
        }
        return new Phrase(start, end);
    }

    private int lowerBound(int from, int verb) {
        int start = from;
        for (int i = verb - 1; i >= from && i >= verb - 60; i--) {
            Token token = tokens.get(i);
            boolean clause = lexicon.list("complementisers").contains(token)
                    && !lexicon.list("relative-pronouns").contains(token);
            if (token.isMark(";:»”\"–—•") || cast.coreference().isQuoted(i) || (clause && isReporting(i - 1, from))) {
                return i + 1;
            }
            start = i;
        }
        return start;
    }

    /** Whether a verb of saying, or a conjunction, stands at a place, so that que behind it begins a reported clause. */
    private boolean isReporting(int at, int from) {
        return at >= from && (lexicon.verbs().verb(tokens.get(at)) != null || isJoint(at));
    }

    /** Whether a conjunction of two clauses stands at a place. */
    boolean isJoint(int at) {
        return lexicon.list("conjunctions").contains(tokens.get(at));
    }

    private int lastComma(int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (tokens.get(i).is(",")) {
                return i;
            }
        }
        return from - 1;
    }

    private int nextComma(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.get(i).is(",")) {
                return i;
            }
        }
        return -1;
    }

    /** A subject that ends with a comma: the named one among the last parts, or else the last part that is no clause. */
    private @Nullable Phrase apposed(int from, int to) {
        int end = to;
        Phrase description = null;
        for (int i = 0; i < MOST_SEGMENTS && end > from; i++) {
            int comma = lastComma(from, end);
            int start = comma + 1;
            while (start < end && isJoint(start)) {
                start++;
            }
            boolean relative = start < end && lexicon.list("relative-pronouns").contains(tokens.get(start));
            if (start < end && !relative && !isAdverbial(start)) {
                Cast.Resolved named = cast.resolveNamed(start, end);
                if (named != null && named.agent() != null && (named.agent().isPerson() || startsPhrase(start))) {
                    return new Phrase(start, end);
                }
                boolean name = description != null
                        && end - start <= 3
                        && tokens.get(start).isCapitalised()
                        && tokens.get(end - 1).isCapitalised();
                if (name) {
                    return new Phrase(start, end);
                }
                if (startsPhrase(start)) {
                    description = new Phrase(start, end);
                }
            }
            end = comma;
        }
        return description;
    }

    /** Of several names before a relative clause, the one that it directly follows. */
    private @Nullable Phrase antecedentAt(int from, int comma) {
        for (Mention mention : cast.mentionsIn(Math.max(from, comma - 8), comma)) {
            if (mention.toToken() == comma) {
                return new Phrase(Math.max(from, mention.titledFrom()), comma);
            }
        }
        return apposed(from, comma);
    }

    private @Nullable Phrase antecedent(int from, int relative) {
        int end = relative;
        return end > from ? phraseBefore(from, end) : null;
    }

    private int relativeBefore(int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (lexicon.list("relative-pronouns").contains(tokens.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The phrase that ends directly before a verb; behind an adverbial without a comma, the last one that may begin there. */
    private @Nullable Phrase phraseBefore(int from, int to) {
        Phrases.Match pronoun = lexicon.list("pronouns").match(tokens, from, to);
        if (pronoun != null && (from + pronoun.length() == to || pronoun.length() == 1)) {
            return new Phrase(from, from + pronoun.length());
        }
        if (!isAdverbial(from)) {
            return startsPhrase(from) ? new Phrase(from, to) : lastPhrase(from, to);
        }
        return lastPhrase(from + 1, to);
    }

    private @Nullable Phrase lastPhrase(int from, int to) {
        for (int i = to - 1; i >= Math.max(1, from); i--) {
            boolean linked = lexicon.list("linking").contains(tokens.get(i - 1))
                    || lexicon.list("prepositions").contains(tokens.get(i - 1))
                    || lexicon.list("articles").contains(tokens.get(i - 1))
                    || tokens.get(i - 1).isCapitalised()
                    || tokens.get(i - 1).isMark("-‑.");
            if (!linked && startsPhrase(i)) {
                return new Phrase(i, to);
            }
        }
        return null;
    }

    private int firstPhraseStart(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean linked = lexicon.list("linking").contains(tokens.get(i - 1))
                    || lexicon.list("prepositions").contains(tokens.get(i - 1));
            if (!linked && startsPhrase(i)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a noun phrase may begin with a token: an article, a capital, a pronoun, a bare plural of people. */
    boolean startsPhrase(int at) {
        Token token = tokens.get(at);
        return lexicon.list("articles").contains(token)
                || lexicon.list("pronouns").contains(token)
                || lexicon.list("indefinite").contains(token)
                || lexicon.list("people").contains(token)
                || (token.isCapitalised() && !isAdverbial(at))
                || lexicon.list("roles").match(tokens, at, Math.min(tokens.size(), at + 4)) != null
                || (lexicon.list("role-modifiers").contains(token)
                        && at + 1 < tokens.size()
                        && lexicon.list("roles").contains(tokens.get(at + 1)))
                || isTitled(at);
    }

    private boolean isTitled(int at) {
        return lexicon.list("honorifics").match(tokens, at, Math.min(tokens.size(), at + 4)) != null;
    }

    /** Whether what begins with a token is no subject: a preposition, a participle, a day. */
    private boolean isAdverbial(int at) {
        Token token = tokens.get(at);
        if (lexicon.list("prepositions").contains(token)
                || lexicon.list("weekdays").contains(token)
                || token.isNumber()) {
            return true;
        }
        int next = at + 1;
        boolean time = next < tokens.size()
                && lexicon.list("articles").contains(token)
                && (isDayNumber(next)
                        || lexicon.list("times").contains(tokens.get(next))
                        || lexicon.list("weekdays").contains(tokens.get(next)));
        Verbs.Verb verb = lexicon.verbs().verb(token);
        boolean participle = verb != null && verb.is(Verbs.Form.GERUND);
        boolean ending = lexicon.endsLike("participle-endings", token) && !token.isAllCapitals() && isLowerStem(at);
        return time || participle || ending || lexicon.list("adverbs").contains(token);
    }

    /** le 5 septembre, but not the 81-year-old. */
    private boolean isDayNumber(int at) {
        return tokens.get(at).isNumber()
                && !(at + 1 < tokens.size() && tokens.get(at + 1).isMark("-‑"));
    }

    /** Whether a capital is only that of a sentence's first word. */
    private boolean isLowerStem(int at) {
        return cast.mentionsIn(at, at + 1).isEmpty();
    }

    /** Behind a noun phrase: noun, adjectives, complements, a name. */
    int endOfPhrase(int from, int limit) {
        for (Mention mention : cast.mentionsIn(from, Math.min(limit, from + 10))) {
            if (mention.titledFrom() <= from) {
                return Math.min(limit, mention.toToken());
            }
            break;
        }
        int i = from;
        while (i < limit && lexicon.list("articles").contains(tokens.get(i))) {
            i++;
        }
        if (lexicon.list("pronouns").contains(tokens.get(from))) {
            return from + 1;
        }
        int bound = Math.min(limit, from + LONGEST_PHRASE);
        i = Math.min(headFirst ? i + 1 : behindNoun(i, bound), bound);
        while (i < bound) {
            Token token = tokens.get(i);
            if (token.isCapitalised() || lexicon.list("nationalities").contains(token) || isNounOrAdjective(token)) {
                i++;
            } else if (lexicon.list("linking").contains(token) && i + 1 < bound && (headFirst || token.is("of"))) {
                i++;
                while (i < bound && lexicon.list("articles").contains(tokens.get(i))) {
                    i++;
                }
                List<Mention> named = cast.mentionsIn(i, Math.min(limit, i + 1));
                i = Math.min(bound, named.isEmpty() ? i + 1 : named.get(0).toToken());
            } else {
                break;
            }
        }
        return i;
    }

    /** Behind the role or the noun for an organisation that ends an English phrase; behind its first word if there is none. */
    private int behindNoun(int from, int limit) {
        for (int i = from; i < limit && i < from + 5 && tokens.get(i).isWord(); i++) {
            Phrases.Match role = lexicon.list("roles").match(tokens, i, limit);
            if (role != null) {
                return i + role.length();
            }
            if (lexicon.list("organisations").contains(tokens.get(i))) {
                return i + 1;
            }
        }
        return from + 1;
    }

    private boolean isNounOrAdjective(Token token) {
        if (!token.isWord()
                || lexicon.list("function-words").contains(token)
                || lexicon.verbs().verb(token) != null) {
            return false;
        }
        return headFirst
                ? lexicon.endsLike("adjective-endings", token)
                : lexicon.list("roles").contains(token)
                        || lexicon.list("organisations").contains(token)
                        || lexicon.list("role-modifiers").contains(token);
    }

    /** Behind the adverbs and the like that begin with a token. */
    int skipAdverbs(int from, int limit) {
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
}
