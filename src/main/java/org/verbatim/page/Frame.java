package org.verbatim.page;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.verbatim.http.Addresses;

/**
 * What stands round every page.
 *
 * @param path the page's path and query without its language, so what the page is rather than how it is shown
 * @param url the same, absolute
 * @param embed where the page is described as a card (oEmbed); null where it is none
 * @param type what it is in the Open Graph protocol
 */
record Frame(
        String language,
        String title,
        String description,
        String path,
        URI url,
        @Nullable URI embed,
        String type) {

    private static final int SHORT = 200;

    static Frame of(String language, String title, String description, UriInfo request, Addresses addresses) {
        // Two slashes at the beginning would make another host of the next name.
        StringBuilder path =
                new StringBuilder(request.getRequestUri().getRawPath().replaceFirst("^/+", "/"));
        Map<String, List<String>> query = new TreeMap<>(request.getQueryParameters());
        query.remove(Visitor.LANGUAGE);
        query.forEach((name, values) -> values.forEach(value -> path.append(path.indexOf("?") < 0 ? '?' : '&')
                .append(Addresses.encode(name))
                .append('=')
                .append(Addresses.encode(value))));
        return new Frame(
                language,
                title,
                shortened(description),
                path.toString(),
                addresses.of(path.toString()),
                null,
                "website");
    }

    /** The frame of a page that can be embedded as a card. */
    Frame embeddable(Addresses addresses) {
        return new Frame(
                language, title, description, path, url, addresses.of("/oembed", "url", url.toString()), "article");
    }

    /** The same page in a language. */
    public String in(String other) {
        return path + (path.contains("?") ? "&" : "?") + Visitor.LANGUAGE + "=" + other;
    }

    /** Whether this is the page with a path. */
    public boolean at(String other) {
        return bare().equals(other);
    }

    /** The page without its query. */
    public String bare() {
        return path.replaceFirst("\\?.*", "");
    }

    /** The language of the page as the Open Graph protocol writes it. */
    public String openGraphLocale() {
        return language.equals("fr") ? "fr_FR" : "en_GB";
    }

    /** Up to 200 code points, cut between words. */
    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= SHORT) {
            return line;
        }
        String cut = line.substring(0, line.offsetByCodePoints(0, SHORT));
        int space = cut.lastIndexOf(' ');
        return (space > 0 ? cut.substring(0, space) : cut) + " …";
    }
}
