package org.verbatim.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Requests are measured by their address and their method, as far as those are ours. Meters are kept for ever, and clients
 * can make up any number of both. What is refused at an address without a template the framework measures as UNKNOWN, as
 * {@code suppress4xx-errors} tells it.
 */
class Meters {

    private static final String URI = "uri";
    private static final String METHOD = "method";
    private static final String STATUS = "status";

    /** As all that the framework is asked is measured, and so left out. */
    private static final String FRAMEWORK = "/q/*";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    @Produces
    @Singleton
    MeterFilter onlyMethodsThatThereAre() {
        return MeterFilter.replaceTagValues(METHOD, method -> METHODS.contains(method) ? method : "OTHER");
    }

    @Produces
    @Singleton
    MeterFilter onlyAddressesThatThereAre() {
        return new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                return FRAMEWORK.equals(id.getTag(URI)) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
            }

            @Override
            public Meter.Id map(Meter.Id id) {
                return isMadeUp(id) ? id.replaceTags(withoutAddress(id)) : id;
            }
        };
    }

    /** Whether an address is one of the framework's: its health, its metrics, its page of the interface. */
    static boolean isOfTheFramework(String path) {
        return path.startsWith("/q/");
    }

    /** Has a request to the framework measured nowhere, whatever comes of it. */
    static void leaveOut(RoutingContext context) {
        measureAs(context, FRAMEWORK);
    }

    /** Has a request measured by a template, such as {@code /v1/quotes/{id}}, in the place of its address. */
    static void measureAs(RoutingContext context, @Nullable String template) {
        HttpRequestMetric measured = HttpRequestMetric.getRequestMetric(context);
        if (measured != null) { // it is null where the measuring is switched off
            measured.setTemplatePath(template);
        }
    }

    /**
     * Whether it can be named after any address: the framework answers OPTIONS wherever an address begins like one of
     * ours, and who hangs up has had no answer that would tell.
     */
    private static boolean isMadeUp(Meter.Id id) {
        String address = id.getTag(URI);
        return address != null
                && !address.equals(FRAMEWORK)
                && !address.contains("{")
                && ("OPTIONS".equals(id.getTag(METHOD)) || "RESET".equals(id.getTag(STATUS)));
    }

    private static List<Tag> withoutAddress(Meter.Id id) {
        return id.getTags().stream()
                .map(tag -> tag.getKey().equals(URI) ? Tag.of(URI, "UNKNOWN") : tag)
                .toList();
    }
}
