package org.verbatim.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How sure the rule is that found a record: its precision, as measured on the evaluation set. */
@Schema(description = """
        How sure the rule is that found a record, by its precision on the evaluation set:
        * `HIGH`: at least 95 of 100 records that it finds are right
        * `MEDIUM`: at least 80
        * `LOW`: fewer, or too few were found to tell""")
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW
}
