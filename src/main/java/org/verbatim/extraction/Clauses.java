package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;

/** Cuts sentences into clauses: at semicolons, full stops within a quotation, bullets, and words such as <i>mais</i>. */
final class Clauses {

    /** A longer one is cut, so that whatever looks at pairs of words in a clause takes time linear in the text. */
    private static final int LONGEST = 400;

    private static final String BULLETS = "•·▪●◦■►*";

    private final Reading reading;
    private final List<Token> tokens;
    private final Phrases breaks;
    private final Phrases abbreviations;

    /**
     * A clause, without the marks at its ends.
     *
     * @param from the number of its first token
     * @param to the number of the token behind it
     * @param sentence the number of its sentence
     * @param ends whether a full stop follows, within a sentence that holds several
     */
    record Clause(int from, int to, int sentence, boolean ends) {}

    Clauses(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.breaks = reading.lexicon().list("clause-breaks");
        this.abbreviations = reading.lexicon().list("abbreviations");
    }

    /** The clauses of a sentence, in order. */
    List<Clause> in(int sentenceNumber) {
        Sentence sentence = reading.sentences().get(sentenceNumber);
        List<Clause> clauses = new ArrayList<>();
        int start = sentence.fromToken();
        for (int i = start; i < sentence.toToken(); i++) {
            boolean stop = isStop(i, sentence.toToken());
            boolean breaks = i > start && this.breaks.match(tokens, i, sentence.toToken()) != null;
            if (stop || breaks || i - start >= LONGEST) {
                add(clauses, start, i, sentenceNumber, stop && !tokens.get(i).is(";"));
                start = stop ? i + 1 : i;
            }
        }
        add(clauses, start, sentence.toToken(), sentenceNumber, true);
        return clauses;
    }

    private void add(List<Clause> clauses, int from, int to, int sentence, boolean ends) {
        int start = from;
        int end = to;
        while (start < end && tokens.get(start).isMark() && !tokens.get(start).isMark("$€£¥")) {
            start++;
        }
        while (end > start
                && tokens.get(end - 1).isMark()
                && !tokens.get(end - 1).isMark("$€£¥)")) {
            end--;
        }
        if (start < end) {
            clauses.add(new Clause(start, end, sentence, ends));
        }
    }

    private boolean isStop(int at, int limit) {
        Token token = tokens.get(at);
        if (token.isMark(";") || token.isMark(BULLETS)) {
            return true;
        }
        if (!token.isMark(".!?…") || at + 1 >= limit) {
            return false;
        }
        Token next = tokens.get(at + 1);
        boolean abbreviated = at > 0
                && token.is(".")
                && (abbreviations.contains(tokens.get(at - 1))
                        || tokens.get(at - 1).text().length() == 1);
        return next.spaced()
                && !abbreviated
                && (!next.isWord() || Character.isUpperCase(next.text().codePointAt(0)));
    }
}
