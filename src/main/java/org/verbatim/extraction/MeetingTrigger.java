package org.verbatim.extraction;

import org.verbatim.meeting.MeetingStatus;

/**
 * A verb by which people meet.
 *
 * @param sense what kind of meeting
 * @param government how it governs whom
 * @param from the number of the token of the verb
 * @param to the number of the token behind it
 */
record MeetingTrigger(Sense sense, Government government, MeetingStatus status, int from, int to) {

    /** What a verb tells. */
    enum Sense {
        MEET,
        /** as a host; only people, for money is received as well */
        RECEIVE,
        /** as one sees somebody; only people who are named, for everything is seen as well */
        SEE,
        /** people are brought together, by whom or by what the subject tells */
        GATHER,
        VISIT,
        /** talks or a meeting, which the noun behind it tells */
        HOLD
    }

    /** How a verb governs those who are met. */
    enum Government {
        DIRECT,
        WITH,
        TO,
        /** in the passive, behind <i>par</i> or <i>by</i> */
        BY,
        /** those who meet are all the subject */
        NONE
    }
}
