package org.verbatim.meeting;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verbatim.agent.AgentRef;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.Evidence;
import org.verbatim.article.RecordForms;
import org.verbatim.http.Addresses;
import org.verbatim.http.Forms;
import org.verbatim.http.Node;

/** A meeting as a row, and as a schema.org {@code Event}. */
@Singleton
public class MeetingForms implements Forms<Meeting> {

    private static final List<Column<Meeting>> COLUMNS = RecordForms.columns(
            MeetingForms::shared,
            List.of(
                    new Column<>("kind", Meeting::kind),
                    new Column<>("status", Meeting::status),
                    new Column<>("attendeeIds", meeting -> attendees(meeting)
                            .map(AgentRef::id)
                            .collect(Collectors.joining(Evidence.IN_A_CELL))),
                    new Column<>("attendeeNames", meeting -> attendees(meeting)
                            .map(AgentRef::name)
                            .collect(Collectors.joining(Evidence.IN_A_CELL))),
                    new Column<>(
                            "attendeesAsNamed",
                            meeting -> Evidence.exact(meeting.attendees().stream()
                                    .map(Meeting.Attendee::asNamed)
                                    .filter(Objects::nonNull)
                                    .toList())),
                    new Column<>(
                            "place",
                            meeting -> meeting.place() == null
                                    ? null
                                    : meeting.place().name()),
                    new Column<>(
                            "country",
                            meeting -> meeting.place() == null
                                    ? null
                                    : meeting.place().country()),
                    new Column<>(
                            "date",
                            meeting -> meeting.date() == null
                                    ? null
                                    : meeting.date().value()),
                    new Column<>("topics", meeting -> Evidence.exact(meeting.topics())),
                    new Column<>("evidence", meeting -> Evidence.exact(meeting.evidence()))));

    private final Addresses addresses;

    MeetingForms(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public Class<Meeting> type() {
        return Meeting.class;
    }

    @Override
    public String path() {
        return RecordKind.MEETING.path();
    }

    @Override
    public List<Column<Meeting>> columns() {
        return COLUMNS;
    }

    @Override
    public Node linkedData(Meeting meeting) {
        Meeting.Place place = meeting.place();
        Node node = RecordForms.begin(shared(meeting), "Event")
                .with("kind", meeting.kind())
                .with("meetingStatus", meeting.status())
                .with(
                        "eventStatus",
                        meeting.status() == MeetingStatus.PLANNED ? "https://schema.org/EventScheduled" : null)
                .with(
                        "attendee",
                        meeting.attendees().stream().map(this::attendee).toList())
                .with(
                        "location",
                        place == null
                                ? null
                                : Node.of("Place")
                                        .with("name", place.name())
                                        .with(
                                                "address",
                                                place.country() == null
                                                        ? null
                                                        : Node.of("PostalAddress")
                                                                .with("addressCountry", place.country()))
                                        .with("asStated", RecordForms.evidence(place.evidence())))
                .with(
                        "startDate",
                        meeting.date() == null ? null : meeting.date().value())
                .with("keywords", meeting.topics().stream().map(Evidence::exact).toList())
                .with("evidence", RecordForms.evidence(meeting.evidence()));
        return RecordForms.end(node, shared(meeting), "subjectOf");
    }

    /** People without a name are what the article calls them. */
    private Node attendee(Meeting.Attendee attendee) {
        Evidence asNamed = attendee.asNamed();
        Node agent = RecordForms.agent(attendee.agent(), addresses);
        return agent == null
                ? new Node()
                        .with("name", asNamed == null ? null : asNamed.exact())
                        .with("asStated", RecordForms.evidence(asNamed))
                : agent;
    }

    private static Stream<AgentRef> attendees(Meeting meeting) {
        return meeting.attendees().stream().map(Meeting.Attendee::agent).filter(Objects::nonNull);
    }

    private static RecordForms.Shared shared(Meeting meeting) {
        return new RecordForms.Shared(
                meeting.id(),
                meeting.url(),
                meeting.article(),
                meeting.alsoReportedIn(),
                meeting.reviewStatus(),
                meeting.extraction(),
                meeting.links());
    }
}
