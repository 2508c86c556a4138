package org.verbatim.extraction;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part in a meeting.
 *
 * @param agent null if nobody named
 * @param from the number of the first token that names or describes them
 * @param to the number of the token behind it
 */
record Attendee(Sort sort, @Nullable Agent agent, int from, int to) {

    /** What somebody is to a meeting. */
    enum Sort {
        PERSON,
        /** an organisation or a state, or its delegates */
        PARTY,
        /** a house or the like, told by what it is: it can be visited */
        INSTITUTION,
        /** those who work somewhere: who meets them visits it */
        TEAM,
        /** people who hold no office */
        GROUP,
        /** people who do, but are not named */
        OFFICIALS,
        /** a town or a country, which is a place and no attendee */
        PLACE
    }
}
