package org.verbatim.review;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbatim.IdentityProvider;
import org.verbatim.Uncoded;

/** What editors do to records, and what becomes of them. It changes what is held, so it runs on data of its own. */
@QuarkusTest
@TestProfile(ReviewTest.OwnData.class)
@WithTestResource(IdentityProvider.class)
class ReviewTest {

    public static class OwnData implements QuarkusTestProfile {}

    private static final String FUND = "d5de80af24a298a5";
    private static final String VISIT = "fbf5bc84079181b5";

    private static final String CONFIRMED = "{\"status\": \"CONFIRMED\"}";
    private static final String REJECTED = "{\"status\": \"REJECTED\", \"reason\": \"Nobody said so.\"}";

    // --- Confirming -----------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/quotes/" + FUND + ".q346",
                "/v1/funding-facts/" + FUND + ".f442",
                "/v1/meetings/" + FUND + ".m2420"
            })
    void confirmingIsKeptAndSeenAtOnce(String record) {
        String before = when().get(record).header("ETag");
        String list = record.substring(0, record.lastIndexOf('/'));
        String listBefore = when().get(list).header("ETag");
        when().get(record + "/revisions").then().statusCode(200).body("total", is(0));
        editor("alice")
                .header("If-Match", before)
                .body(CONFIRMED)
                .put(record + "/review")
                .then()
                .statusCode(200)
                .header("ETag", nullValue())
                .body("status", is("CONFIRMED"))
                .body("reviewedBy", is("alice"))
                .body("reason", nullValue());
        Response after = when().get(record);
        assertThat(after.<String>path("reviewStatus")).isEqualTo("CONFIRMED");
        assertThat(after.<String>path("reviewedAt")).isNotNull();
        assertThat(after.header("ETag")).isNotEqualTo(before);
        assertThat(when().get(list).header("ETag")).isNotEqualTo(listBefore);
        when().get(record + "/revisions")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].number", is(1))
                .body("items[0].editor", is("alice"))
                .body("items[0].decision", is("CONFIRMED"))
                .body("items[0].at", is(after.<String>path("reviewedAt")))
                .body("items[0].before", notNullValue())
                .body("items[0].after.reviewStatus", is("CONFIRMED"));
        given().queryParam("reviewStatus", "CONFIRMED")
                .get(list)
                .then()
                .body("items.url", hasItem(after.<String>path("url")));
        given().queryParam("reviewStatus", "EXTRACTED").get(list).then().body("total", is(0));
    }

    // --- Rejecting ------------------------------------------------------------------------------------------------

    @Test
    void whatIsRejectedIsServedToEditorsWhoAskAndToNobodyElse() {
        String id = VISIT + ".f3477";
        String record = "/v1/funding-facts/" + id;
        String twin = "/v1/funding-facts/" + FUND + ".f442";
        int held = when().get("/v1/funding-facts").path("total");
        int ofArticle = when().get("/v1/articles/" + VISIT).path("counts.fundingFacts");
        int ofAgent = when().get("/v1/agents/maroc").path("counts.fundingFacts");
        when().get(twin).then().body("alsoReportedIn.id", contains(id));
        search("Campagne pour la Résilience").body("items.fundingFact.id.flatten()", hasItem(id));

        decide(record, "alice", REJECTED).statusCode(200).body("status", is("REJECTED"));

        when().get(record)
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems#withdrawn"))
                .body("detail", containsString("Nobody said so."));
        editor("alice").get(record).then().statusCode(410);
        when().get("/v1/funding-facts").then().body("total", is(held - 1)).body("items.id", not(hasItem(id)));
        when().get("/v1/articles/" + VISIT).then().body("counts.fundingFacts", is(ofArticle - 1));
        when().get("/v1/agents/maroc").then().body("counts.fundingFacts", is(ofAgent - 1));
        when().get(twin).then().body("alsoReportedIn", empty());
        search("Campagne pour la Résilience").body("items.fundingFact.id.flatten()", not(hasItem(id)));
        given().queryParam("q", "Campagne pour la Résilience")
                .get("/v1/funding-facts")
                .then()
                .body("items.id", not(hasItem(id)));

        editor("alice")
                .queryParam("reviewStatus", "REJECTED")
                .get("/v1/funding-facts")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("total", is(1))
                .body("items.id", contains(id))
                .body("items.reviewStatus", contains("REJECTED"));
        editor("alice")
                .queryParam("reviewStatus", "REJECTED", "CONFIRMED", "CORRECTED", "EXTRACTED")
                .get("/v1/funding-facts")
                .then()
                .body("total", is(held));
        when().get(record + "/revisions").then().statusCode(410);
        editor("bob")
                .get(record + "/revisions")
                .then()
                .statusCode(200)
                .body("items.reason", contains("Nobody said so."));
        somebody("carol").get(record + "/revisions").then().statusCode(403);

        // And back, with the tag that its review was served with.
        decide(record, "bob", CONFIRMED).statusCode(200);
        when().get(record).then().statusCode(200).body("reviewStatus", is("CONFIRMED"));
        when().get(twin).then().body("alsoReportedIn.id", contains(id));
        when().get("/v1/funding-facts").then().body("total", is(held));
        search("Campagne pour la Résilience").body("items.fundingFact.id.flatten()", hasItem(id));
        when().get(record + "/revisions").then().body("items.decision", contains("REJECTED", "CONFIRMED"));
    }

    @Test
    void whatIsRejectedVerifiesNothing() {
        String record = "/v1/quotes/" + FUND + ".q1753";
        String words =
                "Grâce au soutien du Maroc, l’OIM reste flexible et capable d’intervenir où et quand cela est nécessaire.";
        verify(words).body("verdict", is("VERBATIM")).body("matches[0].quote.id", is(FUND + ".q1753"));
        decide(record, "alice", REJECTED).statusCode(200);
        verify(words)
                .body("verdict", not(is("VERBATIM")))
                .body("matches.quote.id.flatten()", not(hasItem(FUND + ".q1753")));
        decide(record, "alice", CONFIRMED).statusCode(200);
        verify(words).body("verdict", is("VERBATIM"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/quotes", "/v1/funding-facts", "/v1/meetings"})
    void whoeverAsksForWhatWasRejectedIsAnEditor(String list) {
        for (String status : new String[] {"REJECTED", "CONFIRMED"}) {
            given().queryParam("reviewStatus", "REJECTED", status)
                    .get(list)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "Bearer")
                    .contentType("application/problem+json");
        }
        somebody("carol")
                .queryParam("reviewStatus", "REJECTED")
                .get(list)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2("garbage")
                .queryParam("reviewStatus", "REJECTED")
                .get(list)
                .then()
                .statusCode(401);
        editor("alice").queryParam("reviewStatus", "REJECTED").get(list).then().statusCode(200);
        editor("alice")
                .queryParam("reviewStatus", "REJECTED")
                .queryParam("q", "Maroc")
                .get(list)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("reviewStatus"));
        for (String status : new String[] {"CONFIRMED", "CORRECTED", "EXTRACTED"}) {
            given().queryParam("reviewStatus", status)
                    .get(list)
                    .then()
                    .statusCode(200)
                    .body("items.reviewStatus", everyItem(is(status)));
        }
    }

    // --- Correcting -----------------------------------------------------------------------------------------------

    @Test
    void aCorrectedRecordKeepsItsIdThoughItsPlaceMoves() {
        String id = FUND + ".q969";
        String record = "/v1/quotes/" + id;
        List<String> order = when().get("/v1/quotes?limit=100").path("items.id");
        decide(record, "alice", """
                {
                  "status": "CORRECTED",
                  "reason": "The quote is a word shorter.",
                  "record": {
                    "form": "INDIRECT",
                    "speaker": "jane-doe",
                    "segments": [{"exact": "rôle pionnier du Maroc", "verbatim": false}],
                    "attribution": "COREFERENCE"
                  },
                  "agents": [
                    {"id": "jane-doe", "type": "Person", "name": "Jane Doe", "roles": [{"title": "elle", "organization": "oim"}]}
                  ]
                }""")
                .statusCode(200)
                .body("status", is("CORRECTED"))
                .body("record.id", is(id));
        when().get(record)
                .then()
                .statusCode(200)
                .body("id", is(id))
                .body("reviewStatus", is("CORRECTED"))
                .body("text", is("rôle pionnier du Maroc"))
                .body("speaker.name", is("Jane Doe"))
                .body("speaker.roleAsStated", is("elle"))
                .body("segments[0].evidence.selector[0].start", is(972))
                .body("attribution.cue", nullValue());
        assertThat(when().get("/v1/quotes?limit=100").<List<String>>path("items.id"))
                .isEqualTo(order);
        given().queryParam("q", "gouvernance").get("/v1/quotes").then().body("items.id", not(hasItem(id)));
        given().queryParam("q", "pionnier").get("/v1/quotes").then().body("items.id", contains(id));
        given().queryParam("speaker", "Jane Doe").get("/v1/quotes").then().body("items.id", contains(id));
        when().get("/v1/agents/jane-doe").then().statusCode(200).body("counts.quotes", is(1));
        given().queryParam("reviewStatus", "CORRECTED").get("/v1/quotes").then().body("items.id", hasItem(id));
        // Page by page, each once, the moved one included.
        List<String> paged = new ArrayList<>();
        String next = "/v1/quotes?limit=1";
        while (next != null) {
            JsonPath page = when().get(next).jsonPath();
            paged.addAll(page.getList("items.id"));
            next = page.getString("links.next");
        }
        assertThat(paged).isEqualTo(order);
    }

    @Test
    void moneyAndMeetingsAreCorrectedToo() {
        String money = "/v1/funding-facts/" + FUND + ".f593";
        decide(money, "alice", """
                {
                  "status": "CORRECTED",
                  "reason": "The article says dollars, but not whose.",
                  "record": {
                    "kind": "TARGET",
                    "receiver": "oim",
                    "amount": {"status": "STATED", "value": 100000000, "asStated": {"exact": "100 millions de dollars"}},
                    "evidence": [{"exact": "mobiliser 100 millions de dollars"}]
                  }
                }""").statusCode(200);
        when().get(money)
                .then()
                .body("fund", nullValue())
                .body("amount.currency", nullValue())
                .body("amount.value", is(100000000))
                .body("amount.currencyStatus", is("NOT_STATED"));
        String meeting = "/v1/meetings/" + VISIT + ".m2791";
        decide(meeting, "bob", """
                {
                  "status": "CORRECTED",
                  "reason": "They met.",
                  "record": {
                    "kind": "BILATERAL",
                    "status": "HELD",
                    "attendees": [{"agent": "amy-pope", "asNamed": {"exact": "Amy Pope", "start": 2823, "end": 2831}}],
                    "evidence": [{"exact": "Amy Pope a rencontré l’équipe de Droit et Justice"}]
                  }
                }""").statusCode(200);
        when().get(meeting)
                .then()
                .body("kind", is("BILATERAL"))
                .body("place", nullValue())
                .body("attendees", hasSize(1));
        given().queryParam("attendee", "droit-et-justice")
                .get("/v1/meetings")
                .then()
                .body("total", is(0));
    }

    /** Each is nearly right; the place of the fault and a word of what is said. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "|400||JSON",
                "[]|400||an object",
                "{\"status\": \"SEEN\"}|400|/status|one of CONFIRMED, CORRECTED, REJECTED",
                "{\"status\": \"CONFIRMED\", \"by\": \"me\"}|400|/by|one of the keys agents, reason, record, status",
                "{\"status\": \"CORRECTED\", \"reason\": \"x\", \"record\": {\"form\": 1}}|400|/record/form|one of DIRECT",
                "{}|422|/status|one of",
                "{\"status\": \"REJECTED\"}|422|/reason|why",
                "{\"status\": \"REJECTED\", \"reason\": \" \"}|422|/reason|some text",
                "{\"status\": \"REJECTED\", \"reason\": \"\\ud800\"}|422|/reason|some text",
                "{\"status\": \"CORRECTED\", \"record\": {}}|422|/reason|why",
                "{\"status\": \"CORRECTED\", \"reason\": \"x\"}|422|/record|as it ought to be",
                "{\"status\": \"CONFIRMED\", \"record\": {}}|422|/record|nothing, or the status CORRECTED",
                "{\"status\": \"CONFIRMED\", \"agents\": []}|422|/agents|nothing, or the status CORRECTED",
                "{\"status\": \"CORRECTED\", \"reason\": \"x\", \"record\": {}}|422|/record/form|one of DIRECT",
                "{\"status\": \"CORRECTED\", \"reason\": \"x\", \"record\": {\"form\": \"DIRECT\", \"attribution\": \"UNKNOWN\", \"segments\": [{\"exact\": \"never said\", \"verbatim\": true}]}}|422|/record/segments/0/exact|stand in the article",
                "{\"status\": \"CORRECTED\", \"reason\": \"x\", \"record\": {\"form\": \"DIRECT\", \"attribution\": \"UNKNOWN\", \"segments\": [{\"exact\": \"Maroc\", \"start\": 0, \"end\": 5, \"verbatim\": true}]}}|422|/record/segments/0|from code point 0 to 5",
                "{\"status\": \"CORRECTED\", \"reason\": \"x\", \"record\": {\"form\": \"DIRECT\", \"attribution\": \"EXPLICIT\", \"speaker\": \"jane\", \"segments\": [{\"exact\": \"Résilience lancé\", \"verbatim\": true}]}}|422|/record/speaker|the id of an agent",
                "{\"status\": \"CORRECTED\", \"reason\": \"x\", \"record\": {\"id\": \"d5de80af24a298a5.q1\", \"form\": \"DIRECT\", \"attribution\": \"UNKNOWN\", \"segments\": [{\"exact\": \"Résilience lancé\", \"verbatim\": true}]}}|422|/record/id|or none",
                "{\"status\": \"CORRECTED\", \"reason\": \"x\", \"record\": {\"extraction\": {\"rule\": \"r\", \"confidence\": \"LOW\"}, \"form\": \"DIRECT\", \"attribution\": \"UNKNOWN\", \"segments\": [{\"exact\": \"Résilience lancé\", \"verbatim\": true}]}}|422|/record/extraction|what there is",
                "{\"status\": \"CORRECTED\", \"reason\": \"x\", \"agents\": [{\"id\": \"oim\", \"type\": \"Organization\", \"name\": \"OIM\"}], \"record\": {\"form\": \"DIRECT\", \"attribution\": \"UNKNOWN\", \"segments\": [{\"exact\": \"Résilience lancé\", \"verbatim\": true}]}}|422|/agents/0/id|an id of its own",
                "{\"status\": \"CORRECTED\", \"reason\": \"x\", \"agents\": [{\"id\": \"bayti\", \"type\": \"Person\", \"name\": \"Bayti\"}], \"record\": {\"form\": \"DIRECT\", \"attribution\": \"UNKNOWN\", \"segments\": [{\"exact\": \"Résilience lancé\", \"verbatim\": true}]}}|422|/agents/0/type|Organization, as other articles have",
                "{\"status\": \"CORRECTED\", \"reason\": \"x\", \"record\": {\"form\": \"INDIRECT\", \"speaker\": \"maroc\", \"attribution\": \"EXPLICIT\", \"cue\": {\"exact\": \"Réaffirmant\"}, \"speakerMention\": {\"exact\": \"le Maroc\", \"start\": 442, \"end\": 450}, \"segments\": [{\"exact\": \"son engagement constant en faveur des questions migratoires et de la solidarité internationale\", \"verbatim\": false}]}}|422|/record|the same as another"
            })
    void whatDoesNotHoldChangesNothing(String body, int status, String pointer, String said) {
        String record = "/v1/quotes/" + FUND + ".q1321";
        String before = when().get(record).header("ETag");
        int agents = when().get("/v1/agents").path("total");
        ValidatableResponse answer = editor("alice")
                .header("If-Match", before)
                .body(body == null ? "" : body)
                .put(record + "/review")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(said));
        if (pointer != null) {
            answer.body("errors.pointer", hasItem(pointer));
        }
        assertThat(when().get(record).header("ETag")).isEqualTo(before);
        when().get(record + "/revisions").then().body("total", is(0));
        when().get("/v1/agents").then().body("total", is(agents));
    }

    @Test
    void aCorrectionThatChangesNothingIsNone() {
        String record = "/v1/meetings/" + VISIT + ".m398";
        Map<String, Object> same = editor("alice").get(record + "/review").path("record");
        decide(record, "alice", Map.of("status", "CORRECTED", "reason", "x", "record", same))
                .statusCode(422)
                .body("errors.pointer", contains("/record"))
                .body("detail", containsString("the status CONFIRMED"));
    }

    // --- Whose decision -------------------------------------------------------------------------------------------

    @Test
    void onlyEditorsDecide() {
        String review = "/v1/quotes/" + VISIT + ".q532/review";
        String tag = when().get("/v1/quotes/" + VISIT + ".q532").header("ETag");
        for (RequestSpecification request :
                new RequestSpecification[] {given(), given().auth().oauth2("garbage")}) {
            request.contentType("application/json")
                    .header("If-Match", tag)
                    .body(CONFIRMED)
                    .put(review)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", containsString("Bearer"));
        }
        somebody("carol")
                .header("If-Match", tag)
                .body(CONFIRMED)
                .put(review)
                .then()
                .statusCode(403);
        when().get(review).then().statusCode(401);
        somebody("carol").get(review).then().statusCode(403);
        assertThat(when().get("/v1/quotes/" + VISIT + ".q532").header("ETag")).isEqualTo(tag);
    }

    @Test
    void theStateThatWasDecidedOnMustBeNamedAndThere() {
        String record = "/v1/quotes/" + VISIT + ".q3342";
        String first = when().get(record).header("ETag");
        put(record, null).statusCode(428).body("type", endsWith("/problems#precondition-required"));
        put(record, " ").statusCode(428);
        put(record, "*").statusCode(428).body("detail", containsString("does not say which state"));
        put(record, first.replace("\"", "")).statusCode(400).body("detail", containsString("quotation marks"));
        put(record, "W/" + first).statusCode(412);
        put(record, "\"other\"").statusCode(412).body("type", endsWith("/problems#precondition-failed"));
        // Whoever takes no gzip reads the same state under another tag.
        String uncoded = given().config(Uncoded.CONFIG).get(record).header("ETag");
        assertThat(first).isEqualTo(uncoded.replaceFirst("\"$", "-gzip\""));
        put(record, uncoded.replaceFirst("\"$", "-br\"")).statusCode(412);
        put(record, "\"other\", " + uncoded).statusCode(200);
        put(record, uncoded).statusCode(412);
        put(record, first).statusCode(412);
        String second = editor("alice").get(record + "/review").header("ETag");
        put(record, second).statusCode(200);
        put(record, second).statusCode(412);
        put("/v1/quotes/nope", first).statusCode(404);
        put("/v1/meetings/" + VISIT + ".q3342", first).statusCode(404);
        when().get("/v1/quotes/nope/revisions").then().statusCode(404);
        // Of another kind, and decided on.
        String ofAQuote = record.substring(record.lastIndexOf('/')) + "/revisions";
        when().get("/v1/meetings" + ofAQuote).then().statusCode(404);
        editor("alice").get("/v1/meetings" + ofAQuote).then().statusCode(404);
        editor("alice").get("/v1/quotes/nope/review").then().statusCode(404);
        editor("alice").delete(record + "/review").then().statusCode(405).header("Allow", containsString("PUT"));
        when().get(record + "/revisions?limit=1")
                .then()
                .body("total", is(2))
                .body("items.number", contains(1))
                .body("links.next", notNullValue());
        String next = when().get(record + "/revisions?limit=1").path("links.next");
        when().get(next).then().body("items.number", contains(2)).body("links.next", nullValue());
        when().get(record + "/revisions?cursor=eA").then().statusCode(400);
    }

    @Test
    void ofTwoEditorsAtOnceOneWins() throws Exception {
        String record = "/v1/quotes/" + VISIT + ".q3709";
        for (int round = 1; round <= 5; round++) {
            String tag = when().get(record).header("ETag");
            List<Integer> statuses = atOnce(8, i -> editor("editor-" + i)
                    .header("If-Match", tag)
                    .body(CONFIRMED)
                    .put(record + "/review")
                    .statusCode());
            assertThat(statuses).as("round %d", round).containsOnlyOnce(200).containsOnly(200, 412);
            when().get(record + "/revisions").then().body("total", is(round));
        }
    }

    @Test
    void editorsOfDifferentRecordsDoNotStandInEachOthersWay() throws Exception {
        List<String> records = given().queryParam("article", VISIT)
                .queryParam("limit", 100)
                .get("/v1/meetings")
                .path("items.url");
        List<Integer> statuses = atOnce(
                records.size(),
                i -> decide(records.get(i), "editor-" + i, CONFIRMED).extract().statusCode());
        assertThat(statuses).containsOnly(200);
    }

    private interface Sending {
        int status(int number);
    }

    private static List<Integer> atOnce(int many, Sending sending) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int number = i;
                answers.add(threads.submit(() -> {
                    start.await();
                    return sending.status(number);
                }));
            }
            start.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }

    // --- The history ----------------------------------------------------------------------------------------------

    /** Whatever editors do: the history has no gap, and its end is what is served. */
    @Test
    void anySequenceOfDecisionsIsAChain() {
        Random random = new Random(20261125);
        List<String> records = List.of(
                "/v1/quotes/" + VISIT + ".q3846",
                "/v1/funding-facts/" + FUND + ".f442",
                "/v1/meetings/" + VISIT + ".m1841");
        Map<String, Integer> before = new HashMap<>();
        records.forEach(record -> before.put(record, revisions(record).getInt("total")));
        Map<String, List<String>> decided = new LinkedHashMap<>();
        for (int i = 0; i < 30; i++) {
            String record = records.get(random.nextInt(records.size()));
            String editor = "editor-" + random.nextInt(3);
            Map<String, Object> held = editor(editor).get(record + "/review").path("record");
            Map<String, Object> decision = new HashMap<>();
            switch (random.nextInt(3)) {
                case 0 -> decision.put("status", "CONFIRMED");
                case 1 -> decision.putAll(Map.of("status", "REJECTED", "reason", "reason " + i));
                default ->
                    decision.putAll(
                            Map.of("status", "CORRECTED", "reason", "reason " + i, "record", changed(held, random)));
            }
            decide(record, editor, decision).statusCode(200);
            decided.computeIfAbsent(record, r -> new ArrayList<>())
                    .add(editor + " " + decision.get("status") + " " + decision.get("reason"));
        }
        decided.forEach((record, decisions) -> {
            JsonPath history = revisions(record);
            int first = before.get(record);
            assertThat(history.getInt("total")).isEqualTo(first + decisions.size());
            List<Map<String, Object>> items = history.getList("items");
            for (int i = 0; i < items.size(); i++) {
                Map<String, Object> item = items.get(i);
                assertThat(item).containsEntry("number", i + 1);
                if (i > 0) {
                    assertThat(item.get("before"))
                            .as("%s %d", record, i + 1)
                            .isEqualTo(items.get(i - 1).get("after"));
                    assertThat(item.get("at").toString())
                            .isGreaterThan(items.get(i - 1).get("at").toString());
                }
                assertThat(((Map<?, ?>) item.get("after")).get("reviewStatus")).isEqualTo(item.get("decision"));
                if (i >= first) {
                    assertThat(item.get("editor") + " " + item.get("decision") + " " + item.get("reason"))
                            .isEqualTo(decisions.get(i - first));
                }
            }
            Map<String, Object> last = items.get(items.size() - 1);
            assertThat(editor("alice").get(record + "/review").<Object>path("record"))
                    .isEqualTo(last.get("after"));
            Response served = when().get(record);
            if ("REJECTED".equals(last.get("decision"))) {
                assertThat(served.statusCode()).isEqualTo(410);
                assertThat(served.<String>path("detail")).contains((String) last.get("reason"));
            } else {
                assertThat(served.<String>path("reviewStatus")).isEqualTo(last.get("decision"));
                assertThat(served.<String>path("reviewedAt")).isEqualTo(last.get("at"));
                assertThat(exact(served)).isEqualTo(exact((Map<?, ?>) last.get("after")));
            }
        });
    }

    /** The same record, with its first evidence a character shorter or longer. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> changed(Map<String, Object> held, Random random) {
        Map<String, Object> changed = new HashMap<>(held);
        String key = held.containsKey("segments") ? "segments" : "evidence";
        List<Object> pins = new ArrayList<>((List<Object>) held.get(key));
        Map<String, Object> pin = new HashMap<>((Map<String, Object>) pins.get(0));
        String exact = (String) pin.get("exact");
        int cut = 1 + random.nextInt(3);
        pin.put("exact", exact.substring(0, exact.length() - cut));
        pin.put("end", (Integer) pin.get("end") - cut);
        pins.set(0, pin);
        changed.put(key, pins);
        return changed;
    }

    private static List<?> exact(Response served) {
        List<?> segments = served.path("segments.evidence.selector.collect { it[1].exact }");
        return segments == null ? served.path("evidence.selector.collect { it[1].exact }") : segments;
    }

    private static List<?> exact(Map<?, ?> part) {
        List<?> pins = (List<?>) (part.containsKey("segments") ? part.get("segments") : part.get("evidence"));
        return pins.stream().map(pin -> ((Map<?, ?>) pin).get("exact")).toList();
    }

    private static JsonPath revisions(String record) {
        return editor("alice")
                .queryParam("limit", 100)
                .get(record + "/revisions")
                .jsonPath();
    }

    // --- Requests -------------------------------------------------------------------------------------------------

    private static RequestSpecification editor(String name) {
        return given().auth().oauth2(IdentityProvider.editor(name)).contentType("application/json");
    }

    private static RequestSpecification somebody(String name) {
        return given().auth().oauth2(IdentityProvider.reader(name)).contentType("application/json");
    }

    /** Decides on whatever there is now. */
    private static ValidatableResponse decide(String record, String editor, Object decision) {
        return editor(editor)
                .header("If-Match", editor(editor).get(record + "/review").header("ETag"))
                .body(decision)
                .put(record + "/review")
                .then();
    }

    private static ValidatableResponse put(String record, String ifMatch) {
        RequestSpecification request = editor("alice").body(CONFIRMED);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(record + "/review")
                .then();
    }

    private static ValidatableResponse search(String words) {
        return given().queryParam("q", words)
                .queryParam("limit", 100)
                .get("/v1/search")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse verify(String text) {
        return given().queryParam("text", text)
                .get("/v1/quote-verifications")
                .then()
                .statusCode(200);
    }
}
