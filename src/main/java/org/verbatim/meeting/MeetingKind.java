package org.verbatim.meeting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What sort of meeting it is. */
@Schema(description = """
        What sort of meeting it is:
        * `BILATERAL`: two sides talk
        * `VISIT`: a place or a team is visited
        * `CONFERENCE`: several parties, a named event
        * `ENCOUNTER`: with people who hold no office, such as migrants, residents or pupils""")
public enum MeetingKind {
    BILATERAL,
    VISIT,
    CONFERENCE,
    ENCOUNTER
}
