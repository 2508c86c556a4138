package org.verbatim.extraction;

import org.jspecify.annotations.Nullable;
import org.verbatim.funding.FundingKind;

/** What a word says of the sum that it stands with. */
enum FundingSense {
    LOAN(FundingKind.LOAN),
    TARGET(FundingKind.TARGET),
    PLEDGE(FundingKind.PLEDGE),
    COMMITMENT(FundingKind.COMMITMENT),
    DISBURSEMENT(FundingKind.DISBURSEMENT),
    CONTRIBUTION(FundingKind.CONTRIBUTION),
    /** a contract or the like: whatever is paid under it is a commitment */
    AGREEMENT(FundingKind.COMMITMENT),
    /** made known, so that what is merely called an aid is a promise of it */
    ANNOUNCE(FundingKind.PLEDGE),
    /** money comes together from many */
    GATHER(FundingKind.CONTRIBUTION),
    /** the subject gets it */
    RECEIVE(FundingKind.CONTRIBUTION),
    /** the subject gets it, and has to give it back */
    BORROW(FundingKind.LOAN),
    /** a price, a result, damage */
    NONE(null),
    /** shares, which are bought and not given */
    EQUITY(null);

    private final @Nullable FundingKind kind;

    FundingSense(@Nullable FundingKind kind) {
        this.kind = kind;
    }

    /** What such a sum is; null if it is no funding fact. */
    @Nullable FundingKind kind() {
        return kind;
    }
}
