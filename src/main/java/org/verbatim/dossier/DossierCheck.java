package org.verbatim.dossier;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentEntity;
import org.verbatim.agent.AgentRepository;
import org.verbatim.agent.AgentType;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.ArticleEntity;
import org.verbatim.article.Confidence;
import org.verbatim.article.DatePrecision;
import org.verbatim.article.Extraction;
import org.verbatim.article.PartialDate;
import org.verbatim.article.RecordId;
import org.verbatim.article.ReviewStatus;
import org.verbatim.article.StatedDate;
import org.verbatim.funding.AmountStatus;
import org.verbatim.funding.CurrencyStatus;
import org.verbatim.funding.FundingFactEntity;
import org.verbatim.funding.FundingKind;
import org.verbatim.funding.StatedAmount;
import org.verbatim.meeting.MeetingEntity;
import org.verbatim.meeting.MeetingKind;
import org.verbatim.meeting.MeetingStatus;
import org.verbatim.quote.AttributionMethod;
import org.verbatim.quote.Form;
import org.verbatim.quote.QuoteEntity;
import org.verbatim.text.Anchor;
import org.verbatim.text.Anchoring;
import org.verbatim.text.LanguageTag;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;
import org.verbatim.text.Words;

/**
 * Holds a dossier against its article: every selector resolves, every reference refers, nothing contradicts itself. All
 * faults are found at once, so that whoever wrote it can put them right in one go.
 */
public final class DossierCheck {

    /** Where the record is among what an editor sends. */
    private static final String CORRECTED = "/record";

    private static final Pattern AGENT_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private static final int MAX_TEXT = 1000;

    // So many characters the database has room for.
    private static final int MAX_LANGUAGE = 64;

    /** For what {@link Words} makes of a text, the database has room for so many times the text's most characters. */
    private static final int MAX_FOLDED = 3;

    /** In place of what a fault was found in; never used, since a faulty dossier is not imported. */
    private static final Span NOWHERE = new Span(0, 0);

    private final SourceText text;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> agents = new HashSet<>();

    private DossierCheck(SourceText text) {
        this.text = text;
    }

    /**
     * A dossier that holds, or what is wrong with it.
     *
     * @param faults empty if it holds; otherwise the rest is of no use
     */
    record Result(
            List<Fault> faults,
            ArticleEntity.Description description,
            List<AgentRepository.Said> agents,
            List<Checked<QuoteEntity.Content>> quotes,
            List<Checked<FundingFactEntity.Content>> fundingFacts,
            List<Checked<MeetingEntity.Content>> meetings) {

        Stream<? extends Checked<?>> records() {
            return Stream.of(quotes, fundingFacts, meetings).flatMap(List::stream);
        }
    }

    /**
     * A record that holds.
     *
     * @param pointer where in the dossier it is
     * @param content made once the agents are stored
     * @param extraction null where a person wrote it
     */
    public record Checked<C>(
            RecordId id,
            String pointer,
            Function<Map<String, AgentEntity>, C> content,
            List<String> alsoReportedIn,
            ReviewStatus reviewStatus,
            @Nullable Extraction extraction) {}

    /**
     * A record put right that holds, or what is wrong with it.
     *
     * @param faults empty if it holds; otherwise the rest is of no use
     * @param agents those whom it speaks of and its article's dossier does not
     */
    public record Correction<C>(List<Fault> faults, List<AgentRepository.Said> agents, Checked<C> record) {}

    /** What there is of an article when one of its records is put right. */
    public record Around(RecordId id, SourceText text, Set<String> agents) {}

    /**
     * Holds a quote that somebody put right against its article. It keeps its id.
     *
     * @param part at {@code /record} in the pointers of faults
     * @param agents to be added to those of the article's dossier; at {@code /agents}
     */
    public static Correction<QuoteEntity.Content> quote(
            Dossier.QuotePart part, List<Dossier.AgentPart> agents, Around around) {
        DossierCheck check = new DossierCheck(around.text());
        return check.correction(part.shared(), agents, around, () -> check.quote(CORRECTED, part));
    }

