package org.verbatim.dossier;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentType;
import org.verbatim.article.Confidence;
import org.verbatim.article.DatePrecision;
import org.verbatim.article.ReviewStatus;
import org.verbatim.funding.AmountStatus;
import org.verbatim.funding.CurrencyStatus;
import org.verbatim.funding.FundingKind;
import org.verbatim.meeting.MeetingKind;
import org.verbatim.meeting.MeetingStatus;
import org.verbatim.quote.AttributionMethod;
import org.verbatim.quote.Form;

/**
 * What one article says, as written down in {@code seeds/ID.json}; {@code dossier.schema.json} describes every key. This
 * is the file and no more: whatever a file may lack may be null here, and {@link DossierCheck} tells what must not be.
 *
 * <p>Registered for reflection since Jackson reads it, and no resource names it.
 */
@RegisterForReflection(
        targets = {
            Dossier.class,
            Dossier.Pin.class,
            Dossier.ArticlePart.class,
            Dossier.AgentPart.class,
            Dossier.RolePart.class,
            Dossier.QuotePart.class,
            Dossier.SegmentPart.class,
            Dossier.FundingFactPart.class,
            Dossier.AmountPart.class,
            Dossier.DatePart.class,
            Dossier.MeetingPart.class,
            Dossier.AttendeePart.class,
            Dossier.PlacePart.class,
            Dossier.ExtractionPart.class
        })
public record Dossier(
        @Nullable ArticlePart article,
        @Nullable List<AgentPart> agents,
        @Nullable List<QuotePart> quotes,
        @Nullable List<FundingFactPart> fundingFacts,
        @Nullable List<MeetingPart> meetings) {

    /** Some characters of the article; start and end in code points, end exclusive. */
    public record Pin(
            @Nullable String exact,
            @Nullable Integer start,
            @Nullable Integer end) {}

    public record ArticlePart(
            @Nullable String id,
            @Nullable String sha256,
            @Nullable String inLanguage,
            @Nullable Pin headline,
            @Nullable String publisher,
            @Nullable List<Pin> authors,
            @Nullable String datePublished,
            @Nullable Pin datePublishedAsStated,
            @Nullable String url) {}

    public record AgentPart(
            @Nullable String id,
            @Nullable AgentType type,
            @Nullable String name,
            @Nullable List<String> otherNames,
            @Nullable List<RolePart> roles,
            @Nullable List<String> sameAs) {}

    public record RolePart(@Nullable String title, @Nullable String organization) {}

    /** What all kinds of record have in common; no part of the file by itself. */
    record Shared(
            @Nullable String id,
            @Nullable List<String> alsoReportedIn,
            @Nullable ReviewStatus reviewStatus,
            @Nullable ExtractionPart extraction) {}

    public record QuotePart(
            @Nullable String id,
            @Nullable Form form,
            @Nullable String speaker,
            @Nullable List<SegmentPart> segments,
            @Nullable Pin cue,
            @Nullable Pin speakerMention,
            @Nullable AttributionMethod attribution,
            @Nullable List<String> alsoReportedIn,
            @Nullable ReviewStatus reviewStatus,
            @Nullable ExtractionPart extraction) {

        Shared shared() {
            return new Shared(id, alsoReportedIn, reviewStatus, extraction);
        }
    }

    public record SegmentPart(
            @Nullable String exact,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable Boolean verbatim) {

        Pin pin() {
            return new Pin(exact, start, end);
        }
    }

    public record FundingFactPart(
            @Nullable String id,
            @Nullable FundingKind kind,
            @Nullable String fund,
            @Nullable String provider,
            @Nullable String receiver,
            @Nullable AmountPart amount,
            @Nullable DatePart date,
            @Nullable List<Pin> evidence,
            @Nullable List<String> alsoReportedIn,
            @Nullable ReviewStatus reviewStatus,
            @Nullable ExtractionPart extraction) {

        Shared shared() {
            return new Shared(id, alsoReportedIn, reviewStatus, extraction);
        }
    }

    public record AmountPart(
            @Nullable AmountStatus status,
            @Nullable BigDecimal value,
            @Nullable BigDecimal minValue,
            @Nullable BigDecimal maxValue,
            @Nullable String currency,
            @Nullable CurrencyStatus currencyStatus,
            @Nullable Pin asStated) {}

    public record DatePart(
            @Nullable String value,
            @Nullable DatePrecision precision,
            @Nullable Pin asStated) {}

    public record MeetingPart(
            @Nullable String id,
            @Nullable MeetingKind kind,
            @Nullable MeetingStatus status,
            @Nullable List<AttendeePart> attendees,
            @Nullable PlacePart place,
            @Nullable DatePart date,
            @Nullable List<Pin> topics,
            @Nullable List<Pin> evidence,
            @Nullable List<String> alsoReportedIn,
            @Nullable ReviewStatus reviewStatus,
            @Nullable ExtractionPart extraction) {

        Shared shared() {
            return new Shared(id, alsoReportedIn, reviewStatus, extraction);
        }
    }

    public record AttendeePart(
            @Nullable String agent, @Nullable Pin asNamed) {}

    public record PlacePart(
            @Nullable String name,
            @Nullable String country,
            @Nullable Pin evidence) {}

    /** How a program found a record. */
    public record ExtractionPart(
            @Nullable String rule, @Nullable Confidence confidence) {}
}
