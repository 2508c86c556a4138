package org.verbatim.http;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbatim.SeedFolder;

/** A client that asks for a long list or an export and does not read it holds a thread; it must not hold all of them. */
@QuarkusTest
@TestProfile(ListsAtOnceTest.OneAtOnce.class)
class ListsAtOnceTest {

    private static final String WHOLE = "/v1/articles?format=ndjson";
    private static final String EXPORT = "/v1/export";

    private static final int MANY = 1000;

    public static class OneAtOnce implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path folder = SeedFolder.empty("long-headlines");
                for (int i = 0; i < MANY; i++) {
                    String id = "long%03d".formatted(i);
                    byte[] text = "Article %s.\n".formatted(id).getBytes(StandardCharsets.UTF_8);
                    Files.write(folder.resolve(id + ".txt"), text);
                    Files.writeString(folder.resolve(id + ".json"), """
                            {"article": {"id": "%s", "sha256": "%s", "inLanguage": "fr", "headlineAsSupplied": "%s",
                               "publisher": "%s", "url": "https://quotidien.example/%s"},
                             "agents": [], "quotes": [], "fundingFacts": [], "meetings": []}""".formatted(
                                    id,
                                    HexFormat.of()
                                            .formatHex(MessageDigest.getInstance("SHA-256")
                                                    .digest(text)),
                                    "Titre".repeat(180),
                                    "Quotidien".repeat(100),
                                    "article".repeat(130)));
                }
                return Map.of(
                        "verbatim.seeds.directory",
                        folder.toAbsolutePath().toString(),
                        "verbatim.http.limits.lists-at-once",
                        "1");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WHOLE, EXPORT})
    void whoDoesNotReadKeepsNobodyElseFromReadingForGood(String unread) throws Exception {
        for (int round = 0; round < 3; round++) {
            try (Socket slow = new Socket()) {
                slow.setReceiveBufferSize(4096);
                slow.connect(new InetSocketAddress("localhost", RestAssured.port));
                slow.getOutputStream()
                        .write("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .formatted(unread)
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(slow.getInputStream().read()).isEqualTo('H');
                assertBusy(WHOLE).body("detail", containsString("limit"));
                assertBusy(EXPORT);
                when().get(WHOLE + "&limit=100").then().statusCode(200);
                when().get("/v1/articles").then().statusCode(200);
            }
            // The server hears of it a little later.
            int status = 503;
            for (int i = 0; i < 600 && status == 503; i++) {
                Thread.sleep(100);
                status = when().get(WHOLE).statusCode();
            }
            assertThat(status).isEqualTo(200);
            assertThat(when().get(WHOLE).asString().lines()).hasSize(MANY);
            assertThat(when().get(EXPORT).asString().lines()).hasSize(MANY + 1);
        }
    }

    private static ValidatableResponse assertBusy(String address) {
        return when().get(address)
                .then()
                .statusCode(503)
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", "5")
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue())
                .header("Content-Disposition", nullValue())
                .body("type", endsWith("#unavailable"));
    }
}
