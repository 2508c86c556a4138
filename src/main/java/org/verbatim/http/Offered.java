package org.verbatim.http;

import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What is offered at an address, for the problems of clients that want something else. */
final class Offered {

    private Offered() {}

    /** The media types. */
    static List<String> formats(String path) {
        if (path.equals("/")) {
            return List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON);
        }
        if (path.equals("/problems")) {
            return List.of(MediaType.TEXT_HTML);
        }
        return List.of(path.endsWith("/text") ? MediaType.TEXT_PLAIN : MediaType.APPLICATION_JSON);
    }

    /** The methods, as an {@code Allow} header has them. */
    static String methods(String path) {
        return path.equals("/v1/quote-verifications") ? "GET, HEAD, OPTIONS, POST" : "GET, HEAD, OPTIONS";
    }
}
