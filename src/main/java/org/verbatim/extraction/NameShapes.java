package org.verbatim.extraction;

import java.util.List;

/** Tells from capitals, small words and neighbours where a name begins and ends, and what it may name. */
final class NameShapes {

    private static final int LONGEST_NAME = 8;

    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final Phrases particles = Lexicon.shared("name-particles");
    private final Phrases givenNames = Lexicon.shared("given-names");

    NameShapes(List<Token> tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
    }

    /** In a line of capitals, a capital tells nothing. */
    boolean isShouting(Sentence sentence) {
        int words = 0;
        int capitals = 0;
        for (int i = sentence.fromToken(); i < sentence.toToken(); i++) {
            Token token = tokens.get(i);
            if (token.isWord() && token.text().length() > 1) {
                words++;
                capitals += token.isAllCapitals() ? 1 : 0;
            }
        }
        return words > 2 && capitals * 3 > words * 2;
    }

    /** Turkish, without a capital behind it. */
    boolean isNationality(int at, int limit) {
        boolean alone = at + 1 >= limit || !tokens.get(at + 1).isCapitalised();
        return alone && lexicon.list("nationalities").match(tokens, at, limit) != null;
    }

    /** Chad, Jordan and Georgia are given names, too. */
    boolean isGivenNameHere(int at, Phrases.Match country, int limit) {
        int next = at + country.length();
        return country.length() == 1
                && givenNames.contains(tokens.get(at))
                && next < limit
                && tokens.get(next).isCapitalised();
    }

    boolean isOpener(int at, Sentence sentence) {
        Token token = tokens.get(at);
        boolean listed = lexicon.list("openers").contains(token)
                || lexicon.list("function-words").contains(token)
                || lexicon.list("articles").contains(token);
        if (!listed || token.isAllCapitals()) {
            return false;
        }
        boolean first = at == sentence.fromToken() || !tokens.get(at - 1).isWord();
        boolean givenName = givenNames.contains(token)
                && at + 1 < sentence.toToken()
                && tokens.get(at + 1).isCapitalised();
        return !givenName
                && (first
                        || !lexicon.list("openers").contains(token)
                        || token.text().length() <= 4);
    }

    /** The given name within a run of capitals that begins behind an article or preposition; -1 if there is none. */
    int givenNameWithin(int from, int to) {
        boolean linked = from > 0
                && (lexicon.list("definite").contains(tokens.get(from - 1))
                        || lexicon.list("linking").contains(tokens.get(from - 1)));
        for (int i = from + 1; linked && i + 1 < to; i++) {
            if (givenNames.contains(tokens.get(i)) && !givenNames.contains(tokens.get(from))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the words behind a comma say that it is an organisation: Hallam Kilns, which …; Unite, the union, … */
    boolean isExplained(int end, int limit) {
        if (end + 1 >= limit || !tokens.get(end).is(",")) {
            return false;
        }
        int noun = end + 1;
        if (tokens.get(noun).is("which")) {
            return true;
        }
        int last = lexicon.isNounFirst() ? noun + 2 : noun + 4;
        for (int i = noun; i < last && i < limit && tokens.get(i).isWord(); i++) {
            if (lexicon.list("roles").match(tokens, i, limit) != null) {
                return false;
            }
        }
        for (int i = noun; i < last && i < limit && tokens.get(i).isWord(); i++) {
            if (lexicon.list("organisations").match(tokens, i, limit) != null
                    && !tokens.get(i).isCapitalised()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a capitalised small word stands within, as in the name of an association: Santé Sans Rives. */
    boolean functionWithin(int from, int to) {
        for (int i = from + 1; i < to - 1; i++) {
            if (tokens.get(i).isCapitalised() && lexicon.list("function-words").contains(tokens.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a particle may open a family name: président | de Gaulle; but not des Affaires, de la Justice. */
    boolean isNobiliary(int from, int to) {
        return (tokens.get(from).is("de") && from + 2 == to)
                || !lexicon.list("linking").contains(tokens.get(from));
    }

    /**
     * Whether a run of capitals completes a noun without being somebody's name: captain of | Little Marsh, les joueurs des
     * | Lions de Saint-Flour, Coupe d'| Afrique du Progrès.
     */
    boolean isComplement(int from, int to) {
        if (from == 0 || givenNames.contains(tokens.get(from))) {
            return false;
        }
        Token before = tokens.get(from - 1);
        boolean plural = lexicon.list("plural-links").contains(before);
        boolean linked = lexicon.list("linking").contains(before);
        boolean region = linked && Lexicon.shared("regions").contains(tokens.get(from));
        // Coupe d'| Afrique du Progrès: a capital before the link begins the name of something
        boolean titled = linked
                && lexicon.isNounFirst()
                && from > 1
                && tokens.get(from - 2).isCapitalised()
                && !particles.contains(tokens.get(from - 2))
                && lexicon.list("roles").match(tokens, from - 2, from - 1) == null;
        return plural || region || titled;
    }

    boolean isPlace(int from, int to) {
        boolean named = lexicon.list("places").contains(tokens.get(to - 1))
                || lexicon.list("places").contains(tokens.get(from));
        boolean located = from > 0 && lexicon.list("place-prepositions").contains(tokens.get(from - 1));
        return named || (located && !givenNames.contains(tokens.get(from)));
    }

    /** Behind the capitalised titles that begin a name: Health Secretary | Edmund Farrow-Leigh. */
    int endOfTitle(int from, int to) {
        int end = from;
        for (int i = from; i < to; i++) {
            Phrases.Match match = lexicon.list("roles").match(tokens, i, to);
            if (match != null && !(givenNames.contains(tokens.get(i)) && i == from)) {
                end = i + match.length();
                i = end - 1;
            }
        }
        return end;
    }

    /** Behind the last capital of a run of them, with particles, initials and the like within. */
    int endOfName(int from, int limit) {
        int end = from + 1;
        int words = 1;
        int i = from + 1;
        while (i < limit && words < LONGEST_NAME) {
            Token token = tokens.get(i);
            if (token.isCapitalised() && token.spaced() && !isHonorific(i, limit)) {
                words++;
                end = ++i;
            } else if (token.is(".")
                    && tokens.get(i - 1).text().length() == 1
                    && i + 1 < limit
                    && tokens.get(i + 1).isCapitalised()) {
                i++;
            } else if (particles.contains(token) && isParticled(i, limit)) {
                i++;
            } else {
                break;
            }
        }
        return end;
    }

    boolean isHonorific(int at, int limit) {
        return lexicon.list("honorifics").match(tokens, at, limit) != null;
    }

    /** Whether a name goes on behind one or two small words. */
    boolean isParticled(int at, int limit) {
        int next = at + 1;
        if (next < limit
                && particles.contains(tokens.get(next))
                && !tokens.get(next).isCapitalised()) {
            next++;
        }
        return next < limit
                && tokens.get(next).isCapitalised()
                && lexicon.foldedList("countries").match(tokens, next, limit) == null;
    }

    /** Whether a given name alone is that of somebody: souffle Nadia, aide-soignante; Nadia, 34. */
    boolean isPresented(int at) {
        boolean spoken = at > 0 && lexicon.verbs().verb(tokens.get(at - 1)) != null;
        int next = at + 2;
        boolean explained = next < tokens.size()
                && tokens.get(at + 1).is(",")
                && (tokens.get(next).isNumber()
                        || lexicon.list("roles").match(tokens, next, Math.min(tokens.size(), next + 4)) != null);
        return spoken || explained;
    }
}
