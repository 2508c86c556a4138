package org.verbatim.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whose page a request comes from (RFC 6454), as its browser says. */
@Singleton
public class Origins {

    /** What pages of any origin may do, as the framework's CORS handler tells browsers. */
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Problems problems;
    private final Optional<String> own;

    Origins(HttpConfig config, Problems problems) {
        this.problems = problems;
        this.own = config.publicUrl().map(URI::toString).flatMap(Origins::of);
    }

    /** Scheme, host and port of an address; empty for what has none, such as the origin {@code null}. */
    public static Optional<String> of(String address) {
        try {
            URI uri = new URI(address.strip());
            if (uri.getScheme() == null || uri.getHost() == null) {
                return Optional.empty();
            }
            String host = (uri.getScheme() + "://" + uri.getHost()).toLowerCase(Locale.ROOT);
            return Optional.of(uri.getPort() < 0 ? host : host + ":" + uri.getPort());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** That of the address under which clients are told to see the service; empty where none is configured. */
    public Optional<String> own() {
        return own;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, Order.ORIGINS);
    }

    /**
     * A browser names the origin of our own pages too, when they write, and the framework would hold them to what pages of
     * others may do. A token is needed to write here and no cookie is, so who pretends to be us gains nothing. Those of
     * others it would refuse without a word.
     */
    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            Optional<String> page = of(origin);
            if (page.isPresent() && (page.equals(own) || page.equals(of(Addresses.asked(request))))) {
                request.headers().remove(HttpHeaders.ORIGIN);
            } else if (!READING.contains(request.method())) {
                problems.end(
                        context,
                        ProblemType.FOREIGN_ORIGIN,
                        "The Origin header names a page of others, which may only read (GET, HEAD, OPTIONS).");
                return;
            }
        }
        context.next();
    }
}
