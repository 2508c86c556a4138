package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/** Whatever is asked, the answer is a page or a problem, and never our own fault. */
@QuarkusTest
class RandomRequestTest {

    private static final int REQUESTS = 1500;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final long SEED = 20261122;

    private static final List<String> NAMES = List.of(
            "q",
            "speaker",
            "article",
            "form",
            "attribution",
            "lang",
            "reviewStatus",
            "modifiedSince",
            "cursor",
            "limit",
            "kind",
            "provider",
            "receiver",
            "fund",
            "amountStatus",
            "currency",
            "minAmount",
            "maxAmount",
            "attendee",
            "status",
            "place",
            "dateFrom",
            "dateTo",
            "publisher",
            "type");

    private static final Arbitrary<String> PATH = Arbitraries.of(
            "/v1/quotes",
            "/v1/funding-facts",
            "/v1/meetings",
            "/v1/articles",
            "/v1/agents",
            "/v1/quotes/",
            "/v1/agents/");

    private static final Arbitrary<String> VALUE = Arbitraries.oneOf(
            Arbitraries.of(
                    "DIRECT",
                    "TARGET",
                    "HELD",
                    "Person",
                    "fr",
                    "USD",
                    "2018",
                    "2018-12-10",
                    "1970-01-01T00:00:00Z",
                    "9999-99-99",
                    "1",
                    "100",
                    "1e400",
                    "-1",
                    "amy-pope",
                    "Amy Pope",
                    "' or 1=1 --",
                    "%",
                    "_",
                    "\\",
                    "'",
                    "\"",
                    "{}",
                    "[]",
                    "\u0000",
                    "\uFFFF",
                    "ﷺ".repeat(50),
                    "e\u0301".repeat(200),
                    "😀",
                    "ZDVkZTgwYWYyNGEyOThhNS5xMzQ2"),
            Arbitraries.strings().all().ofMaxLength(40),
            Arbitraries.strings().numeric().ofMaxLength(25),
            Arbitraries.bigDecimals().map(Object::toString),
            Arbitraries.strings().withChars("AZaz09-_=").ofMaxLength(60));

    private static final Arbitrary<String> PARAMETER = Combinators.combine(
                    Arbitraries.oneOf(
                            Arbitraries.of(NAMES), Arbitraries.strings().ofMaxLength(8)),
                    VALUE)
            .as((name, value) -> encoded(name) + "=" + encoded(value));

    private static final Arbitrary<String> REQUEST = Combinators.combine(
                    PATH, PARAMETER.list().ofMaxSize(4))
            .as((path, parameters) -> parameters.isEmpty() ? path : path + "?" + String.join("&", parameters));

    @Test
    void noRequestIsOurFault() {
        JqwikSession.run(() -> {
            RandomGenerator<String> requests = REQUEST.generator(REQUESTS);
            Random random = new Random(SEED);
            int answered = 0;
            for (int i = 0; i < REQUESTS; i++) {
                String request = requests.next(random).value();
                HttpResponse<String> response = CLIENT.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + request))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(response.statusCode()).as(request).isIn(200, 400, 404);
                assertThat(response.headers().firstValue("Content-Type").orElse(""))
                        .as(request)
                        .startsWith(response.statusCode() == 200 ? "application/json" : Problem.MEDIA_TYPE);
                if (response.statusCode() == 200) {
                    answered++;
                }
            }
            assertThat(answered).as("some of it makes sense").isGreaterThan(REQUESTS / 50);
        });
    }

    /** Each character in octets, letters too. */
    private static String encoded(String text) {
        return Draw.encoded(text, c -> false);
    }
}
