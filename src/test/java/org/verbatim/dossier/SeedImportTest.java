package org.verbatim.dossier;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbatim.agent.AgentEntity;
import org.verbatim.agent.AgentRepository;
import org.verbatim.article.WithdrawalEntity;
import org.verbatim.dataset.Availability;
import org.verbatim.dataset.BulkWriting;
import org.verbatim.dataset.Dataset;
import org.verbatim.funding.FundingFactRepository;
import org.verbatim.meeting.MeetingRepository;
import org.verbatim.quote.QuoteRepository;
import org.verbatim.text.SourceText;

/** Folders of articles as people have them. It changes what is held, so it runs on data of its own. */
@QuarkusTest
@TestProfile(SeedImportTest.OwnData.class)
class SeedImportTest {

    private static final String FUND = "d5de80af24a298a5";
    private static final String VISIT = "fbf5bc84079181b5";

    public static class OwnData implements QuarkusTestProfile {}

    @Inject
    DossierImporter importer;

    @Inject
    BulkWriting writing;

    @Inject
    Annotator annotator;

    @Inject
    ExtractorVersion extractor;

    @Inject
    Availability database;

    @Inject
    EntityManager entities;

    @Inject
    Dataset dataset;

    @Inject
    AgentRepository agentRepository;

    @Inject
    QuoteRepository quotes;

    @Inject
    FundingFactRepository fundingFacts;

    @Inject
    MeetingRepository meetings;

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheSeeds() throws IOException {
        for (String file : new String[] {"000_" + VISIT, "003_" + FUND}) {
            Files.copy(Path.of("seeds", file + ".txt"), folder.resolve(file + ".txt"));
            Files.copy(Path.of("seeds", file + ".json"), folder.resolve(file + ".json"));
        }
        importFolder();
    }

    @Test
    void importingWhatIsThereChangesNothing() {
        Dataset.State before = dataset.current();
        String tag = when().get("/v1/quotes").header("ETag");
        importFolder();
        assertThat(dataset.current()).isEqualTo(before);
        assertThat(when().get("/v1/quotes").header("ETag")).isEqualTo(tag);
    }

    @Test
    void aChangedDossierChangesItsRecords() throws IOException {
        Dataset.State before = dataset.current();
        edit("003_" + FUND, "\"fund\": \"Fonds de Résilience\"", "\"fund\": \"Resilience Fund\"");
        edit("003_" + FUND, "\"otherNames\": [\n        \"OIM\"", "\"otherNames\": [\n        \"IOM\"");
        importFolder();
        assertThat(dataset.current().version()).isEqualTo(before.version() + 1);
        when().get("/v1/funding-facts/" + FUND + ".f593").then().body("fund", is("Resilience Fund"));
        when().get("/v1/agents/oim").then().body("otherNames", hasItems("IOM", "OIM"));
    }

    @Test
    void whatAProgramFoundSaysSo() throws IOException {
        for (String key : new String[] {"\"form\": \"DIRECT\"", "\"kind\": \"TARGET\"", "\"kind\": \"CONFERENCE\""}) {
            edit("003_" + FUND, key, key + ", \"extraction\": {\"rule\": \"fr.test\", \"confidence\": \"MEDIUM\"}");
        }
        edit("003_" + FUND, "\"form\": \"MIXED\"", "\"form\": \"MIXED\", \"reviewStatus\": \"CORRECTED\"");
        importFolder();
        for (String kind : new String[] {"quotes", "funding-facts", "meetings"}) {
            when().get("/v1/%s?reviewStatus=EXTRACTED&article=%s".formatted(kind, FUND))
                    .then()
                    .body("total", is(1))
                    .body("items[0].extraction", is(Map.of("rule", "fr.test", "confidence", "MEDIUM")));
            when().get("/v1/%s?reviewStatus=CONFIRMED&article=%s".formatted(kind, VISIT))
                    .then()
                    .body("items.extraction", everyItem(nullValue()));
        }
        when().get("/v1/quotes?reviewStatus=CORRECTED").then().body("total", is(1));
    }

