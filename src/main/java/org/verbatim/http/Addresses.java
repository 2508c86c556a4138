package org.verbatim.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The addresses that an answer names: absolute, as the client of this request sees the service. */
@RequestScoped
public class Addresses {

    private static final BitSet UNRESERVED = new BitSet(128);

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
                .chars()
                .forEach(UNRESERVED::set);
    }

    private final String base;

    /** What was asked for last: all that a record points at in its article has the same address. */
    private @Nullable Known last;

    private record Known(String path, URI address) {}

    /** @param context of whatever is answered: a resource, or any other route */
    @Inject
    Addresses(HttpConfig config, RoutingContext context) {
        this.base = configured(config).orElseGet(() -> asked(context.request()));
    }

    /** The address under which clients are told to see the service, without a slash at its end; empty where there is none. */
    static Optional<String> configured(HttpConfig config) {
        return config.publicUrl()
                .map(URI::toString)
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    /** The address that a client has asked, without a path. */
    static String asked(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return request.scheme() + "://" + (authority == null ? "localhost" : authority);
    }

    /**
     * The address of a path of this service, which begins with a slash; it may have a query as a client has sent it. Square
     * brackets, which {@link URI} lets pass there, are percent-encoded, since RFC 3986 has them in no query.
     */
    public URI of(String path) {
        Known known = last;
        if (known == null || !known.path().equals(path)) {
            known = new Known(path, URI.create(base + path.replace("[", "%5B").replace("]", "%5D")));
            last = known;
        }
        return known.address();
    }

    /** The same path with a query; name and value are percent-encoded here. */
    public URI of(String path, String name, String value) {
        return of(path + "?" + encode(name) + "=" + encode(value));
    }

    /** Percent-encodes all but the unreserved characters of RFC 3986, as UTF-8. */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet > 0 && UNRESERVED.get(octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit((octet >> 4) & 0xf, 16)))
                        .append(Character.toUpperCase(Character.forDigit(octet & 0xf, 16)));
            }
        }
        return encoded.toString();
    }
}
