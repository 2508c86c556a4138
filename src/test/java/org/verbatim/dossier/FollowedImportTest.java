package org.verbatim.dossier;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.verbatim.text.SourceText;

/** Whoever follows a list has all of it, and nothing twice, however dossiers change meanwhile. On data of its own. */
@QuarkusTest
@TestProfile(FollowedImportTest.OwnData.class)
class FollowedImportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int ARTICLES = 4;
    private static final int PLACES = 6;

    private static final String WORD = "mot ";
    private static final SourceText TEXT = SourceText.of(WORD.repeat(PLACES));

    public static class OwnData implements QuarkusTestProfile {}

    @Inject
    DossierImporter importer;

    /** What was written, and how often each quote has changed by it. */
    private static final Map<String, Map<Integer, String>> WRITTEN = new HashMap<>();

    private static final Map<String, Integer> CHANGES = new HashMap<>();

    /** A client with a copy of the list. */
    private static final class Client {

        private final Map<String, JsonNode> copy = new TreeMap<>();
        private final Map<String, Integer> deliveries = new HashMap<>();
        private String next = "/v1/quotes?modifiedSince=1970-01-01T00:00:00Z&limit=3";

        /** Reads one page; false if nothing was on it. */
        boolean read() throws IOException {
            JsonNode page = JSON.readTree(given().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray());
            page.path("items").forEach(item -> {
                String id = item.path("id").asText();
                deliveries.merge(id, 1, Integer::sum);
                copy.put(id, item);
            });
            page.path("gone").forEach(gone -> {
                String id = gone.path("id").asText();
                deliveries.merge(id, 1, Integer::sum);
                copy.remove(id);
            });
            JsonNode links = page.path("links");
            boolean last = !links.has("next");
            assertThat(links.has("changes")).isEqualTo(last);
            next = links.path(last ? "changes" : "next").asText();
            return !last || page.path("items").size() + page.path("gone").size() > 0;
        }
    }

    @Test
    void theCopyIsTheListHoweverWritesAndReadsAlternate() throws IOException {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            Client client = new Client();
            for (int step = 0; step < 40; step++) {
                if (random.nextInt(3) == 0) {
                    write(random);
                } else {
                    client.read();
                }
            }
            assertIsTheList(client, "seed " + seed);
        }
    }

    @Test
    void theCopyIsTheListWhileSomebodyWrites() throws Exception {
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            Client client = new Client();
            Future<?> writing = writer.submit(() -> {
                Random random = new Random(7);
                for (int i = 0; i < 60; i++) {
                    write(random);
                }
            });
            while (!writing.isDone()) {
                client.read();
            }
            writing.get(1, TimeUnit.MINUTES);
            assertIsTheList(client, "concurrently");
        } finally {
            writer.shutdownNow();
        }
    }

    @Test
    void onlyWhatHasChangedIsToldAndOnce() throws IOException {
        write("only0", Map.of(0, "true", 1, "true"));
        Client client = new Client();
        while (client.read()) {
            // until everything is there
        }
        write("only0", Map.of(0, "false", 2, "true"));
        JsonPath page =
                JsonPath.from(given().urlEncodingEnabled(false).get(client.next).asString());
        assertThat(page.getList("items.id")).containsExactlyInAnyOrder("only0.q0", "only0.q8");
        assertThat(page.getList("gone.id")).containsExactly("only0.q4");
        when().get("/v1/quotes/only0.q4").then().statusCode(410);
        write("only0", Map.of(0, "false", 2, "true"));
        JsonPath after = JsonPath.from(given().urlEncodingEnabled(false)
                .get(page.getString("links.changes"))
                .asString());
        assertThat(after.getList("items")).isEmpty();
        assertThat(after.getList("gone")).isEmpty();
    }

    private void assertIsTheList(Client client, String what) throws IOException {
        while (client.read()) {
            // until nothing is left
        }
        Map<String, JsonNode> list = new TreeMap<>();
        JSON.readTree(when().get("/v1/quotes?limit=100").asByteArray())
                .path("items")
                .forEach(item -> list.put(item.path("id").asText(), item));
        assertThat(client.copy).as(what).isEqualTo(list);
        client.deliveries.forEach((id, times) -> assertThat(times)
                .as("%s: %s came no oftener than it changed", what, id)
                .isLessThanOrEqualTo(CHANGES.getOrDefault(id, Integer.MAX_VALUE)));
    }

    private void write(Random random) {
        Map<Integer, String> quotes = new TreeMap<>();
        for (int place = 0; place < PLACES; place++) {
            if (random.nextBoolean()) {
                quotes.put(place, String.valueOf(random.nextBoolean()));
            }
        }
        write("article" + random.nextInt(ARTICLES), quotes);
    }

    /** @param quotes for each place, by its number, whether the word there is somebody's own */
    private void write(String id, Map<Integer, String> quotes) {
        Map<Integer, String> before = WRITTEN.getOrDefault(id, Map.of());
        Set<Integer> places = new HashSet<>(before.keySet());
        places.addAll(quotes.keySet());
        places.stream()
                .filter(place -> !Objects.equals(before.get(place), quotes.get(place)))
                .forEach(place -> CHANGES.merge(id + ".q" + place * WORD.length(), 1, Integer::sum));
        WRITTEN.put(id, quotes);
        List<String> parts = new ArrayList<>();
        quotes.forEach((place, verbatim) -> parts.add("""
                {"form": "%s", "speaker": null, "attribution": "UNKNOWN", "cue": null, "speakerMention": null,
                 "segments": [{"exact": "mot", "start": %d, "end": %d, "verbatim": %s}]}""".formatted(
                        verbatim.equals("true") ? "DIRECT" : "INDIRECT",
                        place * WORD.length(),
                        place * WORD.length() + 3,
                        verbatim)));
        String sha256 = Sha256.of(TEXT.toString().getBytes(StandardCharsets.UTF_8));
        String json = """
                {"article": {"id": "%s", "sha256": "%s", "inLanguage": "fr", "headline": null, "publisher": null,
                             "authors": [], "datePublished": null, "datePublishedAsStated": null, "url": null},
                 "agents": [], "quotes": [%s], "fundingFacts": [], "meetings": []}""".formatted(id, sha256, String.join(", ", parts));
        try {
            DossierCheck.Result dossier = DossierCheck.check(
                    JSON.readValue(json, Dossier.class),
                    Sha256.of(json.getBytes(StandardCharsets.UTF_8)),
                    id,
                    sha256,
                    TEXT);
            assertThat(dossier.faults()).isEmpty();
            importer.store(new DossierImporter.Source(id, sha256, TEXT), dossier);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
