package org.verbatim.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentRef;
import org.verbatim.agent.AgentRefs;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.ArticleEntity;
import org.verbatim.article.ArticleRef;
import org.verbatim.article.Elsewhere;
import org.verbatim.article.Evidence;
import org.verbatim.article.Extraction;
import org.verbatim.article.FactDate;
import org.verbatim.article.RecordLinks;
import org.verbatim.article.ReviewStatus;
import org.verbatim.http.Addresses;

/** A meeting that an article reports: who met whom. */
@Schema(description = "A meeting that an article reports: who met whom, where and when as far as it is stated.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Meeting(
        @Schema(
                required = true,
                description = "Stable: the article, `m`, and the code point at which its first evidence begins.",
                pattern = "^[a-z0-9][a-z0-9-]{0,63}\\.m(0|[1-9][0-9]{0,8})(-([2-9]|[1-9][0-9]{1,3}))?$",
                examples = "fbf5bc84079181b5.m183")
        String id,

        @Schema(required = true, constValue = "Meeting", description = "Always `Meeting`.")
        String type,

        @Schema(required = true, format = "uri", description = "Where the meeting is served.")
        URI url,

        @Schema(required = true) MeetingKind kind,
        @Schema(required = true) MeetingStatus status,

        @Schema(required = true, description = "Who took part, or will. Empty where the article names nobody.")
        List<Attendee> attendees,

        @Schema(required = true) Completeness attendeesCompleteness,

        @Schema(description = "Where; absent where the article does not say.") @Nullable Place place,

        @Schema(description = "When; absent where the article does not say.") @Nullable FactDate date,

        @Schema(
                required = true,
                description = "What it was about, in the article's words; empty where it does not say.")
        List<Evidence> topics,

        @Schema(required = true, description = "All that the article says of it.", minItems = 1)
        List<Evidence> evidence,

        @Schema(required = true) ArticleRef article,

        @Schema(required = true, description = "Records of other articles that report the same meeting.")
        List<Elsewhere> alsoReportedIn,

        @Schema(required = true) ReviewStatus reviewStatus,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When an editor last decided on it; absent where none has.")
        @Nullable Instant reviewedAt,

        @Schema(description = "How a program found it; absent where a person wrote it.") @Nullable Extraction extraction,

        @Schema(required = true) RecordLinks links) {

    /** Who took part. */
    @Schema(description = "Somebody who took part, or will.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attendee(
            @Schema(description = "Who it was; absent for people without a name.") @Nullable AgentRef agent,

            @Schema(description = "The article's words for them; absent where it has none of its own.") @Nullable Evidence asNamed) {}

    /** Where it was. */
    @Schema(description = "Where it was, as stated.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            @Schema(required = true, description = "The place's name.", examples = "Casablanca")
            String name,

            @Schema(
                    description = "ISO 3166-1 alpha-2; absent where it is not known.",
                    pattern = "^[A-Z]{2}$",
                    examples = "MA")
            @Nullable String country,

            @Schema(required = true) Evidence evidence) {}

    /** How far the list of attendees can be trusted to be whole. */
    @Schema(name = "AttendeesCompleteness", description = """
            How complete the list of attendees is:
            * `AS_REPORTED`: these are the ones the article names; others may have been there""")
    public enum Completeness {
        AS_REPORTED
    }

    static Meeting of(MeetingEntity meeting, AgentRefs agents, List<Elsewhere> alsoReportedIn, Addresses addresses) {
        ArticleEntity article = meeting.article();
        URI self = addresses.of(RecordKind.MEETING.path() + "/" + meeting.id());
        MeetingEntity.StatedPlace place = meeting.place;
        return new Meeting(
                meeting.id(),
                "Meeting",
                self,
                meeting.kind,
                meeting.status,
                meeting.attendees.stream()
                        .map(attendee -> new Attendee(
                                agents.ofNullable(attendee.agent(), article.id()),
                                Evidence.ofNullable(article, attendee.asNamed(), addresses)))
                        .toList(),
                Completeness.AS_REPORTED,
                place == null
                        ? null
                        : new Place(place.name(), place.country(), Evidence.of(article, place.evidence(), addresses)),
                FactDate.ofNullable(article, meeting.date, addresses),
                meeting.topics.stream()
                        .map(span -> Evidence.of(article, span, addresses))
                        .toList(),
                meeting.evidence.stream()
                        .map(span -> Evidence.of(article, span, addresses))
                        .toList(),
                ArticleRef.of(article, addresses),
                alsoReportedIn,
                meeting.reviewStatus(),
                meeting.reviewedAt(),
                meeting.extraction(),
                RecordLinks.of(meeting, self, meeting.evidence.get(0), addresses));
    }
}
