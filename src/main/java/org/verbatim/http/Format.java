package org.verbatim.http;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;

/** The formats among which a client can choose; which of them are offered where is in {@link Offered}. */
enum Format {
    JSON("json", MediaType.APPLICATION_JSON, ""),
    JSON_LD("jsonld", "application/ld+json", ""),
    CSV("csv", "text/csv", ";charset=UTF-8;header=present"),
    NDJSON("ndjson", "application/x-ndjson", ""),
    CSL("csl", "application/vnd.citationstyles.csl+json", ""),
    BIBTEX("bibtex", "application/x-bibtex", ";charset=UTF-8");

    private final String alias;
    private final String mediaType;
    private final String parameters;

    Format(String alias, String mediaType, String parameters) {
        this.alias = alias;
        this.mediaType = mediaType;
        this.parameters = parameters;
    }

    /** What {@code ?format=} calls it. */
    String alias() {
        return alias;
    }

    /** The media type without parameters, in lower case. */
    String mediaType() {
        return mediaType;
    }

    /** As the {@code Content-Type} of an answer. */
    MediaType contentType() {
        return MediaType.valueOf(mediaType + parameters);
    }

    /** Whether it is a line for each item of a list, so that one of any length can be written as it is read. */
    boolean isOfRows() {
        return this == CSV || this == NDJSON;
    }

    static Optional<Format> ofAlias(String alias) {
        return Arrays.stream(values())
                .filter(format -> format.alias.equals(alias))
                .findFirst();
    }
}
