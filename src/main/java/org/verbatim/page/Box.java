package org.verbatim.page;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.verbatim.http.Addresses;

/**
 * The one box: what stands in it, and what is done with it.
 *
 * @param speaker who is claimed to have said it; empty for nobody
 * @param as what the visitor chose
 */
record Box(String text, String speaker, As as) {

    /** More words than this are taken for a sentence that somebody claims. */
    private static final int LONGEST_SEARCH = 8;

    /** So few words are too few for a verification to tell whose they are. */
    private static final int SHORTEST_CLAIM = 4;

    private static final String OPENING = "«“„\"‹‘'";
    private static final String CLOSING = "»”“\"›’'";

    static final Box EMPTY = new Box("", "", As.AUTO);

    /** The values of the switch in an address. */
    static final Pattern MODE = Pattern.compile("auto|verify|search");

    /** The switch. */
    enum As {
        AUTO,
        VERIFY,
        SEARCH
    }

    /** Why something is verified or searched. */
    enum Reason {
        IN_MARKS,
        LONG,
        CHOSEN_VERIFY,
        SHORT,
        CHOSEN_SEARCH
    }

    static Box of(@Nullable String text, @Nullable String speaker, As as) {
        return new Box(text == null ? "" : text, speaker == null ? "" : speaker, as);
    }

    boolean isVerified() {
        return switch (reason()) {
            case IN_MARKS, LONG, CHOSEN_VERIFY -> true;
            case SHORT, CHOSEN_SEARCH -> false;
        };
    }

    Reason reason() {
        return switch (as) {
            case VERIFY -> Reason.CHOSEN_VERIFY;
            case SEARCH -> Reason.CHOSEN_SEARCH;
            case AUTO -> {
                Reason guess = guess(text);
                // Whoever names a speaker has a claim.
                yield guess == Reason.SHORT && !speaker.isBlank() ? Reason.CHOSEN_VERIFY : guess;
            }
        };
    }

    /** Whether it would be verified if nobody had chosen. */
    public boolean isClaim() {
        return guess(text) != Reason.SHORT;
    }

    /** The text as it stands in a query. */
    public String encoded() {
        return Addresses.encode(text);
    }

    /** A sentence in quotation marks, or more than eight words, is a claim; anything else is looked for. */
    static Reason guess(String text) {
        String bare = text.strip();
        // A full stop may stand behind the closing mark.
        String end = bare.replaceAll("[.,;!?…]+$", "");
        long words = Arrays.stream(bare.split("\\s+"))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
        boolean marked = end.length() > 1
                && OPENING.indexOf(end.charAt(0)) >= 0
                && CLOSING.indexOf(end.charAt(end.length() - 1)) >= 0;
        if (marked && words >= SHORTEST_CLAIM) {
            return Reason.IN_MARKS;
        }
        return words > LONGEST_SEARCH ? Reason.LONG : Reason.SHORT;
    }
}
