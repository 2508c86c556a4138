package org.verbatim.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of a list, in a stable order. */
@Schema(description = "A part of a list, in a stable order.")
public record Page<T>(
        @Schema(required = true, description = "The items of this page.")
        List<T> items,

        @Schema(required = true, minimum = "0", description = "How many items there are in all, with these filters.")
        long total,

        @Schema(required = true) Links links) {

    /** Where this page is and where the next one is. */
    @Schema(
            name = "PageLinks",
            description = "Where this page is and where the next one is; the same links stand in the `Link` header"
                    + " (RFC 8288).")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Links(
            @Schema(required = true, format = "uri", description = "This page.")
            URI self,

            @Schema(format = "uri", description = "The next page; absent on the last one.") @Nullable URI next) {}

    /**
     * Makes a page of what a query found.
     *
     * @param found the items asked for, and one more if there is a next page
     * @param cursor the place of an item in the order
     */
    public static <E, T> Page<T> of(
            List<E> found,
            long total,
            int limit,
            Function<E, Cursor> cursor,
            Function<List<E>, List<T>> served,
            Addresses addresses,
            UriInfo request) {
        List<E> shown = found.size() > limit ? found.subList(0, limit) : found;
        URI next = found.size() > limit
                ? address(
                        addresses,
                        request.getRequestUriBuilder()
                                .replaceQueryParam("cursor", cursor.apply(shown.get(limit - 1)))
                                .build())
                : null;
        return new Page<>(served.apply(shown), total, new Links(address(addresses, request.getRequestUri()), next));
    }

    /** A request's address as clients see it: behind a proxy the two differ in all but path and query. */
    private static URI address(Addresses addresses, URI uri) {
        return addresses.of(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    }

    /** As a {@code Link} header of RFC 8288. */
    String linkHeader() {
        String self = "<%s>; rel=\"self\"".formatted(links.self());
        return links.next() == null ? self : "%s, <%s>; rel=\"next\"".formatted(self, links.next());
    }
}
