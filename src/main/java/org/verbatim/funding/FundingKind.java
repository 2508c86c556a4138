package org.verbatim.funding;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is said of the money. */
@Schema(description = """
        What is said of the money; the words are close to IATI's transaction types:
        * `TARGET`: a goal or an appeal; nobody has given it
        * `PLEDGE`: promised
        * `COMMITMENT`: signed or voted
        * `DISBURSEMENT`: paid out
        * `CONTRIBUTION`: given, at a stage that is not stated
        * `LOAN`: lent""")
public enum FundingKind {
    TARGET,
    PLEDGE,
    COMMITMENT,
    DISBURSEMENT,
    CONTRIBUTION,
    LOAN
}
