package org.verbatim.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentType;
import org.verbatim.article.Confidence;
import org.verbatim.article.DatePrecision;
import org.verbatim.article.Extraction;
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
@Schema(
        name = "Dossier",
        description =
                "What one article says, in the format of the seeds (`dossier.schema.json`): each statement is pinned to"
                        + " the characters of the article that make it, counted in Unicode code points, end exclusive.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dossier(
        @Schema(required = true) @Nullable ArticlePart article,

        @Schema(required = true, description = "Everybody the records refer to, each once.") @Nullable List<AgentPart> agents,

        @Schema(required = true, description = "What was said, in the order of the text.") @Nullable List<QuotePart> quotes,

        @Schema(required = true, description = "The money the article reports.") @Nullable List<FundingFactPart> fundingFacts,

        @Schema(required = true, description = "The meetings the article reports.") @Nullable List<MeetingPart> meetings) {

    private static final String AGENT_ID = "^[a-z0-9][a-z0-9-]{0,63}$";

    /** Some characters of the article; start and end in code points, end exclusive. */
    @Schema(name = "DossierPin", description = "Some characters of the article, and where they stand.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pin(
            @Schema(required = true, minLength = 1, description = "The characters of the article, unchanged.") @Nullable String exact,

            @Schema(
                    minimum = "0",
                    description =
                            "Where they begin, in Unicode code points from 0; absent only where they stand once in the article.")
            @Nullable Integer start,

            @Schema(
                    minimum = "1",
                    description = "Where they end, exclusive; given together with `start` or not at all.")
            @Nullable Integer end) {}

    @Schema(name = "DossierArticle", description = "What is known of the article as a whole.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ArticlePart(
            @Schema(pattern = AGENT_ID, description = "Its id.", examples = "fbf5bc84079181b5") @Nullable String id,

            @Schema(pattern = "^[0-9a-f]{64}$", description = "The SHA-256 of its bytes.") @Nullable String sha256,

            @Schema(required = true, description = "BCP 47; `und` where it is not known.", examples = "fr") @Nullable String inLanguage,

            @Schema(description = "The headline, as it stands in the text; absent where it does not.") @Nullable Pin headline,

            @Schema(
                    minLength = 1,
                    maxLength = 1000,
                    description =
                            "The headline that whoever supplied the article gave, where it does not stand in the text.")
            @Nullable String headlineAsSupplied,

            @Schema(minLength = 1, maxLength = 1000, description = "Who published it; absent where it is not known.")
            @Nullable String publisher,

            @Schema(description = "The authors as the byline names them; absent where it names none.") @Nullable List<Pin> authors,

            @Schema(
                    pattern = "^[0-9]{4}(-[0-9]{2}){0,2}$",
                    description = "ISO 8601 with reduced precision; absent where it is not known.")
            @Nullable String datePublished,

            @Schema(description = "The article's own words about its date, such as *il y a 11 heures*.") @Nullable Pin datePublishedAsStated,

            @Schema(format = "uri", description = "Where it was published; absent where it is not known.") @Nullable String url) {

        /** One whose headline, if there is one, stands in the article. */
        public ArticlePart(
                @Nullable String id,
                @Nullable String sha256,
                @Nullable String inLanguage,
                @Nullable Pin headline,
                @Nullable String publisher,
                @Nullable List<Pin> authors,
                @Nullable String datePublished,
                @Nullable Pin datePublishedAsStated,
                @Nullable String url) {
            this(id, sha256, inLanguage, headline, null, publisher, authors, datePublished, datePublishedAsStated, url);
        }
    }

    @Schema(name = "DossierAgent", description = "Somebody who speaks, gives, gets or meets.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AgentPart(
            @Schema(
                    required = true,
                    pattern = AGENT_ID,
                    examples = "amy-pope",
                    description = "The same in every dossier: lower-case letters, digits and hyphens.")
            @Nullable String id,

            @Schema(required = true) @Nullable AgentType type,

            @Schema(
                    required = true,
                    minLength = 1,
                    maxLength = 300,
                    description =
                            "The name, without title and article; for a speaker known by role alone, that description.")
            @Nullable String name,

            @Schema(description = "Further forms of the name that stand in the article.") @Nullable List<String> otherNames,

            @Schema(description = "The roles stated.") @Nullable List<RolePart> roles,

            @Schema(description = "Addresses of the same agent in public registers, such as Wikidata.") @Nullable List<String> sameAs) {}

    @Schema(name = "DossierRole", description = "An office or function, as stated.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RolePart(
            @Schema(
                    required = true,
                    minLength = 1,
                    maxLength = 1000,
                    description = "The title in the words of the article.")
            @Nullable String title,

            @Schema(
                    pattern = AGENT_ID,
                    description = "The id of the agent the office is held in; absent where it is not stated.")
            @Nullable String organization) {}

    /** What all kinds of record have in common; no part of the file by itself. */
    record Shared(
            @Nullable String id,
            @Nullable List<String> alsoReportedIn,
            @Nullable ReviewStatus reviewStatus,
            @Nullable ExtractionPart extraction) {}

    @Schema(name = "DossierQuote", description = "One act of speech, as a dossier has it.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QuotePart(
            @Schema(
                    pattern = "^[a-z0-9][a-z0-9-]{0,63}\\.q(0|[1-9][0-9]{0,8})(-([2-9]|[1-9][0-9]{1,3}))?$",
                    description =
                            "Its id. Absent: the article, `q` and the code point at which its first segment begins.")
            @Nullable String id,

            @Schema(required = true) @Nullable Form form,

            @Schema(
                    pattern = AGENT_ID,
                    description = "The id of the agent who spoke; absent if and only if the attribution is `UNKNOWN`.")
            @Nullable String speaker,

            @Schema(
                    required = true,
                    minItems = 1,
                    description = "The quote, in the order of the article, without overlap.")
            @Nullable List<SegmentPart> segments,

            @Schema(description = "The verb or formula of saying; absent where there is none.") @Nullable Pin cue,

            @Schema(description = "What names the speaker or stands for them; absent where nothing does.") @Nullable Pin speakerMention,

            @Schema(required = true) @Nullable AttributionMethod attribution,

            @Schema(description = "Ids of quotes of other articles that report the same.") @Nullable List<String> alsoReportedIn,

            @Schema(description = "Absent: `CONFIRMED`, or `EXTRACTED` where `extraction` is given.") @Nullable ReviewStatus reviewStatus,

            @Schema(description = "How a program found it; absent where a person wrote it.") @Nullable ExtractionPart extraction) {

        Shared shared() {
            return new Shared(id, alsoReportedIn, reviewStatus, extraction);
        }
    }

    @Schema(name = "DossierSegment", description = "One stretch of a quote.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SegmentPart(
            @Schema(required = true, minLength = 1, description = "The characters of the article, unchanged.") @Nullable String exact,

            @Schema(
                    minimum = "0",
                    description =
                            "Where they begin, in Unicode code points from 0; absent only where they stand once in the article.")
            @Nullable Integer start,

            @Schema(
                    minimum = "1",
                    description = "Where they end, exclusive; given together with `start` or not at all.")
            @Nullable Integer end,

            @Schema(required = true, description = "Whether these are the speaker's own words, or the journalist's.")
            @Nullable Boolean verbatim) {

        Pin pin() {
            return new Pin(exact, start, end);
        }
    }

    @Schema(
            name = "DossierFundingFact",
            description = "Money asked for, promised, committed, given, paid or lent, as a dossier has it.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FundingFactPart(
            @Schema(
                    pattern = "^[a-z0-9][a-z0-9-]{0,63}\\.f(0|[1-9][0-9]{0,8})(-([2-9]|[1-9][0-9]{1,3}))?$",
                    description =
                            "Its id. Absent: the article, `f` and the code point at which its first evidence begins.")
            @Nullable String id,

            @Schema(required = true) @Nullable FundingKind kind,

            @Schema(
                    maxLength = 1000,
                    description = "The named fund or programme, in the article's words; absent where none is named.")
            @Nullable String fund,

            @Schema(
                    pattern = AGENT_ID,
                    description =
                            "The id of the agent who gives; absent where it is not stated, and always for a `TARGET`.")
            @Nullable String provider,

            @Schema(pattern = AGENT_ID, description = "The id of the agent who gets; absent where it is not stated.")
            @Nullable String receiver,

            @Schema(required = true) @Nullable AmountPart amount,

            @Schema(description = "When; absent where it is not stated.") @Nullable DatePart date,

            @Schema(required = true, minItems = 1, description = "All that the article says of it.") @Nullable List<Pin> evidence,

            @Schema(description = "Ids of funding facts of other articles that report the same.") @Nullable List<String> alsoReportedIn,

            @Schema(description = "Absent: `CONFIRMED`, or `EXTRACTED` where `extraction` is given.") @Nullable ReviewStatus reviewStatus,

            @Schema(description = "How a program found it; absent where a person wrote it.") @Nullable ExtractionPart extraction) {

        Shared shared() {
            return new Shared(id, alsoReportedIn, reviewStatus, extraction);
        }
    }

    @Schema(name = "DossierAmount", description = "A sum of money as far as the article states it.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AmountPart(
            @Schema(required = true) @Nullable AmountStatus status,

            @Schema(
                    minimum = "0",
                    exclusiveMinimum = true,
                    description = "In units of the currency; not with `RANGE` and `NOT_STATED`.")
            @Nullable BigDecimal value,

            @Schema(minimum = "0", exclusiveMinimum = true, description = "The lower end of a `RANGE`.") @Nullable BigDecimal minValue,

            @Schema(minimum = "0", exclusiveMinimum = true, description = "The upper end of a `RANGE`.") @Nullable BigDecimal maxValue,

            @Schema(pattern = "^[A-Z]{3}$", examples = "USD", description = "ISO 4217.") @Nullable String currency,

            @Schema(description = "Absent: `NOT_STATED`.") @Nullable CurrencyStatus currencyStatus,

            @Schema(description = "The words that state the sum.") @Nullable Pin asStated) {}

    @Schema(name = "DossierDate", description = "A date as far as the article states it.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DatePart(
            @Schema(
                    pattern = "^[0-9]{4}(-[0-9]{2}){0,2}$",
                    description = "ISO 8601, as precise as `precision` says; absent where it is `UNKNOWN`.")
            @Nullable String value,

            @Schema(required = true) @Nullable DatePrecision precision,

            @Schema(required = true, description = "The words that state the date.") @Nullable Pin asStated) {}

    @Schema(name = "DossierMeeting", description = "People who met, talked or visited, or are to, as a dossier has it.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MeetingPart(
            @Schema(
                    pattern = "^[a-z0-9][a-z0-9-]{0,63}\\.m(0|[1-9][0-9]{0,8})(-([2-9]|[1-9][0-9]{1,3}))?$",
                    description =
                            "Its id. Absent: the article, `m` and the code point at which its first evidence begins.")
            @Nullable String id,

            @Schema(required = true) @Nullable MeetingKind kind,

            @Schema(required = true) @Nullable MeetingStatus status,

            @Schema(required = true, description = "Those whom the article reports as taking part.") @Nullable List<AttendeePart> attendees,

            @Schema(description = "Where; absent where it is not stated.") @Nullable PlacePart place,

            @Schema(description = "When; absent where it is not stated.") @Nullable DatePart date,

            @Schema(description = "What it was about, in the article's words.") @Nullable List<Pin> topics,

            @Schema(required = true, minItems = 1, description = "All that the article says of it.") @Nullable List<Pin> evidence,

            @Schema(description = "Ids of meetings of other articles that report the same.") @Nullable List<String> alsoReportedIn,

            @Schema(description = "Absent: `CONFIRMED`, or `EXTRACTED` where `extraction` is given.") @Nullable ReviewStatus reviewStatus,

            @Schema(description = "How a program found it; absent where a person wrote it.") @Nullable ExtractionPart extraction) {

        Shared shared() {
            return new Shared(id, alsoReportedIn, reviewStatus, extraction);
        }
    }

    @Schema(name = "DossierAttendee", description = "One who took part.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttendeePart(
            @Schema(pattern = AGENT_ID, description = "The id of the agent; absent for somebody without a name.")
            @Nullable String agent,

            @Schema(description = "How the article names them.") @Nullable Pin asNamed) {}

    @Schema(name = "DossierPlace", description = "Where, only as the article states it.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PlacePart(
            @Schema(
                    required = true,
                    minLength = 1,
                    maxLength = 1000,
                    description = "The place in the words of the article.")
            @Nullable String name,

            @Schema(
                    pattern = "^[A-Z]{2}$",
                    examples = "MA",
                    description = "ISO 3166-1 alpha-2; absent where it is not plain.")
            @Nullable String country,

            @Schema(required = true, description = "The words that state the place.") @Nullable Pin evidence) {}

    /** How a program found a record. */
    @Schema(name = "DossierExtraction", description = "How a program found a record.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ExtractionPart(
            @Schema(
                    required = true,
                    pattern = Extraction.RULE_FORM,
                    maxLength = Extraction.MAX_RULE,
                    description = "The name of the rule.")
            @Nullable String rule,

            @Schema(required = true) @Nullable Confidence confidence) {}
}
