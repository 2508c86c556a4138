package org.verbatim.article;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where all that is of one type can be had as it is served; so a search knows what it found without knowing the types. */
public interface Shelf {

    /** The type, as the index calls it. */
    String type();

    /** How many there are. */
    long count();

    /** The ids of those of the newest articles, the newest first, and within an article in its order. */
    List<String> newest(int most);

    /** Those of these ids that are held, by their ids. */
    Map<String, Item> items(List<String> ids);

    /**
     * Something to be served.
     *
     * @param served as it is at its own address
     */
    record Item(Object served, ArticleEntity article) {}

    /** Pairs what was found with how it is served. */
    static <E> Map<String, Item> items(
            List<E> found, List<?> served, Function<E, String> id, Function<E, ArticleEntity> article) {
        return IntStream.range(0, found.size())
                .boxed()
                .collect(Collectors.toMap(
                        i -> id.apply(found.get(i)), i -> new Item(served.get(i), article.apply(found.get(i)))));
    }
}
