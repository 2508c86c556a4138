package org.verbatim.search;

import io.quarkus.arc.All;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.verbatim.article.Evidence;
import org.verbatim.article.Shelf;
import org.verbatim.dataset.Dataset;
import org.verbatim.http.Addresses;
import org.verbatim.http.ApiDescription;
import org.verbatim.http.Page;
import org.verbatim.http.Paging;
import org.verbatim.http.Query;
import org.verbatim.index.CurrentIndex;
import org.verbatim.index.IndexHits;
import org.verbatim.index.IndexQuery;
import org.verbatim.text.LanguageTag;
import org.verbatim.text.TextPositionSelector;

/** Everything that has certain words. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiDescription.SEARCH)
public class SearchResource {

    private final CurrentIndex index;
    private final Dataset dataset;
    private final Map<ResultType, Shelf> shelves;
    private final Addresses addresses;

    SearchResource(CurrentIndex index, Dataset dataset, @All List<Shelf> shelves, Addresses addresses) {
        this.index = index;
        this.dataset = dataset;
        this.shelves =
                shelves.stream().collect(Collectors.toMap(shelf -> ResultType.valueOf(shelf.type()), shelf -> shelf));
        this.addresses = addresses;
    }

    @GET
    @Transactional
    @Operation(operationId = "search", summary = "Search everything", description = """
            Quotes, funding facts, meetings and articles that have all the words of `q`, best first. \
            A record is found by the words that the article has for it, and by the names of those it is about.

            * Words in quotation marks (`"…"`, `«…»`, `“…”`) must stand exactly so, one after the other. Nothing else has a \
            special meaning, so no query is ever malformed.
            * The word itself counts most. Its other forms (`partenaires` finds *partenaire*) and other accents \
            (`developpement` finds *développement*) are found too, behind it; French and English are understood.
            * Elided articles are no part of a word: `l'OIM` and `OIM` are the same.
            * Where nothing has all the words, `searched.suggestion` has the nearest spelling that finds something.
            * `highlights` are places in the article's text, in Unicode code points; `snippet.html` is ready to be shown.""")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            required = true,
            description = "The words and phrases to look for.",
            schema = @Schema(type = SchemaType.STRING),
            examples = {
                @ExampleObject(name = "words", summary = "Words in any form", value = "partenaires migrations"),
                @ExampleObject(name = "phrase", summary = "An exact phrase", value = "\"Pacte mondial\""),
                @ExampleObject(name = "noAccents", summary = "Without accents", value = "developpement durable"),
                @ExampleObject(name = "misspelt", summary = "Misspelt → a suggestion", value = "gouvernence")
            })
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            description = "Only results of this type; repeat it for several.",
            schema = @Schema(implementation = ResultType[].class))
    @Parameter(ref = "article")
    @Parameter(ref = "lang")
    @Parameter(ref = "cursor")
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "A page of results; empty where nothing has all the words.")
    public SearchResults search(UriInfo request) {
        IndexQuery question = Query.read(request, SearchResource::question);
        Dataset.State state = dataset.current();
        IndexHits hits = index.search(question);
        return new SearchResults(
                results(hits.hits()),
                hits.total(),
                Page.Searched.of(hits),
                new SearchResults.Scope(
                        shelf(ResultType.Article).count(),
                        shelf(ResultType.Quote).count(),
                        shelf(ResultType.FundingFact).count(),
                        shelf(ResultType.Meeting).count(),
                        state.version(),
                        state.asOf()),
                Page.Links.of(hits.next(), addresses, request));
    }

    private static IndexQuery question(Query query) {
        String q = query.required("q", "give the words to look for");
        Set<ResultType> types = query.anyOf("type", ResultType.class);
        String article = query.text("article");
        String language = query.text("lang");
        IndexQuery question = IndexQuery.of(q)
                .only(
                        "kind",
                        (types.isEmpty() ? Arrays.stream(ResultType.values()) : types.stream())
                                .map(ResultType::name)
                                .collect(Collectors.toSet()));
        if (article != null) {
            question = question.only("owner", article);
        }
        if (language != null) {
            question = question.only("lang", LanguageTag.cased(language));
        }
        return Paging.of(query, question);
    }

    private List<SearchResults.SearchResult> results(List<IndexHits.Hit> hits) {
        Map<ResultType, Map<String, Shelf.Item>> items = hits.stream()
                .collect(Collectors.groupingBy(
                        hit -> ResultType.valueOf(hit.kind()),
                        () -> new EnumMap<>(ResultType.class),
                        Collectors.collectingAndThen(Collectors.toList(), found -> shelf(
                                        ResultType.valueOf(found.get(0).kind()))
                                .items(found.stream().map(IndexHits.Hit::id).toList()))));
        return hits.stream()
                .flatMap(hit -> {
                    ResultType type = ResultType.valueOf(hit.kind());
                    Shelf.Item item = items.getOrDefault(type, Map.of()).get(hit.id());
                    // What was removed since the index was asked is not there to be shown.
                    return item == null ? Stream.empty() : Stream.of(result(type, hit, item));
                })
                .toList();
    }

    private SearchResults.SearchResult result(ResultType type, IndexHits.Hit hit, Shelf.Item item) {
        return SearchResults.SearchResult.of(
                type,
                item.served(),
                snippet(hit, item),
                hit.highlights().stream().map(TextPositionSelector::of).toList());
    }

    private SearchResults.@Nullable Snippet snippet(IndexHits.Hit hit, Shelf.Item item) {
        return hit.snippet() == null
                ? null
                : new SearchResults.Snippet(
                        Evidence.of(item.article(), hit.snippet(), addresses),
                        Marked.html(item.article().text(), hit.snippet(), hit.highlights()));
    }

    private Shelf shelf(ResultType type) {
        return Objects.requireNonNull(shelves.get(type));
    }
}
