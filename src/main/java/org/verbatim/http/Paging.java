package org.verbatim.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.verbatim.index.IndexQuery;

/**
 * Which part of a list is asked for.
 *
 * @param after the place behind which it begins, null for the first page
 * @param limit the most items, 1 to 100
 */
public record Paging<C>(@Nullable C after, int limit) {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    /**
     * Reads {@code cursor} and {@code limit}.
     *
     * @param keys how many sort keys a cursor of this list has
     * @param place makes a place in the order of them; refuses with an {@link IllegalArgumentException}
     */
    public static <C> Paging<C> of(Query query, int keys, Function<Cursor, C> place) {
        return new Paging<>(query.parsed("cursor", text -> place.apply(Cursor.parse(text, keys))), limit(query));
    }

    /** Reads {@code cursor} and {@code limit} for what the index finds. */
    public static IndexQuery of(Query query, IndexQuery question) {
        IndexQuery limited = question.limit(limit(query));
        IndexQuery behind = query.parsed("cursor", cursor -> behind(limited, cursor));
        return behind == null ? limited : behind;
    }

    private static IndexQuery behind(IndexQuery question, String cursor) {
        try {
            return question.after(cursor);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Cursor.WHAT_IS_RIGHT, e);
        }
    }

    static int limit(Query query) {
        return query.integer("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
    }
}
