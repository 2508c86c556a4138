package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbatim.IdentityProvider;

/** Whether an answer was kept or has just been made, nobody can tell; and nobody gets what was made for somebody else. */
@QuarkusTest
@WithTestResource(IdentityProvider.class)
class KeptAnswersTest {

    private static final String QUOTE = "/v1/quotes/fbf5bc84079181b5.q765";

    private static final String HOST = "verbatim.example:8080";

    /** A request with a body, even an empty one, is always asked of a resource. */
    private static final String AFRESH = "Content-Length: 0";

    private static final List<String> ADDRESSES = List.of(
            QUOTE,
            QUOTE + "?format=jsonld",
            QUOTE + "?format=csl",
            QUOTE + "?format=bibtex",
            "/v1/quotes",
            "/v1/quotes?limit=3",
            "/v1/quotes?limit=3&format=csv",
            "/v1/quotes?format=csv",
            "/v1/quotes?limit=3&format=ndjson",
            "/v1/quotes?limit=3&format=jsonld",
            "/v1/quotes?q=migrations",
            "/v1/funding-facts?kind=TARGET",
            "/v1/meetings",
            "/v1/articles/fbf5bc84079181b5",
            "/v1/articles/fbf5bc84079181b5/text",
            "/v1/articles/fbf5bc84079181b5/dossier",
            QUOTE + "/revisions",
            "/v1/agents/amy-pope",
            "/v1/search?q=partenaires+migrations",
            "/v1/quote-verifications?text=le+Maroc+doit+fermer+ses+fronti%C3%A8res",
            "/v1/quote-verifications/?text=le+Maroc+doit+fermer+ses+fronti%C3%A8res",
            "/v1/feed",
            "/context.jsonld",
            "/.well-known/api-catalog",
            "/openapi",
            "/openapi.json",
            "/oembed?url=http://verbatim.example:8080/quotes/fbf5bc84079181b5.q765",
            "/",
            "/quotes/fbf5bc84079181b5.q765",
            "/search?q=migrations",
            "/v1/quotes/nope",
            "/nope");

