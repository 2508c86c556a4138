package org.verbatim.page;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.verbatim.article.ArticleResource;
import org.verbatim.funding.FundingFactResource;
import org.verbatim.http.Addresses;
import org.verbatim.http.ApiDescription;
import org.verbatim.http.Query;
import org.verbatim.meeting.MeetingResource;
import org.verbatim.quote.QuoteResource;

/** The front door: the one box and what is new for people, links for programs. */
@Path("/")
public class HomeResource {

    static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    /** The longest text that the box takes, as a verification does. */
    private static final int MAX_TEXT = 10_000;

    private static final int QUOTES = 6;
    private static final int FUNDING_FACTS = 10;
    private static final int MEETINGS = 10;

    private final Addresses addresses;
    private final Visitor visitor;
    private final Records records;
    private final QuoteResource quotes;
    private final FundingFactResource fundingFacts;
    private final MeetingResource meetings;
    private final ArticleResource articles;

    HomeResource(
            Addresses addresses,
            Visitor visitor,
            Records records,
            QuoteResource quotes,
            FundingFactResource fundingFacts,
            MeetingResource meetings,
            ArticleResource articles) {
        this.addresses = addresses;
        this.visitor = visitor;
        this.records = records;
        this.quotes = quotes;
        this.fundingFacts = fundingFacts;
        this.meetings = meetings;
        this.articles = articles;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = ApiDescription.HOME)
    @Operation(
            operationId = "getHome",
            summary = "Get the ways in",
            description = "The links to everything else. A browser gets them as a page, and problems too.")
    @APIResponse(
            responseCode = "200",
            description = "The links.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Home.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    public Home getHome(UriInfo request) {
        Query.readNothing(request);
        return Home.of(addresses);
    }

    /** The page itself, or where the question in its box is answered. */
    @GET
    @Produces(HTML)
    @Transactional
    @Operation(hidden = true)
    public Response getHomePage(UriInfo request) {
        Box box = Query.read(
                Visitor.asking(request, "/"),
                query -> Box.of(
                        query.text("q", MAX_TEXT),
                        query.text("speaker"),
                        as(query.matching("as", Box.MODE, "auto, verify or search"))));
        if (!box.text().isBlank()) {
            return Response.seeOther(addresses.of(answered(box)))
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", Origin")
                    .build();
        }
        Msg msg = visitor.msg();
        return Response.ok(visitor.show(Templates.home(
                        visitor.frame(msg.homeTitle(), msg.tagline()),
                        Box.EMPTY,
                        records.newestQuotes(QUOTES).stream().map(Entry::of).toList(),
                        quotes.count(),
                        records.newestFundingFacts(FUNDING_FACTS),
                        fundingFacts.count(),
                        records.latestMeetings(MEETINGS),
                        meetings.count(),
                        articles.count())))
                .build();
    }

    @GET
    @Path("/problems")
    @Produces(HTML)
    @Operation(hidden = true)
    public String getProblemsPage(UriInfo request) {
        Visitor.readNothing(request);
        return page("problems.html");
    }

    static Box.As as(@Nullable String mode) {
        return mode == null ? Box.As.AUTO : Box.As.valueOf(mode.toUpperCase(Locale.ROOT));
    }

    private static String answered(Box box) {
        String text = Addresses.encode(box.text().strip());
        if (!box.isVerified()) {
            return "/search?q=" + text;
        }
        String speaker = box.speaker().strip();
        return "/quote-verifications?text=" + text + (speaker.isEmpty() ? "" : "&speaker=" + Addresses.encode(speaker));
    }

    private static String page(String name) {
        try (InputStream stream = HomeResource.class.getResourceAsStream("/pages/" + name)) {
            if (stream == null) {
                throw new IOException("no page " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
