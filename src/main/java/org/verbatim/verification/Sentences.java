package org.verbatim.verification;

import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/** Finds the sentence round a place, well enough to be read. */
final class Sentences {

    private static final int LONGEST = 1000;

    private Sentences() {}

    /** From the beginning of the sentence in which a span begins to the end of that in which it ends. */
    static Span around(SourceText text, Span span) {
        int start = span.start();
        while (start > 0 && span.start() - start < LONGEST && !isEnd(text, start - 1)) {
            start--;
        }
        while (start < span.start() && isSpace(text.codePointAt(start))) {
            start++;
        }
        int end = span.end();
        while (end < text.length() && end - span.end() < LONGEST && !isEnd(text, end - 1)) {
            end++;
        }
        while (end > span.end() && isSpace(text.codePointAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    /** A line break, or a full stop and the like with a space and a capital behind it, marks aside. */
    private static boolean isEnd(SourceText text, int at) {
        int c = text.codePointAt(at);
        if (c == '\n') {
            return true;
        }
        if (!isSpace(c)) {
            return false;
        }
        int before = at - 1;
        while (before >= 0 && "»”\"’) \u00A0\u202F".indexOf(text.codePointAt(before)) >= 0) {
            before--;
        }
        if (before < 1 || ".!?…".indexOf(text.codePointAt(before)) < 0) {
            return false;
        }
        // “M. Bourita” and “S.E.” go on.
        boolean initials = text.codePointAt(before) == '.'
                && Character.isUpperCase(text.codePointAt(before - 1))
                && (before < 2 || !Character.isLetter(text.codePointAt(before - 2)));
        int next = at + 1;
        while (next < text.length() && "«“\" \u00A0\u202F".indexOf(text.codePointAt(next)) >= 0) {
            next++;
        }
        return !initials && (next == text.length() || !Character.isLowerCase(text.codePointAt(next)));
    }

    private static boolean isSpace(int c) {
        return Character.isSpaceChar(c) || Character.isWhitespace(c);
    }
}
