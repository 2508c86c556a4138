package org.verbatim.verification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened to some words between source and claim. */
@Schema(description = """
        What happened to some words between source and claim:
        * `EQUAL`: nothing but typography
        * `INSERTED`: the claim has them, the source does not
        * `DELETED`: the source has them, the claim drops them without a mark
        * `REPLACED`: the claim has other words, or the same with other accents or capitals
        * `ELIDED`: the claim drops them and says so (`…`, `[…]`); without `source`, nothing was dropped there""")
public enum DifferenceOp {
    EQUAL,
    INSERTED,
    DELETED,
    REPLACED,
    ELIDED
}
