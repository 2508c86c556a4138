package org.verbatim.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the index is told of one record.
 *
 * @param kind what it is, {@code Quote} say; can be filtered by
 * @param id unique within its kind
 * @param owner what it is replaced together with: the article it comes from, or itself; can be filtered by
 * @param language BCP 47; {@code fr} and {@code en} are stemmed, any other is searched by its exact and folded words
 * @param order its place among equally relevant ones, lowest first; then the id decides
 * @param body the text that stands in the article, in the article's order; words that follow each other across two
 *     pieces follow each other here too, as in a quote that a reporting clause splits
 * @param about text that stands nowhere in particular, a name or a headline: searched but not highlighted
 * @param keywords values to filter by, compared exactly in their first 1,000 characters; {@code kind}, {@code owner} and
 *     {@code language} are there anyway
 * @param numbers values to filter by range, compared as IEEE doubles, so exactly to 15 digits; a date goes as its epoch
 *     day
 */
public record IndexedDocument(
        String kind,
        String id,
        String owner,
        String language,
        long order,
        List<Piece> body,
        List<String> about,
        Map<String, Set<String>> keywords,
        Map<String, BigDecimal> numbers) {

    /**
     * A piece of the article.
     *
     * @param start where it stands there, in code points
     */
    public record Piece(String text, int start) {
        int end() {
            return start + text.codePointCount(0, text.length());
        }

        /** What of its text stands at or after a code point of the article that is not before it. */
        private String after(int from) {
            return text.substring(text.offsetByCodePoints(0, Math.min(from, end()) - start));
        }
    }

    /** Puts the body into the article's order; pieces that touch become one, what two share is kept once. */
    public IndexedDocument {
        language = language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        body = inOrder(body);
        about = List.copyOf(about);
        keywords = Map.copyOf(keywords);
        numbers = Map.copyOf(numbers);
    }

    /** One without text; see {@link #body(String, int)}, {@link #about}, {@link #keyword} and {@link #number}. */
    public static IndexedDocument of(String kind, String id, String owner, String language, long order) {
        return new IndexedDocument(kind, id, owner, language, order, List.of(), List.of(), Map.of(), Map.of());
    }

    /** This one with a further piece of the article, which stands there from the code point {@code start}. */
    public IndexedDocument body(String text, int start) {
        return new IndexedDocument(
                kind, id, owner, language, order, and(body, new Piece(text, start)), about, keywords, numbers);
    }

    /** This one with a further text to be found by, if there is one. */
    public IndexedDocument about(@Nullable String text) {
        return text == null
                ? this
                : new IndexedDocument(kind, id, owner, language, order, body, and(about, text), keywords, numbers);
    }

    /** This one with a further value to be filtered by, if there is one. */
    public IndexedDocument keyword(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        Map<String, Set<String>> more = new HashMap<>(keywords);
        more.merge(name, Set.of(value), (some, one) -> {
            Set<String> both = new HashSet<>(some);
            both.addAll(one);
            return Set.copyOf(both);
        });
        return new IndexedDocument(kind, id, owner, language, order, body, about, more, numbers);
    }

    /** This one with a number to be filtered by, if there is one. */
    public IndexedDocument number(String name, @Nullable BigDecimal value) {
        if (value == null) {
            return this;
        }
        Map<String, BigDecimal> more = new HashMap<>(numbers);
        more.put(name, value);
        return new IndexedDocument(kind, id, owner, language, order, body, about, keywords, more);
    }

    private static List<Piece> inOrder(List<Piece> pieces) {
        List<Piece> sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparingInt(Piece::start));
        List<Piece> disjoint = new ArrayList<>();
        for (Piece piece : sorted) {
            Piece last = disjoint.isEmpty() ? null : disjoint.get(disjoint.size() - 1);
            if (last != null && piece.start() <= last.end()) {
                String joined = last.text() + piece.after(last.end());
                disjoint.set(disjoint.size() - 1, new Piece(joined, last.start()));
            } else if (!piece.text().isEmpty()) {
                disjoint.add(piece);
            }
        }
        return List.copyOf(disjoint);
    }

    private static <T> List<T> and(List<T> some, T one) {
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }
}
