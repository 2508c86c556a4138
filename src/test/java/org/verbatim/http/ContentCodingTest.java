package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers coded with gzip, by a client that decodes nothing. */
@QuarkusTest
class ContentCodingTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final String QUOTE = "/v1/quotes/fbf5bc84079181b5.q765";

    @ParameterizedTest
    @ValueSource(
            strings = {
                QUOTE,
                "/v1/quotes?limit=2",
                "/v1/quotes?format=csv&limit=2",
                "/v1/quotes?format=jsonld",
                "/v1/search?q=migration",
                "/v1/articles/fbf5bc84079181b5/text",
                "/quotes/fbf5bc84079181b5.q765",
                "/articles/fbf5bc84079181b5",
                "/openapi.yaml",
                "/openapi.json"
            })
    void whoTakesGzipGetsIt(String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> plain = get(address);
        assertThat(header(plain, "content-encoding")).isEmpty();
        // Made, and then what was kept.
        for (int i = 0; i < 2; i++) {
            HttpResponse<byte[]> coded = get(address, "Accept-Encoding", "gzip, deflate, br");
            assertThat(coded.statusCode()).isEqualTo(200);
            assertThat(header(coded, "content-encoding")).isEqualTo("gzip");
            assertThat(header(coded, "content-type")).isEqualTo(header(plain, "content-type"));
            assertThat(header(coded, "content-length")).isEqualTo(String.valueOf(coded.body().length));
            assertThat(header(coded, "vary")).contains("Accept-Encoding").isEqualTo(header(plain, "vary"));
            assertThat(header(coded, "etag")).isEqualTo(header(plain, "etag").replaceFirst("\"$", "-gzip\""));
            assertThat(decoded(coded.body())).isEqualTo(plain.body());
            assertThat(coded.body().length).isLessThan(plain.body().length * 3 / 4);
        }
        assertThat(get(address).body()).isEqualTo(plain.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {QUOTE, "/v1/meetings", "/articles/fbf5bc84079181b5", "/openapi"})
    void eachFormHasItsTag(String address) throws IOException, InterruptedException {
        String plain = header(get(address), "etag");
        String coded = header(get(address, "Accept-Encoding", "gzip"), "etag");
        HttpResponse<byte[]> unchanged = get(address, "Accept-Encoding", "gzip", "If-None-Match", coded);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(header(unchanged, "etag")).isEqualTo(coded);
        assertThat(header(unchanged, "content-encoding")).isEmpty();
        assertThat(unchanged.body()).isEmpty();
        assertThat(get(address, "If-None-Match", plain).statusCode()).isEqualTo(304);
        assertThat(get(address, "If-None-Match", coded).statusCode()).isEqualTo(200);
        assertThat(get(address, "Accept-Encoding", "gzip", "If-None-Match", plain)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theFirstAnswerMayBeA304() throws IOException, InterruptedException {
        String address = QUOTE + "?format=jsonld";
        String tag = header(get(address), "etag").replaceFirst("\"$", "-gzip\"");
        HttpResponse<byte[]> unchanged = get(address, "Accept-Encoding", "gzip", "If-None-Match", tag);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(header(unchanged, "content-encoding")).isEmpty();
        HttpResponse<byte[]> coded = get(address, "Accept-Encoding", "gzip");
        assertThat(header(coded, "content-encoding")).isEqualTo("gzip");
        assertThat(decoded(coded.body())).isEqualTo(get(address).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {QUOTE, "/articles/fbf5bc84079181b5", "/v1/export", "/openapi.yml"})
    void headTellsOfTheSameForm(String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> coded = get(address, "Accept-Encoding", "gzip");
        HttpResponse<byte[]> head =
                send(request(address, "Accept-Encoding", "gzip").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.body()).isEmpty();
        for (String name : List.of("etag", "content-encoding", "content-type", "vary")) {
            assertThat(header(head, name)).as(name).isEqualTo(header(coded, name));
        }
        // Nobody knows how long a stream will be.
        assertThat(header(head, "content-length"))
                .isEqualTo(address.equals("/v1/export") ? "" : header(coded, "content-length"));
    }

    @Test
    void whatIsWrittenAsItIsReadIsCodedAsItIsWritten() throws IOException, InterruptedException {
        HttpResponse<byte[]> coded = get("/v1/export", "Accept-Encoding", "gzip");
        assertThat(coded.statusCode()).isEqualTo(200);
        assertThat(header(coded, "content-encoding")).isEqualTo("gzip");
        assertThat(header(coded, "etag")).startsWith("W/").isEqualTo(header(get("/v1/export"), "etag"));
        assertThat(decoded(coded.body())).isEqualTo(get("/v1/export").body());
    }

    @Test
    void whatBreaksOffHasNoEnd() {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        StreamingOutput breaking = ContentCoding.coded(into -> {
            into.write("one".repeat(1000).getBytes(StandardCharsets.UTF_8));
            throw new IOException("gone");
        });
        assertThatThrownBy(() -> breaking.write(sent)).hasMessage("gone");
        assertThat(sent.size()).isPositive();
        assertThatThrownBy(() -> decoded(sent.toByteArray())).isInstanceOf(EOFException.class);
    }

    @Test
    void whatNeverBeginsIsNotCoded() {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        StreamingOutput failing = ContentCoding.coded(into -> {
            into.flush();
            throw new IOException("no connection");
        });
        assertThatThrownBy(() -> failing.write(sent)).hasMessage("no connection");
        assertThat(sent.size()).isZero();
    }

    @Test
    void whatIsEmptyIsCodedAsSuch() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        ContentCoding.coded(into -> {}).write(sent);
        assertThat(decoded(sent.toByteArray())).isEmpty();
    }

    @Test
    void whatIsMadeForAPostIsCoded() throws IOException, InterruptedException {
        byte[] text = Files.readAllBytes(Path.of("src/test/resources/evaluation/en-01.txt"));
        HttpResponse<byte[]> plain = extract(text);
        HttpResponse<byte[]> coded = extract(text, "Accept-Encoding", "gzip");
        assertThat(coded.statusCode()).isEqualTo(200);
        assertThat(header(coded, "content-encoding")).isEqualTo("gzip");
        assertThat(header(coded, "etag")).isEmpty();
        assertThat(decoded(coded.body())).isEqualTo(plain.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/quotes?speaker=nobody-of-that-name", "/v1/quotes/nope", "/v1/quotes?limit=0"})
    void whatIsShortAndWhatIsAProblemStaysAsItIs(String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> coded = get(address, "Accept-Encoding", "gzip");
        assertThat(header(coded, "content-encoding")).isEmpty();
        assertThat(header(coded, "etag")).doesNotContain("gzip");
        assertThat(header(coded, "vary")).contains("Accept-Encoding");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "gzip | true",
                "GZIP | true",
                "x-gzip | true",
                "deflate, gzip;q=0.5 | true",
                "gzip ; q=1.000 | true",
                "br;q=1.0, *;q=0.1 | true",
                "* | true",
                "gzip, identity | true",
                "identity;q=0.5, gzip;q=0.8 | true",
                "gzip;q=0 | false",
                "gzip;q=0, * | false",
                "*;q=0 | false",
                "identity, gzip;q=0.8 | false",
                "identity | false",
                "br, deflate | false",
                "gzipped | false",
                "gzip;q=2 | false",
                "gzip;level=9 | false",
                "\"\" | false",
                "\", ;,\" | false"
            })
    void gzipIsForWhoeverTakesIt(String accepted, boolean taken) throws IOException, InterruptedException {
        assertThat(ContentCoding.isTaken(accepted)).isEqualTo(taken);
        HttpResponse<byte[]> answer = get(QUOTE, "Accept-Encoding", accepted);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "content-encoding")).isEqualTo(taken ? "gzip" : "");
    }

    private static HttpResponse<byte[]> get(String address, String... headers)
            throws IOException, InterruptedException {
        return send(request(address, headers).GET());
    }

    private static HttpResponse<byte[]> extract(byte[] text, String... headers)
            throws IOException, InterruptedException {
        return send(request("/v1/extractions", headers)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofByteArray(text)));
    }

    private static HttpRequest.Builder request(String address, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(RestAssured.port, address)));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static byte[] decoded(byte[] coded) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(coded))) {
            return gzip.readAllBytes();
        }
    }
}
