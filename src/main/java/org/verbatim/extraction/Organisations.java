package org.verbatim.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the name of an organisation by its noun. In French the noun comes first and drags its complements behind it
 * (<i>Organisation mondiale de la Santé</i>); in English it comes last (<i>Northmoor Ambulance Trust</i>), of a run of
 * capitals. Initials in brackets belong to the name before them.
 */
final class Organisations {

    private static final int LONGEST = 16;

    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final Phrases nouns;
    private final Phrases linking;
    private final Phrases articles;
    private final boolean headFirst;

    Organisations(List<Token> tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.nouns = lexicon.list("organisations");
        this.linking = lexicon.list("linking");
        this.articles = lexicon.list("definite");
        // a language whose adjectives have listed endings puts them behind the noun
        this.headFirst = lexicon.isNounFirst();
    }

    /** Behind the name that begins with a token, its initials in brackets included; the token itself if there is none. */
    int end(int at, int limit) {
        int bound = Math.min(limit, at + LONGEST);
        return headFirst ? headFirst(at, bound) : headLast(at, bound);
    }

    /** Where the name itself ends, before initials in brackets. */
    int endOfName(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (tokens.get(i).is("(") && i + 2 < to) {
                return i + 3 >= to ? i : to;
            }
        }
        return to;
    }

    /** The initials in brackets within a name. */
    @Nullable String acronym(int from, int to) {
        for (int i = from + 1; i + 2 < to + 1 && i + 1 < to; i++) {
            if (tokens.get(i).is("(") && isInitials(i + 1, to)) {
                return tokens.get(i + 1).text();
            }
        }
        return null;
    }

    /** Where the proper name begins behind a lower-case noun for what it is: association | Piétons du Val. */
    int properName(int from, int to) {
        if (tokens.get(from).isCapitalised()) {
            return from;
        }
        for (int i = from + 1; i < to; i++) {
            if (tokens.get(i).isCapitalised()) {
                boolean linked = linking.contains(tokens.get(i - 1)) || articles.contains(tokens.get(i - 1));
                return linked && !articles.contains(tokens.get(i)) ? from : i;
            }
        }
        return from;
    }

    char gender(int at, int limit) {
        Phrases.Match noun = nouns.match(tokens, at, limit);
        return noun == null || noun.value().isEmpty() ? 'u' : noun.value().charAt(0);
    }

    private boolean isInitials(int at, int limit) {
        if (at + 1 > limit - 1 && at + 1 >= tokens.size()) {
            return false;
        }
        Token token = tokens.get(at);
        long capitals = token.text().chars().filter(Character::isUpperCase).count();
        return token.isCapitalised()
                && capitals >= 2
                && token.text().length() <= 12
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is(")");
    }

    /** Behind initials in brackets, if they stand at a token; the token itself otherwise. */
    private int initials(int at, int limit) {
        return at + 2 < limit && tokens.get(at).is("(") && isInitials(at + 1, limit) ? at + 3 : at;
    }

    private int headFirst(int at, int limit) {
        Phrases.Match noun = nouns.match(tokens, at, limit);
        if (noun == null) {
            return capitals(at, limit);
        }
        int end = at + noun.length();
        boolean proper = tokens.get(at).isCapitalised() && !isFirst(at);
        int i = adjectives(end, limit);
        while (i < limit) {
            int next = complement(i, limit);
            if (next == i) {
                break;
            }
            i = adjectives(next, limit);
        }
        for (int k = at; k < i; k++) {
            proper |= k > at && tokens.get(k).isCapitalised();
        }
        int named = initials(i, limit);
        if (named > i) {
            // L’agence régionale de santé (ARS) Occitanie
            return named < limit
                            && tokens.get(named).isCapitalised()
                            && tokens.get(named).spaced()
                    ? named + 1
                    : named;
        }
        return proper && (i > end || tokens.get(at).isCapitalised()) ? i : at;
    }

    private boolean isFirst(int at) {
        return at == 0 || !tokens.get(at - 1).isWord();
    }

    private int adjectives(int from, int limit) {
        int i = from;
        while (i < limit && isAdjective(tokens.get(i)) && tokens.get(i).spaced()) {
            i++;
        }
        return i;
    }

    private boolean isAdjective(Token token) {
        return token.isWord()
                && !token.isCapitalised()
                && token.text().length() > 3
                && !lexicon.list("function-words").contains(token)
                && lexicon.verbs().verb(token) == null
                && (lexicon.endsLike("adjective-endings", token)
                        || lexicon.list("nationalities").contains(token));
    }

    /** Behind one complement: de la Santé, pour les réfugiés, Piétons, d'intervention, et de l'Assainissement. */
    private int complement(int from, int limit) {
        int i = from;
        boolean linked = false;
        if (i < limit && tokens.get(i).is("et") && i + 1 < limit && linking.contains(tokens.get(i + 1))) {
            i++;
        }
        if (i < limit && (linking.contains(tokens.get(i)) || isPour(i, limit))) {
            linked = true;
            i++;
        }
        int word = linked && i < limit && articles.contains(tokens.get(i)) ? i + 1 : i;
        if (!linked
                && word < limit
                && tokens.get(word).isElided()
                && tokens.get(word).beginsWithCapital()) {
            word++;
        }
        if (word >= limit || !tokens.get(word).isWord()) {
            return from;
        }
        Token token = tokens.get(word);
        if (token.isCapitalised()) {
            return capitalRun(word, limit);
        }
        boolean noun = linked
                && !lexicon.list("function-words").contains(token)
                && !lexicon.list("articles").contains(token)
                && !lexicon.list("weekdays").contains(token);
        return noun ? word + 1 : from;
    }

    private boolean isPour(int at, int limit) {
        return tokens.get(at).is("pour") && at + 1 < limit && articles.contains(tokens.get(at + 1));
    }

    private int capitalRun(int from, int limit) {
        int i = from + 1;
        while (i < limit && tokens.get(i).isCapitalised() && tokens.get(i).spaced()) {
            i++;
        }
        return i;
    }

    /** Capitals that end with initials in brackets, or whose last word tells an organisation, as in an English name. */
    private int capitals(int at, int limit) {
        if (!tokens.get(at).isCapitalised()) {
            return at;
        }
        int end = capitalRun(at, limit);
        int named = initials(end, limit);
        if (named > end) {
            return named;
        }
        Phrases english = Lexicon.of("en").list("organisations");
        boolean told = end > at + 1 && english.contains(tokens.get(end - 1)) && !isFirst(at);
        return told ? end : at;
    }

    private int headLast(int at, int limit) {
        boolean opener = isFirst(at) && lexicon.list("function-words").contains(tokens.get(at));
        if (opener || !tokens.get(at).isCapitalised()) {
            return at;
        }
        int end = at;
        int i = at;
        boolean told = false;
        int toldEnd = at;
        while (i < limit) {
            Token token = tokens.get(i);
            if (token.isCapitalised() && (i == at || token.spaced())) {
                boolean noun = nouns.contains(token) && i > at;
                told |= noun
                        || (nouns.contains(token)
                                && i + 1 < limit
                                && tokens.get(i + 1).is("of"));
                end = ++i;
                toldEnd = noun ? end : toldEnd;
            } else if (i > at && isJoint(i, limit) && told(at, i)) {
                i++;
            } else {
                break;
            }
        }
        int named = initials(end, limit);
        if (named > end) {
            return named;
        }
        boolean person = lexicon.list("roles").match(tokens, at, end) != null;
        if (!told || end - at < 2) {
            return at;
        }
        // Hartwell Council Leader Tom Ashgrove: the role begins another name
        if (person && toldEnd == at) {
            return at;
        }
        return end > toldEnd && toldEnd > at && isRole(toldEnd, end) ? toldEnd : end;
    }

    private boolean isRole(int at, int limit) {
        return at < limit && lexicon.list("roles").match(tokens, at, limit) != null;
    }

    /** A small word with a capital behind it: International Fund for Agricultural Development. */
    private boolean isJoint(int at, int limit) {
        Token token = tokens.get(at);
        int next = at + 1;
        boolean small = token.is("of") || token.is("for") || token.is("and") || token.is("&");
        if (small && next < limit && tokens.get(next).is("the")) {
            next++;
        }
        return small && next < limit && tokens.get(next).isCapitalised();
    }

    /** Whether what was read so far has a noun for an organisation, so that a small word may go on with it. */
    private boolean told(int from, int to) {
        for (int i = from; i < to; i++) {
            if (nouns.contains(tokens.get(i))) {
                return true;
            }
        }
        return false;
    }
}
