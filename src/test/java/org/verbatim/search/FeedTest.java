package org.verbatim.search;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 4287. */
@QuarkusTest
class FeedTest {

    private static final String TAG = "tag:verbatim.example,2026:";

    @Test
    void everythingIsInTheFeedNewestFirst() {
        XmlPath feed = feed("/v1/feed");
        List<String> ids = feed.getList("feed.entry.id");
        assertThat(ids)
                .hasSize(27)
                .doesNotHaveDuplicates()
                .contains(TAG + "fbf5bc84079181b5", TAG + "fbf5bc84079181b5.q765", TAG + "d5de80af24a298a5.f593");
        List<Instant> added = feed.<String>getList("feed.entry.published").stream()
                .map(Instant::parse)
                .toList();
        assertThat(added).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(feed.getString("feed.id")).isEqualTo(TAG + "feed");
        assertThat(Instant.parse(feed.getString("feed.updated"))).isEqualTo(added.get(0));
        assertThat(feed.getString("feed.author.name")).isNotBlank();
        assertThat(feed.getString("feed.link.@href")).endsWith("/v1/feed");
        for (String address : feed.<String>getList("feed.entry.link.@href")) {
            when().get(URI.create(address)).then().statusCode(200);
        }
    }

    @Test
    void oneTypeIsAFeedOfItsOwn() {
        XmlPath feed = feed("/v1/feed?type=Quote");
        assertThat(feed.getString("feed.id")).isEqualTo(TAG + "feed?type=Quote");
        assertThat(feed.<String>getList("feed.entry.category.@term"))
                .hasSize(10)
                .containsOnly("Quote");
        assertThat(feed.<String>getList("feed.entry.title"))
                .anySatisfy(title -> assertThat(title)
                        .startsWith("Amy Pope: “Le Maroc, pays champion")
                        .endsWith("…")
                        .hasSizeLessThanOrEqualTo(120))
                .as("a paraphrase is in no quotation marks")
                .anySatisfy(title -> assertThat(title).startsWith("Amy Pope: l’engagement"));
        assertThat(feed.<String>getList("feed.entry.content"))
                .contains("“" + when().get("/v1/quotes/fbf5bc84079181b5.q765").path("text") + "”");
    }

    @Test
    void itIsAskedForAgainForNothing() {
        String tag = when().get("/v1/feed")
                .then()
                .statusCode(200)
                .header("ETag", not(emptyOrNullString()))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag).get("/v1/feed").then().statusCode(304);
        given().header("Accept", "text/csv").get("/v1/feed").then().statusCode(406);
        when().get("/v1/feed?type=Nothing").then().statusCode(400);
    }

    @Test
    void whateverATextHasIsWellFormed() {
        String text = "<b>&amp; \u0000\u0007\f\uFFFE 😀 ]]> “é”\r\n";
        String xml = new Feed(
                        Feed.tag("feed"),
                        text,
                        URI.create("http://localhost/v1/feed?a=b&c=d"),
                        Instant.EPOCH,
                        List.of(new Feed.Entry(
                                Feed.tag("a1.q0"),
                                "Quote",
                                text,
                                text,
                                URI.create("http://localhost/x"),
                                Instant.EPOCH)))
                .xml();
        XmlPath feed = XmlPath.from(xml);
        assertThat(feed.getString("feed.entry.content")).contains("<b>&amp; ").contains("😀 ]]> “é”");
        assertThat(xml).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    private static XmlPath feed(String address) {
        return when().get(address)
                .then()
                .statusCode(200)
                .header("Content-Type", is("application/atom+xml;charset=UTF-8"))
                .extract()
                .xmlPath();
    }
}
