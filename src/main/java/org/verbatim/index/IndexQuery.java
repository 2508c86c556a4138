package org.verbatim.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the index.
 *
 * <p>{@code text} is plain words, and between quotation marks (straight, curly or «») exact phrases; nothing else in it
 * means anything, so nothing in it is ever an error. Read are its first {@value PlainQuery#MAX_LENGTH} characters, and of
 * those the first {@value PlainQuery#MAX_WORDS} words; {@link IndexHits#searched()} tells which were.
 *
 * @param text blank: everything, in its {@link IndexedDocument#order()}; without any word: nothing
 * @param keywords all of which must be there
 * @param numbers for each name the range in which the number must lie
 * @param limit 1 to 1,000 hits
 * @param after {@link IndexHits#next()} of the page before, of the same question
 */
public record IndexQuery(
        String text,
        List<Keyword> keywords,
        Map<String, Range> numbers,
        int limit,
        @Nullable String after) {

    /** One of these values must be there under this name; no values: nothing is found. */
    public record Keyword(String name, Set<String> values) {
        public Keyword {
            values = Set.copyOf(values);
        }
    }

    /** From {@code min} to {@code max}, both included; {@code null} leaves a side open. */
    public record Range(@Nullable BigDecimal min, @Nullable BigDecimal max) {}

    /** @throws IllegalArgumentException if {@code limit} is out of range, or {@code after} no cursor of such a question */
    public IndexQuery {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit " + limit + " is not in 1 to 1,000");
        }
        if (after != null) {
            Snapshot.after(after, text);
        }
        keywords = List.copyOf(keywords);
        numbers = Map.copyOf(numbers);
    }

    /** The first 20 hits for these words, of every kind. */
    public static IndexQuery of(String text) {
        return new IndexQuery(text, List.of(), Map.of(), 20, null);
    }

    /** This one among those of which a keyword has one of these values. */
    public IndexQuery only(String name, Set<String> values) {
        List<Keyword> more = new ArrayList<>(keywords);
        more.add(new Keyword(name, values));
        return new IndexQuery(text, more, numbers, limit, after);
    }

    /** This one among those of which a keyword has this value. */
    public IndexQuery only(String name, String value) {
        return only(name, Set.of(value));
    }

    /** This one among those of which a number lies in a range; {@code null} leaves a side open. */
    public IndexQuery between(String name, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        Map<String, Range> more = new HashMap<>(numbers);
        more.put(name, new Range(min, max));
        return new IndexQuery(text, keywords, more, limit, after);
    }

    /** This one with pages of another length. */
    public IndexQuery limit(int hits) {
        return new IndexQuery(text, keywords, numbers, hits, after);
    }

    /**
     * This one, from where another page ended.
     *
     * @throws IllegalArgumentException if this is no cursor of such a question
     */
    public IndexQuery after(@Nullable String cursor) {
        return new IndexQuery(text, keywords, numbers, limit, cursor);
    }
}
