package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.verbatim.http.KeptAnswersTest.gets;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.verbatim.IdentityProvider;

/** Whoever asks after a change was answered sees it, however many ask for the same meanwhile. */
@QuarkusTest
@WithTestResource(IdentityProvider.class)
class KeptAnswersChangeTest {

    private static final int CHANGES = 40;
    private static final long SEED = 20261126;
    private static final String HOST = "localhost";

    private static final List<String> FIXED = List.of(
            "/v1/articles?limit=100",
            "/v1/quotes?limit=100&format=csv",
            "/v1/agents?limit=100",
            "/v1/search?q=quai",
            "/v1/quote-verifications?text=Les+grues+du+quai",
            "/v1/feed",
            "/search?q=quai");

    @Test
    void noChangeIsMissed() throws Exception {
        Random random = new Random(SEED);
        List<String> articles = new ArrayList<>();
        List<String> withdrawn = new ArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(3);
        List<Future<Integer>> read = new ArrayList<>();
        try {
            for (int reader = 0; reader < 3; reader++) {
                int first = reader;
                Callable<Integer> reading = () -> {
                    int times = 0;
                    for (int i = first; !over.get(); i++) {
                        Raw answer = Raw.of("GET", FIXED.get(i % FIXED.size()), HOST, List.of());
                        assertThat(answer.status()).contains(" 200 ");
                        times++;
                    }
                    return times;
                };
                read.add(readers.submit(reading));
            }
            for (int change = 0; change < CHANGES; change++) {
                change(random, change, articles, withdrawn);
                List<String> addresses = new ArrayList<>(FIXED);
                for (String id : articles) {
                    addresses.add("/v1/articles/" + id);
                    addresses.add("/v1/quotes?article=" + id);
                }
                for (String id : withdrawn) {
                    addresses.add("/v1/articles/" + id);
                }
                for (String address : addresses) {
                    Raw answer = Raw.of("GET", address, HOST, List.of());
                    assertThat(answer)
                            .as("after change %d: %s", change, address)
                            .isEqualTo(Raw.of("GET", address, HOST, List.of("Content-Length: 0")));
                    assertThat(answer.status())
                            .contains(withdrawn.stream().anyMatch(address::endsWith) ? " 410 " : " 200 ");
                }
            }
        } finally {
            over.set(true);
            readers.shutdown();
        }
        for (Future<Integer> reader : read) {
            assertThat(reader.get()).isPositive();
        }
    }

    /** The first who asks after a change may know the answer already: he is told so, and it is kept as a whole. */
    @Test
    void whatIsStillGoodAfterAChangeIsKeptAsAWhole() throws IOException {
        int number = CHANGES;
        for (String address : List.of(
                "/v1/quotes/fbf5bc84079181b5.q765",
                "/v1/quotes/fbf5bc84079181b5.q765?format=bibtex",
                "/v1/quotes?article=fbf5bc84079181b5&limit=3&format=csv",
                "/v1/articles/fbf5bc84079181b5/text")) {
            String tag = Raw.of("GET", address, HOST, List.of()).header("etag");
            added(editor().contentType("text/plain; charset=UTF-8")
                    .body(text("still " + ++number))
                    .post("/v1/articles"));
            double hits = gets("hit");
            assertThat(Raw.of("GET", address, HOST, List.of("If-None-Match: " + tag))
                            .status())
                    .as(address)
                    .contains(" 304 ");
            assertThat(gets("hit")).as(address).isEqualTo(hits);
            for (String method : List.of("GET", "HEAD")) {
                assertThat(Raw.of(method, address, HOST, List.of()))
                        .as("%s %s", method, address)
                        .isEqualTo(Raw.of(method, address, HOST, List.of("Content-Length: 0")));
            }
            assertThat(gets("hit") - hits).as(address).isEqualTo(2);
        }
    }

    private static void change(Random random, int number, List<String> articles, List<String> withdrawn)
            throws IOException {
        int kind = articles.isEmpty() ? 0 : random.nextInt(4);
        switch (kind) {
            case 0 ->
                articles.add(added(editor().contentType("text/plain; charset=UTF-8")
                        .body(text("changed " + number))
                        .post("/v1/articles")));
            case 1 ->
                articles.add(added(editor().contentType(ContentType.JSON)
                        .body(Map.of("text", text("imported " + number), "id", "change-" + number))
                        .post("/v1/articles")));
            case 2 -> {
                String id = articles.get(random.nextInt(articles.size()));
                String quote =
                        given().get("/v1/quotes?article=" + id).then().extract().path("items[0].id");
                if (quote != null) {
                    review(quote, random.nextBoolean());
                }
            }
            default -> {
                String id = articles.remove(random.nextInt(articles.size()));
                editor().queryParam("reason", "It was only tried.")
                        .delete("/v1/articles/" + id)
                        .then()
                        .statusCode(204);
                withdrawn.add(id);
            }
        }
    }

    /** Its address answers accordingly, at once. */
    private static void review(String quote, boolean right) throws IOException {
        String address = "/v1/quotes/" + quote;
        Raw.of("GET", address, HOST, List.of());
        String tag = editor().get(address + "/review").header("ETag");
        editor().contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(
                        right
                                ? "{\"status\": \"CONFIRMED\"}"
                                : "{\"status\": \"REJECTED\", \"reason\": \"It was only tried.\"}")
                .put(address + "/review")
                .then()
                .statusCode(200);
        Raw after = Raw.of("GET", address, HOST, List.of());
        assertThat(after.status()).contains(right ? " 200 " : " 410 ");
        if (right) {
            assertThat(after.body()).contains("\"reviewStatus\":\"CONFIRMED\"");
        }
    }

    /** Several write at once; each of them finds its own in the list that all of them ask for. */
    @Test
    void whoWritesSeesItAmongTheWritesOfOthers() throws Exception {
        int writers = 4;
        int each = 12;
        String list = "/v1/articles?publisher=Le+Relais&limit=100";
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<Void>> written = new ArrayList<>();
        try {
            for (int writer = 0; writer < writers; writer++) {
                String name = "relay-" + writer + "-";
                Callable<Void> writing = () -> {
                    for (int i = 0; i < each; i++) {
                        String id = name + i;
                        Response answer;
                        do {
                            answer = editor().contentType(ContentType.JSON)
                                    .body(Map.of("text", text(id), "id", id, "publisher", "Le Relais"))
                                    .post("/v1/articles");
                        } while (answer.statusCode() == 503);
                        added(answer);
                        assertThat(Raw.of("GET", list, HOST, List.of()).body()).contains("\"id\":\"" + id + "\"");
                    }
                    return null;
                };
                written.add(threads.submit(writing));
            }
            for (Future<Void> all : written) {
                all.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String added(Response answer) {
        return answer.then().statusCode(201).extract().path("id");
    }

    private static String text(String name) {
        return "Le quai " + name + "\n\n« Les grues du quai " + name
                + " tournent depuis mars », a déclaré Anne Roy, la directrice du port.\n";
    }

    private static RequestSpecification editor() {
        return given().header("Authorization", "Bearer " + IdentityProvider.editor("alice"));
    }
}
