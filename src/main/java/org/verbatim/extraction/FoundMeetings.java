package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbatim.article.ReviewStatus;
import org.verbatim.dossier.Dossier;
import org.verbatim.meeting.MeetingKind;
import org.verbatim.meeting.MeetingStatus;
import org.verbatim.text.Span;

/** The meetings of an article, each once, however often it is told. */
final class FoundMeetings {

    /** No article tells the same more often, or of more meetings of the same people; a hostile one may. */
    private static final int MOST_EVIDENCE = 20;

    private static final int MOST_ALIKE = 50;

    private final Reading reading;
    private final Cast cast;
    private final List<Told> meetings = new ArrayList<>();
    private final Map<Set<Object>, List<Told>> byAttendees = new HashMap<>();

    /** A meeting as one clause tells it. */
    record Meeting(
            MeetingKind kind,
            MeetingStatus status,
            List<Attendee> attendees,
            Dossier.@Nullable PlacePart place,
            Dossier.@Nullable DatePart date,
            List<Span> topics,
            Span evidence,
            String rule) {}

    /** A meeting and all clauses that tell it. */
    private static final class Told {
        final Meeting first;
        Dossier.@Nullable PlacePart place;
        Dossier.@Nullable DatePart date;
        final Set<Span> topics;
        final Set<Span> evidence = new LinkedHashSet<>();

        Told(Meeting first) {
            this.first = first;
            this.place = first.place();
            this.date = first.date();
            this.topics = new LinkedHashSet<>(first.topics());
            this.evidence.add(first.evidence());
        }

        /** Whether another clause can tell of the same; what it leaves out does not tell against it. */
        boolean canBe(Meeting other) {
            return first.status() == other.status()
                    && (first.kind() == other.kind()
                            || other.kind() == MeetingKind.BILATERAL
                            || first.kind() == MeetingKind.BILATERAL)
                    && agree(
                            place == null ? null : place.name(),
                            other.place() == null ? null : other.place().name())
                    && agree(
                            date == null ? null : date.value(),
                            other.date() == null ? null : other.date().value());
        }

        private static boolean agree(@Nullable String one, @Nullable String other) {
            return one == null || other == null || one.equals(other);
        }

        void again(Meeting other) {
            place = place == null ? other.place() : place;
            date = date == null ? other.date() : date;
            if (evidence.size() < MOST_EVIDENCE) {
                topics.addAll(other.topics());
                evidence.add(other.evidence());
            }
        }
    }

    FoundMeetings(Reading reading, Cast cast) {
        this.reading = reading;
        this.cast = cast;
    }

    void add(Meeting meeting) {
        List<Told> same = byAttendees.computeIfAbsent(key(meeting.attendees()), key -> new ArrayList<>(1));
        for (Told told : same) {
            if (told.canBe(meeting)) {
                told.again(meeting);
                return;
            }
        }
        Told told = new Told(meeting);
        if (same.size() < MOST_ALIKE) {
            same.add(told);
        }
        meetings.add(told);
    }

    /** Adds a piece of evidence to the meeting of these attendees, if there is exactly one. */
    void support(List<Attendee> attendees, Span evidence) {
        List<Told> same = byAttendees.getOrDefault(key(attendees), List.of());
        if (same.size() == 1 && same.get(0).evidence.size() < MOST_EVIDENCE) {
            same.get(0).evidence.add(evidence);
        }
    }

    /** Adds topics to the meeting told last. */
    void topics(List<Span> topics) {
        if (!meetings.isEmpty()) {
            meetings.get(meetings.size() - 1).topics.addAll(topics);
        }
    }

    private Set<Object> key(List<Attendee> attendees) {
        return attendees.stream()
                .map(attendee -> attendee.agent() != null
                        ? attendee.agent()
                        : reading.text().slice(span(attendee)).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private Span span(Attendee attendee) {
        return reading.span(attendee.from(), attendee.to());
    }

    List<Dossier.MeetingPart> parts() {
        return meetings.stream()
                .sorted(Comparator.comparing(told -> told.first.evidence()))
                .map(this::part)
                .toList();
    }

    private Dossier.MeetingPart part(Told told) {
        return new Dossier.MeetingPart(
                null,
                told.first.kind(),
                told.first.status(),
                told.first.attendees().stream()
                        .map(attendee -> new Dossier.AttendeePart(
                                attendee.agent() == null ? null : cast.use(attendee.agent()),
                                reading.pin(span(attendee))))
                        .toList(),
                told.place,
                told.date,
                told.topics.stream().map(reading::pin).toList(),
                told.evidence.stream().map(reading::pin).toList(),
                null,
                ReviewStatus.EXTRACTED,
                Rules.extraction(told.first.rule()));
    }
}
