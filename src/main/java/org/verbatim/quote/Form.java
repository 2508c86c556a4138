package org.verbatim.quote;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose words a quote has. */
@Schema(name = "QuoteForm", description = """
        Whose words a quote has:
        * `DIRECT`: the speaker's own, between quotation marks
        * `INDIRECT`: the journalist's, who reports what was said
        * `MIXED`: the journalist's, with some of the speaker's own between quotation marks""")
public enum Form {
    DIRECT,
    INDIRECT,
    MIXED
}
