package org.verbatim.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.verbatim.article.Article;
import org.verbatim.article.ArticleRef;
import org.verbatim.funding.FundingFact;
import org.verbatim.http.Addresses;
import org.verbatim.http.ProblemException;
import org.verbatim.http.ProblemType;
import org.verbatim.http.Query;
import org.verbatim.meeting.Meeting;
import org.verbatim.quote.Quote;

/** Cards for the pages of others: <a href="https://oembed.com">oEmbed</a> 1.0, in JSON. */
@Path("/oembed")
public class EmbedResource {

    private static final Pattern PAGE =
            Pattern.compile("/(?:v1/)?(quotes|funding-facts|meetings|articles)/([a-z0-9.-]{1,80})");

    private static final String JSON = "json";

    private static final int WIDTH = 560;
    private static final int HEIGHT = 280;
    private static final int LEAST = 1;
    private static final int MOST = 10_000;

    private final Records records;
    private final Visitor visitor;
    private final Addresses addresses;

    EmbedResource(Records records, Visitor visitor, Addresses addresses) {
        this.records = records;
        this.visitor = visitor;
        this.addresses = addresses;
    }

    /** A card: the words and where they are from, as HTML without script or style. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Embed(
            String version,
            String type,
            String title,
            @JsonProperty("author_name") @Nullable String authorName,
            @JsonProperty("provider_name") String providerName,
            @JsonProperty("provider_url") URI providerUrl,
            String html,
            int width,
            int height) {}

    record Asked(String format, String url, int width, int height) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(hidden = true)
    public Embed getEmbed(UriInfo request) {
        Asked asked = Query.read(request, query -> {
            String format = query.text("format");
            return new Asked(
                    format == null ? JSON : format,
                    query.required("url", "give the address of a page to embed"),
                    Math.min(WIDTH, query.integer("maxwidth", LEAST, MOST, WIDTH)),
                    Math.min(HEIGHT, query.integer("maxheight", LEAST, MOST, HEIGHT)));
        });
        if (!asked.format().equals(JSON)) {
            // So the specification says, in section 2.3.1.
            throw new ProblemException(
                    ProblemType.NOT_IMPLEMENTED, "format: json is the only one that is offered for a card.");
        }
        String base = addresses.of("/").toString();
        String path = asked.url().replaceFirst("[?#].*", "");
        Matcher page = PAGE.matcher(path.startsWith(base) ? path.substring(base.length() - 1) : "");
        if (!page.matches()) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    "“url” is not the address of a quote, funding fact, meeting or article here.");
        }
        return card(page.group(1), page.group(2), asked);
    }

    private Embed card(String kind, String id, Asked asked) {
        URI page = addresses.of("/" + kind + "/" + id);
        switch (kind) {
            case "quotes" -> {
                Quote quote = records.quote(id);
                String by = quote.speaker() == null ? null : quote.speaker().name();
                return embed(quote.text(), by, quote.article(), page, quote.inLanguage(), asked);
            }
            case "funding-facts" -> {
                FundingFact fact = records.fundingFact(id);
                return embed(
                        Display.joined(fact.evidence()), null, fact.article(), page, language(fact.article()), asked);
            }
            case "meetings" -> {
                Meeting meeting = records.meeting(id);
                return embed(
                        Display.joined(meeting.evidence()),
                        null,
                        meeting.article(),
                        page,
                        language(meeting.article()),
                        asked);
            }
            default -> {
                Article article = records.article(id);
                String headline = Objects.requireNonNullElse(article.headline(), article.id());
                return embed(
                        headline,
                        null,
                        new ArticleRef(article.id(), article.publisher(), article.url()),
                        page,
                        article.inLanguage(),
                        asked);
            }
        }
    }

    private @Nullable String language(ArticleRef article) {
        return records.article(article.id()).inLanguage();
    }

    private Embed embed(
            String text, @Nullable String by, ArticleRef article, URI page, @Nullable String language, Asked asked) {
        String source = Objects.requireNonNullElse(article.headline(), article.id());
        TemplateInstance html = Templates.embed(text, by, source, page, language);
        return new Embed(
                "1.0",
                "rich",
                by == null ? source : by + " – " + source,
                by,
                "Verbatim",
                addresses.of("/"),
                visitor.show(html).strip(),
                asked.width(),
                asked.height());
    }
}
