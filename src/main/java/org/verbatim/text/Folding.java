package org.verbatim.text;

/**
 * What {@link NormalisedText} may do to a text: every kind of difference that it takes for typography. Whatever is not
 * listed here is kept, such as words, case, accents, numbers, superscripts, fractions and all other punctuation.
 */
public enum Folding {
    QUOTATION_MARKS(
            "Double quotation marks of every shape (« » “ ” „ 「 」 ″, and two apostrophes in a row) are one: \""),
    APOSTROPHES("Apostrophes, single quotation marks and accents typed in their place (’ ‘ ‚ ‹ › ʼ ′ ` ´) are one: '"),
    SPACES("Spaces of every width and line breaks are one space; those around double quotation marks, before"
            + " ; : ! ? % ‰ and currency signs, and at both ends, are dropped"),
    INVISIBLES(
            "Invisible characters (soft hyphens, zero-width spaces, byte order marks, direction and emoji style marks,"
                    + " and joiners in scripts that are written without) are dropped"),
    DASHES("Hyphens, minus signs and dashes are one: -; an em dash, or several dashes in a row, stands between spaces"),
    ELLIPSIS("The character … is three full stops"),
    CANONICAL_COMPOSITION("Letters and their combining marks are composed (Unicode Normalization Form C)"),
    LIGATURES("The typographic ligatures ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ are spelt out; œ and æ are letters and stay"),
    FULL_WIDTH_FORMS("Full-width letters, digits and punctuation (Ａ １ ？) are those of ordinary width");

    private final String description;

    Folding(String description) {
        this.description = description;
    }

    /** What this folding does, in one English sentence for the users of the API; without a full stop. */
    public String description() {
        return description;
    }
}
