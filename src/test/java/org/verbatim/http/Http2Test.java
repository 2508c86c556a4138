package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Over HTTP/2 (RFC 9113) bodies come in frames, and a request that was read to its end counts as answered.
 *
 * <p>Asked by Vert.x's client, since that of the JDK now and then waits for ever for the first answer of a connection
 * that it has upgraded, when that answer comes with the frames of the upgrade: it is there, and not read.
 */
@QuarkusTest
@TestProfile(Http2Test.Cleartext.class)
class Http2Test {

    public static class Cleartext implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("verbatim.http.http2-cleartext", "true");
        }
    }

    private static final Buffer CLAIM = Buffer.buffer(
            "{\"text\": \"un soutien vital pour sauver des vies et favoriser des solutions innovantes\"}");

    private static Vertx vertx;

    private HttpClient client;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws Exception {
        result(vertx.close());
    }

    /** Only what follows on the same connection is HTTP/2 from its beginning. */
    @BeforeEach
    void upgrade() throws Exception {
        client = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultPort(RestAssured.port)
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(true)
                .setHttp2ClearTextUpgradeWithPreflightRequest(false));
        Answer answer = ask(HttpMethod.GET, "/v1/quotes", HttpClientRequest::send);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void whatIsSentIsRead() throws Exception {
        for (int i = 0; i < 3; i++) {
            Answer answer = post("/v1/quote-verifications", CLAIM);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"VERBATIM\"");
        }
    }

    @Test
    void manyFramesAreOneBody() throws Exception {
        String text = "Le port est ouvert.\\n".repeat(20_000);
        Answer answer = post("/v1/extractions", Buffer.buffer("{\"text\": \"%s\"}".formatted(text)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void aBodyBeyondTheLimitIsTooLarge() throws Exception {
        Answer answer = post("/v1/extractions", Buffer.buffer(new byte[(1 << 20) + 1]));
        assertThat(answer.status()).as(answer.body()).isEqualTo(413);
        // There is no field in HTTP/2 that says that the connection ends, and a client may take one for a fault.
        assertThat(answer.response().getHeader("Connection")).isNull();
        whatIsSentIsRead();
    }

    @Test
    void aBodyWithoutALengthIsRefused() throws Exception {
        Answer answer = ask(HttpMethod.POST, "/v1/quote-verifications", request -> {
            request.putHeader("Content-Type", "application/json").setChunked(true);
            return request.write(CLAIM).compose(written -> request.end()).compose(sent -> request.response());
        });
        assertThat(answer.status()).as(answer.body()).isEqualTo(411);
        assertThat(answer.body()).contains("/problems#length-required");
        whatIsSentIsRead();
    }

    private record Answer(HttpClientResponse response, String body) {

        int status() {
            return response.statusCode();
        }
    }

    private Answer post(String path, Buffer body) throws Exception {
        return ask(HttpMethod.POST, path, request -> request.putHeader("Content-Type", "application/json")
                .send(body));
    }

    private Answer ask(HttpMethod method, String path, Function<HttpClientRequest, Future<HttpClientResponse>> sending)
            throws Exception {
        Answer answer = result(client.request(method, path).compose(sending).compose(response -> response.body()
                .map(body -> new Answer(response, body.toString()))));
        assertThat(answer.response().version()).isEqualTo(HttpVersion.HTTP_2);
        return answer;
    }

    private static <T> T result(Future<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
