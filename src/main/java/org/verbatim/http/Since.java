package org.verbatim.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verbatim.dataset.Changes;

/**
 * Since when a list's changes are asked for: a place in their order, or a time, which is only good to begin with.
 *
 * @param limit the most changes on a page
 */
public record Since(Changes.@Nullable Place place, @Nullable Instant time, int limit) {

    static final String NAME = "modifiedSince";

    private static final String WHAT_IS_RIGHT =
            "a time such as 2026-11-25T00:00:00Z, or what a “next” or “changes” link of this list has";

    /**
     * Reads {@code modifiedSince}; null where it was not given. Filters do not go with it: nobody could tell a client that
     * what it holds is no longer what the filter finds.
     */
    public static @Nullable Since of(Query query) {
        Since since = query.parsed(NAME, Since::parse);
        if (since == null) {
            return null;
        }
        query.goesOnlyWith(NAME, Set.of(NAME, "limit", Representations.FORMAT));
        return new Since(since.place, since.time, Paging.limit(query));
    }

    /** The place that is meant. */
    Changes.Place in(Changes changes) {
        return place != null ? place : changes.before(time == null ? Instant.EPOCH : time);
    }

    /** A place as {@link #parse} reads it. */
    static String write(Changes.Place place) {
        return Cursor.behind(String.valueOf(place.version()), place.id()).toString();
    }

    private static Since parse(String text) {
        try {
            return new Since(null, OffsetDateTime.parse(text).toInstant(), 0);
        } catch (DateTimeException e) {
            // so it is a place, or nothing
        }
        try {
            Cursor cursor = Cursor.parse(text, 2);
            long version = Long.parseLong(cursor.keys().get(0));
            if (version >= 0) {
                return new Since(new Changes.Place(version, cursor.keys().get(1)), null, 0);
            }
        } catch (IllegalArgumentException e) {
            // told below, in our words
        }
        throw new IllegalArgumentException(WHAT_IS_RIGHT);
    }
}
