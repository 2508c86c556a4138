package org.verbatim.extraction;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.verbatim.text.LanguageTag;
import org.verbatim.text.SourceText;

/** Tells the language of a text by its commonest words, and by who says something in it. */
final class LanguageGuess {

    /** More of a text tells no more of its language. */
    private static final int ENOUGH = 20_000;

    /** One word in so many tells a language at least: in French and English it is one in three, in a few lines less. */
    private static final int RAREST = 10;

    /** The function words of each language without a folder. They share many with those that have one. */
    private static final List<Set<String>> OTHERS = Lexicon.lines("extraction/other-function-words.txt").stream()
            .map(line -> Set.copyOf(List.of(line.split(" = ", 2)[1].split(" "))))
            .toList();

    /** They write no space between words, so that a word is as long as a sentence. */
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private LanguageGuess() {}

    /**
     * The language, of those there are word lists for, most of whose words stand in the text; {@code und} where they are
     * too few, as many as those of another such language, or fewer than those of any other.
     */
    static String of(SourceText text) {
        int[] head = text.toString().codePoints().limit(ENOUGH).toArray();
        List<Token> words = Tokenizer.tokens(head, 0, head.length).stream()
                .filter(Token::isWord)
                .toList();
        String best = LanguageTag.UNKNOWN;
        long most = 0;
        for (String language : Lexicon.languages()) {
            Lexicon lexicon = Lexicon.of(language);
            Phrases common = lexicon.list("function-words");
            long found = count(
                    words, word -> common.contains(word) || lexicon.verbs().verb(word) != null);
            if (found > most) {
                most = found;
                best = language;
            } else if (found == most) {
                best = LanguageTag.UNKNOWN;
            }
        }
        long enough = most;
        boolean isAnother =
                OTHERS.stream().anyMatch(other -> count(words, word -> other.contains(word.lower())) > enough);
        long size = words.stream().mapToLong(LanguageGuess::weight).sum();
        return isAnother || most * RAREST < size ? LanguageTag.UNKNOWN : best;
    }

    private static long count(List<Token> words, Predicate<Token> telling) {
        return words.stream().filter(telling).count();
    }

    /** How many words it is worth. */
    private static long weight(Token word) {
        return UNSPACED.contains(UnicodeScript.of(word.text().codePointAt(0)))
                ? word.span().length()
                : 1;
    }
}
