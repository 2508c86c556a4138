package org.verbatim.page;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.verbatim.http.Addresses;

/**
 * The request that a page makes of a resource, so that both answer the same question in the same way: the path and the
 * query are of the resource, all the rest is of the page's own request.
 */
final class Asking implements UriInfo {

    private final UriInfo page;
    private final URI uri;
    private final MultivaluedMap<String, String> query = new MultivaluedHashMap<>();

    private Asking(UriInfo page, String path, MultivaluedMap<String, String> query) {
        this.page = page;
        this.query.putAll(query);
        StringBuilder target = new StringBuilder(path);
        query.forEach((name, values) -> values.forEach(value -> target.append(target.indexOf("?") < 0 ? '?' : '&')
                .append(Addresses.encode(name))
                .append('=')
                .append(Addresses.encode(value))));
        this.uri = page.getBaseUri().resolve(target.toString());
    }

    /** The page's own question, at another path. A field of a form that was left empty asks for nothing. */
    static Asking same(UriInfo page, String path) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        page.getQueryParameters().forEach((name, values) -> {
            List<String> given =
                    values.stream().filter(value -> !value.isBlank()).toList();
            if (!given.isEmpty() && !name.equals(Visitor.LANGUAGE)) {
                query.put(name, given);
            }
        });
        return new Asking(page, path, query);
    }

    /** A question of its own. */
    static Asking of(UriInfo page, String path, String... namesAndValues) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Asking(page, path, query);
    }

    @Override
    public MultivaluedMap<String, String> getQueryParameters() {
        return query;
    }

    @Override
    public MultivaluedMap<String, String> getQueryParameters(boolean decode) {
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
        return getAbsolutePathBuilder().build();
    }

    @Override
    public UriBuilder getAbsolutePathBuilder() {
        return UriBuilder.fromUri(uri).replaceQuery(null);
    }

    @Override
    public List<PathSegment> getPathSegments() {
        return page.getPathSegments();
    }

    @Override
    public List<PathSegment> getPathSegments(boolean decode) {
        return page.getPathSegments(decode);
    }

    @Override
    public URI getBaseUri() {
        return page.getBaseUri();
    }

    @Override
    public UriBuilder getBaseUriBuilder() {
        return page.getBaseUriBuilder();
    }

    @Override
    public MultivaluedMap<String, String> getPathParameters() {
        return page.getPathParameters();
    }

    @Override
    public MultivaluedMap<String, String> getPathParameters(boolean decode) {
        return page.getPathParameters(decode);
    }

    @Override
    public List<String> getMatchedURIs() {
        return page.getMatchedURIs();
    }

    @Override
    public List<String> getMatchedURIs(boolean decode) {
        return page.getMatchedURIs(decode);
    }

    @Override
    public List<Object> getMatchedResources() {
        return page.getMatchedResources();
    }

    @Override
    public URI resolve(URI relative) {
        return page.resolve(relative);
    }

    @Override
    public URI relativize(URI other) {
        return page.relativize(other);
    }
}
