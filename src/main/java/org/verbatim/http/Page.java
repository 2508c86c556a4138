package org.verbatim.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.verbatim.index.IndexHits;

/**
 * A part of a list, in a stable order.
 *
 * @param rest gets the next page, however it was asked for, so that the whole list can be written page by page; null on
 *     the last page
 */
@Schema(description = "A part of a list, in a stable order.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        @Schema(required = true, description = "The items of this page.")
        List<T> items,

        @Schema(
                required = true,
                minimum = "0",
                description =
                        "How many items there are in all, with these filters; with `q`, counted up to 10,000. With"
                                + " `modifiedSince`, how many changes are left to be told, those of this page included, counted up"
                                + " to 10,000.")
        long total,

        @Schema(description = "What was looked for; only with `q`.") @Nullable Searched searched,

        @Schema(
                description =
                        "What is served no more, or is not what the filters find any more: what the client holds of"
                                + " it is to be removed. Only with `modifiedSince`, on every page of it; a client that never had"
                                + " it may pass over it.")
        @Nullable List<Gone> gone,

        @Schema(required = true) Links links,

        @Schema(hidden = true) @JsonIgnore @Nullable Supplier<Page<T>> rest)
        implements Paged {

    /** Whether its total is how many items there are, and not only how many there are at least. */
    boolean totalIsExact() {
        return searched == null || searched.totalIsExact();
    }

    /**
     * What was looked for, as the index understood it.
     *
     * @param totalIsExact whether what was found was counted to its end
     */
    @Schema(
            name = "Searched",
            description = "The words and phrases that were looked for, as they were understood: frequent words such as"
                    + " *the* or *de* count only in a phrase, or where there is nothing else.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Searched(
            @Schema(
                    required = true,
                    description = "All that had to be there, in other forms too: phrases in quotation marks.")
            List<String> terms,

            @Schema(
                    description = "Where nothing was found: the question in the nearest spelling that finds something.",
                    examples = "gouvernance")
            @Nullable String suggestion,

            @Schema(hidden = true) @JsonIgnore boolean totalIsExact) {

        public static Searched of(IndexHits hits) {
            return new Searched(hits.searched(), hits.suggestion(), hits.totalIsExact());
        }
    }

    /** What is served no more. */
    @Schema(
            description =
                    "What is served no more, or is not what the filters find any more. In NDJSON it is a line with"
                            + " `gone`: true, in CSV a row with `true` in the last column, `gone`, and in JSON-LD a `Tombstone`"
                            + " (Activity Streams 2.0).")
    public record Gone(
            @Schema(required = true, minLength = 1, description = "Its id, which nothing else will ever have.")
            String id,

            @Schema(
                    required = true,
                    format = "uri",
                    description =
                            "Where it was served: a 410 there says since when and why it was withdrawn or rejected, a"
                                    + " 404 that no article speaks of the agent any more, and a 200 that only the filters"
                                    + " do not find it.")
            URI url) {}

    /** Where this page is and where the next one is. */
    @Schema(
            name = "PageLinks",
            description = "Where this page is and where the next one is; the same links stand in the `Link` header"
                    + " (RFC 8288).")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Links(
            @Schema(required = true, format = "uri", description = "This page.")
            URI self,

            @Schema(format = "uri", description = "The next page; absent on the last one.") @Nullable URI next,

            @Schema(
                    format = "uri",
                    description = "Where to ask another time for what will have changed by then; on the last page with"
                            + " `modifiedSince`, and in the `Link` header with the relation"
                            + " `https://verbatim.example/ns#changes`.")
            @Nullable URI changes) {

        /** The relation of {@code changes} in a header; no registered one says this. */
        static final String CHANGES = "https://verbatim.example/ns#changes";

        public Links(URI self, @Nullable URI next) {
            this(self, next, null);
        }

        /** @param cursor of the next page, null on the last one */
        public static Links of(@Nullable String cursor, Addresses addresses, UriInfo request) {
            URI next = cursor == null
                    ? null
                    : request.getRequestUriBuilder()
                            .replaceQueryParam("cursor", cursor)
                            .build();
            return new Links(
                    address(addresses, request.getRequestUri()), next == null ? null : address(addresses, next));
        }

        /** @param position where the next page of changes begins */
        static Links behind(Since.Position position, boolean last, Addresses addresses, UriInfo request) {
            URI next = address(
                    addresses,
                    request.getRequestUriBuilder()
                            .replaceQueryParam(Since.NAME, position.toString())
                            .build());
            URI self = address(addresses, request.getRequestUri());
            return last ? new Links(self, null, next) : new Links(self, next, null);
        }

        /** A request's address as clients see it: behind a proxy the two differ in all but path and query. */
        private static URI address(Addresses addresses, URI uri) {
            return addresses.of(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        }

        /** As a {@code Link} header of RFC 8288. */
        public String header() {
            return "<%s>; rel=\"self\"".formatted(self)
                    + (next == null ? "" : ", <%s>; rel=\"next\"".formatted(next))
                    + (changes == null ? "" : ", <%s>; rel=\"%s\"".formatted(changes, CHANGES));
        }
    }

    /** Makes a page of a list that is offered as JSON only, and so never written as a whole. */
    public static <E, T> Page<T> of(
            List<E> found,
            long total,
            int limit,
            Function<E, Cursor> cursor,
            Function<List<E>, List<T>> served,
            Addresses addresses,
            UriInfo request) {
        return of(found, total, limit, cursor, served, null, addresses, request);
    }

    /**
     * Makes a page of what a query found.
     *
     * @param found the items asked for, and one more if there is a next page
     * @param cursor the place of an item in the order
     * @param behind gets the next page, which begins behind an item; null where nobody asks for the whole list
     */
    public static <E, T> Page<T> of(
            List<E> found,
            long total,
            int limit,
            Function<E, Cursor> cursor,
            Function<List<E>, List<T>> served,
            @Nullable Function<E, Page<T>> behind,
            Addresses addresses,
            UriInfo request) {
        boolean last = found.size() <= limit;
        List<E> shown = last ? found : found.subList(0, limit);
        E end = last ? null : shown.get(limit - 1);
        String next = end == null ? null : cursor.apply(end).toString();
        return new Page<>(
                served.apply(shown),
                total,
                null,
                null,
                Links.of(next, addresses, request),
                end == null || behind == null ? null : () -> behind.apply(end));
    }

    /**
     * What some ids stand for, in their order; what was removed since they were found is left out.
     *
     * @param held those of some ids that are held, in any order
     */
    public static <E> List<E> inOrder(List<String> ids, Function<List<String>, List<E>> held, Function<E, String> id) {
        Map<String, E> found = held.apply(ids).stream().collect(Collectors.toMap(id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /**
     * Makes a page of what the index found, in its order; what was removed since it was asked is left out.
     *
     * @param held those of some ids that are held, in any order
     * @param behind gets the next page, which begins at a cursor
     */
    public static <E, T> Page<T> ranked(
            IndexHits hits,
            Function<List<String>, List<E>> held,
            Function<E, String> id,
            Function<List<E>, List<T>> served,
            Function<String, Page<T>> behind,
            Addresses addresses,
            UriInfo request) {
        String next = hits.next();
        List<String> ids = hits.hits().stream().map(IndexHits.Hit::id).toList();
        return new Page<>(
                served.apply(inOrder(ids, held, id)),
                hits.total(),
                Searched.of(hits),
                null,
                Links.of(next, addresses, request),
                next == null ? null : () -> behind.apply(next));
    }
}
