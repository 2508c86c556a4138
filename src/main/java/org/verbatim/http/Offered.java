package org.verbatim.http;

import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The formats offered at an address, for the problem of a client that accepts none of them. */
final class Offered {

    private Offered() {}

    static List<String> at(String path) {
        if (path.equals("/")) {
            return List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON);
        }
        if (path.equals("/problems")) {
            return List.of(MediaType.TEXT_HTML);
        }
        return List.of(path.endsWith("/text") ? MediaType.TEXT_PLAIN : MediaType.APPLICATION_JSON);
    }
}
