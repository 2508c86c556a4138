package org.verbatim.search;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be found. */
@Schema(description = """
        What was found:
        * `Quote`: the words, or a name of the speaker; it stands under `quote`
        * `FundingFact`: the words that state it, or a name of the fund or of those involved; under `fundingFact`
        * `Meeting`: the words that state it, the place or a name of an attendee; under `meeting`
        * `Article`: its whole text, or its publisher; under `article`""")
public enum ResultType {
    Quote,
    FundingFact,
    Meeting,
    Article
}
