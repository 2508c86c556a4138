package org.verbatim.meeting;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentEntity;
import org.verbatim.agent.NamesInArticles;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.ArticleEntity;
import org.verbatim.article.RecordEntity;
import org.verbatim.article.RecordId;
import org.verbatim.article.StatedDate;
import org.verbatim.index.IndexedDocument;
import org.verbatim.text.Span;
import org.verbatim.text.SpanListConverter;
import org.verbatim.text.Words;

/** A meeting that an article reports. */
@Entity(name = "Meeting")
@Table(name = "meeting")
public class MeetingEntity extends RecordEntity {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    MeetingKind kind = MeetingKind.BILATERAL;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    MeetingStatus status = MeetingStatus.HELD;

    @ElementCollection
    @OrderColumn(name = "position")
    List<Attendee> attendees = new ArrayList<>();

    @Nullable StatedPlace place;

    /** The place's name without case and accents, to find it by. */
    @Column(length = 3002)
    @Nullable String placeWords;

    @Nullable StatedDate date;

    @Convert(converter = SpanListConverter.class)
    @Column(nullable = false)
    List<Span> topics = List.of();

    @Convert(converter = SpanListConverter.class)
    @Column(nullable = false)
    List<Span> evidence = List.of();

    /** Somebody who took part; nobody we know by name where there is no agent. */
    @Embeddable
    public record Attendee(
            @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "agent_id") @Nullable AgentEntity agent,

            @AttributeOverride(name = "start", column = @Column(name = "as_named_start"))
            @AttributeOverride(name = "end", column = @Column(name = "as_named_end"))
            @Nullable Span asNamed) {}

    /**
     * A place as an article states it.
     *
     * @param country ISO 3166-1 alpha-2
     */
    @Embeddable
    public record StatedPlace(
            @Column(length = 1000) String name,
            @Column(length = 2) @Nullable String country,
            Span evidence) {}

    /** What an article says about a meeting. */
    public record Content(
            MeetingKind kind,
            MeetingStatus status,
            List<Attendee> attendees,
            @Nullable StatedPlace place,
            @Nullable StatedDate date,
            List<Span> topics,
            List<Span> evidence) {}

    protected MeetingEntity() {}

    public MeetingEntity(RecordId id, ArticleEntity article) {
        super(id, article);
    }

    public void set(Content content) {
        kind = content.kind();
        status = content.status();
        // An unchanged list is left alone, so that nothing is written.
        if (!attendees.equals(content.attendees())) {
            attendees.clear();
            attendees.addAll(content.attendees());
        }
        place = content.place();
        placeWords = place == null ? null : Words.foldedText(place.name());
        date = content.date();
        topics = List.copyOf(content.topics());
        evidence = List.copyOf(content.evidence());
    }

    /** What {@link #set} was given. */
    public Content content() {
        return new Content(kind, status, List.copyOf(attendees), place, date, topics, evidence);
    }

    @Override
    public List<AgentEntity> agents() {
        return attendees.stream()
                .flatMap(attendee -> Stream.ofNullable(attendee.agent()))
                .toList();
    }

    @Override
    protected String said() {
        return content().toString();
    }

    IndexedDocument document(NamesInArticles names) {
        IndexedDocument document =
                document(RecordKind.MEETING).keyword("kind", kind.name()).keyword("status", status.name());
        for (Attendee attendee : attendees) {
            AgentEntity agent = attendee.agent();
            document = document.keyword("attendee", agent == null ? null : agent.id())
                    .about(names.of(article().id(), agent));
        }
        if (place != null) {
            document = document.about(place.name());
            for (String word : Words.fold(place.name())) {
                document = document.keyword("place", word);
            }
        }
        if (date != null) {
            document = document.number("dateTo", day(date.first())).number("dateFrom", day(date.last()));
        }
        for (Span span : evidence) {
            document = body(document, span);
        }
        return document;
    }

    private static @Nullable BigDecimal day(@Nullable LocalDate date) {
        return date == null ? null : BigDecimal.valueOf(date.toEpochDay());
    }
}
