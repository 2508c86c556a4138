package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;

/** Ends sentences at full stops and the like, but not within a quotation, after an abbreviation, or before a small letter. */
final class Sentences {

    private static final String TERMINAL = ".!?…";

    private final List<Token> tokens;
    private final Phrases abbreviations;

    private Sentences(List<Token> tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.abbreviations = lexicon.list("abbreviations");
    }

    static List<Sentence> in(List<Token> tokens, List<Block> blocks, List<Quotation> quotations, Lexicon lexicon) {
        Sentences sentences = new Sentences(tokens, lexicon);
        List<Sentence> found = new ArrayList<>();
        int next = 0;
        for (int b = 0; b < blocks.size(); b++) {
            Block block = blocks.get(b);
            if (!block.isContent()) {
                continue;
            }
            int start = block.fromToken();
            for (int i = block.fromToken(); i < block.toToken(); i++) {
                while (next < quotations.size()
                        && (quotations.get(next).open() < i
                                || quotations.get(next).depth() > 0)) {
                    next++;
                }
                if (next < quotations.size() && quotations.get(next).open() == i) {
                    // as a whole; it may end the sentence with the mark that closes it
                    i = Math.min(quotations.get(next).close(), block.toToken() - 1);
                }
                if (i + 1 == block.toToken() || sentences.endsWith(i)) {
                    found.add(new Sentence(start, i + 1, b));
                    start = i + 1;
                }
            }
        }
        return found;
    }

    /** Whether a sentence ends with this token, which is not the last one of its block. */
    private boolean endsWith(int at) {
        Token token = tokens.get(at);
        Token next = tokens.get(at + 1);
        boolean closing = token.isMark("»”\"’'›)]") && at > 0;
        Token mark = closing ? tokens.get(at - 1) : token;
        if (!mark.isMark(TERMINAL)) {
            return false;
        }
        boolean closes = next.isMark("»”\"’'›)]") && !next.spaced();
        if (closes || next.isMark(TERMINAL) || next.isMark(",;:")) {
            return false;
        }
        boolean begins = !next.isWord() || next.beginsWithCapital();
        if (!begins) {
            return false;
        }
        if (closing) {
            return true;
        }
        if (!next.spaced() && !next.isMark("«“\"‘")) {
            return next.beginsWithCapital() && at > 0 && isSmallWord(tokens.get(at - 1));
        }
        return !mark.is(".") || at == 0 || !isAbbreviation(tokens.get(at - 1));
    }

    private static boolean isSmallWord(Token token) {
        return token.isWord()
                && token.text().length() > 1
                && Character.isLowerCase(token.text().codePointAt(0));
    }

    /** M. Bourita, S.E., Dr. Smith go on; so does an initial. */
    private boolean isAbbreviation(Token token) {
        boolean initial = token.isCapitalised() && token.text().length() == 1 && !token.is("i");
        return initial || abbreviations.contains(token);
    }
}