    /** What is stored, written down again, is what was read. */
    @Test
    void whatIsStoredCanBeWrittenAsItWasRead() throws Exception {
        edit("003_" + FUND, "\"form\": \"MIXED\"", "\"form\": \"MIXED\", \"reviewStatus\": \"CORRECTED\"");
        importFolder();
        byte[] text = Files.readAllBytes(folder.resolve("003_" + FUND + ".txt"));
        Dossier read = DossierReader.read(Files.readAllBytes(folder.resolve("003_" + FUND + ".json")));
        Dossier written = QuarkusTransaction.requiringNew()
                .call(() -> new Dossier(
                        read.article(),
                        read.agents(),
                        quotes.list("article.id", FUND).stream().map(Parts::of).toList(),
                        fundingFacts.list("article.id", FUND).stream()
                                .map(Parts::of)
                                .toList(),
                        meetings.list("article.id", FUND).stream()
                                .map(Parts::of)
                                .toList()));
        Dossier again = DossierReader.read(new ObjectMapper().writeValueAsBytes(written));
        assertThat(again).isEqualTo(written);
        DossierCheck.Result first = check(read, text);
        DossierCheck.Result second = check(written, text);
        assertThat(second.faults()).isEmpty();
        Map<String, AgentEntity> agents = QuarkusTransaction.requiringNew()
                .call(() ->
                        agentRepository.streamAll().collect(Collectors.toMap(AgentEntity::id, Function.identity())));
        assertThat(contents(second, agents)).containsExactlyInAnyOrderElementsOf(contents(first, agents));
    }

    private static DossierCheck.Result check(Dossier dossier, byte[] text) {
        return DossierCheck.check(
                dossier, "0", FUND, Sha256.of(text), SourceText.of(new String(text, StandardCharsets.UTF_8)));
    }

    private static List<Object> contents(DossierCheck.Result result, Map<String, AgentEntity> agents) {
        return Stream.of(result.quotes(), result.fundingFacts(), result.meetings())
                .flatMap(List::stream)
                .<Object>map(record -> List.of(
                        record.id(),
                        record.content().apply(agents),
                        record.alsoReportedIn(),
                        record.reviewStatus(),
                        Optional.ofNullable(record.extraction())))
                .toList();
    }

    @Test
    void whatIsRejectedInItsDossierIsHeldButNotServed() throws IOException {
        edit("003_" + FUND, "\"form\": \"MIXED\"", "\"form\": \"MIXED\", \"reviewStatus\": \"REJECTED\"");
        importFolder();
        when().get("/v1/quotes/" + FUND + ".q1053")
                .then()
                .statusCode(410)
                .body("detail", containsString("its dossier says that it is wrong"));
        when().get("/v1/quotes").then().body("items.id", not(hasItems(FUND + ".q1053")));
        edit("003_" + FUND, "\"form\": \"MIXED\", \"reviewStatus\": \"REJECTED\"", "\"form\": \"MIXED\"");
        importFolder();
        when().get("/v1/quotes/" + FUND + ".q1053").then().statusCode(200);
    }

    @Test
    void aRecordThatLeavesItsDossierIsWithdrawnAndMayComeBack() throws IOException {
        String dossier = Files.readString(folder.resolve("003_" + FUND + ".json"));
        int meetings = dossier.indexOf("\"meetings\": [");
        Files.writeString(
                folder.resolve("003_" + FUND + ".json"), dossier.substring(0, meetings) + "\"meetings\": []\n}\n");
        edit("000_" + VISIT, ",\n      \"alsoReportedIn\": [\n        \"" + FUND + ".m2420\"\n      ]", "");
        importFolder();
        when().get("/v1/meetings/" + FUND + ".m2420")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems#withdrawn"))
                .body("detail", containsString("The dossier of its article has it no more."));
        when().get("/v1/meetings/" + VISIT + ".m1265").then().body("alsoReportedIn", empty());

        Files.writeString(folder.resolve("003_" + FUND + ".json"), dossier);
        importFolder();
        when().get("/v1/meetings/" + FUND + ".m2420").then().statusCode(200);
    }

