package org.verbatim.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.verbatim.dataset.Connections;
import org.verbatim.dataset.Dataset;
import org.verbatim.dataset.Digest;

/**
 * The one place where the format of what a resource answers is chosen (RFC 9110, section 12) and where it becomes bytes, and
 * so where its entity tag is made and compared (section 13). The tag is a digest of the bytes before they are coded: it is
 * strong, the same on every instance, and changes only when they do. Only what is too long to be held as a whole, a long
 * list or a {@link Streamed}, is written as it is read; its tag is weak.
 */
@ApplicationScoped
public class Representations {

    /** The parameter that overrides {@code Accept}, for people in a browser. */
    static final String FORMAT = "format";

    /** After so many seconds there may be a place for something long again. */
    private static final int RETRY_SECONDS = 5;

    static final String VARY = String.join(", ", HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING, "Origin");

    /** Kept by anybody, and asked about each time. */
    static final String PUBLIC = "public, no-cache";

    private static final String ID = "id";
    private static final String URL = "url";
    private static final String GONE = "gone";

    /** Behind those who lead browsers to pages, which are no format of what is here. */
    private static final int CHOICE = 5500;

    /** Those of the resource's method, of which there is none where the framework has refused before it chose one. */
    private static final Annotation[] NO_ANNOTATIONS = {};

    private final ObjectMapper json;
    private final Problems problems;
    private final Dataset dataset;
    private final Connections connections;
    private final HttpConfig config;
    private final Addresses addresses;
    private final List<Forms<?>> forms;
    private final CurrentVertxRequest current;
    private final Semaphore places;

    Representations(
            ObjectMapper json,
            Problems problems,
            Dataset dataset,
            Connections connections,
            HttpConfig config,
            Addresses addresses,
            @All List<Forms<?>> forms,
            CurrentVertxRequest current) {
        this.json = json;
        this.problems = problems;
        this.dataset = dataset;
        this.connections = connections;
        this.config = config;
        this.addresses = addresses;
        this.forms = forms;
        this.current = current;
        this.places = new Semaphore(config.limits().listsAtOnce());
    }

    /** Resources have one form of what they serve, JSON; so whatever was chosen, JSON is what they are asked for. */
    @ServerRequestFilter(preMatching = true, priority = CHOICE)
    void choose(ContainerRequestContext request) {
        List<Format> offered = Offered.choice(path(request));
        if (offered.isEmpty() || !isSafe(request)) {
            readAccept(request);
            return;
        }
        List<String> aliases = request.getUriInfo().getQueryParameters().getOrDefault(FORMAT, List.of());
        Optional<Format> chosen;
        if (aliases.isEmpty()) {
            chosen = Accept.of(String.join(",", request.getHeaders().getOrDefault(HttpHeaders.ACCEPT, List.of())))
                    .best(offered);
        } else if (aliases.size() > 1 || aliases.get(0).isBlank()) {
            // A faulty parameter like any other, of which the resource's query tells.
            chosen = Optional.of(Format.JSON);
        } else {
            chosen = Format.ofAlias(aliases.get(0)).filter(offered::contains);
        }
        request.setProperty(
                FORMAT,
                chosen.orElseThrow(
                        () -> new ProblemException(ProblemType.NOT_ACCEPTABLE, Problems.offered(path(request)))));
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
    }

