package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;
import org.verbatim.text.Span;

/** Reads what people talk about: <i>to discuss | radio procedures</i>. */
final class Topics {

    private final Reading reading;
    private final List<Token> tokens;
    private final Phrases words;
    private final NounPhrases nounPhrases;
    private final Phrases articles;
    private final Phrases coordinations;

    /** @param to the number of the token behind the last topic; 0 if there is none */
    record Found(List<Span> spans, int to) {}

    Topics(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.words = reading.lexicon().list("topics");
        this.nounPhrases = new NounPhrases(reading);
        this.articles = reading.lexicon().list("articles");
        this.coordinations = reading.lexicon().list("coordinations");
    }

    /** The topics between two tokens. */
    Found in(int from, int limit) {
        for (int i = from; i < limit; i++) {
            Phrases.Match match = words.match(tokens, i, limit);
            if (match != null) {
                return list(i + match.length(), limit);
            }
        }
        return new Found(List.of(), 0);
    }

    private Found list(int at, int limit) {
        List<Span> topics = new ArrayList<>();
        int start = at;
        int end = 0;
        while (start < limit) {
            int next = nounPhrases.end(start, limit);
            if (next == start) {
                break;
            }
            topics.add(reading.span(start, next));
            end = next;
            boolean joined = next + 1 < limit && coordinations.contains(tokens.get(next));
            if (!joined || !articles.contains(tokens.get(next + 1))) {
                break;
            }
            start = next + 1;
        }
        return new Found(topics, end);
    }
}
