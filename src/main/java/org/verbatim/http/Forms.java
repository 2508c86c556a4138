package org.verbatim.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In which forms, besides JSON, one kind of thing that is served can be written. Each noun has a bean of it, so that
 * whoever writes them knows no noun.
 *
 * @param <T> as it is served in JSON
 */
public interface Forms<T> {

    /** What they are forms of. */
    Class<T> type();

    /** The path of the list of all of them, such as {@code /v1/quotes}. */
    String path();

    /** One flat row in a table: a column for each thing that is known of it. */
    List<Column<T>> columns();

    /** In the terms of the context that is served at {@link LinkedDataContext#PATH}. */
    Node linkedData(T served);

    /** How it is cited; null where it is not. */
    default @Nullable Citation citation(T served) {
        return null;
    }

    /**
     * A column.
     *
     * @param value of one row: anything whose {@code toString()} is what stands in the cell; null for an empty one
     */
    record Column<T>(String name, Function<T, @Nullable Object> value) {}
}
