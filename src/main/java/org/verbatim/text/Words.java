package org.verbatim.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text, without case and accents, for filters and comparisons that are indifferent to both. For what
 * must keep its accents and its place in the text there is {@link NormalisedText}.
 *
 * <p>A word is a run of letters and decimal digits; all else parts words ({@code l’OIM} has two, and {@code 10²} is the
 * word {@code 10}), except combining marks and invisible format characters (soft hyphen, joiners), which are passed
 * over. Letters are decomposed (NFKD), stripped of their marks and folded to lower case, free of any locale; œ, æ and ß
 * are spelt out, ø, ł and đ lose their stroke.
 */
public final class Words {
    private Words() {}

    /** The words in order, repetitions included. Takes any string, lone surrogates and control characters too. */
    public static List<String> fold(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            if (isWordCharacter(codePoint)) {
                fold(codePoint, word);
            } else if (!isPassedOver(codePoint)) {
                end(word, words);
            }
        });
        end(word, words);
        return words;
    }

    /**
     * The words with one space in front of each and one behind the last, so that {@code LIKE '% word %'} finds whole
     * words; a single space if there are none. Words hold no character that is special in a LIKE pattern.
     */
    public static String foldedText(String text) {
        StringBuilder folded = new StringBuilder(" ");
        fold(text).forEach(word -> folded.append(word).append(' '));
        return folded.toString();
    }

    /**
     * For each word of a text, the LIKE pattern that finds it in a {@link #foldedText}; null for no text.
     */
    public static @Nullable List<String> patterns(@Nullable String text) {
        return text == null
                ? null
                : fold(text).stream().map(word -> "% " + word + " %").toList();
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** One code point at a time: a long run of marks takes the JDK quadratic time, and they are dropped anyway. */
    private static void fold(int codePoint, StringBuilder word) {
        if (codePoint < 0x80) {
            word.append((char) Character.toLowerCase(codePoint));
            return;
        }
        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .codePoints()
                .filter(Words::isWordCharacter)
                // by way of the upper case, so that ς and σ are the same letter
                .map(letter -> Character.toLowerCase(Character.toUpperCase(letter)))
                .forEach(letter -> {
                    switch (letter) {
                        case 'œ' -> word.append("oe");
                        case 'æ' -> word.append("ae");
                        case 'ß' -> word.append("ss");
                        case 'ø' -> word.append('o');
                        case 'ł' -> word.append('l');
                        case 'đ' -> word.append('d');
                        default -> word.appendCodePoint(letter);
                    }
                });
    }

    /** The modifier letters ʻ and ʼ are letters to Unicode, but in an article they are apostrophes. */
    private static boolean isWordCharacter(int codePoint) {
        return Character.isLetterOrDigit(codePoint) && codePoint != '\u02BB' && codePoint != '\u02BC';
    }

    private static boolean isPassedOver(int codePoint) {
        return CodePoints.isMark(codePoint) || Character.getType(codePoint) == Character.FORMAT;
    }
}
