package org.verbatim.meeting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a meeting has taken place. */
@Schema(description = """
        Whether it has taken place, when the article was written:
        * `HELD`: it has
        * `PLANNED`: it is to come""")
public enum MeetingStatus {
    HELD,
    PLANNED
}
