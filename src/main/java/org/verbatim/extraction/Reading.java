package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.verbatim.dossier.Dossier;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/** An article as it is read: blocks, sentences, tokens and quotations, with the lexicon of its language. */
final class Reading {

    private final SourceText text;
    private final Lexicon lexicon;
    private final List<Block> blocks;
    private final List<Token> tokens;
    private final List<Quotation> quotations;
    private final List<Sentence> sentences;

    private Reading(SourceText text, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
        int[] codePoints = text.toString().codePoints().toArray();
        List<Token> all = new ArrayList<>();
        this.blocks = Layout.blocks(codePoints, lexicon, all);
        this.tokens = Collections.unmodifiableList(all);
        this.quotations = Collections.unmodifiableList(Quotations.in(tokens, blocks));
        this.sentences = Collections.unmodifiableList(Sentences.in(tokens, blocks, quotations, lexicon));
    }

    /** Reads an article in a language, given as a BCP 47 tag. */
    static Reading of(SourceText text, String language) {
        return new Reading(text, Lexicon.of(language));
    }

    SourceText text() {
        return text;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /** From the top of the page to its bottom; only white space stands between them. */
    List<Block> blocks() {
        return blocks;
    }

    /** The tokens of all blocks, noise included. */
    List<Token> tokens() {
        return tokens;
    }

    Token token(int index) {
        return tokens.get(index);
    }

    /** The quotations in content blocks, by their place; of nested ones the outer one comes first. */
    List<Quotation> quotations() {
        return quotations;
    }

    /** The sentences of content blocks, headline and captions included. */
    List<Sentence> sentences() {
        return sentences;
    }

    /** The number of the first token that begins at or behind a code point; that of tokens if there is none. */
    int tokenAt(int codePoint) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).start() < codePoint) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The number of the sentence that holds a token; that of the next one if it is in none. */
    int sentenceOf(int token) {
        int found = Collections.binarySearch(
                sentences, new Sentence(token, token, 0), Comparator.comparingInt(Sentence::fromToken));
        int sentence = found >= 0 ? found : -found - 2;
        return sentence >= 0 && token < sentences.get(sentence).toToken() ? sentence : sentence + 1;
    }

    /** The stretch from one token up to another, exclusive. */
    Span span(int fromToken, int toToken) {
        return new Span(tokens.get(fromToken).start(), tokens.get(toToken - 1).end());
    }

    /** A piece of evidence for a dossier. */
    Dossier.Pin pin(Span span) {
        return new Dossier.Pin(text.slice(span), span.start(), span.end());
    }
}
