package org.verbatim.text;

import java.util.Locale;

/** Language tags (BCP 47), which mean the same in any case. */
public final class LanguageTag {

    /** The tag of a language that is not known. */
    public static final String UNKNOWN = "und";

    private LanguageTag() {}

    /**
     * A tag as RFC 5646, 2.1.1 recommends to write it: {@code en-US}, {@code zh-Hant}. Nothing but its case is changed;
     * what is no tag is given back in lower case.
     */
    public static String cased(String tag) {
        String[] subtags = tag.toLowerCase(Locale.ROOT).split("-", -1);
        for (int i = 1; i < subtags.length && subtags[i - 1].length() != 1; i++) {
            String subtag = subtags[i];
            if (subtag.length() == 2) {
                subtags[i] = subtag.toUpperCase(Locale.ROOT);
            } else if (subtag.length() == 4) {
                subtags[i] = subtag.substring(0, 1).toUpperCase(Locale.ROOT) + subtag.substring(1);
            }
        }
        return String.join("-", subtags);
    }
}
