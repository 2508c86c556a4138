package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbatim.IdentityProvider;

/**
 * Whoever follows a list has all of it, as it is served, and nothing twice, whatever editors write meanwhile. On data of
 * its own.
 */
@QuarkusTest
@TestProfile(FollowingTest.OwnData.class)
@WithTestResource(IdentityProvider.class)
class FollowingTest {

    public static class OwnData implements QuarkusTestProfile {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String BEGINNING = "modifiedSince=1970-01-01";
    private static final String FUND = "d5de80af24a298a5";
    private static final String VISIT = "fbf5bc84079181b5";
    private static final String QUOTE = FUND + ".q969";

    /** What is followed: every list, and some through filters. */
    private static final List<String> LISTS = List.of(
            "/v1/quotes",
            "/v1/funding-facts",
            "/v1/meetings",
            "/v1/articles",
            "/v1/agents",
            "/v1/quotes?speaker=anne-roy",
            "/v1/quotes?reviewStatus=CORRECTED&form=DIRECT",
            "/v1/funding-facts?provider=anne-roy&lang=fr",
            "/v1/meetings?attendee=bob-le-bon",
            "/v1/agents?type=Organization");

    // --- A client -------------------------------------------------------------------------------------------------

    /** Keeps a copy of a list. */
    private static final class Client {

        private final String list;
        private final Map<String, JsonNode> copy = new TreeMap<>();

        /** For each id, after how many writes it came last. */
        private final Map<String, Integer> came = new HashMap<>();

        private String next;

        Client(String list, int limit) {
            this.list = list;
            this.next = "%s%s%s&limit=%d".formatted(list, list.contains("?") ? "&" : "?", BEGINNING, limit);
        }

        /** Reads one page; false if it is the last one and has nothing. */
        boolean read(int writes) {
            JsonNode page = get(next);
            page.path("items").forEach(item -> {
                came(item.path("id").asText(), writes);
                copy.put(item.path("id").asText(), item);
            });
            page.path("gone").forEach(gone -> {
                came(gone.path("id").asText(), writes);
                copy.remove(gone.path("id").asText());
            });
            JsonNode links = page.path("links");
            boolean last = !links.has("next");
            assertThat(links.has("changes")).as(next).isEqualTo(last);
            next = links.path(last ? "changes" : "next").asText();
            return !last || page.path("items").size() + page.path("gone").size() > 0;
        }

        private void came(String id, int writes) {
            Integer before = came.put(id, writes);
            assertThat(before == null || before < writes)
                    .as("%s came twice in %s, and nothing was written between", id, list)
                    .isTrue();
        }

        void readAll(int writes) {
            while (read(writes)) {
                // until nothing is left
            }
        }

        void assertIsTheList(String what) {
            Map<String, JsonNode> served = new TreeMap<>();
            String page = "%s%slimit=100".formatted(list, list.contains("?") ? "&" : "?");
            while (page != null) {
                JsonNode read = get(page);
                read.path("items").forEach(item -> served.put(item.path("id").asText(), item));
                page = read.path("links").has("next")
                        ? read.path("links").path("next").asText()
                        : null;
            }
            assertThat(copy).as("%s, %s", list, what).isEqualTo(served);
        }
    }

