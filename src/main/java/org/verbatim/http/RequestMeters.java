package org.verbatim.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.quarkus.micrometer.runtime.binder.vertx.NetworkMetrics;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.spi.metrics.HttpServerMetrics;
import io.vertx.core.spi.observability.HttpRequest;
import io.vertx.core.spi.observability.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Measures the requests to one address that is listened on, under the names and tags that Quarkus' own binder has for
 * them: {@code http.server.requests} by method, template of the address, outcome and status. Of what that one can be
 * configured to do, only {@code quarkus.micrometer.binder.http-server.max-uri-tags} is heeded.
 *
 * <p>That one puts the tags together and looks for the meter anew with each request, which takes a tenth of the time in
 * which an answer that is kept ready is sent; this one does so once for each of them. And what clients can make up names
 * no meter, since meters are kept for ever: neither an address that is none of ours nor a method.
 */
final class RequestMeters extends NetworkMetrics
        implements HttpServerMetrics<RequestMeters.Measured, Object, LongTaskTimer.Sample> {

    /** Where Quarkus REST leaves the template of an address. */
    static final String TEMPLATE = "UrlPathTemplate";

    private static final String PREFIX = "http.server";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    /** An address written in the one way in which it is offered. */
    private static final Pattern PLAIN = Pattern.compile("(?:/[a-z-]+)*/[a-z-]+(?:\\.[a-z]+)?");

    /** In the place of a status, where a client has hung up before it had an answer. */
    private static final int RESET = 0;

    /** One request, until it is answered. */
    static final class Measured {

        private final HttpServerRequestInternal request;
        private final long began = System.nanoTime();
        private @Nullable String template;
        private boolean isOver;

        private Measured(HttpRequest request) {
            this.request = (HttpServerRequestInternal) request;
        }

        private @Nullable String template() {
            return template == null ? request.context().getLocal(TEMPLATE) : template;
        }

        private String path() {
            return Objects.requireNonNullElse(request.path(), "");
        }
    }

    /** What is measured as one. */
    private record Series(String method, String uri, int status) {}

    private final MeterRegistry meters;
    private final LongAdder active = new LongAdder();
    private final Gauge underWay;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    RequestMeters(MeterRegistry meters, HttpServerOptions options) {
        this(meters, options, options.getPort() > 0 ? Tags.of("server.port", "" + options.getPort()) : Tags.empty());
    }

    private RequestMeters(MeterRegistry meters, HttpServerOptions options, Tags tags) {
        super(
                meters,
                tags,
                PREFIX,
                "Bytes received by the server",
                "Bytes sent by the server",
                "The duration of the connections",
                "Connections to the server that are open");
        this.meters = meters;
        this.underWay = Gauge.builder(PREFIX + ".active.requests", active, LongAdder::sum)
                .description("Requests that are being answered")
                .tags(tags.and("url.scheme", options.isSsl() ? "https" : "http"))
                .register(meters);
    }

    /** The registry may live on, where one service starts after another in one process, and would show this one's. */
    @Override
    public void close() {
        meters.remove(underWay);
    }

    /** Whether an address is one of the framework's: its health, its metrics, its page of the interface. */
    static boolean isOfTheFramework(String path) {
        return path.startsWith("/q/");
    }

    /** Has a request measured by a template, such as {@code /v1/quotes/{id}}, in the place of its address. */
    static void measureAs(HttpServerRequest request, @Nullable String template) {
        if (((HttpServerRequestInternal) request).metric() instanceof Measured measured) {
            measured.template = template;
        }
    }

    @Override
    public Measured requestBegin(LongTaskTimer.@Nullable Sample connection, HttpRequest request) {
        active.increment();
        return new Measured(request);
    }

    @Override
    public void responseEnd(@Nullable Measured measured, HttpResponse response, long bytesWritten) {
        record(measured, response.statusCode());
    }

    @Override
    public void requestReset(@Nullable Measured measured) {
        record(measured, RESET);
    }

    /** @param measured null where nobody has asked: what is pushed */
    private void record(@Nullable Measured measured, int status) {
        // Over where the answer was sent before all of the request was there, and then the client hung up.
        if (measured == null || measured.isOver) {
            return;
        }
        long took = System.nanoTime() - measured.began;
        measured.isOver = true;
        active.decrement();
        String path = measured.path();
        if (isOfTheFramework(path)) {
            return;
        }
        HttpMethod asked = measured.request.method();
        String method = asked.equals(HttpMethod.GET) || METHODS.contains(asked.name()) ? asked.name() : "OTHER";
        String template = measured.template();
        String uri = template == null ? named(path, asked, status) : template.equals("/") ? "root" : template;
        timers.computeIfAbsent(new Series(method, uri, status), this::timer).record(took, TimeUnit.NANOSECONDS);
    }

    /** What there is no template for: what is none of a resource's, or was answered before one was asked. */
    private static String named(String path, HttpMethod method, int status) {
        if (status == 404) {
            return "NOT_FOUND";
        }
        if (status / 100 == 3 && status != 304) {
            return "REDIRECTION";
        }
        // The framework answers OPTIONS wherever an address begins like one of ours.
        return status == RESET
                        || status >= 400
                        || method.equals(HttpMethod.OPTIONS)
                        || !PLAIN.matcher(path).matches()
                ? "UNKNOWN"
                : path;
    }

    private Timer timer(Series series) {
        return Timer.builder(PREFIX + ".requests")
                .description("How long it took to answer requests")
                .tags(
                        "method",
                        series.method(),
                        "uri",
                        series.uri(),
                        "outcome",
                        (series.status() == RESET ? Outcome.CLIENT_ERROR : Outcome.forStatus(series.status())).name(),
                        "status",
                        series.status() == RESET ? "RESET" : Integer.toString(series.status()))
                .register(meters);
    }
}
