package org.verbatim.http;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What is offered at an address, for clients that choose, and for the problems of those that want something else. */
final class Offered {

    private static final Pattern ONE_ARTICLE = Pattern.compile("/v1/articles/[^/]+");

    private static final Map<Pattern, List<Format>> CHOICES = Map.of(
            Pattern.compile("/v1/(quotes|funding-facts|meetings|articles|agents)/?"),
            List.of(Format.JSON, Format.JSON_LD, Format.CSV, Format.NDJSON),
            Pattern.compile("/v1/quotes/[^/]+"),
            List.of(Format.JSON, Format.JSON_LD, Format.CSL, Format.BIBTEX),
            Pattern.compile("/v1/(funding-facts|meetings|articles|agents)/[^/]+"),
            List.of(Format.JSON, Format.JSON_LD));

    private static final String FEED = "/v1/feed";
    private static final String ATOM = "application/atom+xml";

    private Offered() {}

    /** The formats among which a client can choose there, in our order; empty where there is nothing to choose. */
    static List<Format> choice(String path) {
        return CHOICES.entrySet().stream()
                .filter(choice -> choice.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of());
    }

    /** The media types. */
    static List<String> formats(String path) {
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
        List<Format> choice = choice(path);
        if (!choice.isEmpty()) {
            return choice.stream().map(Format::mediaType).toList();
        }
        return List.of(
                path.startsWith("/v1/") || path.equals("/oembed") ? MediaType.APPLICATION_JSON : MediaType.TEXT_HTML);
    }

    /** The media types that a body may have. */
    static List<String> accepted(String path) {
        return path.equals("/v1/articles") || path.equals("/v1/extractions")
                ? List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN)
                : List.of(MediaType.APPLICATION_JSON);
    }

    /** The methods, as an {@code Allow} header has them. */
    static String methods(String path) {
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
}
