package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.verbatim.NoIdentityProvider;

/** As an operator may have it who lets anybody ask: behind a proxy, with limits that are soon reached. */
@QuarkusTest
@TestProfile(ExposedTest.Exposed.class)
class ExposedTest {

    private static final int OFTEN = 20;
    private static final int AT_ONCE = 2;
    private static final int SLOW = 500;

    /** Where a test has it written, whichever way the service runs. */
    private static final Path LOG = Path.of("target", "quarkus.log");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every request that is not about how often one may ask comes from somebody else. */
    private static final AtomicInteger STRANGERS = new AtomicInteger();

    public static class Exposed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(new NoIdentityProvider().getConfigOverrides());
            overrides.put("quarkus.http.proxy.proxy-address-forwarding", "true");
            overrides.put("verbatim.http.rate-limit.requests", String.valueOf(OFTEN));
            overrides.put("verbatim.http.rate-limit.window", "1H");
            overrides.put("verbatim.http.limits.requests-at-once", String.valueOf(AT_ONCE));
            overrides.put("verbatim.http.limits.stalled-after", "10S");
            overrides.put("verbatim.review.extractions-at-once", String.valueOf(AT_ONCE));
            overrides.put("quarkus.http.access-log.enabled", "true");
            overrides.put("quarkus.log.file.enabled", "true");
            overrides.put("quarkus.log.file.json.enabled", "true");
            return overrides;
        }
    }

    @Test
    void aClientMayAskSoOftenAndNoMore() {
        String address = "203.0.113.7";
        for (int left = OFTEN - 1; left >= 0; left--) {
            from(address)
                    .get("/v1/quotes?limit=1")
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", is("\"default\";q=20;w=3600"))
                    .header("RateLimit", matchesPattern("\"default\";r=%d;t=\\d+".formatted(left)));
        }
        tooOften(from(address).get("/v1/quotes"));
        tooOften(from(address).get("/made-up"));
        tooOften(from(address).accept("text/event-stream").get("/mcp"));
        tooOften(from(address).urlEncodingEnabled(false).get("/q/health/%2e%2e/%2e%2e/v1/quotes"));
        // What its client has told the proxy is no address of anybody.
        tooOften(from("198.51.100.1, 192.0.2.200, " + address).get("/v1/quotes"));
        from("203.0.113.8").get("/v1/quotes").then().statusCode(200);
        from(address).get("/q/health/live").then().statusCode(200).header("RateLimit", nullValue());
        from(address).get("/q/metrics").then().statusCode(200).body(not(containsString("made-up")));
    }

    @Test
    void aNetworkIsOneClient() {
        for (int i = 0; i < OFTEN; i++) {
            from("2001:db8:0:1::%x".formatted(i))
                    .get("/v1/quotes?limit=1")
                    .then()
                    .statusCode(200);
        }
        tooOften(from("2001:db8:0:1:ffff::1").get("/v1/quotes"));
        from("2001:db8:0:2::1").get("/v1/quotes").then().statusCode(200);
    }

    private static void tooOften(Response answer) {
        answer.then()
                .statusCode(429)
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .header("RateLimit", matchesPattern("\"default\";r=0;t=\\d+"))
                .header("RateLimit-Policy", notNullValue())
                .body("type", endsWith("/problems#too-many-requests"))
                .body("requestId", is(answer.header("X-Request-Id")));
    }

    /** Again and again, until it is enough; whoever asks meanwhile may have taken the last place. */
    private static Response extracted(byte[] article, AtomicBoolean isEnough) {
        Response answer;
        do {
            answer = stranger()
                    .contentType("text/plain; charset=UTF-8")
                    .body(article)
                    .post("/v1/extractions");
        } while (answer.statusCode() == 503 || (answer.statusCode() == 200 && !isEnough.get()));
        return answer;
    }

    @Test
    @Timeout(300)
    void onlySoManyAreAnsweredAtOnce() throws Exception {
        byte[] article = "« Nous avons besoin d'aide », a déclaré la directrice Amy Pope à Rabat. \n"
                .repeat(11_000)
                .getBytes(StandardCharsets.UTF_8);
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        AtomicBoolean isEnough = new AtomicBoolean();
        try {
            List<Future<Response>> working = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                working.add(clients.submit(() -> extracted(article, isEnough)));
            }
            Optional<Response> refused = Optional.empty();
            // Something else each time: what is kept is answered whatever else is done.
            int asked = 0;
            while (refused.isEmpty() && working.stream().noneMatch(Future::isDone)) {
                refused = Optional.of(stranger().get("/v1/quotes?q=again" + ++asked))
                        .filter(answer -> answer.statusCode() != 200);
            }
            assertThat(refused).isPresent();
            refused.get()
                    .then()
                    .statusCode(503)
                    .contentType(Problem.MEDIA_TYPE)
                    .header("Retry-After", is("1"))
                    .body("type", endsWith("/problems#unavailable"));
            stranger().get("/q/health/ready").then().statusCode(200);
            isEnough.set(true);
            for (Future<Response> work : working) {
                assertThat(work.get().statusCode()).isEqualTo(200);
            }
        } finally {
            isEnough.set(true);
            clients.shutdown();
        }
        assertAnswered();
    }

    /** Half of them never finish their headers, half of them their body. */
    @Test
    @Timeout(300)
    void clientsThatSendByteByByteKeepNobodyWaiting() throws Exception {
        List<SocketChannel> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW; i++) {
                slow.add(begun(
                        i % 2 == 0
                                ? "GET /v1/quotes HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
                                : "POST /v1/quote-verifications HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 10.9.%d.%d\r\n"
                                                .formatted(i / 250, i % 250)
                                        + "Content-Type: application/json\r\nContent-Length: 10000\r\n\r\n"));
            }
            assertThat(stillOpen(slow)).isEqualTo(SLOW);
            assertAnswered();
            assertThat(stillOpen(slow)).as("held while others were answered").isEqualTo(SLOW);
            List<SocketChannel> bodies = IntStream.range(0, SLOW)
                    .filter(i -> i % 2 == 1)
                    .mapToObj(slow::get)
                    .toList();
            while (stillOpen(bodies) > 0) {
                Thread.sleep(200);
            }
        } finally {
            for (SocketChannel channel : slow) {
                channel.close();
            }
        }
        assertAnswered();
    }

    private static SocketChannel begun(String request) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("localhost", RestAssured.port));
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        return channel;
    }

    /** Sends each one another byte, and tells how many of them the service has not hung up on. */
    private static int stillOpen(List<SocketChannel> channels) {
        int open = 0;
        for (SocketChannel channel : channels) {
            try {
                if (channel.isOpen() && channel.read(ByteBuffer.allocate(1)) < 0) {
                    channel.close();
                }
                if (channel.isOpen()) {
                    channel.write(ByteBuffer.wrap(new byte[] {' '}));
                    open++;
                }
            } catch (IOException e) {
                // It was reset, which is an end, too.
                closeQuietly(channel);
            }
        }
        return open;
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertAnswered() {
        stranger().get("/v1/quotes").then().statusCode(200);
        stranger()
                .contentType("application/json")
                .body("{\"text\": \"the very last word\"}")
                .post("/v1/quote-verifications")
                .then()
                .statusCode(200);
    }

    @Test
    @Timeout(120)
    void theLogKnowsRequestsAndNotWhatWasClaimed() throws Exception {
        String claim = "xylophones for the ministry";
        String token = "c2VjcmV0LW9mLWFuLWVkaXRvcg";
        stranger()
                .header("X-Request-Id", "log-1")
                .queryParam("text", claim)
                .get("/v1/quote-verifications")
                .then()
                .statusCode(200);
        stranger()
                .header("X-Request-Id", "log-2")
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body("{\"text\": \"%s\"}".formatted(claim))
                .post("/v1/quote-verifications")
                .then()
                .statusCode(200);
        stranger()
                .header("X-Request-Id", "log-3")
                .header("Authorization", "Bearer " + token)
                .delete("/v1/articles/nope?reason=" + claim.replace(' ', '+'))
                .then()
                .statusCode(403);
        for (String id : List.of("log-1", "log-2", "log-3")) {
            JsonNode line = logged(id);
            assertThat(line.path("message").asText()).contains("/v1/").doesNotContain("?");
            assertThat(line.at("/mdc/requestId").asText()).isEqualTo(id);
        }
        assertThat(Files.readString(LOG)).doesNotContain("xylophones", token);
    }

    /** The line of a request, once it is written. */
    private static JsonNode logged(String id) throws Exception {
        while (true) {
            for (String line : Files.readAllLines(LOG)) {
                if (line.contains("\\\"" + id + "\\\"")) {
                    return JSON.readTree(line);
                }
            }
            Thread.sleep(50);
        }
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static RequestSpecification stranger() {
        int number = STRANGERS.incrementAndGet();
        return from("10.1.%d.%d".formatted(number / 250, number % 250));
    }
}
