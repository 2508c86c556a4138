package org.verbatim.quote;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How it is known who spoke. */
@Schema(description = """
        How it is known who spoke:
        * `EXPLICIT`: the reporting clause names them
        * `COREFERENCE`: the reporting clause has a pronoun or a description that the article resolves
        * `UNKNOWN`: the article does not let one tell""")
public enum AttributionMethod {
    EXPLICIT,
    COREFERENCE,
    UNKNOWN
}
