package org.verbatim.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbatim.index.CurrentIndex;
import org.verbatim.index.IndexPlace;
import org.verbatim.index.IndexQuery;
import org.verbatim.index.Matches;
import org.verbatim.text.LanguageTag;
import org.verbatim.text.Words;

/**
 * What a list is narrowed to, in both ways in which it can be read: without {@code q} the database gives it in its own
 * order, with {@code q} the index gives it by relevance. A condition that was not asked for is null and narrows nothing.
 */
public final class Filter {

    private static final String WITHOUT_SINCE = "It does not go with “modifiedSince”.";

    private final Where where = new Where();

    private final Query query;
    private IndexQuery question;
    private final boolean ranked;
    private final @Nullable Since since;

    private Filter(Query query, IndexQuery question, boolean ranked, @Nullable Since since) {
        this.query = query;
        this.question = question;
        this.ranked = ranked;
        this.since = since;
    }

    /**
     * Reads {@code q} and {@code modifiedSince}, which do not go together: what words find best is in no order of time.
     *
     * @param kind of the documents in the index
     */
    public static Filter of(Query query, String kind) {
        String q = query.text("q");
        Since since = Since.of(query);
        if (q != null && since != null) {
            query.refuse("q", WITHOUT_SINCE);
        }
        return new Filter(query, IndexQuery.of(q == null ? "" : q).only("kind", kind), q != null, since);
    }

    /** Since when changes are asked for; null where they are not. */
    public @Nullable Since since() {
        return since;
    }

    /**
     * What a value stands for; in a list that is followed, itself, for it must mean the same tomorrow.
     *
     * @param id the form of a value that always does
     * @param meanings what any other may stand for today
     */
    public Set<String> followed(String parameter, Pattern id, String value, Function<String, Set<String>> meanings) {
        if (since == null) {
            return meanings.apply(value);
        }
        if (!id.matcher(value).matches()) {
            query.refuse(parameter, "With “modifiedSince” give an id: a name can come to mean somebody else.");
        }
        return Set.of(value);
    }

    /** Whether there is a {@code q}. */
    public boolean isRanked() {
        return ranked;
    }

    /** Whether anything was asked for but one kind of thing. */
    public boolean isNarrow() {
        return question.keywords().size() > 1 || !question.numbers().isEmpty();
    }

    /** The condition in the database; {@code q} is not in it. */
    public Where where() {
        return where;
    }

    /**
     * A part of the list in its own order, and how many it has in all. The index leads to what the filter finds, however
     * rare; the list of all is as soon read from the database, as is any while the index cannot be used.
     *
     * @param index null where it does not have what is asked for
     * @param after the place behind which the part begins, null for the first one
     * @param most so many are named, or as many as there are
     * @param counted how many there are in all; null where they are not counted yet
     * @param count counts them in the database
     * @param walk names them from the database
     */
    public Matches listed(
            @Nullable CurrentIndex index,
            @Nullable IndexPlace after,
            int most,
            @Nullable Long counted,
            LongSupplier count,
            Supplier<List<String>> walk) {
        boolean isNarrow = isNarrow();
        Matches found = index != null && isNarrow ? index.matches(question, after, most) : null;
        if (found != null) {
            return counted == null ? found : new Matches(counted, found.ids());
        }
        Long total = counted != null || index == null || isNarrow ? counted : index.count(question);
        return new Matches(total == null ? count.getAsLong() : total, walk.get());
    }

    /** What to ask the index. */
    public IndexQuery question() {
        return question;
    }

    /**
     * Reads {@code cursor} and {@code limit}: the cursor of the index where there is a {@code q}, else that of the list's
     * own order. To be called once.
     *
     * @param keys how many sort keys a cursor of the list has
     * @param place makes a place in the order of them; refuses with an {@link IllegalArgumentException}
     */
    public <C> Paging<C> paging(Query query, int keys, Function<Cursor, C> place) {
        if (!ranked) {
            Paging<C> paging = Paging.of(query, keys, place);
            if (since != null && paging.after() != null) {
                query.refuse("cursor", WITHOUT_SINCE);
            }
            return paging;
        }
        question = Paging.of(query, question);
        return new Paging<>(null, question.limit());
    }

    /** One value that must be equal. */
    public Filter equal(String keyword, String path, @Nullable String value) {
        where.and("%s = :%s".formatted(path, keyword), keyword, value);
        return only(keyword, value == null ? null : Set.of(value));
    }

    /** One value that must be equal, in upper or lower case, in a column that has the lower case of all languages. */
    public Filter equalIgnoringCase(String keyword, String path, @Nullable String value) {
        return equal(keyword, path, value == null ? null : value.toLowerCase(Locale.ROOT));
    }

    /** Any of some values; empty is no condition. */
    public Filter anyOf(String keyword, String path, Set<? extends Enum<?>> values) {
        where.and("%s in :%s".formatted(path, keyword), keyword, values);
        return only(
                keyword,
                values.isEmpty() ? null : values.stream().map(Enum::name).collect(Collectors.toSet()));
    }

    /**
     * Any of some ids; none at all is a condition that nothing meets.
     *
     * @param condition with the keyword as its parameter
     */
    public Filter among(String keyword, String condition, @Nullable Set<String> ids) {
        if (ids != null && ids.isEmpty()) {
            where.and("1 = 0");
        } else {
            where.and(condition, keyword, ids);
        }
        return only(keyword, ids);
    }

    /** All words of a text, in a column that has {@link Words#foldedText}. */
    public Filter words(String keyword, String path, @Nullable String text) {
        where.andEach(path + " like %s", keyword, Words.patterns(text));
        if (text != null) {
            List<String> words = Words.fold(text);
            words.forEach(word -> only(keyword, Set.of(word)));
            if (words.isEmpty()) {
                only(keyword, Set.of());
            }
        }
        return this;
    }

    /** A language tag (BCP 47), in any case, or a narrower one: {@code fr} finds {@code fr-MA}. */
    public Filter language(String path, @Nullable String given) {
        String tag = given == null ? null : LanguageTag.cased(given);
        where.andLanguage(path, tag);
        return only("lang", tag == null ? null : Set.of(tag));
    }

    /**
     * A lower bound, included.
     *
     * @param min a number, or a date, which is indexed as its days since 1970-01-01
     */
    public Filter atLeast(String number, String path, @Nullable Comparable<?> min) {
        where.and("%s >= :%s".formatted(path, number), number, min);
        if (min != null) {
            question = question.between(number, decimal(min), null);
        }
        return this;
    }

    /** An upper bound, included; see {@link #atLeast}. */
    public Filter atMost(String number, String path, @Nullable Comparable<?> max) {
        where.and("%s <= :%s".formatted(path, number), number, max);
        if (max != null) {
            question = question.between(number, null, decimal(max));
        }
        return this;
    }

    private Filter only(String keyword, @Nullable Collection<String> values) {
        if (values != null) {
            question = question.only(keyword, Set.copyOf(values));
        }
        return this;
    }

    private static BigDecimal decimal(Comparable<?> value) {
        return value instanceof LocalDate date ? BigDecimal.valueOf(date.toEpochDay()) : (BigDecimal) value;
    }
}
