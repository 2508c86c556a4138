package org.verbatim.quote;

import org.verbatim.text.SourceText;

/** The quotation marks round a quote, which are not part of it. */
final class Marks {

    private static final String MARKS = "«»“”„‟\"‹›‘’‚'";

    private Marks() {}

    /** The opening mark that stands before a code point, with the space that typography puts between; or nothing. */
    static String before(SourceText text, int start) {
        int at = start;
        while (at > 0 && isSpace(text.codePointAt(at - 1))) {
            at--;
        }
        return at > 0 && MARKS.indexOf(text.codePointAt(at - 1)) >= 0 ? text.slice(at - 1, start) : "";
    }

    /** The closing mark that stands at a code point, with the space that typography puts between; or nothing. */
    static String after(SourceText text, int end) {
        int at = end;
        while (at < text.length() && isSpace(text.codePointAt(at))) {
            at++;
        }
        return at < text.length() && MARKS.indexOf(text.codePointAt(at)) >= 0 ? text.slice(end, at + 1) : "";
    }

    private static boolean isSpace(int codePoint) {
        return Character.isSpaceChar(codePoint);
    }
}
