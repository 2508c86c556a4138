package org.verbatim.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.verbatim.dataset.Dataset;
import org.verbatim.dataset.Watcher;

/**
 * The one place that keeps finished representations, and answers with them before any resource is asked: without a thread
 * that may block, and without the database.
 *
 * <p>An answer is kept for one state of the dataset, and by what it depends on: the address as it was sent, the host that
 * its links name, the format that is chosen by {@code Accept}, its content coding, and whatever its {@code Vary} names besides. So resources
 * know nothing of it. Who sends a token is never answered from here, and his answer is never kept. When the dataset moves,
 * all that was kept is dropped at once.
 */
@Singleton
class KeptAnswers {

    /** Of the whole memory, so that one answer does not drive out all the others. */
    private static final int LARGEST = 8;

    /** In characters. */
    private static final int LONGEST_REMEMBERED = 300;

    private static final String ANY = "*/*";

    private static final CharSequence GZIP = HttpHeaders.createOptimized(ContentCoding.GZIP);

    /** The headers that a 304 does not have, that Vert.x makes for each answer, or that are no part of a representation. */
    private static final Set<String> APART =
            Set.of("content-type", "content-length", "content-encoding", "transfer-encoding", "connection", "date");

    /** What the key has already, or has nothing to do with the representation. */
    private static final Set<String> IN_EACH_KEY = Set.of("accept", "accept-encoding", "origin");

    /** What is offered somewhere, and what somebody accepts. */
    private record Choice(List<Format> offered, String accept) {

        String made() {
            return accept.toLowerCase(Locale.ROOT).contains("html")
                    ? accept
                    : Accept.of(accept).best(offered).map(KeptAnswers::named).orElse("");
        }
    }

    /** What was made for a request whose answer may be kept. */
    private static final class Draft {

        private byte @Nullable [] body;
        private boolean coded;
        private String tag = "";
        private @Nullable String type;
    }

    private final RequestGuard guard;
    private final Watcher dataset;
    private final long limit;
    private final boolean isRateLimited;
    private final boolean namesHost;
    private final boolean isBehindProxy;
    private final MeterRegistry meters;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final List<Meter> own;
    private volatile @Nullable Stock stock;

    /** There are few ways in which clients say it, and to understand one takes longer than all the rest. */
    private final Cache<Choice, String> choices =
            Caffeine.newBuilder().maximumSize(500).build();

    KeptAnswers(
            HttpConfig config,
            RequestGuard guard,
            Watcher dataset,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean isBehindProxy) {
        this.guard = guard;
        this.dataset = dataset;
        this.isRateLimited = config.rateLimit().requests().isPresent();
        this.limit = config.cache().memoryLimit().asLongValue();
        this.namesHost = config.publicUrl().isEmpty();
        this.isBehindProxy = isBehindProxy;
        this.meters = meters;
        this.own = List.of(
                gets("hit", hits),
                gets("miss", misses),
                Gauge.builder("verbatim.http.cache.size", this, KeptAnswers::weight)
                        .description("What finished representations take of the memory")
                        .baseUnit("bytes")
                        .register(meters));
    }

    private Meter gets(String result, LongAdder times) {
        return FunctionCounter.builder("verbatim.http.cache.gets", times, LongAdder::sum)
                .description("Requests for which a finished representation was there, or was not")
                .tag("result", result)
                .register(meters);
    }

    /** The registry may live on, where one service starts after another in one process, and would show this one's. */
    @PreDestroy
    void close() {
        own.forEach(meters::remove);
    }

    void register(@Observes Filters filters) {
        if (limit > 0) {
            if (!isRateLimited) {
                filters.register(this::answerAtOnce, Order.KEPT_AT_ONCE);
            }
            filters.register(this::answer, Order.KEPT);
        }
    }

    /**
     * Answers a request of which none of the filters in between has anything to say, with what those give to each answer.
     * It takes as long to ask them as it takes to find the answer.
     */
    private void answerAtOnce(RoutingContext context) {
        HttpServerRequest request = context.request();
        Dataset.State state = dataset.known();
        Fields fields = state == null ? null : ofAnybody(request);
        Kept.Answer found =
                state == null || fields == null || fields.hasOrigin() || !guard.isWithinLimits(request, fields)
                        ? null
                        : kept(stock(state), request, fields);
        if (fields == null || found == null) {
            context.next();
            return;
        }
        RequestId.give(context, fields.requestId());
        RequestGuard.putHeaders(context.response());
        send(found, context, fields);
    }

