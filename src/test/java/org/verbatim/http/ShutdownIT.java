package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbatim.IdentityProvider;
import org.verbatim.Packaged;
import org.verbatim.TestDatabase;

/** What the packaged service does when it is told to end: SIGTERM. */
class ShutdownIT {

    private static final Pattern ACTIVE = Pattern.compile("http_server_active_requests[^ ]* ([0-9.]+)");

    private static final String BODY =
            "{\"id\": \"last\", \"text\": \"« Le quai est ouvert », a déclaré Anne Roy, ministre.\"}";

    private static final byte[] TEXT =
            "{\"text\": \"Nobody has ever said anything like this.\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final List<String> settings = new ArrayList<>();
    private Map<String, String> database;

    @BeforeEach
    void create() {
        database = TestDatabase.create(folder.resolve("data"));
        database.forEach((name, value) -> settings.add(name + "=" + value));
    }

    @AfterEach
    void drop() {
        TestDatabase.drop(database);
    }

    @Test
    void whatIsUnderWayIsFinishedAndKept() throws IOException, InterruptedException {
        IdentityProvider provider = new IdentityProvider();
        provider.start().forEach((name, value) -> settings.add(name + "=" + value));
        try {
            try (Packaged service = Packaged.start(folder.resolve("log"), settings)) {
                URI address = URI.create(service.address());
                try (Socket post = new Socket(address.getHost(), address.getPort());
                        Socket read = new Socket(address.getHost(), address.getPort())) {
                    byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
                    send(post, """
                            POST /v1/articles HTTP/1.1
                            Host: localhost
                            Authorization: Bearer %s
                            Content-Type: application/json
                            Content-Length: %d

                            """.formatted(IdentityProvider.editor("alice"), body.length)
                            .getBytes(StandardCharsets.UTF_8));
                    send(post, body, 0, 10);
                    send(read, """
                            POST /v1/quote-verifications HTTP/1.1
                            Host: localhost
                            Content-Type: application/json
                            Content-Length: %d

                            """.formatted(TEXT.length).getBytes(StandardCharsets.UTF_8));
                    untilBothAreUnderWay(service.address());

                    service.terminate();
                    service.untilItSays("Waiting for HTTP requests to complete");
                    send(post, body, 10, body.length - 10);
                    send(read, TEXT, 0, TEXT.length);
                    assertThat(answer(post)).startsWith("HTTP/1.1 201 ");
                    assertThat(answer(read)).startsWith("HTTP/1.1 200 ").contains("NOT_FOUND");
                }
                assertThat(service.ended())
                        .as("as a process that SIGTERM has ended")
                        .isEqualTo(143);
                assertThat(service.said()).doesNotContain("ERROR").doesNotContain("\tat ");
            }
            try (Packaged service = Packaged.start(folder.resolve("log"), settings)) {
                given().get(service.address() + "/v1/articles/last").then().statusCode(200);
            }
        } finally {
            provider.stop();
        }
    }

    /** Who never sends the rest of a request does not keep it from ending. */
    @Test
    void itEndsWhateverClientsDo() throws IOException, InterruptedException {
        settings.add("quarkus.shutdown.timeout=1S");
        try (Packaged service = Packaged.start(folder.resolve("log"), settings)) {
            URI address = URI.create(service.address());
            try (Socket never = new Socket(address.getHost(), address.getPort());
                    Socket nor = new Socket(address.getHost(), address.getPort())) {
                for (Socket socket : List.of(never, nor)) {
                    send(socket, """
                            POST /v1/quote-verifications HTTP/1.1
                            Host: localhost
                            Content-Type: application/json
                            Content-Length: 100

                            """.getBytes(StandardCharsets.UTF_8));
                }
                untilBothAreUnderWay(service.address());
                service.terminate();
                assertThat(service.ended()).isEqualTo(143);
            }
        }
    }

    private static void send(Socket socket, byte[] bytes) throws IOException {
        byte[] lines =
                new String(bytes, StandardCharsets.UTF_8).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        send(socket, lines, 0, lines.length);
    }

    private static void send(Socket socket, byte[] bytes, int from, int length) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes, from, length);
        out.flush();
    }

    /** Until the connection is closed, which it is once the service ends. */
    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void untilBothAreUnderWay(String address) throws InterruptedException {
        for (int i = 0; ; i++) {
            Matcher active = ACTIVE.matcher(given().get(address + "/q/metrics").asString());
            double sum = 0;
            while (active.find()) {
                sum += Double.parseDouble(active.group(1));
            }
            if (sum >= 3) { // with the one that asks for the metrics
                return;
            }
            assertThat(i).as("attempts until both requests are under way").isLessThan(600);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
