package org.verbatim.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.verbatim.dataset.Changes;

/**
 * Since when a list's changes are asked for: a position in their order, or a time, which is only good to begin with.
 *
 * @param limit the most changes on a page
 */
public record Since(@Nullable Position position, Instant time, int limit) {

    static final String NAME = "modifiedSince";

    private static final String WHAT_IS_RIGHT =
            "a time such as 2026-11-25T00:00:00Z, a date, or what a “next” or “changes” link of this list has";

    /** Beyond these no database has to know any time. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private static final int KEYS = 4;

    /**
     * A place in the order of one list's changes, as a link has it.
     *
     * @param dataset the beginning of the name of the database
     * @param kind as the index calls it
     */
    record Position(String dataset, String kind, Changes.Place place) {

        private static final int NAME_LENGTH = 8;

        static Position of(String dataset, String kind, Changes.Place place) {
            return new Position(dataset.substring(0, Math.min(NAME_LENGTH, dataset.length())), kind, place);
        }

        private static Position parse(String text) {
            Cursor cursor = Cursor.parse(text, KEYS);
            long version = Long.parseLong(cursor.keys().get(2));
            if (version < 0) {
                throw new IllegalArgumentException();
            }
            return new Position(
                    cursor.keys().get(0),
                    cursor.keys().get(1),
                    new Changes.Place(version, cursor.keys().get(3)));
        }

        @Override
        public String toString() {
            return Cursor.behind(dataset, kind, String.valueOf(place.version()), place.id())
                    .toString();
        }
    }

    /** Reads {@code modifiedSince}; null where it was not given. */
    static @Nullable Since of(Query query) {
        Since since = query.parsed(NAME, Since::parse);
        return since == null ? null : new Since(since.position, since.time, Paging.limit(query));
    }

    private static Since parse(String text) {
        try {
            return new Since(Position.parse(text), FIRST, 0);
        } catch (IllegalArgumentException e) {
            // so it is a time, or nothing
        }
        try {
            // Who writes a plus sign into an address means one, and sends a space.
            Instant time = text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            return new Since(null, time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time, 0);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(WHAT_IS_RIGHT, e);
        }
    }
}
