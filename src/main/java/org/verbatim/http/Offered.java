package org.verbatim.http;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is offered at an address, for clients that choose, and for the problems of those that want something else. */
public final class Offered {

    /** Lists have one as well as what is in them. */
    private static final Pattern HAS_A_PAGE = Pattern.compile(
            "/v1/(?:search|quote-verifications|(?:quotes|funding-facts|meetings|articles|agents)(?:/[^/]+)?)");

    private static final Pattern ONE_ARTICLE = Pattern.compile("/v1/articles/[^/]+");

    private static final String API = "/v1/";
    private static final String QUOTES = "quotes";

    private static final Set<String> NOUNS = Set.of(QUOTES, "funding-facts", "meetings", "articles", "agents");

    private static final List<Format> OF_A_LIST = List.of(Format.JSON, Format.JSON_LD, Format.CSV, Format.NDJSON);
    private static final List<Format> OF_A_QUOTE = List.of(Format.JSON, Format.JSON_LD, Format.CSL, Format.BIBTEX);
    private static final List<Format> OF_ANYTHING = List.of(Format.JSON, Format.JSON_LD);

    private static final String FEED = "/v1/feed";
    private static final String ATOM = "application/atom+xml";

    private Offered() {}

    /**
     * Whether there is also a page, to which a browser is led from there; texts are read by programs.
     *
     * @param path as it was sent, or with a template for an id
     */
    public static boolean hasPage(String path) {
        return HAS_A_PAGE.matcher(plain(path)).matches();
    }

    /** The formats among which a client can choose there, in our order; empty where there is nothing to choose. */
    static List<Format> choice(String address) {
        // Asked with each request, so without a pattern.
        String path = plain(address);
        int slash = path.indexOf('/', API.length());
        String noun = !path.startsWith(API) ? "" : path.substring(API.length(), slash < 0 ? path.length() : slash);
        if (!NOUNS.contains(noun)) {
            return List.of();
        }
        if (slash < 0) {
            return OF_A_LIST;
        }
        if (path.indexOf('/', slash + 1) >= 0) {
            return List.of();
        }
        return noun.equals(QUOTES) ? OF_A_QUOTE : OF_ANYTHING;
    }

    /** The media types. */
    static List<String> formats(String address) {
        String path = plain(address);
        if (path.equals("/")) {
            return List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON);
        }
        if (path.endsWith("/text")) {
            return List.of(MediaType.TEXT_PLAIN);
        }
        if (path.equals(LinkedDataContext.PATH)) {
            return List.of(Format.JSON_LD.mediaType());
        }
        if (path.equals(ApiCatalog.PATH)) {
            return List.of(ApiCatalog.MEDIA_TYPE);
        }
        if (path.equals(FEED)) {
            return List.of(ATOM);
        }
        if (path.equals("/v1/export")) {
            return List.of(Format.NDJSON.mediaType());
        }
        List<Format> choice = choice(path);
        if (!choice.isEmpty()) {
            return choice.stream().map(Format::mediaType).toList();
        }
        return List.of(
                path.startsWith("/v1/") || path.equals("/oembed") ? MediaType.APPLICATION_JSON : MediaType.TEXT_HTML);
    }

    /** The media types that a body may have. */
    static List<String> accepted(String address) {
        String path = plain(address);
        return path.equals("/v1/articles") || path.equals("/v1/extractions")
                ? List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN)
                : List.of(MediaType.APPLICATION_JSON);
    }

    /** The methods, as an {@code Allow} header has them. */
    static String methods(String address) {
        String path = plain(address);
        if (path.equals("/v1/extractions")) {
            return "OPTIONS, POST";
        }
        if (path.equals("/v1/quote-verifications") || path.equals("/v1/articles")) {
            return "GET, HEAD, OPTIONS, POST";
        }
        if (path.endsWith("/review")) {
            return "GET, HEAD, OPTIONS, PUT";
        }
        return ONE_ARTICLE.matcher(path).matches() ? "DELETE, GET, HEAD, OPTIONS" : "GET, HEAD, OPTIONS";
    }

    /** Without a slash at the end, which changes nothing. */
    static String plain(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