    @Test
    void anArticleThatSaysNothingIsServedWithoutRecords() throws IOException {
        Files.writeString(folder.resolve("plain-1.txt"), "Un texte, et rien de plus. 😀\n");
        importFolder();
        when().get("/v1/articles/plain-1")
                .then()
                .statusCode(200)
                .body("lengthCodePoints", is(29))
                .body("counts.quotes", is(0));
        when().get("/v1/articles/plain-1/text").then().body(is("Un texte, et rien de plus. 😀\n"));
    }

    @Test
    void anArticleWithoutADossierIsExtractedOnce() throws IOException {
        Files.writeString(
                folder.resolve("plain-2.txt"),
                "Le port de Dakhla\n\nAnne Roy a déclaré : « Nous ouvrirons le port au mois de mars. »\n");
        importFolder();
        when().get("/v1/quotes?article=plain-2")
                .then()
                .body("total", is(1))
                .body("items[0].text", containsString("Nous ouvrirons le port au mois de mars"))
                .body("items[0].speaker.name", is("Anne Roy"))
                .body("items[0].reviewStatus", is("EXTRACTED"))
                .body("items[0].extraction.rule", not(nullValue()));
        Dataset.State before = dataset.current();
        importFolder();
        assertThat(dataset.current()).isEqualTo(before);

        QuarkusTransaction.requiringNew().run(() -> {
            entities.createQuery("update Article a set a.extractor = 'another' where a.id = 'plain-2'")
                    .executeUpdate();
            importer.setSeeds("of another extractor");
        });
        importFolder();
        assertThat(dataset.current().version()).isEqualTo(before.version() + 1);
        when().get("/v1/quotes?article=plain-2").then().body("total", is(1));
    }

    @Test
    void filesThatAreAsTheyWereAreNotReadAgain() throws IOException {
        importFolder();
        Path file = folder.resolve("003_" + FUND + ".json");
        FileTime then = Files.getLastModifiedTime(file);
        edit("003_" + FUND, "\"fund\": \"Fonds de Résilience\"", "\"fund\": \"Fonds de résilience\"");
        Files.setLastModifiedTime(file, then);
        Dataset.State before = dataset.current();
        importFolder();
        assertThat(dataset.current()).isEqualTo(before);
        Files.setLastModifiedTime(file, FileTime.from(then.toInstant().plusSeconds(1)));
        importFolder();
        assertThat(dataset.current().version()).isEqualTo(before.version() + 1);
        when().get("/v1/funding-facts/" + FUND + ".f593").then().body("fund", is("Fonds de résilience"));
    }

