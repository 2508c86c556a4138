package org.verbatim.page;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.verbatim.http.Addresses;
import org.verbatim.http.Asking;
import org.verbatim.search.ResultType;
import org.verbatim.search.SearchResource;
import org.verbatim.search.SearchResults;

/** What was found, as cards. */
@Path("/search")
public class SearchPage {

    private final SearchResource search;
    private final Visitor visitor;
    private final Addresses addresses;

    SearchPage(SearchResource search, Visitor visitor, Addresses addresses) {
        this.search = search;
        this.visitor = visitor;
        this.addresses = addresses;
    }

    /**
     * A way to narrow the results.
     *
     * @param type null for all of them
     */
    record Facet(@Nullable ResultType type, String path, boolean chosen) {}

    @GET
    @Produces(HomeResource.HTML)
    @Transactional
    @Operation(hidden = true)
    public Response getSearchPage(UriInfo request) {
        Asking asking = Visitor.asking(request, "/v1/search");
        String q = asking.getQueryParameters().getFirst("q");
        if (q == null) {
            return Response.seeOther(addresses.of("/")).build();
        }
        SearchResults results = search.search(asking);
        Msg msg = visitor.msg();
        Box box = new Box(q, "", Box.As.SEARCH);
        List<String> types = asking.getQueryParameters().getOrDefault("type", List.of());
        String all = "/search?q=" + Addresses.encode(q);
        List<Facet> facets = Stream.concat(
                        Stream.of(new Facet(null, all, types.isEmpty())),
                        Stream.of(ResultType.values())
                                .map(type -> new Facet(
                                        type, all + "&type=" + type.name(), types.equals(List.of(type.name())))))
                .toList();
        return Response.ok(visitor.show(Templates.search(
                        visitor.frame(msg.searchTitle(q), msg.tagline()),
                        box,
                        results,
                        results.items().stream().map(Entry::of).toList(),
                        facets,
                        Lists.pageOf(results.links().next()))))
                .build();
    }
}
