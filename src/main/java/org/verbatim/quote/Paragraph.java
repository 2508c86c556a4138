package org.verbatim.quote;

import org.verbatim.text.SourceText;

/** What stands round a place in its paragraph. */
final class Paragraph {

    private static final int LONGEST = 300;

    private Paragraph() {}

    /** Up to 300 code points before a place, from the beginning of its line; a longer line is cut between words. */
    static String before(SourceText text, int place) {
        int from = place;
        while (from > 0 && place - from < LONGEST && text.codePointAt(from - 1) != '\n') {
            from--;
        }
        boolean cut = from > 0 && text.codePointAt(from - 1) != '\n';
        int word = from;
        while (cut && word < place && !Character.isWhitespace(text.codePointAt(word))) {
            word++;
        }
        // A single word longer than that is cut all the same.
        String before = text.slice(word < place ? word : from, place).stripLeading();
        return cut ? "… " + before : before;
    }

    /** Up to 300 code points after a place, to the end of its line; a longer line is cut between words. */
    static String after(SourceText text, int place) {
        int to = place;
        while (to < text.length() && to - place < LONGEST && text.codePointAt(to) != '\n') {
            to++;
        }
        boolean cut = to < text.length() && text.codePointAt(to) != '\n';
        int word = to;
        while (cut && word > place && !Character.isWhitespace(text.codePointAt(word - 1))) {
            word--;
        }
        String after = text.slice(place, word > place ? word : to).stripTrailing();
        return cut ? after + " …" : after;
    }
}