    /** More than are read, or stored, at once; the same agent is in all of them. */
    @Test
    void manyArticlesAreFewChanges() throws IOException {
        Dataset.State before = dataset.current();
        for (int i = 0; i < 250; i++) {
            String id = "many-%03d".formatted(i);
            String name = i % 2 == 0 ? "Berthe Roux" : "B. Roux";
            String text = name + " a rencontré Max Brun.\n";
            Files.writeString(folder.resolve(id + ".txt"), text);
            Files.writeString(folder.resolve(id + ".json"), """
                    {"article": {"id": "%s", "sha256": "%s", "inLanguage": "fr"},
                     "agents": [{"id": "berthe-roux", "type": "Person", "name": "%s"},
                                {"id": "max-%s", "type": "Person", "name": "Max Brun"}],
                     "quotes": [], "fundingFacts": [],
                     "meetings": [{"kind": "BILATERAL", "status": "HELD", "evidence": [{"exact": "%s a rencontré Max Brun"}],
                                   "attendees": [{"agent": "berthe-roux", "asNamed": {"exact": "%s"}}],
                                   "alsoReportedIn": ["many-%03d.m0"]}]}
                    """.formatted(
                            id, Sha256.of(text.getBytes(StandardCharsets.UTF_8)), name, id, name, name, (i + 1) % 250));
        }
        importFolder();
        assertThat(dataset.current().version()).isEqualTo(before.version() + 3);
        when().get("/v1/meetings?attendee=berthe-roux&limit=1")
                .then()
                .body("total", is(250))
                .body("items[0].alsoReportedIn[0].id", is("many-001.m0"));
        when().get("/v1/agents/berthe-roux")
                .then()
                .body("name", is("Berthe Roux"))
                .body("otherNames", contains("B. Roux"));
        when().get("/v1/agents/max-many-119").then().body("name", is("Max Brun"));
        importFolder();
        assertThat(dataset.current().version()).isEqualTo(before.version() + 3);

        // The first of them by its id, in which she has another name, comes last.
        String text = "Berthe-Marie Roux a rencontré Max Brun.\n";
        Files.writeString(folder.resolve("aa.txt"), text);
        Files.writeString(folder.resolve("aa.json"), """
                {"article": {"id": "aa", "sha256": "%s", "inLanguage": "fr"}, "quotes": [], "fundingFacts": [], "meetings": [],
                 "agents": [{"id": "berthe-roux", "type": "Person", "name": "Berthe-Marie Roux"}]}
                """.formatted(Sha256.of(text.getBytes(StandardCharsets.UTF_8))));
        importFolder();
        when().get("/v1/agents/berthe-roux")
                .then()
                .body("name", is("Berthe-Marie Roux"))
                .body("otherNames", contains("B. Roux", "Berthe Roux"));

        // It says nothing of her any more, and the others what they have always said.
        edit(
                "aa",
                "\"berthe-roux\", \"type\": \"Person\", \"name\": \"Berthe-Marie Roux\"",
                "\"max-brun\", \"type\": \"Person\", \"name\": \"Max Brun\"");
        importFolder();
        when().get("/v1/agents/berthe-roux")
                .then()
                .body("name", is("Berthe Roux"))
                .body("otherNames", contains("B. Roux"));
        when().get("/v1/agents?q=marie").then().body("total", is(0));
    }

    @Test
    void whoeverWroteADossierIsNotOverruledByAProgram() throws IOException {
        Files.delete(folder.resolve("003_" + FUND + ".json"));
        Dataset.State before = dataset.current();
        importFolder();
        assertThat(dataset.current()).isEqualTo(before);
        when().get("/v1/quotes?article=" + FUND).then().body("items.reviewStatus", everyItem(is("CONFIRMED")));
    }

    @Test
    void whatEndsHalfwayIsLookedAtAgain() throws IOException {
        assertThat(importer.seeds()).isNotNull();
        Files.writeString(folder.resolve("plain.txt"), "« C'est vrai », a déclaré Anne Roy.\n");
        Annotator failing = (article, text) -> {
            throw new AssertionError("the process is killed");
        };
        assertThat(catchThrowable(() -> importFolder(failing))).isNotNull();
        assertThat(importer.seeds()).isNull();
    }

    /** What a program fails at once it may not fail at again. */
    @Test
    void whatCouldNotBeExtractedIsTriedAgain() throws IOException {
        Files.writeString(folder.resolve("plain-3.txt"), "« C'est vrai », a déclaré Anne Roy.\n");
        Annotator failing = (article, text) -> {
            throw new IllegalStateException("it fails at this one");
        };
        importFolder(failing);
        when().get("/v1/articles/plain-3").then().statusCode(200).body("counts.quotes", is(0));
        assertThat(importer.seeds()).isNull();
        importFolder(failing);
        assertThat(importer.seeds()).isNull();
        importFolder();
        when().get("/v1/articles/plain-3").then().body("counts.quotes", is(1));
        assertThat(importer.seeds()).isNotNull();
    }

    /** Somebody else has the lock for too long: no fault of the article. */
    @Test
    void anArticleIsNotStoredEmptyBecauseOfTheDatabase() throws IOException {
        Files.writeString(folder.resolve("plain-4.txt"), "« C'est vrai », a déclaré Anne Roy.\n");
        QuarkusTransaction.requiringNew().run(() -> {
            dataset.lock();
            assertThat(CompletableFuture.runAsync(this::importFolder)).failsWithin(Duration.ofMinutes(1));
        });
        when().get("/v1/articles/plain-4").then().statusCode(404);
        assertThat(importer.seeds()).isNull();
        Annotator without = (article, text) -> {
            throw new IllegalStateException(new SQLException("it is gone", "40001"));
        };
        assertThat(catchThrowable(() -> importFolder(without))).hasRootCauseInstanceOf(SQLException.class);
        when().get("/v1/articles/plain-4").then().statusCode(404);
        importFolder();
        when().get("/v1/articles/plain-4").then().body("counts.quotes", is(1));
    }

