package org.verbatim.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How precisely a date is known. */
@Schema(description = """
        How precisely a date is known:
        * `DAY`: to the day (`2018-12-10`)
        * `MONTH`: to the month (`2018-12`)
        * `YEAR`: to the year (`2018`)
        * `UNKNOWN`: the article's words, such as a weekday, cannot be placed in a calendar; there is no `value`""")
public enum DatePrecision {
    DAY,
    MONTH,
    YEAR,
    UNKNOWN
}
