package org.verbatim.extraction;

import java.util.List;

/**
 * Finds one kind of record in an article.
 *
 * @param <R> the record, as a dossier writes it
 */
interface Finder<R> {

    /**
     * The records, in the order of their places, each with start and end in all its evidence, {@code EXTRACTED}, and with
     * the rule that found it ({@link Rules}). No two are the same.
     *
     * @param cast gets used: {@link Cast#use} for each agent that a record names
     */
    List<R> find(Reading reading, Cast cast);
}
