package org.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the packaged service at random moments while articles are added, reviewed and withdrawn, starts it again, and
 * looks whether anything is lost: every write that was acknowledged is there, no article is there in part, and the index
 * finds exactly what the lists list.
 *
 * <p>A few rounds each time the integration tests run; {@code mvn verify -Dit.test=CrashIT -Dcrash.rounds=50} for more.
 * {@code -Dcrash.settings=a=b,c=d} are settings for the service, such as those of another database; {@code -Dcrash.seed}
 * is that of what is sent and when it is killed.
 */
class CrashIT {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 3);
    private static final long SEED = Long.getLong("crash.seed", 20261126);

    private static final int WRITERS = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** In each text that is sent, and in no seed. */
    private static final String WORD = "quaiessai";

    @TempDir
    Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger acknowledgements = new AtomicInteger();

    /** What has become of an article: its text, and for those who sent a change and got no answer, what may have. */
    private static final class Sent {
        final String text;
        boolean acknowledged;
        boolean withdrawn;
        boolean maybeWithdrawn;
        String decision = "EXTRACTED";
        String maybeDecision;

        Sent(String text) {
            this.text = text;
        }
    }

    /** By id. Each is changed by one writer only. */
    private final Map<String, Sent> all = new ConcurrentHashMap<>();

    @Test
    void nothingIsLost() throws IOException, InterruptedException, ExecutionException {
        Random random = new Random(SEED);
        IdentityProvider provider = new IdentityProvider();
        List<String> settings = new ArrayList<>();
        provider.start().forEach((name, value) -> settings.add(name + "=" + value));
        Map<String, String> database = TestDatabase.create(folder.resolve("data"));
        database.forEach((name, value) -> settings.add(name + "=" + value));
        // So that what is on disk is killed, too.
        settings.add("verbatim.index.memory-limit=64K");
        String more = System.getProperty("crash.settings", "");
        settings.addAll(Arrays.stream(more.split(",", -1))
                .filter(setting -> !setting.isBlank())
                .toList());
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                try (Packaged service = Packaged.start(folder.resolve("log"), settings)) {
                    String address = service.address();
                    check(address, round);
                    // A token of its own: one lasts for five minutes.
                    writeUntilKilled(service, address, IdentityProvider.editor("alice"), random);
                }
            }
            try (Packaged service = Packaged.start(folder.resolve("log"), settings)) {
                check(service.address(), ROUNDS + 1);
            }
        } finally {
            TestDatabase.drop(database);
            provider.stop();
        }
        assertThat(acknowledgements).hasPositiveValue();
        System.out.printf(
                "Killed %d times: %d acknowledged writes, none lost; %d articles%n",
                ROUNDS, acknowledgements.get(), all.size());
    }

    // --- Writing --------------------------------------------------------------------------------------------------

    private void writeUntilKilled(Packaged service, String address, String token, Random random)
            throws InterruptedException, ExecutionException {
        int before = acknowledgements.get();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writing = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Random own = new Random(random.nextLong());
            writing.add(writers.submit(() -> {
                write(address, token, own);
                return null;
            }));
        }
        for (int i = 0; acknowledgements.get() == before; i++) {
            for (Future<?> writer : writing) {
                if (writer.isDone()) {
                    writer.get(); // throws what it found wrong
                }
            }
            assertThat(i).as("attempts until a first write is acknowledged").isLessThan(6000);
            Thread.sleep(10);
        }
        Thread.sleep(200 + random.nextInt(2800));
        service.kill();
        writers.shutdown();
        for (Future<?> writer : writing) {
            writer.get(); // throws what it found wrong
        }
    }

    /** Until nobody answers. */
    private void write(String address, String token, Random random) throws InterruptedException {
        List<String> own = new ArrayList<>();
        try {
            while (true) {
                int dice = random.nextInt(10);
                if (own.isEmpty() || dice < 5) {
                    own.add(add(address, token));
                } else {
                    String id = own.get(random.nextInt(own.size()));
                    if (!all.get(id).withdrawn) {
                        if (dice == 9) {
                            withdraw(address, token, id);
                        } else {
                            decide(address, token, id, dice % 2 == 0 ? "CONFIRMED" : "REJECTED");
                        }
                    }
                }
            }
        } catch (IOException e) {
            // It was killed.
        }
    }

    private String add(String address, String token) throws IOException, InterruptedException {
        int number = numbers.incrementAndGet();
        String id = "crash-" + number;
        String text =
                "Le %s %d est ouvert.\n\n« Nous avons ouvert le quai %d en mars », a déclaré Anne Roy, ministre des ports.\n"
                        .formatted(WORD, number, number);
        Sent sent = new Sent(text);
        all.put(id, sent);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address + "/v1/articles"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("id", id, "text", text)))));
        if (answer.statusCode() == 503) {
            all.remove(id);
            return add(address, token);
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        sent.acknowledged = true;
        acknowledgements.incrementAndGet();
        return id;
    }

    private void withdraw(String address, String token, String id) throws IOException, InterruptedException {
        Sent sent = all.get(id);
        sent.maybeWithdrawn = true;
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(address + "/v1/articles/" + id + "?reason=away"))
                        .header("Authorization", "Bearer " + token)
                        .DELETE());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        sent.withdrawn = true;
        acknowledgements.incrementAndGet();
    }

    private void decide(String address, String token, String article, String decision)
            throws IOException, InterruptedException {
        Sent sent = all.get(article);
        String review = "%s/v1/quotes/%s/review".formatted(address, quote(article));
        HttpResponse<String> state =
                send(HttpRequest.newBuilder(URI.create(review)).header("Authorization", "Bearer " + token));
        assertThat(state.statusCode()).as(state.body()).isEqualTo(200);
        sent.maybeDecision = decision;
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(review))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", state.headers().firstValue("ETag").orElseThrow())
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"status\": \"%s\", \"reason\": \"so\"}".formatted(decision))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        sent.decision = decision;
        sent.maybeDecision = null;
        acknowledgements.incrementAndGet();
    }

    /** The only one that an article has. */
    private String quote(String article) {
        String text = all.get(article).text;
        return "%s.q%d".formatted(article, text.codePointCount(0, text.indexOf("Nous avons")));
    }

    // --- Checking -------------------------------------------------------------------------------------------------

    private void check(String address, int round) throws IOException, InterruptedException {
        Map<String, JsonNode> articles = listed(address + "/v1/articles?format=ndjson");
        Map<String, JsonNode> quotes = listed(address + "/v1/quotes?format=ndjson");
        for (Map.Entry<String, Sent> entry : Map.copyOf(all).entrySet()) {
            String id = entry.getKey();
            Sent sent = entry.getValue();
            String as = "%s, round %d".formatted(id, round);
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address + "/v1/articles/" + id)));
            if (!sent.acknowledged && answer.statusCode() == 404) {
                all.remove(id); // it was never stored, and its id is free
                continue;
            }
            if (sent.withdrawn || (sent.maybeWithdrawn && answer.statusCode() == 410)) {
                sent.withdrawn = true;
                assertThat(answer.statusCode()).as(as).isEqualTo(410);
                assertThat(articles).as(as).doesNotContainKey(id);
                assertThat(quotes).as(as).doesNotContainKey(quote(id));
                continue;
            }
            sent.acknowledged = true; // it is there, so it stays
            sent.maybeWithdrawn = false;
            assertThat(answer.statusCode()).as(as).isEqualTo(200);
            assertThat(articles).as(as).containsKey(id);
            assertThat(send(HttpRequest.newBuilder(URI.create(address + "/v1/articles/" + id + "/text")))
                            .body())
                    .as(as)
                    .isEqualTo(sent.text);
            String decision = quotes.containsKey(quote(id))
                    ? quotes.get(quote(id)).path("reviewStatus").asText()
                    : "REJECTED";
            if (!decision.equals(sent.decision)) {
                assertThat(decision).as(as + ": its quote").isEqualTo(sent.maybeDecision);
                sent.decision = decision;
            }
            sent.maybeDecision = null;
            if (decision.equals("REJECTED")) {
                // That it was, and is not just missing.
                assertThat(send(HttpRequest.newBuilder(URI.create(address + "/v1/quotes/" + quote(id))))
                                .statusCode())
                        .as(as + ": its quote")
                        .isEqualTo(410);
            }
        }
        // Nothing is there that nobody sent.
        assertThat(all.keySet()).containsAll(ours(articles.keySet()));
        assertThat(ours(listed(address + "/v1/articles?format=ndjson&q=" + WORD).keySet()))
                .as("articles in the index, round %d", round)
                .isEqualTo(ours(articles.keySet()));
        assertThat(ours(listed(address + "/v1/quotes?format=ndjson&q=mars").keySet()))
                .as("quotes in the index, round %d", round)
                .isEqualTo(ours(quotes.keySet()));
    }

    private static Set<String> ours(Set<String> ids) {
        Set<String> ours = new TreeSet<>(ids);
        ours.removeIf(id -> !id.startsWith("crash-"));
        return ours;
    }

    private Map<String, JsonNode> listed(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Map<String, JsonNode> listed = new TreeMap<>();
        for (String line : answer.body().split("\n", -1)) {
            if (!line.isEmpty()) {
                JsonNode item = JSON.readTree(line);
                listed.put(item.path("id").asText(), item);
            }
        }
        return listed;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofMinutes(1)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
