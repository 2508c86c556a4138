package org.verbatim.http;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;

/**
 * The request that another face makes of a resource, so that both ask the same question of the same code and get the same
 * answer: a path and a query, as if somebody had sent them. Nothing else of a request is needed, and so nothing else is
 * there.
 */
public final class Asking implements UriInfo {

    private final URI uri;
    private final MultivaluedMap<String, String> query;

    private Asking(URI uri, MultivaluedMap<String, String> query) {
        this.uri = uri;
        this.query = query;
    }

    /**
     * Asks for a path with a query.
     *
     * @param path of the resource, beginning with a slash, percent-encoded
     * @param query names and values, not encoded
     */
    public static Asking of(String path, MultivaluedMap<String, String> query) {
        StringBuilder target = new StringBuilder(path);
        query.forEach((name, values) -> values.forEach(value -> target.append(target.indexOf("?") < 0 ? '?' : '&')
                .append(Addresses.encode(name))
                .append('=')
                .append(Addresses.encode(value))));
        return new Asking(URI.create(target.toString()), query);
    }

    /**
     * Asks for a path with a query.
     *
     * @param path as above
     * @param namesAndValues a name and its value, and so on; not encoded
     */
    public static Asking of(String path, String... namesAndValues) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return of(path, query);
    }

    @Override
    public MultivaluedMap<String, String> getQueryParameters() {
        return query;
    }

    @Override
    public MultivaluedMap<String, String> getQueryParameters(boolean decode) {
        if (!decode) {
            throw none();
        }
        return query;
    }

    @Override
    public URI getRequestUri() {
        return uri;
    }

    @Override
    public UriBuilder getRequestUriBuilder() {
        return UriBuilder.fromUri(uri);
    }

    @Override
    public String getPath() {
        return uri.getPath();
    }

    @Override
    public String getPath(boolean decode) {
        return decode ? uri.getPath() : uri.getRawPath();
    }

    @Override
    public URI getAbsolutePath() {
        throw none();
    }

    @Override
    public UriBuilder getAbsolutePathBuilder() {
        throw none();
    }

    @Override
    public List<PathSegment> getPathSegments() {
        throw none();
    }

    @Override
    public List<PathSegment> getPathSegments(boolean decode) {
        throw none();
    }

    @Override
    public URI getBaseUri() {
        throw none();
    }

    @Override
    public UriBuilder getBaseUriBuilder() {
        throw none();
    }

    @Override
    public MultivaluedMap<String, String> getPathParameters() {
        throw none();
    }

    @Override
    public MultivaluedMap<String, String> getPathParameters(boolean decode) {
        throw none();
    }

    @Override
    public List<String> getMatchedURIs() {
        throw none();
    }

    @Override
    public List<String> getMatchedURIs(boolean decode) {
        throw none();
    }

    @Override
    public List<Object> getMatchedResources() {
        throw none();
    }

    @Override
    public URI resolve(URI relative) {
        throw none();
    }

    @Override
    public URI relativize(URI other) {
        throw none();
    }

    private static UnsupportedOperationException none() {
        return new UnsupportedOperationException("only a path and a query are asked");
    }
}
