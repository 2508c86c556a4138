package org.verbatim.review;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.verbatim.article.ReviewStatus;

/** What an editor decides on a record. */
@Schema(name = "ReviewDecision", description = """
        What an editor decides on a record:
        * `CONFIRMED`: it is right as it is
        * `CORRECTED`: it is right as it is sent along
        * `REJECTED`: it is wrong, and not to be served""")
public enum Decision {
    CONFIRMED(ReviewStatus.CONFIRMED),
    CORRECTED(ReviewStatus.CORRECTED),
    REJECTED(ReviewStatus.REJECTED);

    private final ReviewStatus makes;

    Decision(ReviewStatus makes) {
        this.makes = makes;
    }

    /** What it makes of the record. */
    ReviewStatus makes() {
        return makes;
    }
}
