package org.verbatim.funding;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the currency is known. */
@Schema(description = """
        How the currency is known:
        * `STATED`: the article names it beyond doubt (*euros*, *dollars américains*)
        * `INFERRED`: read from a word that several currencies share (*dollars* alone, read as USD)
        * `NOT_STATED`: it is not known""")
public enum CurrencyStatus {
    STATED,
    INFERRED,
    NOT_STATED
}
