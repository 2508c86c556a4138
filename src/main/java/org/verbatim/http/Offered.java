package org.verbatim.http;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.regex.Pattern;

/** What is offered at an address, for the problems of clients that want something else. */
final class Offered {

    private static final Pattern ONE_ARTICLE = Pattern.compile("/v1/articles/[^/]+");

    private Offered() {}

    /** The media types. */
    static List<String> formats(String path) {
        if (path.equals("/")) {
            return List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON);
        }
        if (path.equals("/problems")) {
            return List.of(MediaType.TEXT_HTML);
        }
        return List.of(
                path.endsWith("/text") && path.startsWith("/v1/articles/")
                        ? MediaType.TEXT_PLAIN
                        : MediaType.APPLICATION_JSON);
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