    /** What is no media range is passed over everywhere; the framework would refuse the whole header. */
    private static void readAccept(ContainerRequestContext request) {
        String given = request.getHeaderString(HttpHeaders.ACCEPT);
        if (given == null) {
            return;
        }
        if (given.isBlank()) {
            // As if it were not there.
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        } else {
            Accept accept = Accept.of(given);
            if (accept.ranges().isEmpty()) {
                throw new ProblemException(ProblemType.NOT_ACCEPTABLE, Problems.offered(path(request)));
            }
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, accept.header());
        }
    }

    @ServerResponseFilter
    void finish(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context)
            throws JsonProcessingException {
        Object entity = response.getEntity();
        if (entity == null) {
            return;
        }
        if (entity instanceof Streamed streamed) {
            finish(streamed, request, response, context);
            return;
        }
        boolean read = response.getStatus() == Response.Status.OK.getStatusCode() && isSafe(request);
        Format format = read && request.getProperty(FORMAT) instanceof Format chosen ? chosen : null;
        boolean whole = format != null
                && format.isOfRows()
                && !request.getUriInfo().getQueryParameters().containsKey("limit")
                && !(entity instanceof Page<?> changes && changes.gone() != null);
        if (whole && entity instanceof Page<?> page && isTooLong(page)) {
            entity = problems.problem(
                    ProblemType.INVALID_PARAMETER,
                    "limit: It is missing, and the whole list has %s%d items; at most %d are given at once. Give a limit and follow the Link header, or narrow the list."
                            .formatted(
                                    page.totalIsExact() ? "" : "more than ",
                                    page.total(),
                                    config.limits().rows()),
                    request.getUriInfo().getRequestUri());
            response.setStatus(Response.Status.BAD_REQUEST.getStatusCode());
            read = false;
            format = null;
        }
        byte[] plain = bytes(format, entity, path(request));
        boolean streamed = whole && entity instanceof Page<?> page && page.rest() != null && read;
        boolean coded =
                !(entity instanceof Problem) && (streamed || plain.length >= ContentCoding.LEAST) && takesGzip(request);
        // What is streamed is coded as it is written.
        byte[] bytes = coded && !streamed ? ContentCoding.coded(plain) : plain;
        response.setEntity(
                bytes,
                NO_ANNOTATIONS,
                entity instanceof Problem
                        ? MediaType.valueOf(Problem.MEDIA_TYPE)
                        : format == null ? response.getMediaType() : format.contentType());

        // Only now: a new entity makes new headers.
        MultivaluedMap<String, Object> headers = response.getHeaders();
        describe(headers, links(entity instanceof Paged page ? page.links() : null, whole, headers));
        if (entity instanceof Problem) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        } else if (read) {
            if (format != null && format != Format.JSON && format != Format.JSON_LD) {
                headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, disposition(path(request), format));
            }
            String tag;
            if (streamed) {
                tag = "W/" + tag(version(), plain);
            } else {
                tag = coded ? ContentCoding.tag(tag(plain)) : tag(plain);
                Object type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
                KeptAnswers.finished(context, bytes, coded, tag, type == null ? null : type.toString());
            }
            if (tellCache(tag, request, response)) {
                return;
            }
        }
        if (coded) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, ContentCoding.GZIP);
        }
        boolean head = request.getMethod().equals(HttpMethod.HEAD);
        if (streamed && !head && entity instanceof Page<?> page) {
            write(
                    stream(Objects.requireNonNull(format), page, bytes, path(request)),
                    "As many long lists are being written as may be at once. Ask again in a moment, or give a limit.",
                    request,
                    response,
                    context);
        } else if (head && !streamed) {
            headers.putSingle(HttpHeaders.CONTENT_LENGTH, bytes.length);
        }
    }

    private void finish(
            Streamed streamed,
            ContainerRequestContext request,
            ContainerResponseContext response,
            RoutingContext context)
            throws JsonProcessingException {
        // Read before what is written: it may be newer than its tag says, and never older.
        String tag = "W/" + tag(version(), streamed.variant().getBytes(StandardCharsets.UTF_8));
        response.setEntity(null, NO_ANNOTATIONS, response.getMediaType());
        MultivaluedMap<String, Object> headers = response.getHeaders();
        describe(headers, links(null, true, headers));
        headers.putSingle(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(streamed.fileName()));
        if (tellCache(tag, request, response)) {
            return;
        }
        if (takesGzip(request)) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, ContentCoding.GZIP);
        }
        if (!request.getMethod().equals(HttpMethod.HEAD)) {
            write(
                    streamed.body(),
                    "As much is being written as may be at once. Ask again in a moment.",
                    request,
                    response,
                    context);
        }
    }

    /** What every answer has, whatever it is. */
    private static void describe(MultivaluedMap<String, Object> headers, String links) {
        Object given = headers.getFirst(HttpHeaders.VARY);
        // The framework's CORS handler answers each origin with its own name.
        headers.putSingle(HttpHeaders.VARY, VARY + (given == null ? "" : ", " + given));
        headers.putSingle(HttpHeaders.LINK, links);
    }

    /** Tells a cache what it has to know; whether what it has is still good, and nothing more is to be said (a 304). */
    private static boolean tellCache(String tag, ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, cacheControl(request));
        boolean good = matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag);
        if (good) {
            response.setEntity(null);
            response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
        }
        return good;
    }

    /**
     * Asked about each time: a record can be corrected or withdrawn at any moment. Kept by anybody, unless it may have
     * been for an editor's eyes.
     */
    private static String cacheControl(ContainerRequestContext request) {
        boolean anonymous = request.getHeaderString(HttpHeaders.AUTHORIZATION) == null;
        return anonymous ? PUBLIC : "private, no-cache";
    }

    /** The entity tag that something has when it is served as it is. */
    public String entityTag(Object entity) {
        try {
            return tag(bytes(null, entity, ""));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is served can be written", e);
        }
    }

    /** Where the list goes on, and as on every answer, where the API is described (RFC 8631). */
    private String links(Page.@Nullable Links list, boolean whole, MultivaluedMap<String, Object> headers) {
        List<String> links = new ArrayList<>();
        Object given = headers.getFirst(HttpHeaders.LINK);
        if (list != null) {
            links.add((whole ? new Page.Links(list.self(), null) : list).header());
        }
        if (given != null) {
            links.add(given.toString());
        }
        links.add("<%s>; rel=\"service-desc\"".formatted(addresses.of("/openapi.yaml")));
        return String.join(", ", links);
    }

    private boolean isTooLong(Page<?> page) {
        return page.rest() != null
                && (!page.totalIsExact() || page.total() > config.limits().rows());
    }

    /** Each page in a transaction of its own, so that a slow client holds none up. */
    private StreamingOutput stream(Format format, Page<?> first, byte[] written, String path) {
        return into -> {
            into.write(written);
            Supplier<? extends Page<?>> rest = first.rest();
            while (rest != null) {
                Page<?> page = connections.anew(rest::get);
                into.write(rows(format, page.items(), null, formsAt(path), false));
                rest = page.rest();
            }
        };
    }

    /** Writes it as it is read, in one of the places for that; where none is free, a problem says so. */
    private void write(
            StreamingOutput body,
            String busy,
            ContainerRequestContext request,
            ContainerResponseContext response,
            RoutingContext context)
            throws JsonProcessingException {
        Runnable leave = enter();
        if (leave == null) {
            tellBusy(busy, request, response, context);
            return;
        }
        StreamingOutput written = takesGzip(request) ? ContentCoding.coded(body) : body;
        StreamingOutput leaving = into -> {
            try {
                written.write(into);
            } finally {
                leave.run();
            }
        };
        response.setEntity(leaving, NO_ANNOTATIONS, response.getMediaType());
    }

    /** Takes one of the places for what is long; what gives it back, once, or null if there is none. */
    private @Nullable Runnable enter() {
        if (!places.tryAcquire()) {
            return null;
        }
        AtomicBoolean left = new AtomicBoolean();
        Runnable leave = () -> {
            if (left.compareAndSet(false, true)) {
                places.release();
            }
        };
        // A client can be gone before the first byte is written, and then nothing is.
        RoutingContext context = current.getCurrent();
        if (context != null) {
            context.addEndHandler(ended -> leave.run());
        }
        return leave;
    }

    /** A problem instead of what was asked for, whose headers are taken back. */
    private void tellBusy(
            String busy, ContainerRequestContext request, ContainerResponseContext response, RoutingContext context)
            throws JsonProcessingException {
        Problem problem = problems.problem(
                ProblemType.UNAVAILABLE, busy, request.getUriInfo().getRequestUri());
        List.of(
                        HttpHeaders.ETAG,
                        HttpHeaders.CONTENT_DISPOSITION,
                        HttpHeaders.CONTENT_ENCODING,
                        HttpHeaders.LINK,
                        HttpHeaders.VARY)
                .forEach(response.getHeaders()::remove);
        response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        response.setStatus(problem.status());
        response.setEntity(problem);
        finish(request, response, context);
    }

    private byte[] bytes(@Nullable Format format, Object entity, String path) throws JsonProcessingException {
        if (entity instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        if (format == null || format == Format.JSON) {
            return json.writeValueAsBytes(entity);
        }
        if (entity instanceof Page<?> page) {
            Forms<?> kind = formsAt(path);
            return format == Format.JSON_LD
                    ? json.writeValueAsBytes(inContext(list(page, kind)))
                    : rows(format, page.items(), page.gone(), kind, true);
        }
        Forms<?> kind = forms.stream()
                .filter(some -> some.type().isInstance(entity))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no forms of " + entity.getClass()));
        if (format == Format.JSON_LD) {
            return json.writeValueAsBytes(inContext(linkedData(kind, entity)));
        }
        Citation citation = Objects.requireNonNull(citation(kind, entity));
        return format == Format.CSL
                ? json.writeValueAsBytes(List.of(citation.csl()))
                : citation.bibtex().getBytes(StandardCharsets.UTF_8);
    }

    /** @param gone where changes are asked for, what is not served any more */
    private byte[] rows(Format format, List<?> items, @Nullable List<Page.Gone> gone, Forms<?> kind, boolean first)
            throws JsonProcessingException {
        StringBuilder rows = new StringBuilder();
        List<Page.Gone> tombstones = gone == null ? List.of() : gone;
        if (format == Format.NDJSON) {
            for (Object item : items) {
                rows.append(json.writeValueAsString(item)).append('\n');
            }
            for (Page.Gone tombstone : tombstones) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put(ID, tombstone.id());
                line.put(URL, tombstone.url().toString());
                line.put(GONE, true);
                rows.append(json.writeValueAsString(line)).append('\n');
            }
        } else {
            List<String> names = new ArrayList<>(
                    kind.columns().stream().map(Forms.Column::name).toList());
            if (gone != null) {
                names.add(GONE);
            }
            if (first) {
                Csv.row(rows, names);
            }
            for (Object item : items) {
                List<@Nullable Object> cells = new ArrayList<>(cells(kind, item));
                if (gone != null) {
                    cells.add(null);
                }
                Csv.row(rows, cells);
            }
            for (Page.Gone tombstone : tombstones) {
                Map<String, Object> known = Map.of(ID, tombstone.id(), URL, tombstone.url(), GONE, true);
                Csv.row(rows, names.stream().<@Nullable Object>map(known::get).toList());
            }
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> inContext(Node node) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", addresses.of(LinkedDataContext.PATH).toString());
        document.putAll(node.properties());
        return document;
    }

    private static Node list(Page<?> page, Forms<?> kind) {
        return Node.of("ItemList")
                .with("id", page.links().self())
                .with("numberOfItems", page.total())
                .with("next", page.links().next())
                .with("changes", page.links().changes())
                .with(
                        "itemListElement",
                        page.items().stream()
                                .map(item -> linkedData(kind, item))
                                .toList())
                .with(
                        GONE,
                        page.gone() == null
                                ? null
                                : page.gone().stream()
                                        .map(gone -> Node.of("Tombstone").with(ID, gone.url()))
                                        .toList());
    }

    private Forms<?> formsAt(String path) {
        return forms.stream()
                .filter(kind -> kind.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no forms of what is at " + path));
    }

    private static <T> Node linkedData(Forms<T> kind, Object served) {
        return kind.linkedData(kind.type().cast(served));
    }

    private static <T> @Nullable Citation citation(Forms<T> kind, Object served) {
        return kind.citation(kind.type().cast(served));
    }

    private static <T> List<@Nullable Object> cells(Forms<T> kind, Object served) {
        T row = kind.type().cast(served);
        return kind.columns().stream()
                .<@Nullable Object>map(column -> column.value().apply(row))
                .toList();
    }

    /** Under which name a browser keeps it: {@code quotes.csv}. */
    private static String disposition(String path, Format format) {
        String name = path.replaceFirst(".*/", "");
        String ending = format == Format.BIBTEX ? "bib" : format == Format.CSL ? "json" : format.alias();
        return "inline; filename=\"%s.%s\"".formatted(name, ending);
    }

    /** Which state the pages behind the first one can be of; that one was read before. */
    private byte[] version() {
        return "%s %d".formatted(dataset.name(), dataset.current().version()).getBytes(StandardCharsets.UTF_8);
    }

    private static String path(ContainerRequestContext request) {
        return Offered.plain(request.getUriInfo().getRequestUri().getRawPath());
    }

    private static boolean takesGzip(ContainerRequestContext request) {
        return ContentCoding.isTaken(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    }

    private static boolean isSafe(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD);
    }

    /** A weak comparison, as {@code If-None-Match} wants it: a cache may have weakened the tag that it got. */
    static boolean matches(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null || ifNoneMatch.equals(tag)) {
            return ifNoneMatch != null;
        }
        String opaque = tag.startsWith("W/") ? tag.substring(2) : tag;
        return ifNoneMatch.strip().equals("*")
                || Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(given -> given.equals(opaque) || given.equals("W/" + opaque));
    }

    static String tag(byte[]... parts) {
        return '"' + Digest.of(parts) + '"';
    }
}
