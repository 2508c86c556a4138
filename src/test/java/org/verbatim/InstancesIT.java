package org.verbatim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several instances of the packaged service share one PostgreSQL. H2 keeps its database to one process. */
class InstancesIT {

    private static final String TEXT = "Le port d'Essaouira\n\nAnne Roy a déclaré : « Nous ouvrirons la criée"
            + " d'Essaouira au mois de mars. »\n";
    private static final String CLAIM = "Nous ouvrirons la criée d'Essaouira au mois de mars";

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final IdentityProvider provider = new IdentityProvider();
    private final Map<String, String> settings = new HashMap<>();
    private final List<Map<String, String>> databases = new ArrayList<>();
    private final List<Packaged> services = new ArrayList<>();

    @BeforeEach
    void configure() {
        assumeTrue(TestDatabase.isPostgresql());
        settings.putAll(provider.start());
        // Links are the same, whoever is asked.
        settings.put("verbatim.http.public-url", "https://verbatim.example");
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Packaged service : services) {
            service.kill();
        }
        databases.forEach(TestDatabase::drop);
        provider.stop();
    }

    @Test
    void threeThatStartAtOnceImportTheSeedsOnce() throws IOException, InterruptedException {
        Path seeds = Files.createDirectory(folder.resolve("seeds"));
        try (Stream<Path> files = Files.list(Path.of("seeds"))) {
            for (Path file : files.toList()) {
                Files.copy(file, seeds.resolve(file.getFileName()));
            }
        }
        for (int i = 0; i < 20; i++) {
            Files.writeString(seeds.resolve("plain-%02d.txt".formatted(i)), i + ". " + TEXT);
        }
        settings.put("verbatim.seeds.directory", seeds.toString());

        String alone = start(database()).address();
        Map<String, String> shared = database();
        List<Packaged> three = List.of(start(shared), start(shared), start(shared));
        for (Packaged service : three) {
            String address = service.address();
            for (String list : List.of("articles", "quotes", "funding-facts", "meetings", "agents")) {
                String path = "/v1/%s?format=csv".formatted(list);
                assertThat(get(address + path).lines().toList())
                        .isEqualTo(get(alone + path).lines().toList())
                        .hasSizeGreaterThan(1);
            }
            assertThat(service.said()).doesNotContain("ERROR");
        }
        assertThat(version(three.get(1).address()))
                .isEqualTo(version(three.get(0).address()))
                .isEqualTo(version(three.get(2).address()));
    }

    @Test
    void whatOneIsTellsAllOthers() throws IOException, InterruptedException {
        Map<String, String> shared = database();
        String one = start(shared).address();
        String other = start(shared).address();
        assertThat(verdict(other)).isEqualTo("NOT_FOUND");
        int before = JSON.readTree(get(other + "/v1/articles")).at("/total").asInt();
        String tag = tag(other + "/v1/quotes");

        HttpResponse<String> posted = send(HttpRequest.newBuilder(URI.create(one + "/v1/articles"))
                .header("Authorization", "Bearer " + IdentityProvider.editor("alice"))
                .header("Content-Type", "text/plain; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(TEXT)));
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
        String id = JSON.readTree(posted.body()).at("/id").asText();
        Thread.sleep(Duration.ofSeconds(2).toMillis());

        assertThat(verdict(other)).isEqualTo("VERBATIM");
        assertThat(JSON.readTree(get(other + "/v1/articles/" + id)).at("/id").asText())
                .isEqualTo(id);
        assertThat(JSON.readTree(get(other + "/v1/search?q=Essaouira")).findValuesAsText("id"))
                .contains(id);
        assertThat(JSON.readTree(get(other + "/v1/articles")).at("/total").asInt())
                .isEqualTo(before + 1);
        assertThat(JSON.readTree(get(other + "/v1/agents/anne-roy"))
                        .at("/counts/quotes")
                        .asInt())
                .isEqualTo(1);
        assertThat(tag(other + "/v1/quotes")).isNotEqualTo(tag);

        HttpResponse<String> withdrawn =
                send(HttpRequest.newBuilder(URI.create(other + "/v1/articles/" + id + "?reason=gone"))
                        .header("Authorization", "Bearer " + IdentityProvider.editor("bob"))
                        .DELETE());
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(204);
        Thread.sleep(Duration.ofSeconds(2).toMillis());
        assertThat(send(HttpRequest.newBuilder(URI.create(one + "/v1/articles/" + id)))
                        .statusCode())
                .isEqualTo(410);
        assertThat(verdict(one)).isEqualTo("NOT_FOUND");
    }

    private Map<String, String> database() {
        Map<String, String> database = TestDatabase.create(folder.resolve("data"));
        databases.add(database);
        return database;
    }

    private Packaged start(Map<String, String> database) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(database);
        Packaged service = Packaged.start(
                folder.resolve("log" + services.size()),
                all.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toList());
        services.add(service);
        return service;
    }

    private String verdict(String address) throws IOException, InterruptedException {
        return JSON.readTree(get(address + "/v1/quote-verifications?text="
                        + CLAIM.replace(" ", "%20").replace("é", "%C3%A9")))
                .at("/verdict")
                .asText();
    }

    private long version(String address) throws IOException, InterruptedException {
        JsonNode scope = JSON.readTree(get(address + "/v1/search?q=port")).at("/scope");
        assertThat(scope.isMissingNode()).isFalse();
        return scope.at("/datasetVersion").asLong();
    }

    private String tag(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address)))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private String get(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address)));
        assertThat(answer.statusCode()).as(address + ": " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
