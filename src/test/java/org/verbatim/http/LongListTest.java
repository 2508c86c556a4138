package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbatim.SeedFolder;
import org.verbatim.Uncoded;

/** A list of several pages, in a format of rows: whole, written as it is read. */
@QuarkusTest
@TestProfile(LongListTest.ManyArticles.class)
class LongListTest {

    private static final int MANY = 250;
    private static final int MOST = 260;

    /** In the order of their ids. */
    private static final List<String> IDS =
            IntStream.range(0, MANY).mapToObj("many%03d"::formatted).toList();

    public static class ManyArticles implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path folder = SeedFolder.empty("many-articles");
                for (String id : IDS) {
                    Files.writeString(folder.resolve(id + ".txt"), "Article %s de la rédaction.\n".formatted(id));
                }
                return Map.of(
                        "verbatim.seeds.directory",
                        folder.toAbsolutePath().toString(),
                        "verbatim.http.limits.rows",
                        String.valueOf(MOST));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles?format=csv", "/v1/articles?format=ndjson"})
    void aListWithoutALimitIsWhole(String address) throws IOException {
        Response whole = given().urlEncodingEnabled(false).get(address);
        whole.then()
                .statusCode(200)
                .header("ETag", matchesPattern("W/\"[A-Za-z0-9_-]{20}\""))
                .header("Link", not(containsString("next")))
                .header("Vary", "Accept, Accept-Encoding, Origin")
                .header("Cache-Control", "public, no-cache");
        assertThat(ids(whole)).isEqualTo(IDS);
        Response uncoded =
                given().config(Uncoded.CONFIG).urlEncodingEnabled(false).get(address);
        uncoded.then().header("Content-Encoding", nullValue()).header("ETag", whole.header("ETag"));
        assertThat(uncoded.asByteArray()).isEqualTo(whole.asByteArray());
        Response coded = given().config(Uncoded.CONFIG)
                .header("Accept-Encoding", "gzip")
                .urlEncodingEnabled(false)
                .get(address);
        coded.then().header("Content-Encoding", "gzip").header("ETag", whole.header("ETag"));
        try (GZIPInputStream decoded = new GZIPInputStream(coded.asInputStream())) {
            assertThat(decoded.readAllBytes()).isEqualTo(whole.asByteArray());
        }
        given().header("If-None-Match", whole.header("ETag"))
                .get(address)
                .then()
                .statusCode(304)
                .header("ETag", whole.header("ETag"));
        given().head(address).then().statusCode(200).header("ETag", whole.header("ETag"));
    }

    @Test
    void whatTheIndexFoundIsWhole() {
        assertThat(ids(when().get("/v1/articles?format=csv&q=rédaction"))).containsExactlyInAnyOrderElementsOf(IDS);
    }

    @Test
    void itBeginsBehindACursor() {
        String next = when().get("/v1/articles?format=csv&limit=100")
                .header("Link")
                .replaceFirst("(?s).*<([^>]*)>; rel=\"next\".*", "$1");
        Response second = given().urlEncodingEnabled(false).get(next);
        assertThat(ids(second)).isEqualTo(IDS.subList(100, 200));
        assertThat(ids(given().urlEncodingEnabled(false).get(next.replace("limit=100&", ""))))
                .isEqualTo(IDS.subList(100, MANY));
    }

    private static List<String> ids(Response response) {
        String body = response.then().statusCode(200).extract().asString();
        return body.startsWith("id,")
                ? body.lines()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .toList()
                : body.lines()
                        .map(line -> line.substring("{\"id\":\"".length(), line.indexOf("\",")))
                        .toList();
    }
}