    private Kept.@Nullable Answer kept(Stock current, HttpServerRequest request, Fields fields) {
        boolean secure = isSecure(request);
        String host = host(request, fields);
        Kept.Answer again = current.again(request.uri(), secure, host, fields);
        return again != null ? again : current.find(key(request, secure, host, fields), request, fields);
    }

    /**
     * Tells that the answer to a request is a representation as a whole, whether or not its bytes are sent.
     *
     * @param coded whether they are coded with gzip
     * @param type null where it is not known yet
     */
    static void finished(RoutingContext context, byte[] body, boolean coded, String tag, @Nullable String type) {
        Draft draft = context.get(Draft.class.getName());
        if (draft != null) {
            draft.body = body;
            draft.coded = coded;
            draft.tag = tag;
            draft.type = type;
        }
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        // Read before anything is read of the data: what is made from here on is of this state or of a later one.
        Dataset.State state = dataset.known();
        Fields fields = state == null ? null : ofAnybody(request);
        if (state == null || fields == null) {
            context.next();
            return;
        }
        Stock current = stock(state);
        Stock.Key key = key(request, isSecure(request), host(request, fields), fields);
        if (isSent(context, current, key, fields)) {
            return;
        }
        Promise<Void> own = Promise.promise();
        Promise<Void> other = current.begin(key, own);
        if (other == null) {
            make(context, current, key, own);
        } else {
            await(context, current, key, fields, other);
        }
    }

    /** Somebody else has asked the same, and is about to get the answer. */
    private void await(RoutingContext context, Stock current, Stock.Key key, Fields fields, Promise<Void> other) {
        Context here = context.vertx().getOrCreateContext();
        // Whoever answers it wants to read it, even if there is nothing in it; until then it must not end.
        context.request().pause();
        context.addEndHandler(done -> context.request().resume());
        other.future()
                .onComplete(made -> here.runOnContext(now -> {
                    if (!isSent(context, current, key, fields)) {
                        context.next();
                    }
                }));
    }

    private void make(RoutingContext context, Stock current, Stock.Key key, Promise<Void> own) {
        Draft draft = new Draft();
        context.put(Draft.class.getName(), draft);
        Context here = context.vertx().getOrCreateContext();
        Map<String, String> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        context.response().headers().forEach(given::put);
        context.addHeadersEndHandler(sent -> {
            keep(context, current, key, draft, given, here.getLocal(RequestMeters.TEMPLATE));
            current.done(key, own);
        });
        context.addEndHandler(ended -> current.done(key, own));
        context.next();
    }

