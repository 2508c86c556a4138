package org.verbatim.extraction;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands before an infinitive and says whether it comes about; see {@code modals.txt}. */
final class Modals {

    /** Whether what an infinitive says comes about. */
    enum Mood {
        FUTURE,
        /** it ought to */
        DUE,
        PAST,
        /** somebody would like it to */
        WISH,
        /** it is what something is for */
        AIM
    }

    private final Phrases phrases;
    private final Phrases months;

    Modals(Lexicon lexicon) {
        phrases = lexicon.list("modals");
        months = lexicon.list("months");
    }

    /** What the last such words within {@code [from, verb)} say; null if there are none. <i>May</i> is a month. */
    @Nullable Mood before(List<Token> tokens, int from, int verb) {
        Phrases.Match last = null;
        for (int i = from; i < verb; i++) {
            Phrases.Match match = phrases.match(tokens, i, verb);
            boolean month = tokens.get(i).isCapitalised() && months.contains(tokens.get(i));
            if (match != null && !month) {
                last = match;
                i += match.length() - 1;
            }
        }
        return last == null ? null : Mood.valueOf(last.value().toUpperCase(Locale.ROOT));
    }
}
