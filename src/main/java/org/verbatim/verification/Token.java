package org.verbatim.verification;

import java.util.Locale;
import org.verbatim.text.Span;
import org.verbatim.text.Words;

/**
 * A word or a mark of a text.
 *
 * @param key its normalised characters; two tokens are equal if their keys are
 * @param loose the key with its first letter in lower case
 * @param folded the key without case and accents
 * @param span where it stands in the original text, in code points
 * @param segment the number of the segment it stands in, from 0
 * @param opens whether it is the first word of a segment, or the first one behind an ellipsis: there the case of its
 *     first letter is typography
 * @param initial whether it begins a sentence, so that a capital letter says nothing
 */
record Token(
        Kind kind, String key, String loose, String folded, Span span, int segment, boolean opens, boolean initial) {

    enum Kind {
        WORD,
        MARK,
        /** Three dots, with or without brackets round them. */
        ELLIPSIS
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isMark(String marks) {
        return kind == Kind.MARK && marks.contains(key);
    }

    /** A word that French elides before a vowel, such as l’ or n’; with the word behind it, people count one. */
    boolean isElided() {
        return isWord() && key.endsWith("'");
    }

    boolean isCapitalised() {
        return isWord() && Character.isUpperCase(key.codePointAt(0));
    }

    /** In lower case, accents kept. */
    String lower() {
        return key.toLowerCase(Locale.ROOT);
    }

    static Token of(Kind kind, String key, Span span, int segment, boolean opens, boolean initial) {
        String folded = kind == Kind.WORD ? String.join("-", Words.fold(key)) : key;
        return new Token(kind, key, decapitalised(key), folded, span, segment, opens, initial);
    }

    private static String decapitalised(String key) {
        int first = key.codePointAt(0);
        int lower = Character.toLowerCase(first);
        return first == lower ? key : Character.toString(lower) + key.substring(Character.charCount(first));
    }
}
