package org.verbatim.article;

import io.quarkus.arc.All;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.Counts;
import org.verbatim.http.Addresses;
import org.verbatim.http.ApiDescription;
import org.verbatim.http.Cursor;
import org.verbatim.http.Filter;
import org.verbatim.http.Following;
import org.verbatim.http.Page;
import org.verbatim.http.Paging;
import org.verbatim.http.Query;
import org.verbatim.http.Where;
import org.verbatim.index.CurrentIndex;
import org.verbatim.index.IndexPlace;
import org.verbatim.index.IndexQuery;
import org.verbatim.index.Matches;

/** The sources. */
@Path("/v1/articles")
@Tag(name = ApiDescription.ARTICLES)
public class ArticleResource implements Shelf {

    private final ArticleRepository articles;
    private final List<Counts.Counter> counters;
    private final CurrentIndex index;
    private final Following following;
    private final Addresses addresses;

    ArticleResource(
            ArticleRepository articles,
            @All List<Counts.Counter> counters,
            CurrentIndex index,
            Following following,
            Addresses addresses) {
        this.articles = articles;
        this.counters = counters;
        this.index = index;
        this.following = following;
        this.addresses = addresses;
    }

    record Asked(Filter filter, Paging<String> paging) {

        static Asked of(Query query) {
            Filter filter = Filter.of(query, ArticleEntity.KIND)
                    .equalIgnoringCase("publisher", "a.publisherFolded", query.text("publisher"))
                    .language("a.inLanguage", query.text("lang"));
            return new Asked(
                    filter, filter.paging(query, 1, cursor -> cursor.keys().get(0)));
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "listArticles",
            summary = "List articles",
            description =
                    "All articles that are held, in the order of their ids; with `q`, those that have these words, best first.")
    @Parameter(ref = "q")
    @Parameter(ref = "lang")
    @Parameter(
            name = "publisher",
            in = ParameterIn.QUERY,
            description = "Only articles of this publisher, in upper or lower case.",
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "aldar", summary = "What ALDAR published", value = "ALDAR"))
    @Parameter(ref = "modifiedSince")
    @Parameter(ref = "cursor")
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "A page of articles.")
    public Page<Article> listArticles(UriInfo request) {
        Asked asked = Query.read(request, Asked::of);
        if (asked.filter().since() != null) {
            return following.page(
                    asked.filter(),
                    type(),
                    "Article a where a.id = c.id",
                    ids -> {
                        Where found = asked.filter().where().copy().and("a.id in :ids", "ids", ids);
                        return articles.list("from Article a" + found.clause(), found.values());
                    },
                    ArticleEntity::id,
                    this::served,
                    "/v1/articles",
                    addresses,
                    request);
        }
        return asked.filter().isRanked() ? ranked(asked.filter().question(), request) : ordered(asked, request);
    }

    private Page<Article> ordered(Asked asked, UriInfo request) {
        return ordered(asked, asked.paging(), null, request);
    }

    /** @param counted how many the list has; null where they are not counted yet */
    private Page<Article> ordered(Asked asked, Paging<String> paging, @Nullable Long counted, UriInfo request) {
        String after = paging.after();
        Where where = asked.filter().where();
        Matches found = asked.filter()
                .listed(
                        index,
                        after == null ? null : new IndexPlace(ArticleEntity.KIND, after, 0, after),
                        paging.limit() + 1,
                        counted,
                        () -> articles.count("from Article a" + where.clause(), where.values()),
                        () -> walked(where, paging));
        return Page.of(
                found.ids(),
                found.total(),
                paging.limit(),
                Cursor::behind,
                shown -> served(Page.inOrder(shown, articles::held, ArticleEntity::id)),
                last -> ordered(asked, new Paging<>(last, Paging.MAX_LIMIT), found.total(), request),
                addresses,
                request);
    }

    /** The ids of a page, and of one more, from the database. */
    private List<String> walked(Where where, Paging<String> paging) {
        return articles.ids(where.copy().and("a.id > :after", "after", paging.after()), paging.limit() + 1);
    }

    private Page<Article> ranked(IndexQuery question, UriInfo request) {
        return Page.ranked(
                index.search(question),
                articles::held,
                ArticleEntity::id,
                this::served,
                next -> ranked(question.limit(Paging.MAX_LIMIT).after(next), request),
                addresses,
                request);
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "getArticle",
            summary = "Get an article",
            description = "What is known about it and how much it says. Its text is served beside it, as plain text.")
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The article's id.",
            examples =
                    @ExampleObject(
                            name = "visit",
                            summary = "The IOM's director general visits Morocco",
                            value = "fbf5bc84079181b5"))
    @APIResponse(responseCode = "200", description = "The article.")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    public Article getArticle(@RestPath String id, UriInfo request) {
        Query.readNothing(request);
        return served(id);
    }

    @GET
    @Path("/{id}/text")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Transactional
    @Operation(operationId = "getArticleText", summary = "Get the text of an article", description = """
            The article as published, byte for byte. All evidence counts in the Unicode code points of this text (not in \
            bytes, and not in UTF-16 code units as Java and JavaScript count: use `codePointAt`, or `Array.from(text)`).""")
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The article's id.",
            examples =
                    @ExampleObject(
                            name = "visit",
                            summary = "The IOM's director general visits Morocco",
                            value = "fbf5bc84079181b5"))
    @APIResponse(responseCode = "200", description = "The text, in UTF-8.")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    public String getArticleText(@RestPath String id, UriInfo request) {
        Query.readNothing(request);
        return articles.existing(id).text;
    }

    /** An article as it is at its own address. */
    @Transactional
    public Article served(String id) {
        return served(List.of(articles.existing(id))).get(0);
    }

    @Override
    public String type() {
        return ArticleEntity.KIND;
    }

    @Override
    public long count() {
        return articles.count(index);
    }

    @Override
    public List<String> newest(int most) {
        return articles.newest(most);
    }

    @Override
    public Map<String, Item> items(List<String> ids) {
        List<ArticleEntity> found = articles.held(ids);
        return Shelf.items(found, served(found), ArticleEntity::id, article -> article);
    }

    private List<Article> served(List<ArticleEntity> found) {
        Map<String, Counts> counts =
                Counts.of(found.stream().map(ArticleEntity::id).toList(), counters, Counts.Counter::countByArticle);
        return found.stream()
                .map(article -> Article.of(article, Objects.requireNonNull(counts.get(article.id)), addresses))
                .toList();
    }
}
