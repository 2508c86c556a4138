package org.verbatim.index;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Whoever has something to be found. The nouns implement it, as CDI beans; the index asks, it is never told.
 *
 * <p>Documents are pushed one by one, so that a source can walk a database cursor inside its own transaction and
 * neither side ever holds the whole corpus. What {@code into} throws is to be let through.
 */
public interface IndexSource {
    /** Hands over every document there is, in any order. */
    void all(Consumer<IndexedDocument> into);

    /**
     * Hands over every document of these owners ({@link IndexedDocument#owner()}), in any order: for an owner that is
     * gone, or another source's, none.
     */
    void of(Set<String> owners, Consumer<IndexedDocument> into);
}