    /** Holds a funding fact against its article, as {@link #quote} does. */
    public static Correction<FundingFactEntity.Content> fundingFact(
            Dossier.FundingFactPart part, List<Dossier.AgentPart> agents, Around around) {
        DossierCheck check = new DossierCheck(around.text());
        return check.correction(part.shared(), agents, around, () -> check.fundingFact(CORRECTED, part));
    }

    /** Holds a meeting against its article, as {@link #quote} does. */
    public static Correction<MeetingEntity.Content> meeting(
            Dossier.MeetingPart part, List<Dossier.AgentPart> agents, Around around) {
        DossierCheck check = new DossierCheck(around.text());
        return check.correction(part.shared(), agents, around, () -> check.meeting(CORRECTED, part));
    }

    private <C> Correction<C> correction(
            Dossier.Shared shared, List<Dossier.AgentPart> added, Around around, Supplier<Found<C>> check) {
        agents.addAll(around.agents());
        List<AgentRepository.Said> said = agents(added);
        Found<C> found = check.get();
        String id = around.id().toString();
        if (shared.id() != null && !shared.id().equals(id)) {
            fault(CORRECTED + "/id", "“%s”, or none".formatted(id), quoted(shared.id()));
        }
        return new Correction<>(faults, said, checked(CORRECTED, around.id(), shared, found));
    }

    static Result check(
            Dossier dossier, @Nullable String dossierSha256, String articleId, String sha256, SourceText text) {
        DossierCheck check = new DossierCheck(text);
        var description = check.article(dossier.article(), dossierSha256, articleId, sha256);
        var agents = check.agents(dossier.agents());
        return new Result(
                check.faults,
                description,
                agents,
                check.records(
                        articleId,
                        RecordKind.QUOTE,
                        "/quotes",
                        dossier.quotes(),
                        Dossier.QuotePart::shared,
                        check::quote),
                check.records(
                        articleId,
                        RecordKind.FUNDING_FACT,
                        "/fundingFacts",
                        dossier.fundingFacts(),
                        Dossier.FundingFactPart::shared,
                        check::fundingFact),
                check.records(
                        articleId,
                        RecordKind.MEETING,
                        "/meetings",
                        dossier.meetings(),
                        Dossier.MeetingPart::shared,
                        check::meeting));
    }

    private ArticleEntity.Description article(
            Dossier.@Nullable ArticlePart article, @Nullable String dossierSha256, String id, String sha256) {
        Dossier.ArticlePart part = article == null
                ? new Dossier.ArticlePart(null, null, null, null, null, null, null, null, null)
                : article;
        if (!id.equals(part.id())) {
            fault("/article/id", "“%s”, as in the file's name".formatted(id), quoted(part.id()));
        }
        if (!sha256.equals(part.sha256())) {
            fault("/article/sha256", "“%s”, that of the article's bytes".formatted(sha256), quoted(part.sha256()));
        }
        return new ArticleEntity.Description(
                dossierSha256,
                language("/article/inLanguage", part.inLanguage()),
                optional("/article/headline", part.headline()),
                filled("/article/headlineAsSupplied", part.headlineAsSupplied()),
                filled("/article/publisher", part.publisher()),
                pins("/article/authors", part.authors(), 0),
                date("/article/datePublished", part.datePublished()) == null ? null : part.datePublished(),
                optional("/article/datePublishedAsStated", part.datePublishedAsStated()),
                address("/article/url", part.url()));
    }

