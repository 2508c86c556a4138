package org.verbatim.dossier;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentEntity;
import org.verbatim.article.Extraction;
import org.verbatim.article.RecordEntity;
import org.verbatim.article.StatedDate;
import org.verbatim.funding.FundingFactEntity;
import org.verbatim.funding.StatedAmount;
import org.verbatim.meeting.MeetingEntity;
import org.verbatim.quote.QuoteEntity;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/**
 * Writes records as a dossier has them, with whatever may follow from elsewhere written out: id, review status, start and
 * end. What is read from it is what was written.
 */
public final class Parts {

    private Parts() {}

    public static Dossier.QuotePart of(QuoteEntity quote) {
        SourceText text = quote.article().text();
        QuoteEntity.Content content = quote.content();
        return new Dossier.QuotePart(
                quote.id(),
                content.form(),
                id(content.speaker()),
                content.segments().stream()
                        .map(segment -> new Dossier.SegmentPart(
                                text.slice(segment.span()),
                                segment.span().start(),
                                segment.span().end(),
                                segment.verbatim()))
                        .toList(),
                pin(text, content.cue()),
                pin(text, content.speakerMention()),
                content.attribution(),
                alsoReportedIn(quote),
                quote.reviewStatus(),
                extraction(quote));
    }

    public static Dossier.FundingFactPart of(FundingFactEntity fact) {
        SourceText text = fact.article().text();
        FundingFactEntity.Content content = fact.content();
        StatedAmount amount = content.amount();
        return new Dossier.FundingFactPart(
                fact.id(),
                content.kind(),
                content.fund(),
                id(content.provider()),
                id(content.receiver()),
                new Dossier.AmountPart(
                        amount.status(),
                        amount.value(),
                        amount.minValue(),
                        amount.maxValue(),
                        amount.currency(),
                        amount.currencyStatus(),
                        pin(text, amount.asStated())),
                date(text, content.date()),
                pins(text, content.evidence()),
                alsoReportedIn(fact),
                fact.reviewStatus(),
                extraction(fact));
    }

    public static Dossier.MeetingPart of(MeetingEntity meeting) {
        SourceText text = meeting.article().text();
        MeetingEntity.Content content = meeting.content();
        MeetingEntity.StatedPlace place = content.place();
        return new Dossier.MeetingPart(
                meeting.id(),
                content.kind(),
                content.status(),
                content.attendees().stream()
                        .map(attendee -> new Dossier.AttendeePart(id(attendee.agent()), pin(text, attendee.asNamed())))
                        .toList(),
                place == null
                        ? null
                        : new Dossier.PlacePart(place.name(), place.country(), pin(text, place.evidence())),
                date(text, content.date()),
                content.topics().isEmpty() ? null : pins(text, content.topics()),
                pins(text, content.evidence()),
                alsoReportedIn(meeting),
                meeting.reviewStatus(),
                extraction(meeting));
    }

    private static @Nullable String id(@Nullable AgentEntity agent) {
        return agent == null ? null : agent.id();
    }

    private static Dossier.@Nullable Pin pin(SourceText text, @Nullable Span span) {
        return span == null ? null : new Dossier.Pin(text.slice(span), span.start(), span.end());
    }

    private static List<Dossier.Pin> pins(SourceText text, Collection<Span> spans) {
        return spans.stream()
                .map(span -> new Dossier.Pin(text.slice(span), span.start(), span.end()))
                .toList();
    }

    private static Dossier.@Nullable DatePart date(SourceText text, @Nullable StatedDate date) {
        return date == null ? null : new Dossier.DatePart(date.value(), date.precision(), pin(text, date.asStated()));
    }

    private static @Nullable List<String> alsoReportedIn(RecordEntity record) {
        return record.alsoReportedIn().isEmpty()
                ? null
                : record.alsoReportedIn().stream().sorted().toList();
    }

    private static Dossier.@Nullable ExtractionPart extraction(RecordEntity record) {
        Extraction extraction = record.extraction();
        return extraction == null ? null : new Dossier.ExtractionPart(extraction.rule(), extraction.confidence());
    }
}
