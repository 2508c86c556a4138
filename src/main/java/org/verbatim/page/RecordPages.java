package org.verbatim.page;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.Agent;
import org.verbatim.agent.AgentResource;
import org.verbatim.article.Article;
import org.verbatim.funding.FundingFact;
import org.verbatim.funding.FundingFactResource;
import org.verbatim.http.Addresses;
import org.verbatim.http.Asking;
import org.verbatim.meeting.Meeting;
import org.verbatim.meeting.MeetingResource;
import org.verbatim.quote.Form;
import org.verbatim.quote.Quote;
import org.verbatim.quote.QuoteResource;

/** One record, in its place, ready to be cited; and one agent with all that involves them. */
@Path("/")
public class RecordPages {

    private static final String MOST = "10";

    private final Records records;
    private final AgentResource agents;
    private final QuoteResource quotes;
    private final FundingFactResource fundingFacts;
    private final MeetingResource meetings;
    private final Visitor visitor;
    private final Addresses addresses;

    RecordPages(
            Records records,
            AgentResource agents,
            QuoteResource quotes,
            FundingFactResource fundingFacts,
            MeetingResource meetings,
            Visitor visitor,
            Addresses addresses) {
        this.records = records;
        this.agents = agents;
        this.quotes = quotes;
        this.fundingFacts = fundingFacts;
        this.meetings = meetings;
        this.visitor = visitor;
        this.addresses = addresses;
    }

    @GET
    @Path("/quotes/{id}")
    @Produces(HomeResource.HTML)
    @Transactional
    @Operation(hidden = true)
    public String getQuotePage(@RestPath String id, UriInfo request) {
        Visitor.readNothing(request);
        Quote quote = records.quote(id);
        Entry entry = Entry.of(quote);
        String speaker = quote.speaker() == null ? null : quote.speaker().name();
        Article article = records.article(quote.article().id());
        Frame frame = visitor.frame(
                        speaker == null
                                ? visitor.msg().quoteOfNobody()
                                : visitor.msg().quoteOf(speaker),
                        quote.text())
                .embeddable(addresses);
        return visitor.show(Templates.quote(
                frame,
                quote,
                article,
                place(entry, article),
                citation(frame, entry, quote.text(), speaker, quote.form() != Form.INDIRECT, article)));
    }

    @GET
    @Path("/funding-facts/{id}")
    @Produces(HomeResource.HTML)
    @Transactional
    @Operation(hidden = true)
    public String getFundingFactPage(@RestPath String id, UriInfo request) {
        Visitor.readNothing(request);
        FundingFact fact = records.fundingFact(id);
        Entry entry = Entry.of(fact);
        Article article = records.article(fact.article().id());
        String words = Display.joined(fact.evidence());
        Msg msg = visitor.msg();
        Frame frame = visitor.frame(
                        fact.fund() == null
                                ? msg.fundingKind(fact.kind())
                                : "%s – %s".formatted(msg.fundingKind(fact.kind()), fact.fund()),
                        words)
                .embeddable(addresses);
        return visitor.show(Templates.fundingFact(
                frame, fact, article, place(entry, article), citation(frame, entry, words, null, false, article)));
    }

    @GET
    @Path("/meetings/{id}")
    @Produces(HomeResource.HTML)
    @Transactional
    @Operation(hidden = true)
    public String getMeetingPage(@RestPath String id, UriInfo request) {
        Visitor.readNothing(request);
        Meeting meeting = records.meeting(id);
        Entry entry = Entry.of(meeting);
        Article article = records.article(meeting.article().id());
        String words = Display.joined(meeting.evidence());
        Frame frame = visitor.frame(
                        "%s – %s"
                                .formatted(
                                        visitor.msg().meetingKind(meeting.kind()),
                                        String.join(", ", Display.names(meeting))),
                        words)
                .embeddable(addresses);
        return visitor.show(Templates.meeting(
                frame, meeting, article, place(entry, article), citation(frame, entry, words, null, false, article)));
    }

    @GET
    @Path("/agents/{id}")
    @Produces(HomeResource.HTML)
    @Transactional
    @Operation(hidden = true)
    public String getAgentPage(@RestPath String id, UriInfo request) {
        Visitor.readNothing(request);
        Agent agent = agents.getAgent(id, Asking.of("/v1/agents/" + Addresses.encode(id)));
        return visitor.show(Templates.agent(
                visitor.frame(agent.name(), visitor.msg().agentDescription(agent.name())),
                agent,
                quotes.listQuotes(asking("/v1/quotes", "speaker", agent)).items().stream()
                        .map(Entry::of)
                        .toList(),
                fundingFacts
                        .listFundingFacts(asking("/v1/funding-facts", "provider", agent))
                        .items(),
                fundingFacts
                        .listFundingFacts(asking("/v1/funding-facts", "receiver", agent))
                        .items(),
                meetings.listMeetings(asking("/v1/meetings", "attendee", agent)).items().stream()
                        .map(Entry::of)
                        .toList()));
    }

    private static Asking asking(String path, String role, Agent agent) {
        return Asking.of(path, role, agent.id(), "limit", MOST);
    }

    /** The lines of the article that have the record. */
    private List<Highlights.Line> place(Entry entry, Article article) {
        return Highlights.of(
                        records.source(article.id()).text(),
                        List.of(new Highlights.Mark(entry.id(), entry.kind(), 0, entry.spans())))
                .stream()
                .filter(Highlights.Line::isMarked)
                .toList();
    }

    private static Citation citation(
            Frame frame, Entry entry, String words, @Nullable String speaker, boolean direct, Article article) {
        return Citation.of(
                entry.id(), words, speaker, direct, entry.evidence(), article, frame.url(), frame.language());
    }
}
