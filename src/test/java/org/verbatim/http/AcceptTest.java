package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 12.5.1. */
class AcceptTest {

    private static final List<Format> LIST = List.of(Format.JSON, Format.JSON_LD, Format.CSV, Format.NDJSON);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''                                                        | JSON",
                "*/*                                                       | JSON",
                "application/json                                          | JSON",
                "text/csv                                                  | CSV",
                "TEXT/CSV                                                  | CSV",
                "text/*                                                    | CSV",
                "application/*                                             | JSON",
                "text/csv;q=0.5, application/x-ndjson;q=0.8                | NDJSON",
                "text/csv;q=0.5,application/json;Q=0.4                     | CSV",
                "text/csv ; q=0.50 , application/json ; q=0.4              | CSV",
                "application/json;q=0, */*                                 | JSON_LD",
                "application/*;q=0.9, text/csv;q=0.8                       | JSON",
                "application/*;q=0.1, application/x-ndjson                 | NDJSON",
                "*/*, text/csv                                             | CSV",
                "application/json, text/csv                                | JSON",
                "text/csv, application/json                                | JSON",
                "text/csv;charset=utf-8                                    | CSV",
                "application/ld+json;profile=\"a,b;q=0\"                   | JSON_LD",
                "application/ld+json; profile=\"\\\", text/csv\"; q=0.2, application/x-ndjson;q=0.1 | JSON_LD",
                "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8 | JSON",
                "nonsense, text/csv                                        | CSV",
                ",,text/csv,                                               | CSV",
                "text/csv;q=7, application/x-ndjson;q=0.1                  | NDJSON",
                "text/html                                                 | -",
                "application/json;q=0                                      | -",
                "*/*;q=0                                                   | -",
                "*/json                                                    | -",
                "nonsense                                                  | -",
                "application/x-bibtex                                      | -"
            })
    void theFormatLikedBestIsChosen(String header, Format expected) {
        assertThat(Accept.of(header).best(LIST).orElse(null)).isEqualTo(expected);
    }

    @Test
    void withoutAHeaderAnythingIsAccepted() {
        assertThat(Accept.of(null).best(LIST)).contains(Format.JSON);
    }

    @Test
    void aHostileHeaderIsReadInLinearTime() {
        for (String piece : List.of("\"", "\\", ",", ";", " ", "a/", "a/b;q=", "\"\\\"", "*/*;q=0,")) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> Accept.of(piece.repeat(16_384)).best(LIST));
        }
    }
}
