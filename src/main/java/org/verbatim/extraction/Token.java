package org.verbatim.extraction;

import org.verbatim.text.Span;

/**
 * A word, a number, or a single mark.
 *
 * @param kind which of them
 * @param text the characters as they stand
 * @param lower in lower case, with ' for every apostrophe; accents stay, since <i>annonce</i> is not <i>annoncé</i>
 * @param folded in lower case and without accents
 * @param span where it stands, in code points
 * @param spaced whether white space, or the beginning of the text, stands in front of it
 */
record Token(Kind kind, String text, String lower, String folded, Span span, boolean spaced) {

    enum Kind {
        WORD,
        NUMBER,
        MARK
    }

    int start() {
        return span.start();
    }

    int end() {
        return span.end();
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isMark() {
        return kind == Kind.MARK;
    }

    /** Whether this is that word or mark, in any case; to be given in lower case. */
    boolean is(String word) {
        return lower.equals(word);
    }

    /** Whether this is one of these marks. */
    boolean isMark(String marks) {
        return kind == Kind.MARK && marks.contains(text);
    }

    /** Whether this is a word that begins with a capital, and not an elided one (L'). */
    boolean isCapitalised() {
        return kind == Kind.WORD
                && !isElided()
                && (Character.isUpperCase(text.codePointAt(0)) || hasCapitalBehindPrefix());
    }

    /** al-Suwaidi, el-Sissi. */
    private boolean hasCapitalBehindPrefix() {
        int hyphen = text.indexOf('-');
        return hyphen > 0
                && hyphen <= 3
                && hyphen + 1 < text.length()
                && Character.isUpperCase(text.codePointAt(hyphen + 1));
    }

    /** Whether this is a word with a capital, an elided one included. */
    boolean beginsWithCapital() {
        return kind == Kind.WORD && Character.isUpperCase(text.codePointAt(0));
    }

    /** Whether this leans on the next word: l', qu'. */
    boolean isElided() {
        return kind == Kind.WORD && lower.endsWith("'");
    }

    /** Whether this is a word of at least two letters without a small one: OIM, HCR. */
    boolean isAllCapitals() {
        return kind == Kind.WORD
                && text.codePointCount(0, text.length()) > 1
                && text.codePoints().noneMatch(Character::isLowerCase)
                && Character.isUpperCase(text.codePointAt(0));
    }
}