    private List<AgentRepository.Said> agents(@Nullable List<Dossier.AgentPart> parts) {
        List<Dossier.AgentPart> given = required("/agents", parts, "an array");
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i) == null) {
                continue; // told below
            }
            String id = given.get(i).id();
            if (id == null || !AGENT_ID.matcher(id).matches()) {
                fault("/agents/%d/id".formatted(i), "lower-case letters, digits and hyphens, at most 64", quoted(id));
            } else if (!agents.add(id)) {
                fault("/agents/%d/id".formatted(i), "an id of its own", quoted(id) + " a second time");
            }
        }
        List<AgentRepository.Said> said = new ArrayList<>();
        each("/agents", given, (pointer, part) -> {
            List<AgentRepository.RoleSaid> roles = new ArrayList<>();
            each(
                    pointer + "/roles",
                    orEmpty(part.roles()),
                    (rolePointer, role) -> roles.add(new AgentRepository.RoleSaid(
                            text(rolePointer + "/title", role.title()),
                            agent(rolePointer + "/organization", role.organization()))));
            List<String> otherNames = new ArrayList<>();
            each(
                    pointer + "/otherNames",
                    orEmpty(part.otherNames()),
                    (namePointer, name) -> otherNames.add(name(namePointer, name, AgentEntity.MAX_NAME)));
            List<String> sameAs = new ArrayList<>();
            each(pointer + "/sameAs", orEmpty(part.sameAs()), (uriPointer, uri) -> {
                String checked = address(uriPointer, uri);
                if (checked != null) {
                    sameAs.add(checked);
                }
            });
            said.add(new AgentRepository.Said(
                    Objects.requireNonNullElse(part.id(), ""),
                    required(pointer + "/type", part.type(), oneOf(AgentType.class), AgentType.Person),
                    name(pointer + "/name", part.name(), AgentEntity.MAX_NAME),
                    otherNames,
                    roles,
                    sameAs));
        });
        return said;
    }

    /** What a kind of record finds out about one of them: where it begins, and its content. */
    private record Found<C>(int start, Function<Map<String, AgentEntity>, C> content) {}

    /** Checks one record, at this pointer. */
    private interface RecordCheck<P, C> {
        Found<C> check(String pointer, P part);
    }

    private <P, C> List<Checked<C>> records(
            String article,
            RecordKind kind,
            String pointer,
            @Nullable List<P> parts,
            Function<P, Dossier.Shared> shared,
            RecordCheck<P, C> check) {
        List<Checked<C>> records = new ArrayList<>();
        Set<String> givenIds = new HashSet<>();
        Set<RecordId> ids = new HashSet<>();
        Map<P, String> seen = new HashMap<>();
        List<P> given = required(pointer, parts, "an array");
        for (int i = 0; i < given.size(); i++) {
            String id = given.get(i) == null ? null : shared.apply(given.get(i)).id();
            if (id != null && !givenIds.add(id)) {
                fault("%s/%d/id".formatted(pointer, i), "an id of its own", quoted(id) + " a second time");
            }
        }
        each(pointer, given, (at, part) -> {
            Found<C> found = check.check(at, part);
            String twin = seen.putIfAbsent(part, at);
            if (twin != null) {
                fault(at, "a record of its own", "the same as at " + twin);
            }
            Dossier.Shared common = shared.apply(part);
            RecordId id = id(at + "/id", common.id(), new RecordId(article, kind, found.start(), 1), givenIds, ids);
            records.add(checked(at, id, common, found));
        });
        return records;
    }

    private <C> Checked<C> checked(String at, RecordId id, Dossier.Shared common, Found<C> found) {
        List<String> elsewhere = orEmpty(common.alsoReportedIn());
        each(at + "/alsoReportedIn", elsewhere, (idPointer, other) -> RecordId.parse(other)
                .filter(otherId ->
                        otherId.kind() == id.kind() && !otherId.article().equals(id.article()))
                .ifPresentOrElse(
                        otherId -> {},
                        () -> fault(
                                idPointer,
                                "the id of a record of the same kind in another article, such as xyz.%s12"
                                        .formatted(id.kind().letter()),
                                quoted(other))));
        return new Checked<>(
                id,
                at,
                found.content(),
                elsewhere,
                reviewStatus(at + "/reviewStatus", common.reviewStatus(), common.extraction() != null),
                extraction(at + "/extraction", common.extraction()));
    }

    /**
     * The id that a record has been given, which stays whatever becomes of its place; or the one that follows from its
     * place.
     *
     * @param first what would be the id of the first record in its place
     * @param ids those of the records before it; gets its own
     */
    private RecordId id(
            String pointer, @Nullable String given, RecordId first, Set<String> givenIds, Set<RecordId> ids) {
        RecordId id = first;
        if (given != null) {
            Optional<RecordId> parsed = RecordId.parse(given)
                    .filter(other -> other.article().equals(first.article()) && other.kind() == first.kind());
            if (parsed.isEmpty()) {
                fault(pointer, "“%s”, after its place, or the id that it had before".formatted(first), quoted(given));
            }
            id = parsed.orElse(first);
        } else {
            while (ids.contains(id) || givenIds.contains(id.toString())) {
                id = new RecordId(id.article(), id.kind(), id.start(), id.ordinal() + 1);
            }
        }
        ids.add(id);
        return id;
    }

    private @Nullable Extraction extraction(String pointer, Dossier.@Nullable ExtractionPart part) {
        if (part == null) {
            return null;
        }
        String rule = part.rule();
        if (rule == null || !Extraction.isRule(rule)) {
            fault(
                    pointer + "/rule",
                    "lower-case letters and digits with single points and hyphens between them, at most %d"
                            .formatted(Extraction.MAX_RULE),
                    quoted(rule));
        }
        return new Extraction(
                Objects.requireNonNullElse(rule, ""),
                required(pointer + "/confidence", part.confidence(), oneOf(Confidence.class), Confidence.LOW));
    }

    /** What a person wrote is right until somebody says otherwise; what a program found nobody has looked at yet. */
    private ReviewStatus reviewStatus(String pointer, @Nullable ReviewStatus given, boolean extracted) {
        if (given == ReviewStatus.EXTRACTED && !extracted) {
            fault(pointer, "an extraction beside it, or another status", "EXTRACTED alone");
        }
        return Objects.requireNonNullElse(given, extracted ? ReviewStatus.EXTRACTED : ReviewStatus.CONFIRMED);
    }

    private Found<QuoteEntity.Content> quote(String pointer, Dossier.QuotePart part) {
        Form form = required(pointer + "/form", part.form(), oneOf(Form.class), Form.DIRECT);
        AttributionMethod attribution = required(
                pointer + "/attribution",
                part.attribution(),
                oneOf(AttributionMethod.class),
                AttributionMethod.UNKNOWN);
        String speaker = agent(pointer + "/speaker", part.speaker());
        if ((speaker == null) != (attribution == AttributionMethod.UNKNOWN)) {
            fault(
                    pointer + "/speaker",
                    speaker == null ? "the id of an agent, or the attribution UNKNOWN" : "null, or another attribution",
                    quoted(speaker) + " with the attribution " + attribution);
        }
        List<QuoteEntity.Segment> segments = new ArrayList<>();
        each(pointer + "/segments", orEmpty(part.segments()), (at, segment) -> {
            Span span = pin(at, segment.pin());
            if (!segments.isEmpty()
                    && span.start() < segments.get(segments.size() - 1).span().end()) {
                fault(at, "a segment behind the one before it", "one that begins at " + span.start());
            }
            segments.add(new QuoteEntity.Segment(
                    span, required(at + "/verbatim", segment.verbatim(), "true or false", Boolean.TRUE)));
        });
        if (segments.isEmpty()) {
            fault(pointer + "/segments", "at least one segment", "none");
        } else {
            long verbatim =
                    segments.stream().filter(QuoteEntity.Segment::verbatim).count();
            Form right = verbatim == 0 ? Form.INDIRECT : verbatim == segments.size() ? Form.DIRECT : Form.MIXED;
            if (form != right) {
                fault(
                        pointer + "/form",
                        "%s, as %d of %d segments are verbatim".formatted(right, verbatim, segments.size()),
                        form.name());
            }
        }
        Span cue = optional(pointer + "/cue", part.cue());
        Span mention = optional(pointer + "/speakerMention", part.speakerMention());
        return new Found<>(
                segments.isEmpty() ? 0 : segments.get(0).span().start(),
                stored -> new QuoteEntity.Content(
                        form, attribution, stored(stored, speaker), cue, mention, List.copyOf(segments)));
    }

    private Found<FundingFactEntity.Content> fundingFact(String pointer, Dossier.FundingFactPart part) {
        FundingKind kind = required(pointer + "/kind", part.kind(), oneOf(FundingKind.class), FundingKind.TARGET);
        String fund = part.fund() == null ? null : name(pointer + "/fund", part.fund(), MAX_TEXT);
        String provider = agent(pointer + "/provider", part.provider());
        String receiver = agent(pointer + "/receiver", part.receiver());
        if (kind == FundingKind.TARGET && provider != null) {
            fault(pointer + "/provider", "null: a target is nobody's gift", quoted(provider));
        }
        StatedAmount amount = amount(pointer + "/amount", part.amount());
        StatedDate date = statedDate(pointer + "/date", part.date());
        List<Span> evidence = pins(pointer + "/evidence", part.evidence(), 1);
        return new Found<>(
                start(evidence),
                stored -> new FundingFactEntity.Content(
                        kind, fund, stored(stored, provider), stored(stored, receiver), amount, date, evidence));
    }

    private StatedAmount amount(String pointer, Dossier.@Nullable AmountPart given) {
        Dossier.AmountPart part = required(
                pointer,
                given,
                "an object with a status",
                new Dossier.AmountPart(
                        AmountStatus.NOT_STATED, null, null, null, null, CurrencyStatus.NOT_STATED, null));
        AmountStatus status =
                required(pointer + "/status", part.status(), oneOf(AmountStatus.class), AmountStatus.NOT_STATED);
        CurrencyStatus currencyStatus = Objects.requireNonNullElse(part.currencyStatus(), CurrencyStatus.NOT_STATED);
        boolean range = status == AmountStatus.RANGE;
        boolean single = !range && status != AmountStatus.NOT_STATED;
        sum(pointer + "/value", part.value(), single, status);
        sum(pointer + "/minValue", part.minValue(), range, status);
        sum(pointer + "/maxValue", part.maxValue(), range, status);
        if (part.minValue() != null
                && part.maxValue() != null
                && part.minValue().compareTo(part.maxValue()) >= 0) {
            fault(
                    pointer + "/maxValue",
                    "more than " + part.minValue(),
                    part.maxValue().toString());
        }
        String currency = part.currency();
        if (currency != null) {
            try {
                Currency.getInstance(currency);
            } catch (IllegalArgumentException e) {
                fault(pointer + "/currency", "an ISO 4217 code such as USD", quoted(currency));
            }
        }
        if ((currency == null) != (currencyStatus == CurrencyStatus.NOT_STATED)) {
            fault(
                    pointer + "/currencyStatus",
                    currency == null ? "NOT_STATED, as there is no currency" : "STATED or INFERRED",
                    currencyStatus.name());
        }
        if (status == AmountStatus.NOT_STATED && currency != null) {
            fault(pointer + "/currency", "null, as no amount is stated", quoted(currency));
        }
        if ((status == AmountStatus.NOT_STATED) != (part.asStated() == null)) {
            fault(
                    pointer + "/asStated",
                    part.asStated() == null ? "the characters that state the sum" : "null, as no amount is stated",
                    part.asStated() == null ? "none" : "some");
        }
        return new StatedAmount(
                status,
                part.value(),
                part.minValue(),
                part.maxValue(),
                currency,
                currencyStatus,
                optional(pointer + "/asStated", part.asStated()));
    }

    private void sum(String pointer, @Nullable BigDecimal value, boolean wanted, AmountStatus status) {
        if (value == null && wanted) {
            fault(pointer, "a number, as the status is " + status, "none");
        } else if (value != null && !wanted) {
            fault(pointer, "null, as the status is " + status, value.toString());
        } else if (value != null && (value.signum() <= 0 || (long) value.precision() - value.scale() > 18)) {
            fault(pointer, "a number above 0 with at most 18 digits; what is not stated is left out", value.toString());
        } else if (value != null && value.stripTrailingZeros().scale() > 6) {
            fault(pointer, "at most 6 decimals", value.toString());
        }
    }

    private Found<MeetingEntity.Content> meeting(String pointer, Dossier.MeetingPart part) {
        var kind = required(pointer + "/kind", part.kind(), oneOf(MeetingKind.class), MeetingKind.BILATERAL);
        var status = required(pointer + "/status", part.status(), oneOf(MeetingStatus.class), MeetingStatus.HELD);
        record Attendee(@Nullable String agent, @Nullable Span asNamed) {}
        List<Attendee> attendees = new ArrayList<>();
        each(pointer + "/attendees", orEmpty(part.attendees()), (at, attendee) -> {
            String agent = agent(at + "/agent", attendee.agent());
            Span asNamed = optional(at + "/asNamed", attendee.asNamed());
            if (asNamed == null) {
                fault(at + "/asNamed", "the characters that name them", "none");
            }
            attendees.add(new Attendee(agent, asNamed));
        });
        var place = place(pointer + "/place", part.place());
        StatedDate date = statedDate(pointer + "/date", part.date());
        List<Span> topics = pins(pointer + "/topics", part.topics(), 0);
        List<Span> evidence = pins(pointer + "/evidence", part.evidence(), 1);
        return new Found<>(
                start(evidence),
                stored -> new MeetingEntity.Content(
                        kind,
                        status,
                        attendees.stream()
                                .map(attendee -> new MeetingEntity.Attendee(
                                        stored(stored, attendee.agent()), attendee.asNamed()))
                                .toList(),
                        place,
                        date,
                        topics,
                        evidence));
    }

    private MeetingEntity.@Nullable StatedPlace place(String pointer, Dossier.@Nullable PlacePart part) {
        if (part == null) {
            return null;
        }
        String country = part.country();
        if (country != null && !COUNTRIES.contains(country)) {
            fault(pointer + "/country", "an ISO 3166-1 alpha-2 code such as MA", quoted(country));
        }
        Dossier.Pin evidence = part.evidence();
        if (evidence == null) {
            fault(pointer + "/evidence", "the characters that name the place", "none");
        }
        return new MeetingEntity.StatedPlace(
                name(pointer + "/name", part.name(), MAX_TEXT),
                country,
                evidence == null ? NOWHERE : pin(pointer + "/evidence", evidence));
    }

    private @Nullable StatedDate statedDate(String pointer, Dossier.@Nullable DatePart part) {
        if (part == null) {
            return null;
        }
        PartialDate date = date(pointer + "/value", part.value());
        DatePrecision right = date == null ? DatePrecision.UNKNOWN : date.precision();
        if (part.precision() != right) {
            fault(pointer + "/precision", "%s, after the value".formatted(right), String.valueOf(part.precision()));
        }
        Span asStated = optional(pointer + "/asStated", part.asStated());
        if (asStated == null) {
            fault(pointer + "/asStated", "the characters that state the date", "none");
        }
        return StatedDate.of(date, asStated);
    }

    private @Nullable PartialDate date(String pointer, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return PartialDate.parse(value);
        } catch (IllegalArgumentException e) {
            fault(pointer, String.valueOf(e.getMessage()), quoted(value));
            return null;
        }
    }

    private String language(String pointer, @Nullable String value) {
        try {
            if (value != null && !value.isEmpty() && value.length() <= MAX_LANGUAGE) {
                new Locale.Builder().setLanguageTag(value);
                return LanguageTag.cased(value);
            }
        } catch (IllformedLocaleException e) {
            // told below, in the same words
        }
        fault(
                pointer,
                "a BCP 47 language tag such as fr, of at most %d characters".formatted(MAX_LANGUAGE),
                quoted(value));
        return "";
    }

    private @Nullable String address(String pointer, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            URI uri = new URI(value);
            if (value.length() <= MAX_TEXT
                    && uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return value;
            }
        } catch (URISyntaxException e) {
            // told below, in the same words
        }
        fault(pointer, "an http or https address of at most %d characters".formatted(MAX_TEXT), quoted(value));
        return null;
    }

    private List<Span> pins(String pointer, @Nullable List<Dossier.Pin> pins, int atLeast) {
        List<Span> spans = new ArrayList<>();
        each(pointer, orEmpty(pins), (at, pin) -> spans.add(pin(at, pin)));
        if (spans.size() < atLeast) {
            fault(pointer, "at least %d piece of evidence".formatted(atLeast), "none");
        }
        return List.copyOf(spans);
    }

    private static int start(List<Span> evidence) {
        return evidence.isEmpty() ? 0 : evidence.get(0).start();
    }

    private @Nullable Span optional(String pointer, Dossier.@Nullable Pin pin) {
        return pin == null ? null : pin(pointer, pin);
    }

    private Span pin(String pointer, Dossier.Pin pin) {
        String exact = pin.exact();
        if (exact == null || exact.isEmpty()) {
            fault(pointer + "/exact", "some characters of the article", quoted(exact));
            return NOWHERE;
        }
        if ((pin.start() == null) != (pin.end() == null)) {
            fault(pointer, "start and end, or neither", pin.start() == null ? "end alone" : "start alone");
            return NOWHERE;
        }
        Anchor anchor = Anchoring.anchor(text, exact, pin.start(), pin.end());
        if (anchor instanceof Anchor.Found found) {
            return found.span();
        }
        if (anchor instanceof Anchor.Ambiguous ambiguous) {
            fault(
                    pointer,
                    "start and end, since the characters stand in several places",
                    "%s at %s"
                            .formatted(
                                    quoted(exact),
                                    ambiguous.spans().stream()
                                            .map(span -> String.valueOf(span.start()))
                                            .collect(Collectors.joining(", "))));
        } else if (pin.start() == null) {
            fault(pointer + "/exact", "characters that stand in the article", quoted(exact));
        } else {
            fault(
                    pointer,
                    "%s from code point %d to %d of the article".formatted(quoted(exact), pin.start(), pin.end()),
                    standing(pin.start(), Objects.requireNonNull(pin.end()), exact));
        }
        return NOWHERE;
    }

    /** What really stands in a place, and where the characters meant are. */
    private String standing(int start, int end, String exact) {
        String there = start < 0 || end < start || end > text.length()
                ? "a place outside it: it has %d".formatted(text.length())
                : quoted(text.slice(start, end));
        List<Span> elsewhere = text.occurrences(exact, 1);
        return elsewhere.isEmpty()
                ? there + "; the characters expected stand nowhere in it"
                : "%s; the characters expected begin at %d"
                        .formatted(there, elsewhere.get(0).start());
    }

    private @Nullable String agent(String pointer, @Nullable String id) {
        if (id != null && !agents.contains(id)) {
            fault(pointer, "the id of an agent under /agents", quoted(id));
        }
        return id;
    }

    private static @Nullable AgentEntity stored(Map<String, AgentEntity> agents, @Nullable String id) {
        return id == null ? null : Objects.requireNonNull(agents.get(id));
    }

    private String text(String pointer, @Nullable String value) {
        return text(pointer, value, MAX_TEXT);
    }

    private String text(String pointer, @Nullable String value, int maxLength) {
        if (value == null || value.isBlank() || value.length() > maxLength || !isText(value)) {
            fault(
                    pointer,
                    "some text of at most %d characters, without NUL or half a surrogate pair".formatted(maxLength),
                    value == null || value.length() <= maxLength ? quoted(value) : value.length() + " characters");
            return "";
        }
        return value;
    }

    /** A text that is searched for by its words; folded, they may be longer than it is. */
    private String name(String pointer, @Nullable String value, int maxLength) {
        String name = text(pointer, value, maxLength);
        int length = Words.foldedText(name).length();
        int longest = MAX_FOLDED * maxLength + 2;
        if (length > longest) {
            fault(
                    pointer,
                    "a text with at most %d characters once its ligatures are spelt out".formatted(longest),
                    "%d characters".formatted(length));
        }
        return name;
    }

    private static boolean isText(String value) {
        return value.codePoints()
                .noneMatch(c -> c == 0 || (Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE));
    }

    private @Nullable String filled(String pointer, @Nullable String value) {
        return value == null ? null : text(pointer, value);
    }

    private <T> List<T> required(String pointer, @Nullable List<T> value, String expected) {
        return required(pointer, value, expected, List.of());
    }

    private <T> T required(String pointer, @Nullable T value, String expected, T otherwise) {
        if (value == null) {
            fault(pointer, expected, "nothing");
            return otherwise;
        }
        return value;
    }

    private <T> void each(String pointer, List<T> items, BiConsumer<String, T> check) {
        for (int i = 0; i < items.size(); i++) {
            String at = pointer + "/" + i;
            T item = items.get(i);
            if (item == null) {
                fault(at, "something", "null");
            } else {
                check.accept(at, item);
            }
        }
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <E extends Enum<E>> String oneOf(Class<E> type) {
        return "one of "
                + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    private void fault(String pointer, String expected, String found) {
        faults.add(new Fault(pointer, expected, found));
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "nothing" : "“" + value + "”";
    }
}