    private static final List<List<String>> READERS = List.of(
            List.of(),
            List.of("Accept: */*"),
            List.of("Accept: application/json"),
            List.of("Accept: application/ld+json;q=0.9, text/csv"),
            List.of("Accept: application/*;q=0.1", "Accept: application/x-ndjson"),
            List.of("Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
            List.of("Accept: image/png"),
            List.of("Accept-Language: fr-FR,fr;q=0.9"),
            List.of("Accept: text/html", "Accept-Language: fr-FR,fr;q=0.9"),
            List.of("Accept: text/html", "Accept-Language: fr", "Cookie: language=en"),
            List.of("Accept: text/html", "Accept-Language: fr", "Cookie: visit=1; language=en"),
            List.of("Accept: text/html", "Accept-Language: fr", "Cookie: visit=\"1; language=en; visits=\"2"),
            List.of("Accept: text/html", "Accept-Language: fr", "Cookie: language=en; language=fr"),
            List.of("Accept-Encoding: gzip, deflate, br, zstd"),
            List.of("Accept-Encoding: gzip;q=0", "Accept: text/csv"),
            List.of("Accept-Encoding: deflate", "Accept-Encoding: gzip;q=0.5"),
            List.of("Accept: text/html", "Accept-Encoding: gzip", "Accept-Language: fr", "Cookie: language=en"),
            List.of("Origin: https://newsroom.example"));

    @Test
    void keptOrNotTheSameIsSent() throws IOException {
        double hits = gets("hit");
        int kept = 0;
        for (String address : ADDRESSES) {
            for (List<String> reader : READERS) {
                List<List<String>> conditions = new ArrayList<>(List.of(List.of()));
                String tag = Raw.of("GET", address, HOST, with(reader, List.of(AFRESH)))
                        .header("etag");
                conditions.add(List.of("If-None-Match: " + tag));
                if (reader.isEmpty()) {
                    conditions.add(List.of("If-None-Match: \"other\""));
                    conditions.add(List.of("If-None-Match: \"other\", W/" + tag));
                    conditions.add(List.of("If-None-Match: \"other\"", "If-None-Match: " + tag));
                    conditions.add(List.of("If-None-Match: *"));
                }
                for (List<String> condition : conditions) {
                    for (String method : List.of("GET", "HEAD")) {
                        List<String> headers = with(reader, condition);
                        Raw afresh = Raw.of(method, address, HOST, with(headers, List.of(AFRESH)));
                        assertThat(Raw.of(method, address, HOST, headers))
                                .as("%s %s %s", method, address, headers)
                                .isEqualTo(afresh)
                                .isEqualTo(Raw.of(method, address, HOST, headers));
                        kept += afresh.status().contains(" 200 ") ? 1 : 0;
                    }
                }
            }
        }
        assertThat(kept).isGreaterThan(ADDRESSES.size() * READERS.size());
        assertThat(gets("hit") - hits).isGreaterThanOrEqualTo(kept);
    }

    @Test
    void aLinkNamesTheHostThatWasAsked() throws IOException {
        for (String host : List.of("a.example", "b.example:81", "a.example", "A.example", "b.example")) {
            for (String address : List.of("/v1/quotes?limit=2", QUOTE)) {
                Raw answer = Raw.of("GET", address, host, List.of());
                assertThat(answer.body()).contains("\"http://" + host + "/v1/quotes");
                assertThat(answer.header("link")).contains("<http://" + host + "/openapi.yaml>");
            }
        }
    }

    @Test
    void whatAnEditorSeesNobodyElseDoes() throws IOException {
        String rejected = "/v1/quotes?reviewStatus=REJECTED";
        List<String> editor = List.of("Authorization: Bearer " + IdentityProvider.editor("alice"));
        for (int turn = 0; turn < 3; turn++) {
            assertThat(Raw.of("GET", rejected, HOST, editor).status()).contains(" 200 ");
            assertThat(Raw.of("GET", rejected, HOST, List.of()).status()).contains(" 401 ");
            assertThat(Raw.of("GET", QUOTE + "/review", HOST, editor).status()).contains(" 200 ");
            assertThat(Raw.of("GET", QUOTE + "/review", HOST, List.of()).status())
                    .contains(" 401 ");
            String read = "/v1/meetings?limit=" + (turn + 7);
            assertThat(Raw.of("GET", read, HOST, editor).header("cache-control"))
                    .isEqualTo("private, no-cache");
            assertThat(Raw.of("GET", read, HOST, List.of()).header("cache-control"))
                    .isEqualTo("public, no-cache");
            assertThat(Raw.of("GET", read, HOST, editor).header("cache-control"))
                    .isEqualTo("private, no-cache");
        }
    }

    /** It was not asked for by whoever comes next. */
    @Test
    void aCookieIsSetForNobodyElse() throws IOException {
        List<String> browser = List.of("Accept: text/html");
        for (int turn = 0; turn < 3; turn++) {
            assertThat(Raw.of("GET", "/?language=fr", HOST, browser).header("set-cookie"))
                    .startsWith("language=fr");
            assertThat(Raw.of("GET", "/?language=fr", HOST, with(browser, List.of("Cookie: language=fr")))
                            .header("set-cookie"))
                    .isEmpty();
        }
    }

    @Test
    void otherCookiesThanThatOfTheLanguageMakeNoDifference() throws IOException {
        String page = "/quotes/fbf5bc84079181b5.q765";
        int visits = 10;
        double hits = gets("hit");
        for (int visit = 0; visit < visits; visit++) {
            Raw answer = Raw.of("GET", page, HOST, List.of("Accept: text/html", "Cookie: language=fr; visit=" + visit));
            assertThat(answer.header("content-language")).isEqualTo("fr");
        }
        assertThat(gets("hit") - hits).isGreaterThanOrEqualTo(visits - 1);
    }

    @Test
    void whatIsWrongIsRefusedWhetherOrNotTheAnswerIsKept() throws IOException {
        Raw.of("GET", QUOTE, HOST, List.of());
        assertThat(Raw.of("GET", QUOTE, "", List.of()).status()).contains(" 400 ");
        assertThat(Raw.of("GET", QUOTE, HOST, List.of("X-Long: " + "x".repeat(20_000)))
                        .status())
                .contains(" 431 ");
    }

    /** Which HTTP/1.1 refuses by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Host: http://verbatim.example", "Host: a b", "Host: verbatim.example:x"})
    void inHttp10AHostIsNeededToo(String host) throws IOException {
        List<String> headers = host.isEmpty() ? List.of() : List.of(host);
        for (String target : List.of(QUOTE, "/v1/quotes?limit=4", "/", "/openapi", "/nope")) {
            Raw refused = Raw.inHttp10(target, headers);
            assertThat(refused.status()).as(target).startsWith("HTTP/1.0 400 ");
            assertThat(refused.body()).as(target).contains("The Host header is missing, or names no host.");
        }
        assertThat(Raw.inHttp10("/q/health/live", headers).status()).startsWith("HTTP/1.0 200 ");
        Raw quote = Raw.inHttp10(QUOTE, List.of("Host: verbatim.example"));
        assertThat(quote.status()).startsWith("HTTP/1.0 200 ");
        assertThat(quote.body()).contains("\"http://verbatim.example" + QUOTE + "\"");
    }

    @Test
    void manyWhoAskTheSameAtOnceAreAnsweredWithOneAnswer() throws Exception {
        int many = 30;
        double misses = gets("miss");
        double hits = gets("hit");
        String address = "/v1/search?q=partenaires+migrations+ensemble";
        List<Raw> answers = atOnce(many, () -> Raw.of("GET", address, HOST, List.of()));
        assertThat(answers).containsOnly(Raw.of("GET", address, HOST, List.of(AFRESH)));
        assertThat(gets("miss") - misses).isEqualTo(1);
        assertThat(gets("hit") - hits).isEqualTo(many - 1);
    }

    /** What is answered early, or when somebody else is, leaves the connection ready for what comes next. */
    @Test
    void aConnectionGoesOnAfterAnAnswerThatWasKept() throws Exception {
        String address = "/v1/search?q=partenaires+migrations+toujours";
        List<List<String>> read = atOnce(30, () -> {
            try (Wire wire = new Wire(RestAssured.port)) {
                List<String> bodies = new ArrayList<>();
                for (String target : List.of(address, QUOTE, address, QUOTE + "?format=csl")) {
                    bodies.add(wire.send(Wire.Request.get(target)).text());
                }
                Wire.Request known = Wire.Request.get(QUOTE, new Wire.Field("If-None-Match", "*"));
                assertThat(wire.send(known).status()).isEqualTo(304);
                assertThat(wire.send(Wire.Request.get("/q/health/live")).status())
                        .isEqualTo(200);
                assertThat(wire.opened()).isEqualTo(1);
                return bodies;
            }
        });
        List<String> first = read.get(0);
        assertThat(read).containsOnly(first);
        assertThat(first.get(0)).isEqualTo(first.get(2)).contains("\"items\"");
        assertThat(first.get(1)).contains("\"fbf5bc84079181b5.q765\"");
        assertThat(first.get(3)).startsWith("[");
    }

    /** What each of many gets that begin at the same time. */
    private static <T> List<T> atOnce(int many, Callable<T> asking) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(many);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> answers = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                answers.add(clients.submit(() -> {
                    start.await();
                    return asking.call();
                }));
            }
            start.countDown();
            List<T> all = new ArrayList<>();
            for (Future<T> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            clients.shutdownNow();
        }
    }

    /** There is one meter for all quotes, kept or not. */
    @Test
    void metersAreNamedAfterNoRecord() {
        given().get(QUOTE).then().statusCode(200);
        given().get(QUOTE).then().statusCode(200);
        assertThat(when().get("/q/metrics").asString())
                .contains("uri=\"/v1/quotes/{id}\"")
                .doesNotContain("status=\"200\",uri=\"" + QUOTE + "\"");
    }

    /** How many requests found an answer, or did not. */
    static double gets(String result) {
        return meter("verbatim_http_cache_gets_total\\{result=\"" + result + "\"}");
    }

    static double meter(String name) {
        Matcher meter = Pattern.compile("^" + name + " (.*)$", Pattern.MULTILINE)
                .matcher(when().get("/q/metrics").asString());
        assertThat(meter.find()).as(name).isTrue();
        return Double.parseDouble(meter.group(1));
    }

    private static List<String> with(List<String> headers, List<String> more) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(more);
        return all;
    }
}
