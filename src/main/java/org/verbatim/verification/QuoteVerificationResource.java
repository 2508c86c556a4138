package org.verbatim.verification;

import static java.util.stream.Collectors.toSet;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentEntity;
import org.verbatim.agent.AgentRef;
import org.verbatim.agent.AgentRefs;
import org.verbatim.agent.AgentRepository;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.ArticleEntity;
import org.verbatim.article.ArticleRef;
import org.verbatim.article.ArticleRepository;
import org.verbatim.article.Evidence;
import org.verbatim.article.ReviewStatus;
import org.verbatim.dataset.Dataset;
import org.verbatim.http.Addresses;
import org.verbatim.http.ApiDescription;
import org.verbatim.http.Bodies;
import org.verbatim.http.Problem;
import org.verbatim.http.ProblemException;
import org.verbatim.http.ProblemType;
import org.verbatim.http.Query;
import org.verbatim.index.CurrentIndex;
import org.verbatim.quote.Form;
import org.verbatim.quote.QuoteEntity;
import org.verbatim.quote.QuoteRepository;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/** Is this quotation genuine? */
@Path("/v1/quote-verifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiDescription.QUOTES)
public class QuoteVerificationResource {

    private static final String DESCRIPTION = """
            Looks for the words of a claimed quotation in the articles held, and answers with a verdict, the true wording, \
            the difference word by word, and the place in the source. The worst error would be a false `VERBATIM`; in doubt, \
            the verdict is the lesser one.

            Before words are compared, typography is folded on both sides (`Normalisation` lists it all): shapes of quotation \
            marks, apostrophes, spaces and dashes, invisible characters, `…` and `...`, composed and decomposed letters, \
            ligatures, the case of the first letter, and marks at either end. Words, accents, numbers and marks within a \
            sentence are kept.

            The articles held are all that is known: `NOT_FOUND` says where was looked, and no more.""";

    private static final String FRENCH_ON_DEMAND = "`fr` for the explanation in French; otherwise it is in English.";

    private final QuoteRepository quotes;
    private final ArticleRepository articles;
    private final AgentRepository agents;
    private final CurrentIndex index;
    private final SpeakerDirectory speakers;
    private final Dataset dataset;
    private final Addresses addresses;
    private final Bodies bodies;
    private final VerificationMeters meters;

    QuoteVerificationResource(
            QuoteRepository quotes,
            ArticleRepository articles,
            AgentRepository agents,
            CurrentIndex index,
            SpeakerDirectory speakers,
            Dataset dataset,
            Addresses addresses,
            Bodies bodies,
            VerificationMeters meters) {
        this.quotes = quotes;
        this.articles = articles;
        this.agents = agents;
        this.index = index;
        this.speakers = speakers;
        this.dataset = dataset;
        this.addresses = addresses;
        this.bodies = bodies;
        this.meters = meters;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "verifyQuote",
            summary = "Verify a quotation",
            description = DESCRIPTION + "\n\nA long text may not fit into an address: `POST` gives the same answer.")
    @Parameter(
            name = "text",
            in = ParameterIn.QUERY,
            required = true,
            description =
                    "The quotation; marks round it do not matter. Omissions are marked by `…`, `...`, `[…]` or `(…)`.",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = ClaimedQuote.MAX_TEXT),
            examples = {
                @ExampleObject(
                        name = "verbatim",
                        summary = "Both segments of a split quote → VERBATIM (MISATTRIBUTED for Nasser Bourita)",
                        value = Examples.SPLIT),
                @ExampleObject(
                        name = "altered",
                        summary = "“humain” replaced by “économique” → ALTERED",
                        value = Examples.ALTERED),
                @ExampleObject(
                        name = "reported",
                        summary = "Words of the journalist → REPORTED",
                        value = Examples.REPORTED),
                @ExampleObject(
                        name = "notFound",
                        summary = "In none of the articles held → NOT_FOUND",
                        value = Examples.NOT_FOUND)
            })
    @Parameter(
            name = "speaker",
            in = ParameterIn.QUERY,
            description =
                    "Who is claimed to have said it: an id, a name, another name or a role, with or without honorific,"
                            + " whatever its case and accents. Without it, anybody.",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = ClaimedQuote.MAX_NAME),
            examples = {
                @ExampleObject(name = "name", summary = "Amy Pope, by a short name", value = "Mme Pope"),
                @ExampleObject(
                        name = "role",
                        summary = "Amy Pope, by her role",
                        value = "la Directrice générale de l'OIM"),
                @ExampleObject(
                        name = "somebodyElse",
                        summary = "Somebody else → MISATTRIBUTED",
                        value = "Nasser Bourita")
            })
    @Parameter(
            name = "article",
            in = ParameterIn.QUERY,
            description = "The id of the only article to look in. Without it, all.",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = ClaimedQuote.MAX_NAME))
    @APIResponse(
            responseCode = "200",
            description = "The verdict, and what it rests on.",
            content = @Content(schema = @Schema(implementation = QuoteVerification.class)))
    public QuoteVerification verifyQuote(
            UriInfo request,
            @Parameter(description = FRENCH_ON_DEMAND) @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        ClaimedQuote claimed = Query.read(request, ClaimedQuote::of);
        return verify(
                claimed, Explanation.language(acceptLanguage), detail -> Problem.Fault.inParameter("article", detail));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "verifyLongQuote",
            summary = "Verify a quotation of any length",
            description = "The same as `GET`, for up to 10,000 characters. Nothing is stored.\n\n" + DESCRIPTION)
    @RequestBody(
            required = true,
            description = "The quotation, and who is claimed to have said it.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClaimedQuote.class),
                            examples = {
                                @ExampleObject(
                                        name = "verbatim",
                                        summary = "Both segments of a split quote → VERBATIM",
                                        value = Examples.SPLIT_BODY),
                                @ExampleObject(
                                        name = "altered",
                                        summary = "“humain” replaced by “économique” → ALTERED",
                                        value = Examples.ALTERED_BODY),
                                @ExampleObject(
                                        name = "misattributed",
                                        summary = "Amy Pope's words, claimed for Nasser Bourita → MISATTRIBUTED",
                                        value = Examples.MISATTRIBUTED_BODY),
                                @ExampleObject(
                                        name = "reported",
                                        summary = "Words of the journalist → REPORTED",
                                        value = Examples.REPORTED_BODY),
                                @ExampleObject(
                                        name = "notFound",
                                        summary = "In none of the articles held → NOT_FOUND",
                                        value = Examples.NOT_FOUND_BODY)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The verdict, and what it rests on.",
            content = @Content(schema = @Schema(implementation = QuoteVerification.class)))
    public QuoteVerification verifyLongQuote(
            InputStream body,
            HttpHeaders headers,
            UriInfo request,
            @Parameter(description = FRENCH_ON_DEMAND) @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Query.readNothing(request);
        return verify(
                ClaimedQuote.read(bodies.read(body, Bodies.typeOf(headers))),
                Explanation.language(acceptLanguage),
                detail -> Problem.Fault.at("/article", detail));
    }

    /** Names the place in the request where an article was asked for that is not there. */
    private interface ArticleFault {
        Problem.Fault of(String detail);
    }

    private QuoteVerification verify(ClaimedQuote claimed, Locale language, ArticleFault fault) {
        Dataset.State state = dataset.current();
        ArticleEntity only = claimed.article() == null ? null : articles.findById(claimed.article());
        if (claimed.article() != null && only == null) {
            String detail = "There is no such article. /v1/articles lists all that are held.";
            throw new ProblemException(ProblemType.INVALID_PARAMETER, "article: " + detail, List.of(fault.of(detail)));
        }
        String articleId = only == null ? null : only.id();
        Speakers.Resolution speaker =
                claimed.speaker() == null ? null : speakers.at(state).resolve(claimed.speaker());

        Claim claim = Claim.of(SourceText.of(claimed.text()));
        Held held = held(claim, articleId);
        Ruling ruling = Ruling.of(Judge.judge(claim, held.sources()), speaker == null ? null : speaker.ids());

        meters.count(ruling.verdict());

        Judgement best = ruling.matches().isEmpty() ? null : ruling.matches().get(0);
        QuoteEntity bestQuote = best == null ? null : held.quoteOf(best);
        QuoteVerification.Speaker served =
                speaker == null ? null : served(Objects.requireNonNull(claimed.speaker()), speaker);
        long quotesSearched = articleId == null ? quotes.count(index) : quotes.count("article.id = ?1", articleId);
        QuoteVerification.SearchScope scope = new QuoteVerification.SearchScope(
                articleId == null ? articles.count(index) : 1, quotesSearched, state.version(), state.asOf());
        AgentEntity said = bestQuote == null ? null : bestQuote.speaker();
        return new QuoteVerification(
                ruling.verdict(),
                new QuoteVerification.Claimed(
                        claimed.text(), served, only == null ? null : ArticleRef.of(only, addresses)),
                matches(ruling, held),
                best == null ? Normalisation.of(claim.wording().applied()) : best.applied(),
                scope,
                new Explanation(language.equals(Locale.FRENCH))
                        .of(
                                ruling.verdict(),
                                new Explanation.Facts(
                                        claim.words() == 0,
                                        best,
                                        said == null ? null : said.name(),
                                        served == null || served.agent() == null
                                                ? claimed.speaker()
                                                : served.agent().name(),
                                        speaker != null && !speaker.ids().isEmpty(),
                                        scope.articles(),
                                        scope.quotes())));
    }

    // --- What the claim is held against ---------------------------------------------------------------------------

    /** The sources, most promising first, and what they belong to. */
    private record Held(List<Source> sources, Map<String, QuoteEntity> quotes, Map<String, ArticleEntity> articles) {

        /** The quote that a judgement is about; for prose, the one that reports these words, if any does. */
        @Nullable QuoteEntity quoteOf(Judgement judgement) {
            String id = judgement.source().quote();
            if (id != null) {
                return quotes.get(id);
            }
            return quotes.values().stream()
                    .filter(quote ->
                            quote.article().id().equals(judgement.source().article()))
                    .filter(quote -> quote.segments().stream()
                            .anyMatch(segment -> judgement.matched().stream().anyMatch(segment.span()::overlaps)))
                    .min(Comparator.comparing(QuoteEntity::id))
                    .orElse(null);
        }

        ArticleEntity articleOf(Judgement judgement) {
            return Objects.requireNonNull(articles.get(judgement.source().article()));
        }
    }

    private Held held(Claim claim, @Nullable String article) {
        Map<String, QuoteEntity> heldQuotes = new HashMap<>();
        Map<String, ArticleEntity> heldArticles = new HashMap<>();
        List<Source> sources = new ArrayList<>();
        if (claim.wording().tokens().stream().noneMatch(Token::isWord)) {
            return new Held(sources, heldQuotes, heldArticles);
        }
        Candidates found = Candidates.of(claim.wording().text().toString(), article, index::candidates);
        Set<String> articleIds = new TreeSet<>();
        found.passages().forEach(passage -> articleIds.add(passage.article()));
        // The quotes round a passage too: they tell which of its words are direct speech, and who is reported.
        // Two queries, for which there are indexes; for one that asks for either, H2 walks the table.
        List<QuoteEntity> around = new ArrayList<>(quotes.held(found.quotes()));
        if (!articleIds.isEmpty()) {
            around.addAll(quotes.list(
                    "from Quote r join fetch r.article where r.article.id in :articles",
                    Map.of("articles", articleIds)));
        }
        for (QuoteEntity quote : around) {
            heldQuotes.put(quote.id(), quote);
            heldArticles.put(quote.article().id(), quote.article());
        }
        for (ArticleEntity other : articles.list("id in ?1", articleIds)) {
            heldArticles.put(other.id(), other);
        }
        for (String id : found.quotes()) {
            QuoteEntity quote = heldQuotes.get(id);
            if (quote != null && quote.reviewStatus() != ReviewStatus.REJECTED) {
                sources.addAll(sources(quote));
            }
        }
        for (Candidates.Passage passage : found.passages()) {
            ArticleEntity holder = heldArticles.get(passage.article());
            if (holder != null) {
                sources.addAll(Source.ofProse(
                        holder.id(), holder.text(), passage.span(), speech(holder, heldQuotes.values())));
            }
        }
        return new Held(sources, heldQuotes, heldArticles);
    }

    private static List<Source> sources(QuoteEntity quote) {
        AgentEntity speaker = quote.speaker();
        return Source.ofQuote(
                quote.article().id(),
                quote.id(),
                speaker == null ? null : speaker.id(),
                quote.form(),
                quote.article().text(),
                quote.segments());
    }

    /** The spans of an article that are direct speech. */
    private static List<Span> speech(ArticleEntity article, Collection<QuoteEntity> quotes) {
        return quotes.stream()
                .filter(quote -> quote.form() == Form.DIRECT
                        && quote.article().id().equals(article.id())
                        && quote.reviewStatus() != ReviewStatus.REJECTED)
                .flatMap(quote -> quote.segments().stream())
                .map(QuoteEntity.Segment::span)
                .toList();
    }

    // --- What is served -------------------------------------------------------------------------------------------

    private List<QuoteVerification.Match> matches(Ruling ruling, Held held) {
        AgentRefs refs = agents.refs(
                ruling.matches().stream().map(match -> match.source().article()).collect(toSet()));
        return ruling.matches().stream()
                .map(match -> match(match, held.quoteOf(match), held.articleOf(match), refs))
                .toList();
    }

    private QuoteVerification.Match match(
            Judgement judgement, @Nullable QuoteEntity quote, ArticleEntity article, AgentRefs refs) {
        List<Span> matched = judgement.matched();
        Span extent =
                new Span(matched.get(0).start(), matched.get(matched.size() - 1).end());
        boolean direct = judgement.source().direct();
        return new QuoteVerification.Match(
                quote == null
                        ? null
                        : new QuoteVerification.QuoteRef(
                                quote.id(),
                                addresses.of(RecordKind.QUOTE.path() + "/" + quote.id()),
                                quote.form(),
                                refs.ofNullable(quote.speaker(), article.id())),
                direct,
                ArticleRef.of(article, addresses),
                matched.stream()
                        .map(span -> Evidence.of(article, span, addresses))
                        .toList(),
                direct ? null : Evidence.of(article, Sentences.around(article.text(), extent), addresses),
                judgement.similarity(),
                judgement.difference(),
                judgement.polarityChanged(),
                judgement.numberChanged(),
                judgement.namesChanged());
    }

    private QuoteVerification.Speaker served(String asGiven, Speakers.Resolution resolution) {
        List<AgentRef> found = Stream.concat(resolution.ids().stream(), resolution.nearest().stream())
                .map(agents::findById)
                .filter(Objects::nonNull)
                .map(agent -> new AgentRef(agent.id(), agent.type(), agent.name(), null))
                .toList();
        // Whoever was found may have left the database since.
        return switch (found.isEmpty() ? 0 : resolution.ids().size()) {
            case 0 -> new QuoteVerification.Speaker(asGiven, SpeakerStatus.UNKNOWN_SPEAKER, null, found);
            case 1 -> new QuoteVerification.Speaker(asGiven, SpeakerStatus.RESOLVED, found.get(0), null);
            default -> new QuoteVerification.Speaker(asGiven, SpeakerStatus.AMBIGUOUS, null, found);
        };
    }
}
