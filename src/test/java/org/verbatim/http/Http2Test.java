package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over HTTP/2 (RFC 9113) bodies come in frames, and a request that was read to its end counts as answered. */
@QuarkusTest
@TestProfile(Http2Test.Cleartext.class)
class Http2Test {

    public static class Cleartext implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("verbatim.http.http2-cleartext", "true");
        }
    }

    private static final String CLAIM =
            "{\"text\": \"un soutien vital pour sauver des vies et favoriser des solutions innovantes\"}";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

    /** Only what follows on the same connection is HTTP/2 from its beginning. */
    @BeforeEach
    void upgrade() throws IOException, InterruptedException {
        assertThat(send(HttpRequest.newBuilder(at("/v1/quotes"))).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsSentIsRead() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = post("/v1/quote-verifications", BodyPublishers.ofString(CLAIM));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"VERBATIM\"");
        }
    }

    @Test
    void manyFramesAreOneBody() throws IOException, InterruptedException {
        String text = "Le port est ouvert.\\n".repeat(20_000);
        HttpResponse<String> answer =
                post("/v1/extractions", BodyPublishers.ofString("{\"text\": \"%s\"}".formatted(text)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void aBodyBeyondTheLimitIsTooLarge() throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/v1/extractions", BodyPublishers.ofByteArray(new byte[(1 << 20) + 1]));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        // There is no field in HTTP/2 that says that the connection ends, and a client may take one for a fault.
        assertThat(answer.headers().firstValue("Connection")).isEmpty();
        whatIsSentIsRead();
    }

    @Test
    void aBodyWithoutALengthIsRefused() throws IOException, InterruptedException {
        byte[] body = CLAIM.getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                post("/v1/quote-verifications", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(411);
        assertThat(answer.body()).contains("/problems#length-required");
        whatIsSentIsRead();
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        return answer;
    }

    private static URI at(String path) {
        return URI.create("http://localhost:" + RestAssured.port + path);
    }
}
