package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds funds and programmes that are named: <i>Fonds Horizons Jeunes</i>, <i>Coastal Shield Fund</i>; and what stands for the last one. */
final class Funds {

    private static final int LONGEST = 8;

    private final Reading reading;
    private final List<Token> tokens;
    private final Phrases nouns;
    private final Phrases links;
    private final Phrases articles;
    private final Phrases anaphors;
    private final List<Found> named = new ArrayList<>();

    /**
     * A fund in the text.
     *
     * @param from the number of its first token
     * @param to the number of the token behind it
     */
    record Found(String name, int from, int to) {}

    Funds(Reading reading) {
        Lexicon lexicon = reading.lexicon();
        this.reading = reading;
        this.tokens = reading.tokens();
        this.nouns = lexicon.list("fund-nouns");
        this.links = lexicon.list("fund-links");
        this.articles = lexicon.list("articles");
        this.anaphors = lexicon.list("fund-anaphors");
        for (Sentence sentence : reading.sentences()) {
            for (int i = sentence.fromToken(); i < sentence.toToken(); i++) {
                Found fund = at(i, sentence);
                if (fund != null) {
                    named.add(fund);
                    i = fund.to() - 1;
                }
            }
        }
    }

    /** The fund named between two tokens, or the last one before them for which a word there stands; null if there is none. */
    @Nullable Found in(int from, int to) {
        int first = firstFrom(from);
        if (first < named.size() && named.get(first).from() < to) {
            return named.get(first);
        }
        for (int i = from; first > 0 && i < to; i++) {
            if (anaphors.match(tokens, i, to) != null) {
                return named.get(first - 1);
            }
        }
        return null;
    }

    /** The number of the first fund that is named at or behind a token. */
    private int firstFrom(int token) {
        int low = 0;
        int high = named.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (named.get(middle).from() < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private @Nullable Found at(int at, Sentence sentence) {
        Token token = tokens.get(at);
        if (!token.isCapitalised() || !nouns.contains(token)) {
            return null;
        }
        int from = at;
        while (from > sentence.fromToken()
                && at - from < LONGEST
                && tokens.get(from - 1).isCapitalised()
                && !articles.contains(tokens.get(from - 1))) {
            from--;
        }
        int to = end(at + 1, sentence.toToken());
        return to - from < 2 ? null : new Found(reading.text().slice(reading.span(from, to)), from, to);
    }

    /** Behind the capitalised words that go on the name, small words between them included. */
    private int end(int at, int limit) {
        int end = at;
        int i = at;
        while (i < limit && i - at < LONGEST) {
            Token token = tokens.get(i);
            if (token.isCapitalised() && !token.isAllCapitals()) {
                end = ++i;
            } else if (links.contains(token) || articles.contains(token)) {
                i++;
            } else {
                break;
            }
        }
        return end;
    }
}
