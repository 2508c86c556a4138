package org.verbatim.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.verbatim.http.Addresses;

/** An article that has a script wherever an article can have text, and a visitor who types scripts: none ever runs. */
@QuarkusTest
@TestProfile(EscapingTest.Hostile.class)
class EscapingTest {

    private static final List<String> NAMED = List.of(
            "headline",
            "author",
            "published",
            "words",
            "mention",
            "cue",
            "amount",
            "when",
            "gift",
            "one",
            "place",
            "topic",
            "day",
            "met");

    /** Breaks out of text, of either kind of attribute, of a comment and of a script. */
    private static String script(String name) {
        return "--></script>'\"><script>alert('%s')</script><img src=x onerror=alert(1)>{name}&lt;".formatted(name);
    }

    public static class Hostile implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path folder = Files.createTempDirectory("verbatim-hostile");
                byte[] text = text().getBytes(StandardCharsets.UTF_8);
                Files.write(folder.resolve("hostile.txt"), text);
                Files.writeString(folder.resolve("hostile.json"), new ObjectMapper().writeValueAsString(dossier(text)));
                return Map.of("verbatim.seeds.directory", folder.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String text() {
            StringBuilder text = new StringBuilder();
            NAMED.forEach(name -> text.append(script(name)).append(name.equals("words") ? " and more" : "\n"));
            return text.toString();
        }

        private static Map<String, Object> dossier(byte[] text) {
            return Map.of(
                    "article",
                    Map.of(
                            "id", "hostile",
                            "sha256", sha256(text),
                            "inLanguage", "en",
                            "headline", evidence("headline"),
                            "publisher", script("publisher"),
                            "authors", List.of(evidence("author")),
                            "datePublishedAsStated", evidence("published"),
                            "url", "https://news.example/'%22%3E?a=%3Cscript%3E"),
                    "agents",
                    List.of(
                            Map.of(
                                    "id", "ann",
                                    "type", "Person",
                                    "name", script("agent"),
                                    "otherNames", List.of(script("other")),
                                    "roles", List.of(Map.of("title", script("role"), "organization", "org")),
                                    "sameAs", List.of("https://register.example/'a?b=%3Cscript%3E")),
                            Map.of("id", "org", "type", "Organization", "name", script("org"))),
                    "quotes",
                    List.of(Map.of(
                            "form",
                            "DIRECT",
                            "speaker",
                            "ann",
                            "attribution",
                            "EXPLICIT",
                            "cue",
                            evidence("cue"),
                            "speakerMention",
                            evidence("mention"),
                            "segments",
                            List.of(Map.of("exact", script("words"), "verbatim", true)))),
                    "fundingFacts",
                    List.of(Map.of(
                            "kind", "PLEDGE",
                            "fund", script("fund"),
                            "provider", "ann",
                            "receiver", "org",
                            "amount",
                                    Map.of(
                                            "status", "APPROXIMATE",
                                            "value", 5,
                                            "currency", "USD",
                                            "currencyStatus", "INFERRED",
                                            "asStated", evidence("amount")),
                            "date", Map.of("precision", "UNKNOWN", "asStated", evidence("when")),
                            "evidence", List.of(evidence("gift")))),
                    "meetings",
                    List.of(Map.of(
                            "kind", "VISIT",
                            "status", "PLANNED",
                            "attendees",
                                    List.of(
                                            Map.of("agent", "ann", "asNamed", evidence("mention")),
                                            Map.of("asNamed", evidence("one"))),
                            "place", Map.of("name", script("placename"), "evidence", evidence("place")),
                            "date", Map.of("precision", "UNKNOWN", "asStated", evidence("day")),
                            "topics", List.of(evidence("topic")),
                            "evidence", List.of(evidence("met")))));
        }

        private static Map<String, Object> evidence(String name) {
            return Map.of("exact", script(name));
        }

        private static String sha256(byte[] bytes) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void noTextOfAnArticleIsEverMarkup() {
        Map<String, Integer> shown = new TreeMap<>();
        for (String path : List.of(
                "/",
                "/quotes",
                "/funding-facts",
                "/meetings",
                "/articles",
                "/agents",
                "/articles/hostile",
                "/agents/ann",
                "/agents/org",
                record("quotes"),
                record("funding-facts"),
                record("meetings"),
                "/search?q=alert",
                "/quote-verifications?text=" + Addresses.encode(script("words")) + "&speaker=ann",
                "/quote-verifications?text=" + Addresses.encode("and " + script("words") + " or less indeed"),
                "/quote-verifications?article=hostile&text=" + Addresses.encode(script("headline")))) {
            for (String language : List.of("en", "fr")) {
                String page = page(path, language, 200);
                holds(path, page);
                for (String name : List.of("publisher", "agent", "other", "role", "org", "fund", "placename")) {
                    shown.merge(name, count(page, "alert(&#39;%s&#39;)".formatted(name)), Integer::sum);
                }
                NAMED.forEach(
                        name -> shown.merge(name, count(page, "alert(&#39;%s&#39;)".formatted(name)), Integer::sum));
            }
        }
        assertThat(shown)
                .as("each text is shown somewhere, so all of this was tried")
                .doesNotContainValue(0);
    }

    @Test
    void nothingThatAVisitorTypesIsEverMarkup() {
        String typed = Addresses.encode(script("typed"));
        for (String path : List.of(
                "/search?q=" + typed,
                "/search?q=" + typed + "&type=Quote",
                "/quote-verifications?text=" + typed + "&speaker=" + typed,
                "/quotes?speaker=" + typed,
                "/quotes?q=" + typed)) {
            holds(path, page(path, "en", 200));
        }
        for (String path : List.of("/quotes/" + typed, "/agents/" + typed, "/" + typed, "/articles/" + typed)) {
            holds(path, page(path, "en", 404));
        }
        for (String path : List.of(
                "/quotes?limit=" + typed,
                "/quotes?" + typed + "=1",
                "/?as=" + typed,
                "/search?q=a&type=" + typed,
                "/articles/hostile?passage=" + typed)) {
            holds(path, page(path, "en", 400));
        }
    }

    @Test
    void aCardForTheirPagesIsNoMarkupOfTheirsEither() {
        for (String path :
                List.of(record("quotes"), record("funding-facts"), record("meetings"), "/articles/hostile")) {
            String url = given().header("Accept", "application/json").get("/").path("links.self") + path.substring(1);
            String html = given().queryParam("url", url)
                    .get("/oembed")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("html");
            assertThat(html).contains("&lt;script&gt;").doesNotContain("<script", "<img", "'\">");
        }
    }

    private static String record(String kind) {
        return "/" + kind + "/" + given().get("/v1/" + kind).path("items[0].id");
    }

    private static String page(String path, String language, int status) {
        Response response = given().urlEncodingEnabled(false)
                .header("Accept", NegotiationTest.BROWSER)
                .header("Accept-Language", language)
                .get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("text/html;charset=UTF-8");
        return response.asString();
    }

    /** What stands in a page is ours: its one script, no image, no event, no quotation mark that ends an attribute. */
    private static void holds(String path, String page) {
        assertThat(count(page, "<script")).as(path).isEqualTo(1);
        assertThat(page)
                .as(path)
                .contains("<script src=\"/verbatim.js\" defer></script>")
                .doesNotContain("<img")
                .doesNotContain("--></")
                .doesNotContain("'\">")
                .doesNotContain("{name}&lt;");
        // What stands in an attribute may look like one, too.
        String tags = page.replaceAll("\"[^\"]*\"", "\"\"");
        assertThat(Pattern.compile("<[^>]*\\son\\w+=").matcher(tags).find())
                .as(path)
                .isFalse();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