    private static JsonNode get(String address) {
        try {
            return JSON.readTree(given().urlEncodingEnabled(false)
                    .get(address)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // --- An editor ------------------------------------------------------------------------------------------------

    private static final AtomicInteger ARTICLES = new AtomicInteger();

    /** Brings articles that speak of the same few agents under various names, reviews their records, takes them back. */
    private static final class Editor {

        private static final String WORD = "mot ";
        private static final String BEGIN = "Anne dit ";

        private final String name;
        private final String prefix;
        private final List<String> articles = new ArrayList<>();

        /** @param prefix of its articles' ids */
        Editor(String name, String prefix) {
            this.name = name;
            this.prefix = prefix;
        }

        /** Does one thing or another, by the dice. */
        void write(Random random) {
            int what = random.nextInt(10);
            if (articles.size() < 2 || what < 2) {
                add(random);
            } else if (what < 3) {
                withdraw(articles.remove(random.nextInt(articles.size())));
            } else {
                String article = articles.get(random.nextInt(articles.size()));
                String record = List.of(
                                "/v1/quotes/%s.q9",
                                "/v1/quotes/%s.q13",
                                "/v1/funding-facts/%s.f17",
                                "/v1/funding-facts/%s.f21",
                                "/v1/meetings/%s.m25")
                        .get(random.nextInt(5))
                        .formatted(article);
                review(record, random);
            }
        }

        private void add(Random random) {
            // Some come before all others, so that what they call an agent is what it is called.
            int number = ARTICLES.incrementAndGet();
            String id = "%s%03d-%d".formatted(prefix, random.nextInt(1000), number);
            String other = articles.isEmpty() ? "elsewhere" : articles.get(random.nextInt(articles.size()));
            String text = BEGIN + WORD.repeat(5) + id + "\n";
            String speaker = random.nextBoolean() ? "anne-roy" : "bob-le-bon";
            String dossier = """
                    {"text": "%s", "article": {"id": "%s", "inLanguage": "fr", "headlineAsSupplied": "Titre %d"},
                     "agents": [
                       {"id": "anne-roy", "type": "Person", "name": "Anne Roy %d", "otherNames": ["Anne %d"],
                        "roles": [{"title": "chef %d", "organization": "port"}]},
                       {"id": "bob-le-bon", "type": "Person", "name": "Bob le Bon"},
                       {"id": "port", "type": "Organization", "name": "Port %d"}],
                     "quotes": [%s, %s],
                     "fundingFacts": [%s, %s],
                     "meetings": [{"kind": "BILATERAL", "status": "HELD", "topics": [], "evidence": [%s],
                       "attendees": [{"agent": "%s", "asNamed": {"exact": "Anne", "start": 0, "end": 4}}],
                       "alsoReportedIn": ["%s.m25"]}]}""".formatted(
                            text.replace("\n", "\\n"),
                            id,
                            random.nextInt(3),
                            random.nextInt(3),
                            random.nextInt(3),
                            random.nextInt(2),
                            random.nextInt(2),
                            quote(0, speaker, other),
                            quote(1, "anne-roy", other),
                            fact(2, other),
                            fact(3, "nowhere"),
                            pin(4),
                            speaker,
                            other);
            editor().contentType("application/json")
                    .body(dossier)
                    .post("/v1/articles")
                    .then()
                    .statusCode(201);
            articles.add(id);
        }

        private static String pin(int word) {
            int start = BEGIN.length() + word * WORD.length();
            return "{\"exact\": \"mot\", \"start\": %d, \"end\": %d}".formatted(start, start + 3);
        }

        private static String quote(int word, String speaker, String other) {
            int start = BEGIN.length() + word * WORD.length();
            return """
                    {"form": "DIRECT", "speaker": "%s", "attribution": "EXPLICIT",
                     "cue": {"exact": "dit", "start": 5, "end": 8},
                     "speakerMention": {"exact": "Anne", "start": 0, "end": 4},
                     "segments": [{"exact": "mot", "start": %d, "end": %d, "verbatim": true}],
                     "alsoReportedIn": ["%s.q9"]}""".formatted(speaker, start, start + 3, other);
        }

        private static String fact(int word, String other) {
            return """
                    {"kind": "CONTRIBUTION", "fund": "Fonds", "provider": "anne-roy", "receiver": "port",
                     "amount": {"status": "NOT_STATED", "currencyStatus": "NOT_STATED"}, "evidence": [%s],
                     "alsoReportedIn": ["%s.f17"]}""".formatted(pin(word), other);
        }

        private void review(String record, Random random) {
            Response review = editor().get(record + "/review");
            review.then().statusCode(200);
            ObjectNode decision = JSON.createObjectNode();
            decision.put("reason", "Ainsi.");
            switch (random.nextInt(3)) {
                case 0 -> decision.put("status", "CONFIRMED");
                case 1 -> decision.put("status", "REJECTED");
                default -> {
                    decision.put("status", "CORRECTED");
                    decision.set("record", corrected(review));
                }
            }
            // Two editors may have the same in mind, and then one of them comes too late.
            editor().contentType("application/json")
                    .header("If-Match", review.header("ETag"))
                    .body(decision.toString())
                    .put(record + "/review")
                    .then()
                    .statusCode(200);
        }

        private static JsonNode corrected(Response review) {
            try {
                ObjectNode record =
                        (ObjectNode) JSON.readTree(review.asByteArray()).path("record");
                if (record.has("speaker")) {
                    record.put("speaker", other(record.path("speaker").asText()));
                } else if (record.has("provider")) {
                    record.put("provider", other(record.path("provider").asText()));
                } else {
                    ObjectNode attendee = (ObjectNode) record.at("/attendees/0");
                    attendee.put("agent", other(attendee.path("agent").asText()));
                }
                return record;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String other(String agent) {
            return agent.equals("anne-roy") ? "bob-le-bon" : "anne-roy";
        }

        void withdraw(String id) {
            editor().queryParam("reason", "Un faux.")
                    .delete("/v1/articles/" + id)
                    .then()
                    .statusCode(204);
        }

        void withdrawAll() {
            articles.forEach(this::withdraw);
            articles.clear();
        }

        private RequestSpecification editor() {
            return given().auth().oauth2(IdentityProvider.editor(name));
        }
    }

    // --- The property ---------------------------------------------------------------------------------------------

    /**
     * Somebody does something.
     *
     * @param who a client, or behind the last of them the editor
     */
    private record Step(int who, long dice) {}

    private record Interleaving(List<Integer> limits, List<Step> steps) {}

    private static final Arbitrary<Interleaving> INTERLEAVINGS = Combinators.combine(
                    Arbitraries.of(1, 2, 3, 7, 100).list().ofSize(LISTS.size()),
                    Combinators.combine(Arbitraries.integers().between(0, LISTS.size() + 9), Arbitraries.longs())
                            .as((who, dice) -> new Step(Math.min(who, LISTS.size()), dice))
                            .list()
                            .ofMinSize(20)
                            .ofMaxSize(120))
            .as(Interleaving::new);

    @Test
    void theCopyIsTheListHoweverWritesAndReadsAlternate() {
        JqwikSession.run(() -> {
            int runs = 12;
            RandomGenerator<Interleaving> interleavings = INTERLEAVINGS.generator(runs);
            Random random = new Random(20261126);
            for (int run = 0; run < runs; run++) {
                Interleaving interleaving = interleavings.next(random).value();
                List<Client> clients = new ArrayList<>();
                for (int i = 0; i < LISTS.size(); i++) {
                    clients.add(new Client(LISTS.get(i), interleaving.limits().get(i)));
                }
                Editor editor = new Editor("alice", "a");
                int writes = 0;
                for (Step step : interleaving.steps()) {
                    if (step.who() < clients.size()) {
                        clients.get(step.who()).read(writes);
                    } else {
                        writes++;
                        editor.write(new Random(step.dice()));
                    }
                }
                for (Client client : clients) {
                    client.readAll(writes);
                    client.assertIsTheList("interleaving %d: %s".formatted(run, interleaving));
                }
                editor.withdrawAll();
                for (Client client : clients) {
                    client.readAll(writes + 1);
                    client.assertIsTheList("after interleaving %d".formatted(run));
                }
            }
        });
    }

    @Test
    void theCopyIsTheListWhileEditorsWrite() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Editor> editors = Stream.of("b", "c", "d")
                    .map(prefix -> new Editor("alice-" + prefix, prefix))
                    .toList();
            AtomicInteger writing = new AtomicInteger(editors.size());
            AtomicInteger writes = new AtomicInteger();
            List<Future<?>> work = new ArrayList<>();
            for (Editor editor : editors) {
                work.add(threads.submit(() -> {
                    try {
                        Random random = new Random(editor.prefix.hashCode());
                        for (int i = 0; i < 60; i++) {
                            editor.write(random);
                        }
                    } finally {
                        writing.decrementAndGet();
                    }
                }));
            }
            List<Client> clients = new ArrayList<>();
            for (String list : LISTS) {
                Client client = new Client(list, 3);
                clients.add(client);
                work.add(threads.submit(() -> {
                    while (writing.get() > 0) {
                        client.read(writes.incrementAndGet());
                    }
                }));
            }
            for (Future<?> each : work) {
                each.get(5, TimeUnit.MINUTES);
            }
            for (Client client : clients) {
                client.readAll(writes.get() + 1);
                client.assertIsTheList("concurrently");
            }
            editors.forEach(Editor::withdrawAll);
        } finally {
            threads.shutdownNow();
        }
    }

    // --- What is told ---------------------------------------------------------------------------------------------

    @Test
    void rejectingIsToldToThoseWhoseCopyItChangesAndConfirmingAgain() {
        Map<String, String> ends = new TreeMap<>();
        LISTS.subList(0, 5).forEach(list -> ends.put(list, end(list)));
        String ofPope = end("/v1/quotes?speaker=amy-pope");
        String ofOthers = end("/v1/quotes?speaker=maroc");

        decide("/v1/quotes/" + QUOTE, "REJECTED");
        Told quotes = told(ends.get("/v1/quotes"));
        assertThat(quotes.items()).isEmpty();
        assertThat(quotes.gone()).containsExactly(QUOTE);
        assertThat(told(ofPope).gone()).containsExactly(QUOTE);
        // It could not know whether it was told of it before.
        assertThat(told(ofOthers).gone()).containsExactly(QUOTE);
        assertThat(told(ends.get("/v1/articles")).items()).as("counts").containsExactly(FUND);
        assertThat(told(ends.get("/v1/agents")).items()).as("counts").containsExactly("amy-pope");
        for (String list : List.of("/v1/funding-facts", "/v1/meetings")) {
            assertThat(told(ends.get(list))).as(list).isEqualTo(new Told(List.of(), List.of()));
        }

        decide("/v1/quotes/" + QUOTE, "CONFIRMED");
        Told again = told(ends.get("/v1/quotes"));
        assertThat(again.items()).as("only its last change is told").containsExactly(QUOTE);
        assertThat(again.gone()).isEmpty();
    }

    @Test
    void aWithdrawnArticleIsGoneFromEveryListAndWhoNeverHadItIsNotTold() {
        Editor editor = new Editor("alice", "e");
        List<String> before = LISTS.stream().map(FollowingTest::end).toList();
        editor.add(new Random(1));
        String id = editor.articles.get(0);
        List<String> between = LISTS.stream().map(FollowingTest::end).toList();
        assertThat(told(before.get(0)).items()).containsExactlyInAnyOrder(id + ".q9", id + ".q13");
        editor.withdrawAll();
        for (int i = 0; i < 4; i++) {
            assertThat(told(before.get(i))).as(LISTS.get(i)).isEqualTo(new Told(List.of(), List.of()));
            assertThat(told(between.get(i)).items()).as(LISTS.get(i)).isEmpty();
        }
        assertThat(told(between.get(0)).gone()).containsExactlyInAnyOrder(id + ".q9", id + ".q13");
        assertThat(told(between.get(1)).gone()).containsExactlyInAnyOrder(id + ".f17", id + ".f21");
        assertThat(told(between.get(2)).gone()).containsExactly(id + ".m25");
        assertThat(told(between.get(3)).gone()).containsExactly(id);
        assertThat(told(between.get(4)).gone()).contains("port");
        when().get("/v1/agents/port").then().statusCode(404);
    }

    /** Though nothing is left of the version that had it. */
    @Test
    void whatIsGoneSinceATimeIsToldToThoseWhoHaveReadUpToThatTimeOnly() {
        Editor editor = new Editor("alice", "t");
        Instant before = Instant.now();
        editor.add(new Random(1));
        String id = editor.articles.get(0);
        Instant between = Instant.now();
        editor.withdrawAll();
        assertThat(since("/v1/articles", between)).isEqualTo(new Told(List.of(), List.of(id)));
        assertThat(since("/v1/quotes", between).gone()).containsExactlyInAnyOrder(id + ".q9", id + ".q13");
        assertThat(since("/v1/agents", between).gone()).contains("port");
        for (String list : List.of("/v1/articles", "/v1/quotes", "/v1/agents")) {
            assertThat(since(list, before)).as(list).isEqualTo(new Told(List.of(), List.of()));
        }
    }

    private static Told since(String list, Instant time) {
        return told(list + "?modifiedSince=" + time);
    }

    @Test
    void whatTheFilterFindsNoMoreIsGone() {
        Editor editor = new Editor("alice", "f");
        editor.add(new Random(2));
        String quote = editor.articles.get(0) + ".q13";
        String ofAnne = end("/v1/quotes?speaker=anne-roy");
        String ofBob = end("/v1/quotes?speaker=bob-le-bon");
        String all = end("/v1/quotes");
        Response review = editor.editor().get("/v1/quotes/%s/review".formatted(quote));
        ObjectNode decision = JSON.createObjectNode();
        decision.put("status", "CORRECTED").put("reason", "C’était Bob.").set("record", Editor.corrected(review));
        editor.editor()
                .contentType("application/json")
                .header("If-Match", review.header("ETag"))
                .body(decision.toString())
                .put("/v1/quotes/%s/review".formatted(quote))
                .then()
                .statusCode(200);
        assertThat(told(ofAnne)).isEqualTo(new Told(List.of(), List.of(quote)));
        assertThat(told(ofBob)).isEqualTo(new Told(List.of(quote), List.of()));
        assertThat(told(all)).isEqualTo(new Told(List.of(quote), List.of()));
        when().get("/v1/quotes/" + quote).then().statusCode(200);
        editor.withdrawAll();
    }

    @ParameterizedTest
    @CsvSource({"csv, text/csv", "ndjson, application/x-ndjson", "jsonld, application/ld+json"})
    void otherFormatsHaveTombstonesAndLinksToo(String format, String mediaType) throws IOException {
        String end = end("/v1/quotes");
        decide("/v1/quotes/" + QUOTE, "REJECTED");
        Response answer = given().urlEncodingEnabled(false)
                .header("Accept", mediaType)
                .get(end.replaceAll("&?format=[a-z]+", ""));
        answer.then()
                .statusCode(200)
                .header("Link", containsString("rel=\"https://verbatim.example/ns#changes\""))
                .header("Link", not(containsString("rel=\"next\"")));
        String body = answer.asString();
        switch (format) {
            case "csv" -> {
                assertThat(body.lines().toList()).hasSize(2);
                assertThat(body.lines().findFirst().orElseThrow())
                        .startsWith("id,url,")
                        .endsWith(",gone");
                assertThat(body).contains("\r\n" + QUOTE + ",").endsWith(",true\r\n");
            }
            case "ndjson" -> {
                JsonNode line = JSON.readTree(body);
                assertThat(line.path("id").asText()).isEqualTo(QUOTE);
                assertThat(line.path("gone").asBoolean()).isTrue();
                assertThat(line.size()).isEqualTo(3);
            }
            default -> {
                JsonNode list = JSON.readTree(body);
                assertThat(list.at("/gone/0/type").asText()).isEqualTo("Tombstone");
                assertThat(list.at("/gone/0/id").asText()).endsWith("/v1/quotes/" + QUOTE);
                assertThat(list.path("changes").asText()).contains("modifiedSince=");
            }
        }
        decide("/v1/quotes/" + QUOTE, "CONFIRMED");
        String row = given().urlEncodingEnabled(false)
                .header("Accept", mediaType)
                .get(end)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(row).contains(QUOTE).doesNotContain("Tombstone").doesNotContain("true\r\n");
    }

    @Test
    void rowsComeInPagesAsWell() {
        Response first = when().get("/v1/articles?format=csv&" + BEGINNING + "&limit=1");
        first.then().header("Link", containsString("rel=\"next\""));
        assertThat(first.asString().lines()).hasSize(2);
    }

    // --- Where one begins, and where one goes on ------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01",
                "2000-01-01T01:00:00Z",
                "2000-01-01T01:00:00%2B01:00",
                "2000-01-01T01:00:00+01:00",
                "0001-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z"
            })
    void whatWasThereBeforeIsFoundByATime(String time) {
        JsonNode page = get("/v1/quotes?limit=100&modifiedSince=" + time);
        assertThat(ids(page, "items")).contains(QUOTE, VISIT + ".q765").doesNotHaveDuplicates();
        assertThat(page.path("total").asInt()).isEqualTo(page.path("items").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31", "9999-12-31T23:59:59Z", "%2B999999999-01-01T00:00:00Z"})
    void nothingIsOfATimeToCome(String time) {
        assertThat(told("/v1/quotes?modifiedSince=" + time)).isEqualTo(new Told(List.of(), List.of()));
    }

    @Test
    void whereNothingHasChangedTheAnswerIsTheSame() {
        String end = end("/v1/quotes");
        Response last = given().urlEncodingEnabled(false).get(end);
        assertThat(last.<String>path("links.changes")).isEqualTo(end);
        given().urlEncodingEnabled(false)
                .header("If-None-Match", last.header("ETag"))
                .get(end)
                .then()
                .statusCode(304);
        decide("/v1/quotes/" + QUOTE, "CONFIRMED");
        given().urlEncodingEnabled(false)
                .header("If-None-Match", last.header("ETag"))
                .get(end)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"q=mot", "cursor=ZDVkZTgwYWYyNGEyOThhNS5xMTMyMQ", "speaker=Amy Pope", "reviewStatus=REJECTED"})
    void whatIsInNoOrderOfTimeIsNotFollowed(String with) {
        given().auth()
                .oauth2(IdentityProvider.editor("alice"))
                .get("/v1/quotes?" + BEGINNING + "&" + with)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is(with.replaceFirst("=.*", "")))
                .body("detail", containsString("“modifiedSince”"));
    }

    @Test
    void aPositionIsOfOneListInOneDatabase() {
        for (String wrong : List.of("yesterday", "0", "2026-02-30", "ZDVkZTgwYWYyNGEyOThhNS5xMTMyMQ", "T", "%2B")) {
            given().urlEncodingEnabled(false)
                    .get("/v1/quotes?modifiedSince=" + wrong)
                    .then()
                    .statusCode(400)
                    .body("type", endsWith("#invalid-parameter"))
                    .body("detail", containsString("a time such as"));
        }
        String position = end("/v1/quotes").replaceFirst(".*modifiedSince=([^&]*).*", "$1");
        when().get("/v1/meetings?modifiedSince=" + position)
                .then()
                .statusCode(400)
                .body("detail", containsString("another list"));
        String[] keys = new String(Base64.getUrlDecoder().decode(position), StandardCharsets.UTF_8).split("\0", -1);
        for (String[] other : List.of(
                new String[] {keys[0], keys[1], "999999999", keys[3]},
                new String[] {"00000000", keys[1], keys[2], keys[3]})) {
            when().get("/v1/quotes?modifiedSince="
                            + Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(String.join("\0", other).getBytes(StandardCharsets.UTF_8)))
                    .then()
                    .statusCode(400)
                    .body("detail", containsString("another database"))
                    .body("errors[0].parameter", is("modifiedSince"));
        }
    }

    /** What one page tells, by ids. */
    private record Told(List<String> items, List<String> gone) {}

    private static Told told(String address) {
        JsonNode page = get(address);
        assertThat(page.path("links").has("next")).isFalse();
        return new Told(ids(page, "items"), ids(page, "gone"));
    }

    private static List<String> ids(JsonNode page, String list) {
        List<String> ids = new ArrayList<>();
        page.path(list).forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    /** Where a client goes on that has read all of a list. */
    private static String end(String list) {
        Client client = new Client(list, 100);
        client.readAll(0);
        return client.next;
    }

    private static void decide(String record, String status) {
        RequestSpecification editor = given().auth().oauth2(IdentityProvider.editor("alice"));
        String tag = given().auth()
                .oauth2(IdentityProvider.editor("alice"))
                .get(record + "/review")
                .header("ETag");
        editor.contentType("application/json")
                .header("If-Match", tag)
                .body("{\"status\": \"%s\", \"reason\": \"Ainsi.\"}".formatted(status))
                .put(record + "/review")
                .then()
                .statusCode(200);
    }
}
