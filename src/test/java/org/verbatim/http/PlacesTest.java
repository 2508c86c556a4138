package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With a server that answers when it is told to. */
@Timeout(60)
class PlacesTest {

    private final Vertx vertx = Vertx.vertx();
    private final Places places = new Places(2);
    private final BlockingQueue<RoutingContext> admitted = new LinkedBlockingQueue<>();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            if (places.take(context)) {
                admitted.add(context);
            } else {
                context.response().setStatusCode(503).end();
            }
        });
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void thereAreSoManyAndNoMore() throws Exception {
        try (Socket first = ask();
                Socket second = ask()) {
            RoutingContext one = admitted.take();
            RoutingContext two = admitted.take();
            try (Socket third = ask()) {
                assertThat(status(third)).isEqualTo("HTTP/1.1 503");
            }
            one.vertx().runOnContext(go -> one.response().end());
            two.vertx().runOnContext(go -> two.response().end());
            assertThat(status(first)).isEqualTo("HTTP/1.1 200");
            assertThat(status(second)).isEqualTo("HTTP/1.1 200");
            allAreFree();
        }
        allAreFree();
    }

    @Test
    void whoeverGoesAwayLeavesHisPlace() throws Exception {
        try (Socket first = ask();
                Socket second = ask()) {
            admitted.take();
            admitted.take();
            assertThat(places.taken()).isEqualTo(2);
            for (Socket waiting : List.of(first, second)) {
                assertThat(waiting.getInputStream().available())
                        .as("answered so far")
                        .isZero();
            }
        }
        allAreFree();
    }

    private void allAreFree() throws InterruptedException {
        while (places.taken() != 0) {
            Thread.sleep(10);
        }
    }

    private Socket ask() throws IOException {
        Socket socket = new Socket("localhost", server.actualPort());
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
}
