package org.verbatim.search;

import io.quarkus.arc.All;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentRef;
import org.verbatim.article.Article;
import org.verbatim.article.Evidence;
import org.verbatim.article.Shelf;
import org.verbatim.dataset.Dataset;
import org.verbatim.funding.FundingFact;
import org.verbatim.http.Addresses;
import org.verbatim.http.ApiDescription;
import org.verbatim.http.Page;
import org.verbatim.http.Query;
import org.verbatim.meeting.Meeting;
import org.verbatim.quote.Form;
import org.verbatim.quote.Quote;

/** What is new, for feed readers. */
@Path("/v1/feed")
@Tag(name = ApiDescription.SEARCH)
public class FeedResource {

    private static final String ATOM = "application/atom+xml";

    private static final int MOST = 50;

    /** In code points. */
    private static final int LONGEST_TITLE = 120;

    private final Map<ResultType, Shelf> shelves;
    private final Dataset dataset;
    private final Addresses addresses;

    FeedResource(@All List<Shelf> shelves, Dataset dataset, Addresses addresses) {
        this.shelves =
                shelves.stream().collect(Collectors.toMap(shelf -> ResultType.valueOf(shelf.type()), shelf -> shelf));
        this.dataset = dataset;
        this.addresses = addresses;
    }

    @GET
    @Produces(ATOM + ";charset=UTF-8")
    @Transactional
    @Operation(operationId = "getFeed", summary = "Get a feed of what is new", description = """
            The 50 newest articles, quotes, funding facts and meetings, newest first, as an Atom feed (RFC 4287) for feed \
            readers. Ids are `tag:` URIs that end with the id of the record and never change.""")
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            description = "Only what is of this type; repeat it for several.",
            schema = @Schema(implementation = ResultType[].class))
    @APIResponse(
            responseCode = "200",
            description = "The feed.",
            content =
                    @Content(
                            mediaType = ATOM,
                            schema = @Schema(type = SchemaType.STRING, description = "XML: RFC 4287."),
                            examples = @ExampleObject(name = "newQuotes", value = """
                                    <?xml version="1.0" encoding="UTF-8"?>
                                    <feed xmlns="http://www.w3.org/2005/Atom">
                                      <id>tag:verbatim.example,2026:feed?type=Quote</id>
                                      <title>Verbatim: what is new</title>
                                      <updated>2026-11-25T22:43:40Z</updated>
                                      <author><name>Verbatim</name></author>
                                      <link rel="self" type="application/atom+xml" href="http://localhost:8080/v1/feed?type=Quote"/>
                                      <entry>
                                        <id>tag:verbatim.example,2026:d5de80af24a298a5.q1321</id>
                                        <title>Organisation internationale pour les migrations: la contribution du Maroc incarne pleinement l’esprit de la campagne de…</title>
                                        <published>2026-11-25T22:43:40Z</published>
                                        <updated>2026-11-25T22:43:40Z</updated>
                                        <link rel="alternate" type="application/json" href="http://localhost:8080/v1/quotes/d5de80af24a298a5.q1321"/>
                                        <category term="Quote"/>
                                        <content>la contribution du Maroc incarne pleinement l’esprit de la campagne de résilience</content>
                                      </entry>
                                    </feed>
                                    """)))
    public String getFeed(UriInfo request) {
        Set<ResultType> asked = Query.read(request, query -> query.anyOf("type", ResultType.class));
        List<Feed.Entry> entries = Stream.of(ResultType.values())
                .filter(type -> asked.isEmpty() || asked.contains(type))
                .flatMap(this::newest)
                .sorted(Comparator.comparing(Feed.Entry::added).reversed())
                .limit(MOST)
                .toList();
        String types =
                asked.stream().map(type -> "type=" + type.name()).sorted().collect(Collectors.joining("&"));
        return new Feed(
                        Feed.tag("feed" + (types.isEmpty() ? "" : "?" + types)),
                        "Verbatim: what is new",
                        Page.Links.of(null, addresses, request).self(),
                        entries.isEmpty()
                                ? dataset.current().asOf()
                                : entries.get(0).added(),
                        entries)
                .xml();
    }

    private Stream<Feed.Entry> newest(ResultType type) {
        Shelf shelf = Objects.requireNonNull(shelves.get(type));
        List<String> ids = shelf.newest(MOST);
        Map<String, Shelf.Item> items = shelf.items(ids);
        return ids.stream().filter(items::containsKey).map(id -> {
            Shelf.Item item = Objects.requireNonNull(items.get(id));
            Said said = said(item.served());
            return new Feed.Entry(
                    Feed.tag(id),
                    type.name(),
                    shortened(said.title()),
                    said.text(),
                    said.url(),
                    item.article().addedAt());
        });
    }

    private record Said(String title, String text, java.net.URI url) {}

    private static Said said(Object served) {
        if (served instanceof Quote quote) {
            String words = quote.form() == Form.INDIRECT ? quote.text() : "“%s”".formatted(quote.text());
            String speaker = name(quote.speaker());
            return new Said(speaker == null ? words : speaker + ": " + words, words, quote.url());
        }
        if (served instanceof FundingFact fact) {
            return new Said(
                    Stream.of(
                                    fact.kind().name(),
                                    fact.fund(),
                                    fact.amount().asStated() == null
                                            ? null
                                            : fact.amount().asStated().exact(),
                                    name(fact.provider()) == null ? null : "from " + name(fact.provider()),
                                    name(fact.receiver()) == null ? null : "for " + name(fact.receiver()))
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", ")),
                    Evidence.exact(fact.evidence()),
                    fact.url());
        }
        if (served instanceof Meeting meeting) {
            return new Said(
                    Stream.concat(
                                    Stream.of(
                                            meeting.kind().name(),
                                            meeting.status().name()),
                                    Stream.concat(
                                            meeting.attendees().stream()
                                                    .map(attendee -> attendee.agent() == null
                                                            ? null
                                                            : attendee.agent().name()),
                                            Stream.ofNullable(
                                                    meeting.place() == null
                                                            ? null
                                                            : meeting.place().name())))
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", ")),
                    Evidence.exact(meeting.evidence()),
                    meeting.url());
        }
        Article article = (Article) served;
        String headline = Objects.requireNonNullElse(article.headline(), article.id());
        return new Said(headline, headline, article.url());
    }

    private static @Nullable String name(@Nullable AgentRef agent) {
        return agent == null ? null : agent.name();
    }

    /** In one line, cut between words. */
    private static String shortened(String title) {
        String line = title.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST_TITLE) {
            return line;
        }
        String cut = line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE - 1));
        int space = cut.lastIndexOf(' ');
        return (space > 0 ? cut.substring(0, space) : cut) + "…";
    }
}