    /** After a public export was put back it is known that an article was withdrawn, and nothing else of it. */
    @Test
    void whatWasWithdrawnDoesNotComeBackWhereNothingWasKeptOfIt() throws IOException {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.persist(new WithdrawalEntity("away", "It was a hoax.", Instant.EPOCH, null)));
        String text = "Anne Roy a rencontré Paul Roy.\n";
        Files.writeString(folder.resolve("away.txt"), text);
        Files.writeString(folder.resolve("away.json"), """
                {"article": {"id": "away", "sha256": "%s", "inLanguage": "fr"},
                 "agents": [], "quotes": [], "fundingFacts": [], "meetings": []}
                """.formatted(Sha256.of(text.getBytes(StandardCharsets.UTF_8))));
        importFolder();
        when().get("/v1/articles/away").then().statusCode(410).body("detail", containsString("It was a hoax."));
        when().get("/v1/articles").then().body("items.id", not(hasItems("away")));
    }

    @Test
    void recordsThatBeginInTheSamePlaceHaveTheirOrdinal() throws IOException {
        String text = "Anne Roy a rencontré Paul Roy et Jean Roy.\n";
        Files.writeString(folder.resolve("twice.txt"), text);
        String meeting = """
                {"kind": "BILATERAL", "status": "HELD", "attendees": [{"agent": "%s", "asNamed": {"exact": "%s"}}],
                 "evidence": [{"exact": "Anne Roy a rencontré Paul Roy et Jean Roy"}]}""";
        Files.writeString(folder.resolve("twice.json"), """
                {"article": {"id": "twice", "sha256": "%s", "inLanguage": "fr"},
                 "agents": [{"id": "paul-roy", "type": "Person", "name": "Paul Roy"},
                            {"id": "jean-roy", "type": "Person", "name": "Jean Roy"}],
                 "quotes": [], "fundingFacts": [], "meetings": [%s, %s]}""".formatted(
                        Sha256.of(text.getBytes(StandardCharsets.UTF_8)),
                        meeting.formatted("paul-roy", "Paul Roy"),
                        meeting.formatted("jean-roy", "Jean Roy")));
        importFolder();
        when().get("/v1/meetings?article=twice").then().body("items.id", contains("twice.m0", "twice.m0-2"));
        when().get("/v1/meetings/twice.m0-2").then().body("attendees.agent.id", contains("jean-roy"));
    }

    /** On every database, whatever it takes for the order of a language. */
    @Test
    void namesAreInTheOrderOfTheirCodePoints() throws IOException {
        List<String> names = List.of("zèbre", "Zoé Roy", "Élan", "anne", "_x", "Ana", "œuvre", "Ａ");
        String text = "Rien.\n";
        Files.writeString(folder.resolve("names.txt"), text);
        Files.writeString(folder.resolve("names.json"), """
                {"article": {"id": "names", "sha256": "%s", "inLanguage": "fr"}, "agents": [%s],
                 "quotes": [], "fundingFacts": [], "meetings": []}""".formatted(
                        Sha256.of(text.getBytes(StandardCharsets.UTF_8)),
                        IntStream.range(0, names.size())
                                .mapToObj(i -> "{\"id\": \"name-%d\", \"type\": \"Person\", \"name\": \"%s\"}"
                                        .formatted(i, names.get(i)))
                                .collect(Collectors.joining(", "))));
        importFolder();
        List<String> all = when().get("/v1/agents?format=ndjson")
                .asString()
                .lines()
                .map(agent -> JsonPath.from(agent).getString("name"))
                .toList();
        assertThat(all).containsAll(names).isSorted();
    }

    /** As a cursor has both a name and an id in it. */
    @Test
    void aNameMayHaveSeveralLines() throws IOException {
        String text = "Rien de plus.\n";
        Files.writeString(folder.resolve("lines.txt"), text);
        Files.writeString(
                folder.resolve("lines.json"), """
                {"article": {"id": "lines", "sha256": "%s", "inLanguage": "fr"},
                 "agents": [{"id": "lines", "type": "Person", "name": "\\nAa\\nBb"}],
                 "quotes": [], "fundingFacts": [], "meetings": []}""".formatted(Sha256.of(text.getBytes(StandardCharsets.UTF_8))));
        importFolder();
        JsonPath first = when().get("/v1/agents?limit=1").jsonPath();
        assertThat(first.getString("items[0].id")).isEqualTo("lines");
        List<String> all = when().get("/v1/agents?limit=100").path("items.id");
        given().urlEncodingEnabled(false)
                .get(first.getString("links.next"))
                .then()
                .statusCode(200)
                .body("items[0].id", is(all.get(1)));
    }

    @Test
    void whatDoesNotHoldStopsTheStartAndChangesNothing() throws IOException {
        Dataset.State before = dataset.current();
        edit("003_" + FUND, "\"fund\": \"Fonds de Résilience\"", "\"fund\": \"Resilience Fund\"");
        edit("000_" + VISIT, "\"start\": 765", "\"start\": 764");
        assertThat(stopped())
                .contains("000_" + VISIT + ".json /quotes/1/segments/0: expected “Le Maroc, pays champion")
                .contains("found ");
        assertThat(dataset.current()).isEqualTo(before);
        when().get("/v1/funding-facts/" + FUND + ".f593").then().body("fund", not(is("Resilience Fund")));
    }

    @Test
    void anArticleNeverChanges() throws IOException {
        edit("003_" + FUND + ".txt", "ALDAR", "RADAR");
        assertThat(stopped()).contains("003_" + FUND + ".txt").contains("an article never changes");
    }

    @Test
    void theFolderItselfMustHold() throws IOException {
        Files.writeString(folder.resolve("READ ME.txt"), "?");
        Files.writeString(folder.resolve("orphan.json"), "{}");
        Files.writeString(folder.resolve("004_" + FUND + ".txt"), "?");
        Files.write(folder.resolve("latin.txt"), "été".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(stopped())
                .contains("READ ME.txt the whole file: expected a name such as")
                .contains("orphan.json the whole file: expected an article orphan.txt beside it")
                .contains("expected an id of its own")
                .contains("latin.txt the whole file: expected UTF-8");
    }

    @Test
    void anAgentHasOneType() throws IOException {
        edit(
                "003_" + FUND,
                "\"id\": \"maroc\",\n      \"type\": \"Organization\"",
                "\"id\": \"maroc\",\n      \"type\": \"Group\"");
        assertThat(stopped()).contains("/agents/2/type: expected Organization, as other articles have “maroc”");
    }

    @Test
    void aRecordSaidToBeElsewhereMustBeThere() throws IOException {
        edit("003_" + FUND, VISIT + ".f3477", VISIT + ".f3478");
        edit("000_" + VISIT, "\"publisher\": null", "\"publisher\": \"X\"");
        assertThat(stopped())
                .contains("/fundingFacts/0/alsoReportedIn: expected the id of a record that article " + VISIT);
    }

    private String stopped() {
        Throwable stop = catchThrowable(this::importFolder);
        assertThat(stop).isInstanceOf(ConfigurationException.class);
        return stop.getMessage();
    }

    private void importFolder() {
        importFolder(annotator);
    }

    private void importFolder(Annotator annotator) {
        new SeedImport(() -> Optional.of(folder), importer, writing, annotator, extractor, database, Clock.systemUTC())
                .importSeeds(new StartupEvent());
    }

    private void edit(String file, String right, String wrong) throws IOException {
        Path path = folder.resolve(file.endsWith(".txt") ? file : file + ".json");
        String content = Files.readString(path);
        assertThat(content).contains(right);
        Files.writeString(path, content.replace(right, wrong));
    }
}
