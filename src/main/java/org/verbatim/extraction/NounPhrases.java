package org.verbatim.extraction;

import java.util.List;

/** Tells how far a noun goes with what belongs to it: <i>une délégation de l'Union commerciale de Corvas</i>. */
final class NounPhrases {

    private static final int LONGEST = 16;

    private final List<Token> tokens;
    private final Phrases prepositions;
    private final Phrases links;
    private final Phrases stops;
    private final Phrases auxiliaries;
    private final Phrases relatives;
    private final Phrases articles;
    private final Phrases definite;
    private final Phrases weekdays;
    private final Phrases months;

    NounPhrases(Reading reading) {
        Lexicon lexicon = reading.lexicon();
        this.tokens = reading.tokens();
        this.prepositions = lexicon.list("prepositions");
        this.links = lexicon.list("parties");
        this.stops = lexicon.list("coordinations");
        this.auxiliaries = lexicon.list("auxiliaries");
        this.relatives = lexicon.list("relative-pronouns");
        this.articles = lexicon.list("articles");
        this.definite = lexicon.list("definite");
        this.weekdays = lexicon.list("weekdays");
        this.months = lexicon.list("months");
    }

    /** The number of the token behind the phrase that begins with a token; {@code from} itself if none does. */
    int end(int from, int limit) {
        int end = from;
        int last = Math.min(limit, from + LONGEST);
        for (int i = from; i < last; i++) {
            if (tokens.get(i).isMark() ? !isAcronym(i, last) : stopsAt(i, from)) {
                break;
            }
            if (tokens.get(i).isMark()) {
                i += 2;
                end = i + 1;
            } else if (!isLink(i) && !articles.contains(tokens.get(i))) {
                end = i + 1;
            }
        }
        return end;
    }

    /** Initials in brackets belong to the name before them. */
    private boolean isAcronym(int at, int limit) {
        return tokens.get(at).is("(")
                && at + 2 < limit
                && tokens.get(at + 1).isAllCapitals()
                && tokens.get(at + 2).is(")");
    }

    private boolean stopsAt(int at, int from) {
        Token token = tokens.get(at);
        if (isLink(at) || token.is("'s") || (at == from && articles.contains(token))) {
            return false;
        }
        boolean another = at > from
                && definite.contains(token)
                && !isLink(at - 1)
                && tokens.get(at - 1).isWord()
                && !articles.contains(tokens.get(at - 1))
                && !token.isCapitalised();
        boolean date =
                token.isNumber() || weekdays.contains(token) || (months.contains(token) && token.isCapitalised());
        return date
                || another
                || stops.contains(token)
                || prepositions.contains(token)
                || auxiliaries.contains(token)
                || relatives.contains(token);
    }

    private boolean isLink(int at) {
        return "of".equals(links.value(tokens.get(at)));
    }
}
