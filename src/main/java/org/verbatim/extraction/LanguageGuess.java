package org.verbatim.extraction;

import java.util.List;
import org.verbatim.text.SourceText;

/** Tells the language of a text by its commonest words. */
final class LanguageGuess {

    /** More of a text tells no more of its language. */
    private static final int ENOUGH = 20_000;

    private LanguageGuess() {}

    /** The language, of those there are word lists for, most of whose function words stand in the text; the first on a tie. */
    static String of(SourceText text) {
        int[] head = text.toString().codePoints().limit(ENOUGH).toArray();
        List<Token> tokens = Tokenizer.tokens(head, 0, head.length);
        String best = Lexicon.languages().get(0);
        long most = 0;
        for (String language : Lexicon.languages()) {
            Phrases common = Lexicon.of(language).list("function-words");
            long found = tokens.stream().filter(common::contains).count();
            if (found > most) {
                most = found;
                best = language;
            }
        }
        return best;
    }
}
