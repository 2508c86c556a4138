package org.verbatim.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.verbatim.http.Addresses;

/** What the pages show of the two articles. */
@QuarkusTest
class PageTest {

    private static final String VISIT = "fbf5bc84079181b5";
    private static final String SPLIT = VISIT + ".q765";
    private static final String ALTERED =
            "Sa vision centrée sur l'économique montre que la migration, lorsqu'elle est bien gérée, peut stimuler";

    private static final Pattern LINK = Pattern.compile("\\s(?:href|src)=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");

    @Test
    void everyLinkOfEveryPageLeadsSomewhere() {
        Map<String, String> pages = new HashMap<>();
        Set<String> fragments = new TreeSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(
                "/",
                "/search?q=Maroc",
                "/search?q=gouvernence",
                "/quote-verifications?text=" + Addresses.encode(ALTERED)));
        while (!waiting.isEmpty()) {
            String path = waiting.pop();
            if (pages.containsKey(path)) {
                continue;
            }
            Response response = browse(path, "en");
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            boolean isPage = response.contentType().startsWith("text/html") && !path.startsWith("/q/");
            pages.put(path, isPage ? response.asString() : "");
            Matcher link = LINK.matcher(pages.getOrDefault(path, ""));
            while (link.find()) {
                String target = link.group(1).replace("&amp;", "&").replaceFirst("^http://localhost:[0-9]+", "");
                if (target.startsWith("#")) {
                    target = path + target;
                }
                assertThat(target)
                        .as("no third party, from " + path)
                        .startsWith("/")
                        .doesNotStartWith("//");
                String bare = target.replaceFirst("#.*", "");
                if (target.contains("#")) {
                    fragments.add(target);
                }
                if (!target.contains("language=")) {
                    waiting.add(bare);
                }
            }
        }
        assertThat(pages.keySet())
                .contains(
                        "/quotes/" + SPLIT, "/articles/" + VISIT, "/agents/amy-pope", "/verbatim.css", "/openapi.yaml")
                .hasSizeGreaterThan(60);
        for (String fragment : fragments) {
            String page = pages.get(fragment.replaceFirst("#.*", ""));
            assertThat(ids(page)).as(fragment).contains(fragment.replaceFirst(".*#", ""));
        }
        assertThat(fragments).contains("/articles/" + VISIT + "#" + SPLIT);
    }

    @Test
    void everyPageIsWholeInBothLanguages() {
        for (String path : List.of(
                "/",
                "/quotes",
                "/funding-facts",
                "/meetings",
                "/articles",
                "/agents",
                "/articles/" + VISIT,
                "/quotes/" + SPLIT,
                "/funding-facts/d5de80af24a298a5.f593",
                "/meetings/" + VISIT + ".m183",
                "/agents/amy-pope",
                "/search?q=Maroc",
                "/quote-verifications?text=" + Addresses.encode(ALTERED) + "&speaker=Pope")) {
            for (String language : Visitor.LANGUAGES) {
                String page = browse(path, language).asString();
                assertThat(page)
                        .contains("<html lang=\"%s\"".formatted(language))
                        .contains("<meta property=\"og:title\"", "<meta property=\"og:url\"", "<link rel=\"canonical\"")
                        .doesNotContain("NOT_FOUND", "{msg", "{#", "{/", "null", "Optional[")
                        .doesNotContain(" style=", "<style", "onclick")
                        .doesNotContain(language.equals("fr") ? "Skip to" : "Aller au");
                assertThat(ids(page)).as("each id once in " + path).doesNotHaveDuplicates();
                assertThat(page.split("<h1", -1))
                        .as("one heading of the first order in " + path)
                        .hasSize(2);
            }
        }
    }

    @Test
    void theFrontDoorShowsWhatIsNew() {
        String page = browse("/", "en").asString();
        assertThat(page)
                .contains("Newest quotes", "All 10 quotes", "l’engagement de l’Organisation à soutenir")
                .contains("All 3 funding facts", "100,000,000", "currency inferred", "amount not stated")
                .contains("All 12 meetings", "<time datetime=\"2018\">2018</time>", "Amy Pope, Nasser Bourita")
                .contains("/q/swagger-ui", "/openapi.yaml");
        assertThat(browse("/", "fr").asString()).contains("100\u202f000\u202f000", "montant non indiqué");
    }

    @Test
    void theBoxVerifiesAClaimAndSearchesWords() {
        assertThat(answered("q", "Pacte mondial")).endsWith("/search?q=Pacte%20mondial");
        assertThat(answered("q", "« le Maroc doit fermer ses frontières »"))
                .endsWith("/quote-verifications?text=" + Addresses.encode("« le Maroc doit fermer ses frontières »"));
        assertThat(answered("q", ALTERED)).contains("/quote-verifications?text=");
        assertThat(answered("q", ALTERED, "as", "search")).contains("/search?q=");
        assertThat(answered("q", "Maroc", "as", "verify", "speaker", "")).endsWith("/quote-verifications?text=Maroc");
        assertThat(answered("q", "Maroc", "speaker", " Amy Pope "))
                .endsWith("/quote-verifications?text=Maroc&speaker=Amy%20Pope");
        assertThat(browse("/?q=&speaker=&as=auto", "en").statusCode()).isEqualTo(200);
    }

    @Test
    void aSearchShowsCards() {
        String page = browse("/search?q=" + Addresses.encode("partenaires \"Pacte mondial\"") + "&type=Quote", "en")
                .asString();
        assertThat(page)
                .contains("1 result for “partenaires &quot;Pacte mondial&quot;”", "<mark>Pacte mondial</mark>")
                .contains("href=\"/quotes/" + SPLIT + "\"", "Verify it as a quotation instead")
                .contains("aria-current=\"true\">Quotes</a>");
        assertThat(browse("/search?q=gouvernence", "en").asString())
                .contains("Nothing has all these words", "href=\"/search?q=gouvernance\"");
    }

    @Test
    void aVerificationShowsBothWordingsAndTheirDifference() {
        String page = browse("/quote-verifications?speaker=&text=" + Addresses.encode(ALTERED), "en")
                .asString();
        assertThat(page)
                .contains("<span class=\"sign\" aria-hidden=\"true\"></span>Altered</h1>")
                .contains("This is close to a direct quote of Amy Pope, but the wording differs.")
                .contains("<del><span class=\"hidden\">[not in the source] </span>économique</del> montre que")
                .contains("<ins><span class=\"hidden\">[not in the claim] </span>humain</ins> montre que")
                .contains("<mark class=\"passage d1\" data-record=\"passage\">Sa vision centrée sur l’humain montre")
                .contains("href=\"/articles/" + VISIT + "?passage=983-1080#passage\"");
        assertThat(browse("/articles/" + VISIT + "?passage=983-1080", "en").asString())
                .contains("data-record=\"passage\" id=\"passage\">Sa vision centrée sur l’humain montre");
        assertThat(browse("/quote-verifications?text=" + Addresses.encode(ALTERED), "fr")
                        .asString())
                .contains("Altéré</h1>", "C’est proche d’une citation directe d’Amy Pope, mais les mots diffèrent.");
        assertThat(browse("/quotes/fbf5bc84079181b5.q765", "fr").asString()).contains("Une citation d’Amy Pope");
        assertThat(browse("/agents/amy-pope", "fr").asString()).contains("rapportent d’Amy Pope :");
    }

    @Test
    void aVerificationSaysWhatItDoesNotKnow() {
        String page = browse(
                        "/quote-verifications?speaker=Nobody&text="
                                + Addresses.encode("le Maroc doit fermer ses frontières"),
                        "en")
                .asString();
        assertThat(page)
                .contains("Not found in the articles held</h1>", "Looked for in 2 articles with 10 quotes")
                .contains("Nobody in the articles held goes by the name of")
                .doesNotContain("<del>", "<ins>");
    }

    @Test
    void anArticleIsShownAsPublishedWithEachRecordInItsPlace() {
        for (String article : List.of(VISIT, "d5de80af24a298a5")) {
            String page = browse("/articles/" + article, "en").asString();
            String body = page.substring(page.indexOf("<article class=\"body"), page.indexOf("</article>"));
            String text = body.replaceAll("(?s)<aside.*?</aside>", "")
                    .replaceAll("<[^>]*>", "")
                    .replace("&#39;", "'")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&");
            assertThat(text.replaceAll("\\s+", " ").strip())
                    .isEqualTo(given().get("/v1/articles/" + article + "/text")
                            .asString()
                            .replaceAll("\\s+", " ")
                            .strip());
            for (String kind : List.of("quotes", "funding-facts", "meetings")) {
                List<String> records = given().queryParam("article", article)
                        .get("/v1/" + kind)
                        .path("items.id");
                assertThat(ids(page)).containsAll(records);
                records.forEach(record -> assertThat(page)
                        .contains("<a href=\"/%s/%s\">".formatted(kind, record))
                        .containsOnlyOnce("id=\"%s\"".formatted(record)));
            }
        }
        String page = browse("/articles/" + VISIT, "en").asString();
        assertThat(page)
                .contains("data-record=\"" + SPLIT + "\" id=\"" + SPLIT + "\"")
                .contains("data-record=\"" + SPLIT + "\">Sa vision centrée");
        given().get("/articles/" + VISIT + "/marks.css")
                .then()
                .statusCode(200)
                .contentType("text/css;charset=UTF-8")
                .body(startsWith("body:has([id=\"" + VISIT))
                .header("ETag", startsWith("\""));
    }

    @Test
    void aRecordCanBeCited() {
        String page = browse("/quotes/" + SPLIT, "en").asString();
        assertThat(page)
                .contains("The speaker’s own words, between quotation marks in the article.")
                .contains("(Amy Pope, in: gherrrabi (n.d.). La visite de la Directrice générale")
                .contains("@misc{fbf5bc84079181b5.q765,")
                .contains("&quot;type&quot; : &quot;article-newspaper&quot;")
                .contains("confirmed: a person wrote it or found it right")
                .contains("characters 765 to 938", "?passage=983-1263#passage")
                .contains("href=\"/v1/quotes/%s?format=bibtex\"".formatted(SPLIT));
        assertThat(browse("/funding-facts/d5de80af24a298a5.f593", "en").asString())
                .contains("A goal or an appeal: nobody has given it.", "100,000,000", "<q>100 millions de dollars</q>");
        assertThat(browse("/funding-facts/d5de80af24a298a5.f442", "en").asString())
                .contains("/funding-facts/fbf5bc84079181b5.f3477", "amount not stated");
        assertThat(browse("/meetings/" + VISIT + ".m183", "fr").asString())
                .contains("ministre des Affaires étrangères", "Entretien · tenue", "Ceux que l’article nomme");
        assertThat(browse("/agents/amy-pope", "en").asString())
                .contains("Mme Pope", "/agents/oim", "/quotes?speaker=amy-pope", "All 7 quotes");
    }

    @Test
    void aPageIsACardInAContentManagementSystem() {
        Response page = browse("/quotes/" + SPLIT, "en");
        assertThat(page.asString()).contains("<meta property=\"og:description\" content=\"Le Maroc, pays champion");
        Matcher discovered = Pattern.compile("type=\"application/json\\+oembed\" href=\"([^\"]+)\"")
                .matcher(page.asString());
        assertThat(discovered.find()).isTrue();
        given().urlEncodingEnabled(false)
                .get(discovered.group(1).replace("&amp;", "&"))
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("version", is("1.0"))
                .body("type", is("rich"))
                .body("author_name", is("Amy Pope"))
                .body("html", startsWith("<blockquote class=\"verbatim\""))
                .body("provider_url", endsWith("/"));
        given().queryParam("url", "https://elsewhere.example/quotes/" + SPLIT)
                .get("/oembed")
                .then()
                .statusCode(404);
        given().get("/oembed").then().statusCode(400);
        given().queryParam("url", discovered.group(1))
                .queryParam("format", "xml")
                .get("/oembed")
                .then()
                .statusCode(501)
                .contentType("application/problem+json")
                .body("type", endsWith("#not-implemented"));
    }

    private static String answered(String... parameters) {
        var request = given().redirects().follow(false).header("Accept", NegotiationTest.BROWSER);
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/").then().statusCode(303).extract().header("Location");
    }

    private static List<String> ids(String page) {
        return ID.matcher(page).results().map(match -> match.group(1)).toList();
    }

    private static Response browse(String path, String language) {
        return given().urlEncodingEnabled(false)
                .header("Accept", NegotiationTest.BROWSER)
                .header("Accept-Language", language)
                .get(path);
    }
}
