package org.verbatim.verification;

import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.verbatim.text.Folding;

/**
 * A difference between claim and source that was taken for typography. The first nine are those of {@link Folding}, by
 * the same names.
 */
@Schema(description = """
        A difference between claim and source that was taken for typography, and is none in `difference`:
        * `QUOTATION_MARKS`: quotation marks of every shape are one, and never part a wording
        * `APOSTROPHES`: apostrophes, single quotation marks and accents typed in their place are one
        * `SPACES`: spaces of every width and line breaks are one space
        * `INVISIBLES`: soft hyphens, zero-width characters and direction marks are dropped
        * `DASHES`: hyphens, minus signs and dashes are one; dashes between words stand between spaces
        * `ELLIPSIS`: `…` is three full stops
        * `CANONICAL_COMPOSITION`: letters and their combining marks are composed (Unicode NFC)
        * `LIGATURES`: the typographic ligatures (`ﬁ`) are spelt out; `œ` and `æ` are letters and stay
        * `FULL_WIDTH_FORMS`: full-width letters and digits are those of ordinary width
        * `FIRST_LETTER_CASE`: capital or small, at the beginning of the claim or of a segment, or behind an omission
        * `END_PUNCTUATION`: full stops, commas, dashes, ellipses and the like (no question marks) at either end of the \
        claim, and where two segments meet
        * `JOINED_SEGMENTS`: the reporting clause between two segments is no part of the quote

        Kept, and so differences of wording: words, accents, all other capitals, numbers, marks within a sentence.""")
public enum Normalisation {
    QUOTATION_MARKS,
    APOSTROPHES,
    SPACES,
    INVISIBLES,
    DASHES,
    ELLIPSIS,
    CANONICAL_COMPOSITION,
    LIGATURES,
    FULL_WIDTH_FORMS,
    FIRST_LETTER_CASE,
    END_PUNCTUATION,
    JOINED_SEGMENTS;

    static Set<Normalisation> of(Set<Folding> foldings) {
        Set<Normalisation> normalisations = new TreeSet<>();
        foldings.forEach(folding -> normalisations.add(valueOf(folding.name())));
        return normalisations;
    }
}
