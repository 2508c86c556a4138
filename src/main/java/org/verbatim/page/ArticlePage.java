package org.verbatim.page;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.verbatim.article.Article;
import org.verbatim.http.Addresses;
import org.verbatim.http.ProblemException;
import org.verbatim.http.Query;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/** An article as it was published, with all that it says marked in its place. */
@Path("/articles/{id}")
public class ArticlePage {

    private static final String PASSAGE = "passage";
    private static final Pattern PASSAGES = Pattern.compile("[0-9]{1,9}-[0-9]{1,9}(,[0-9]{1,9}-[0-9]{1,9}){0,99}");

    private final Records records;
    private final Visitor visitor;
    private final Addresses addresses;

    ArticlePage(Records records, Visitor visitor, Addresses addresses) {
        this.records = records;
        this.visitor = visitor;
        this.addresses = addresses;
    }

    /**
     * A line of the article and what begins in it.
     *
     * @param headline whether it is the article's headline
     */
    record Row(Highlights.Line line, List<Entry> entries, boolean headline) {}

    /** @param request with {@code passage=start-end,…} (code points), some words to mark besides the records */
    @GET
    @Produces(HomeResource.HTML)
    @Transactional
    @Operation(hidden = true)
    public String getArticlePage(@RestPath String id, UriInfo request) {
        String passage = Query.read(
                Visitor.asking(request, ""),
                query -> Objects.requireNonNullElse(
                        query.matching(PASSAGE, PASSAGES, "one or more spans in code points such as 764-940"), ""));
        Article article = records.article(id);
        SourceText text = records.source(id).text();
        List<Entry> entries = records.of(id);
        List<Highlights.Mark> marks = new ArrayList<>();
        List<Span> spans = spans(passage, text.length());
        if (!spans.isEmpty()) {
            marks.add(new Highlights.Mark(PASSAGE, PASSAGE, 0, spans));
        }
        entries.forEach(
                entry -> marks.add(new Highlights.Mark(entry.id(), entry.kind(), entry.number(), entry.spans())));
        Map<String, Entry> byId = entries.stream().collect(Collectors.toMap(Entry::id, Function.identity()));
        List<Row> rows = Highlights.of(text, marks).stream()
                .map(line -> new Row(
                        line,
                        line.begins().stream()
                                .map(mark -> byId.get(mark.id()))
                                .filter(Objects::nonNull)
                                .toList(),
                        text.slice(line.span()).strip().equals(article.headline())))
                .toList();
        String title = article.headline() == null ? article.id() : article.headline();
        return visitor.show(Templates.article(
                visitor.frame(title, visitor.msg().articleDescription(entries.size()))
                        .embeddable(addresses),
                article,
                rows,
                entries,
                !spans.isEmpty(),
                rows.stream().anyMatch(Row::headline)));
    }

    /**
     * What makes {@code #<record id>} mark all parts of a record and its card, where the browser alone would mark the
     * first part: a style sheet, so that it works without a script.
     */
    @GET
    @Path("/marks.css")
    @Produces("text/css;charset=UTF-8")
    @Transactional
    @Operation(hidden = true)
    public String getMarks(@RestPath String id, UriInfo request) {
        Query.readNothing(request);
        records.source(id);
        // A record's id is of letters, digits, hyphens and one point.
        return records.of(id).stream()
                .map(entry -> "body:has([id=\"%1$s\"]:target) [data-record=\"%1$s\"]{--shade:var(--strong)}\n"
                        .formatted(entry.id()))
                .collect(Collectors.joining());
    }

    private static List<Span> spans(String passage, int length) {
        if (passage.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(passage.split(",")).map(part -> span(part, length)).toList();
    }

    private static Span span(String part, int length) {
        int hyphen = part.indexOf('-');
        int start = Integer.parseInt(part.substring(0, hyphen));
        int end = Integer.parseInt(part.substring(hyphen + 1));
        if (start < end && end <= length) {
            return new Span(start, end);
        }
        throw ProblemException.inParameter(
                PASSAGE, "“%s” is no span of this article, which has %d code points.".formatted(part, length));
    }
}
