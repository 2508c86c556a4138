package org.verbatim.extraction;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.verbatim.text.LanguageTag;
import org.verbatim.text.SourceText;

/** Tells the language of a text by its commonest words. */
final class LanguageGuess {

    /** More of a text tells no more of its language. */
    private static final int ENOUGH = 20_000;

    /** Fewer function words tell no language: a name may have one, too. */
    private static final int FEWEST = 2;

    /** One word in so many is a function word at least: in French and English it is one in three, in a few lines less. */
    private static final int RAREST = 7;

    /** The function words of languages without a folder, by their tags. They share many with those that have one. */
    private static final Map<String, Set<String>> OTHERS = Lexicon.lines("extraction/other-function-words.txt").stream()
            .map(line -> line.split(" = ", 2))
            .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> Set.copyOf(List.of(line[1].split(" ")))));

    private LanguageGuess() {}

    /**
     * The language, of those there are word lists for, most of whose function words stand in the text; {@code und} where
     * they are too few, or where another language has as many.
     */
    static String of(SourceText text) {
        int[] head = text.toString().codePoints().limit(ENOUGH).toArray();
        List<Token> words = Tokenizer.tokens(head, 0, head.length).stream()
                .filter(Token::isWord)
                .toList();
        long most = Math.max(
                        FEWEST, (words.stream().mapToLong(LanguageGuess::weight).sum() + RAREST - 1) / RAREST)
                - 1;
        for (Set<String> other : OTHERS.values()) {
            most = Math.max(most, count(words, word -> other.contains(word.lower())));
        }
        String best = LanguageTag.UNKNOWN;
        for (String language : Lexicon.languages()) {
            long found = count(words, Lexicon.of(language).list("function-words")::contains);
            if (found > most) {
                most = found;
                best = language;
            } else if (found == most) {
                best = LanguageTag.UNKNOWN;
            }
        }
        return best;
    }

    private static long count(List<Token> words, Predicate<Token> common) {
        return words.stream().filter(common).count();
    }

    /** Some scripts write no space between words: their characters are counted. */
    private static long weight(Token word) {
        return UnicodeScript.of(word.text().codePointAt(0)) == UnicodeScript.LATIN
                ? 1
                : word.span().length();
    }
}
