package org.verbatim.funding;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How exactly an amount is stated. */
@Schema(description = """
        How exactly the amount is stated:
        * `STATED`: as it is (`value`)
        * `APPROXIMATE`: about this much (`value`)
        * `AT_LEAST`: more than, or no less than (`value`)
        * `AT_MOST`: less than, or no more than (`value`)
        * `RANGE`: between two amounts (`minValue`, `maxValue`)
        * `NOT_STATED`: the article names none; there is no `value`, which is not the same as 0""")
public enum AmountStatus {
    STATED,
    APPROXIMATE,
    AT_LEAST,
    AT_MOST,
    RANGE,
    NOT_STATED
}
