package org.verbatim.verification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the articles held say about a claimed quotation; the lesser claim in doubt. */
@Schema(description = """
        What the articles held say about a claimed quotation:
        * `VERBATIM`: the words stand in a direct quote of that speaker (of anybody, if no speaker was claimed); only \
        typography differs. At least four neighbouring words of a quote count, unless a negation, number or question mark \
        just outside them changes their sense. A claim may run on from one segment of a quote to the next.
        * `ELIDED`: the same, but for omissions that the claim marks (`…`, `[…]`), in order, and without a negation or \
        number lost: at most four omissions of at most 60 words each
        * `ALTERED`: close to a quote, but words were changed, added or dropped without a mark, or an omission lost a \
        negation or number. `difference` shows what; `form` tells whether the quote is somebody's own words
        * `MISATTRIBUTED`: the words are a real direct quote (whole or elided), but of somebody else
        * `REPORTED`: the words stand in an article, but as indirect speech or as the journalist's own prose: nobody's \
        direct words. Also given for two or three words that stand somewhere: too few to tell whose they are
        * `NOT_FOUND`: nothing close stands in the articles held, which `searchScope` counts; it does not mean that it was \
        never said""")
public enum Verdict {
    VERBATIM,
    ELIDED,
    ALTERED,
    MISATTRIBUTED,
    REPORTED,
    NOT_FOUND
}
