package org.verbatim.backup;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbatim.IdentityProvider;
import org.verbatim.article.ArticleEntity;
import org.verbatim.article.ArticleRepository;
import org.verbatim.dataset.Dataset;
import org.verbatim.dossier.DossierImporter;
import org.verbatim.dossier.DossierMaker;
import org.verbatim.dossier.Sha256;
import org.verbatim.review.Decision;
import org.verbatim.text.SourceText;

/** Export, restore and export again: the same bytes. On data of its own. */
@QuarkusTest
@TestProfile(RestoreTest.OwnData.class)
@WithTestResource(IdentityProvider.class)
class RestoreTest {

    private static final int TRIES = 8;

    private static final List<Decision> DECISIONS = List.of(Decision.values());

    private static final ObjectMapper JSON = new ObjectMapper();

    public static class OwnData implements QuarkusTestProfile {}

    @Inject
    Export export;

    @Inject
    Restore restore;

    @Inject
    DossierImporter importer;

    @Inject
    ArticleRepository articles;

    @Inject
    Dataset dataset;

    @Inject
    EntityManager entities;

    @TempDir
    Path folder;

    /** What was done, so that it is sure that something was. */
    private final Map<Decision, Integer> decided = new EnumMap<>(Decision.class);

    @Test
    void whatIsThereAtFirst() throws IOException {
        assertThat(exported(true)).isNotEmpty();
        importer.setSeeds("of the seeds as they were imported");
        roundTrip();
        String digest = QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery("select s.digest from SeedFolder s", String.class)
                        .getSingleResultOrNull());
        assertThat(digest).isNull();
    }

    @Test
    void whateverEditorsHaveDone() {
        JqwikSession.run(() -> Arbitraries.longs().generator(TRIES).stream(new Random(20261126))
                .limit(TRIES)
                .forEach(seed -> {
                    Random random = new Random(seed.value());
                    int articles = 2 + random.nextInt(4);
                    for (int i = 0; i < articles; i++) {
                        String id = add(random);
                        decideOnSome("quotes", id, random);
                        decideOnSome("funding-facts", id, random);
                        decideOnSome("meetings", id, random);
                        if (random.nextInt(4) == 0) {
                            editor().queryParam("reason", "« Retiré » le " + random.nextInt(31))
                                    .delete("/v1/articles/" + id)
                                    .then()
                                    .statusCode(204);
                        }
                    }
                    try {
                        roundTrip();
                    } catch (IOException e) {
                        throw new IllegalStateException("seed " + seed.value(), e);
                    }
                }));
        assertThat(decided).containsOnlyKeys(Decision.values());
        assertThat(decided.values()).allMatch(times -> times > 3);
    }

    private void roundTrip() throws IOException {
        byte[] everything = exported(true);
        byte[] open = exported(false);
        Map<String, String> served = served();

        clear();
        restore.restore(Files.write(folder.resolve("everything"), everything));
        assertThat(new String(exported(true), StandardCharsets.UTF_8)).isEqualTo(string(everything));
        assertThat(new String(exported(false), StandardCharsets.UTF_8)).isEqualTo(string(open));
        assertThat(served()).isEqualTo(served);

        clear();
        restore.restore(Files.write(folder.resolve("open"), open));
        assertThat(new String(exported(false), StandardCharsets.UTF_8)).isEqualTo(string(open));
        assertThat(served()).isEqualTo(served);

        clear();
        restore.restore(Files.write(folder.resolve("everything"), everything));
    }

    /** As articles were held before a program could write one. */
    @Test
    void anArticleThatNeverHadADossier() throws IOException {
        QuarkusTransaction.requiringNew().run(() -> {
            byte[] text = "Un texte.".getBytes(StandardCharsets.UTF_8);
            articles.persist(new ArticleEntity(
                    "bare", Sha256.of(text), SourceText.of(string(text)), Instant.parse("2026-11-26T01:18:00Z")));
            dataset.changed(Set.of("bare"));
        });
        byte[] everything = exported(true);
        assertThat(string(everything)).contains("{\"id\":\"bare\"");
        clear();
        restore.restore(Files.write(folder.resolve("everything"), everything));
        assertThat(string(exported(true))).isEqualTo(string(everything));
    }

    /** The file is as it would be had nothing happened during it, but after it. */
    @Test
    void whatHappensDuringTheExportIsInIt() throws IOException {
        String corrected = add(new Random(1));
        String withdrawn = add(new Random(2));
        List<String> added = new ArrayList<>();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        export.write(true, new OutputStream() {
            private boolean started;

            @Override
            public void write(int b) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] line) {
                written.writeBytes(line);
                if (!started) {
                    started = true;
                    decide("quotes", when().get("/v1/quotes?limit=1").path("items[0].id"), Decision.CONFIRMED);
                    editor().delete("/v1/articles/%s?reason=away".formatted(withdrawn));
                    // More than are read at once, so that they are followed up in more than one step.
                    for (int i = 0; i < 25; i++) {
                        added.add(add(new Random(100 + i)));
                    }
                }
            }
        });
        assertThat(string(written.toByteArray())).contains("\"" + corrected + "\"", "\"" + added.get(24) + "\"");
        assertThat(last(written.toByteArray())).isEqualTo(last(exported(true)));

        clear();
        restore.restore(Files.write(folder.resolve("during"), written.toByteArray()));
        assertThat(last(written.toByteArray())).isEqualTo(last(exported(true)));
    }

    @Test
    void whatDoesNotHoldIsNamedByLineAndNothingIsPutBack() throws IOException {
        add(new Random(3));
        String everything = string(exported(true));
        List<String> lines = List.of(everything.split("\n", -1));
        clear();
        assertThat(refusal(everything.substring(0, everything.indexOf("{\"complete\""))))
                .contains("line %d: expected a last line that says that it is complete".formatted(lines.size() - 2));
        assertThat(refusal(everything.replaceFirst("\"agents\":", "\"agent\":")))
                .contains("line 1, /agent: expected one of the keys ");
        assertThat(refusal(everything
                        .replaceFirst("\"agents\":\\[", "\"agents\":[null,")
                        .replaceFirst("\"quotes\":\\[", "\"quotes\":[null,")))
                .contains("line 1, /agents/0: expected something, found null", ", /quotes/0: expected something");
        assertThat(refusal(everything.replaceFirst("\"addedAt\":\"[^\"]*\"", "\"addedAt\":\"yesterday\"")))
                .contains("line 1, /addedAt: expected a moment");
        assertThat(refusal(everything.replaceFirst("\"text\":\"", "\"text\":\"x")))
                .contains("line 1, /article/sha256: expected ");
        assertThat(refusal(everything.replaceFirst(
                        "(\"extractor\":\"[^\"]*\",)?\"article\":",
                        "\"extractor\":\"%s\",\"article\":".formatted("x".repeat(65)))))
                .contains("line 1, /extractor: expected at most 64 characters, found 65");
        assertThat(refusal("no JSON\n" + everything)).contains("line 1: expected JSON");
        assertThat(refusal(everything + "{}\n")).contains("nothing behind the line that says that it is complete");
        assertThat(string(exported(true))).isEqualTo("{\"complete\":true,\"lines\":0}\n");
        restore.restore(Files.writeString(folder.resolve("right"), everything));
        assertThat(string(exported(true))).isEqualTo(everything);
    }

    @Test
    void whatIsHeldIsNotLost() throws IOException {
        byte[] before = exported(true);
        String more = add(new Random(4));
        assertThat(refusal(string(before)))
                .contains("The database has more than")
                .contains(more);
        assertThat(string(exported(true))).contains(more);
    }

    private String refusal(String file) throws IOException {
        Path path = Files.writeString(folder.resolve("refused"), file);
        List<String> message = new ArrayList<>();
        assertThatThrownBy(() -> restore.restore(path))
                .isInstanceOf(ConfigurationException.class)
                .satisfies(e -> message.add(e.getMessage()));
        return message.get(0);
    }

    // --- What editors do ------------------------------------------------------------------------------------------

    private String add(Random random) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (random.nextInt(3) == 0) {
            body.put(
                    "text",
                    "Le quai %d est ouvert. « C’est vrai », a déclaré Anne Roy, ministre."
                            .formatted(random.nextLong()));
            body.put("headline", "Ein Titel, der nirgends steht");
        } else {
            DossierMaker.Made made = new DossierMaker(random).dossier();
            body.putAll(JSON.convertValue(made.dossier(), new TypeReference<Map<String, Object>>() {}));
            body.put("text", made.text().toString());
        }
        return editor().body(body)
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void decideOnSome(String kind, String article, Random random) {
        List<String> ids =
                when().get("/v1/%s?article=%s".formatted(kind, article)).path("items.id");
        for (String id : ids) {
            for (int i = random.nextInt(3); i > 0; i--) {
                decide(kind, id, DECISIONS.get(random.nextInt(DECISIONS.size())));
            }
        }
    }

    private void decide(String kind, String id, Decision decision) {
        String address = "/v1/%s/%s/review".formatted(kind, id);
        Response review = editor().get(address);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", decision.name());
        body.put("reason", "« Vu » \n par 😀");
        if (decision == Decision.CORRECTED) {
            body.put("record", corrected(kind, review));
        }
        Response answer =
                editor().header("If-Match", review.header("ETag")).body(body).put(address);
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 422);
        if (answer.statusCode() == 200) {
            decided.merge(decision, 1, Integer::sum);
        }
    }

    /** Something else than there is. */
    private static JsonNode corrected(String kind, Response review) {
        try {
            ObjectNode record = (ObjectNode) JSON.readTree(review.asByteArray()).path("record");
            switch (kind) {
                case "quotes" -> {
                    if (record.remove("cue") == null) {
                        ObjectNode cue = record.path("segments").get(0).deepCopy();
                        cue.remove("verbatim");
                        record.set("cue", cue);
                    }
                }
                case "funding-facts" -> record.put("fund", record.path("fund").asText() + " II");
                default -> record.put("status", record.path("status").asText().equals("HELD") ? "PLANNED" : "HELD");
            }
            return record;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RequestSpecification editor() {
        return given().header("Authorization", "Bearer " + IdentityProvider.editor("alice"))
                .contentType("application/json");
    }

    // --- What there is --------------------------------------------------------------------------------------------

    private byte[] exported(boolean everything) {
        ByteArrayOutputStream into = new ByteArrayOutputStream();
        try {
            export.write(everything, into);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return into.toByteArray();
    }

    /** What everybody sees of it, by address. */
    private static Map<String, String> served() {
        Map<String, String> served = new LinkedHashMap<>();
        for (String list : List.of("articles", "quotes", "funding-facts", "meetings", "agents")) {
            served.put(list, when().get("/v1/%s?format=ndjson".formatted(list)).asString());
            served.put(list + " ?q", when().get("/v1/%s?q=quai".formatted(list)).asString());
        }
        return served;
    }

    /** For each article the line that counts. */
    private static Map<String, String> last(byte[] export) throws IOException {
        Map<String, String> last = new TreeMap<>();
        for (String line : string(export).split("\n", -1)) {
            if (!line.isEmpty() && !line.startsWith("{\"complete\"")) {
                last.put(JSON.readTree(line).path("id").asText(), line);
            }
        }
        return last;
    }

    private static String string(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void clear() {
        QuarkusTransaction.requiringNew().run(() -> {
            Set<String> changed = new HashSet<>();
            articles.listAll().forEach(article -> changed.addAll(importer.forget(article)));
            dataset.changed(changed);
            for (String entity : List.of("WithdrawnArticle", "Withdrawal", "Revision")) {
                entities.createQuery("delete from " + entity).executeUpdate();
            }
        });
    }
}