    private void keep(
            RoutingContext context,
            Stock current,
            Stock.Key key,
            Draft draft,
            Map<String, String> given,
            @Nullable String template) {
        HttpServerResponse response = context.response();
        MultiMap headers = response.headers();
        byte[] body = draft.body;
        String vary = headers.get(HttpHeaders.VARY);
        // A 304 has none.
        String type = headers.contains(HttpHeaders.CONTENT_TYPE) ? headers.get(HttpHeaders.CONTENT_TYPE) : draft.type;
        if (body == null) {
            return;
        }
        misses.increment();
        if (body.length > limit / LARGEST
                || type == null
                || (response.getStatusCode() != 200 && response.getStatusCode() != 304)
                || vary == null
                || vary.contains("*")
                || headers.contains(HttpHeaders.SET_COOKIE)
                || !current.isOf(dataset.known())) {
            return;
        }
        List<Kept.Header> own = headers.entries().stream()
                .filter(header -> !header.getValue().equals(given.get(header.getKey()))
                        && !APART.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .map(header -> new Kept.Header(
                        HttpHeaders.createOptimized(header.getKey()), HttpHeaders.createOptimized(header.getValue())))
                .toList();
        List<String> names = Arrays.stream(vary.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(name -> !IN_EACH_KEY.contains(name))
                .toList();
        current.keep(
                key,
                names.isEmpty() ? null : new Kept.Varying(names),
                new Kept.Answer(
                        Buffer.buffer(body),
                        HttpHeaders.createOptimized(type),
                        HttpHeaders.createOptimized(Integer.toString(body.length)),
                        draft.coded,
                        draft.tag,
                        own,
                        template),
                context.request());
    }

    /** Whether an answer was kept, which is sent then. */
    private boolean isSent(RoutingContext context, Stock current, Stock.Key key, Fields fields) {
        Kept.Answer found = current.find(key, context.request());
        if (found == null) {
            return false;
        }
        send(found, context, fields);
        return true;
    }

    private void send(Kept.Answer answer, RoutingContext context, Fields fields) {
        hits.increment();
        RequestMeters.measureAs(context.request(), answer.template());
        write(answer, context, fields);
    }

    /** Answers with a representation as a whole, or that its client has it already. */
    static void write(Kept.Answer answer, RoutingContext context, Fields fields) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        MultiMap headers = response.headers();
        for (Kept.Header header : answer.headers()) {
            headers.set(header.name(), header.value());
        }
        if (Representations.matches(fields.ifNoneMatch(), answer.tag())) {
            response.setStatusCode(304).end();
        } else {
            headers.set(HttpHeaders.CONTENT_TYPE, answer.type());
            headers.set(HttpHeaders.CONTENT_LENGTH, answer.length());
            if (answer.coded()) {
                headers.set(HttpHeaders.CONTENT_ENCODING, GZIP);
            }
            if (request.method().equals(HttpMethod.HEAD)) {
                response.end();
            } else {
                response.end(answer.body());
            }
        }
    }

    private Stock stock(Dataset.State state) {
        Stock current = stock;
        if (current == null || !current.isOf(state)) {
            synchronized (this) {
                current = stock;
                if (current == null || !current.isOf(state)) {
                    current = new Stock(state, limit);
                    stock = current;
                }
            }
        }
        return current;
    }

    /** What a request says that only reads what is ours, if that is nothing of who sends it; null for all others. */
    private static @Nullable Fields ofAnybody(HttpServerRequest request) {
        String target = request.uri();
        if ((!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD))
                || !target.startsWith("/")
                || RequestMeters.isOfTheFramework(target) // which says something new each time
                || target.startsWith(ApiDescription.MCP)) { // answered for as long as somebody listens
            return null;
        }
        Fields fields = Fields.of(request.headers());
        return fields.areOfAnybody() ? fields : null;
    }

    private Stock.Key key(HttpServerRequest request, boolean secure, String host, Fields fields) {
        return new Stock.Key(
                secure,
                host,
                request.uri(),
                format(request, fields.accept()),
                ContentCoding.isTaken(fields.acceptEncoding()),
                "");
    }

    /** What {@link Addresses} makes links of; where no proxy says otherwise, without the trouble of looking for one. */
    private boolean isSecure(HttpServerRequest request) {
        return isBehindProxy ? request.isSSL() : request.connection().isSsl();
    }

    /**
     * What {@link Addresses} makes links of; where that is a header as it is, without the trouble of understanding it.
     * Nothing where links name a configured address.
     */
    private String host(HttpServerRequest request, Fields fields) {
        if (!namesHost) {
            return "";
        }
        return isBehindProxy || request.version() != HttpVersion.HTTP_1_1
                ? Addresses.asked(request)
                : Objects.requireNonNullElse(fields.host(), "");
    }

    /**
     * Many ways of saying what is accepted come to the same. What names HTML may lead to a page, of which others decide, so
     * it stays as it is.
     */
    private String format(HttpServerRequest request, @Nullable String accept) {
        if (accept == null || accept.isEmpty() || accept.equals(ANY)) {
            return ANY;
        }
        List<Format> offered = Offered.choice(Objects.requireNonNullElse(request.path(), ""));
        if (offered.isEmpty()) {
            return accept;
        }
        for (Format format : offered) {
            if (accept.equals(format.mediaType())) {
                return named(format);
            }
        }
        Choice choice = new Choice(offered, accept);
        return accept.length() > LONGEST_REMEMBERED ? choice.made() : choices.get(choice, Choice::made);
    }

    private static String named(Format format) {
        return format == Format.JSON ? ANY : format.alias();
    }

    private double weight() {
        Stock current = stock;
        return current == null ? 0 : current.weight();
    }
}
