import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * As little as a server can do on the same HTTP stack: it has the answers in a table and writes them, bytes and headers,
 * as the service once gave them. What the service does besides is the difference between the two.
 *
 * <p>{@code Bare capture URL TARGETS FILE} asks the service at {@code URL} for each line of {@code TARGETS} and writes the
 * answers to {@code FILE}; {@code Bare PORT FILE} serves them on 127.0.0.1. A request with the entity tag of the answer in
 * {@code If-None-Match} gets a 304, with the headers of the service's own; any target it does not have gets a 404.
 */
public final class Bare {

    private record Answer(MultiMap headers, MultiMap notModified, String tag, Buffer body) {}

    private Bare() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("capture")) {
            capture(URI.create(arguments[1]), Files.readAllLines(Path.of(arguments[2])), Path.of(arguments[3]));
        } else {
            serve(Integer.parseInt(arguments[0]), read(Path.of(arguments[1])));
        }
    }

    private static void serve(int port, Map<String, Answer> answers) {
        // As Quarkus has it.
        System.setProperty("io.netty.leakDetection.level", "disabled");
        System.setProperty("vertx.disableMetrics", "true");
        // As the service has it, see EventLoops.
        Runtime machine = Runtime.getRuntime();
        int loops = (int) Math.max(2, Math.min(2L * machine.availableProcessors(), machine.maxMemory() / (10 << 20)));
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
        vertx.deployVerticle(
                        () -> new AbstractVerticle() {
                            @Override
                            public void start() {
                                vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                                        .requestHandler(request -> answer(request, answers.get(request.uri())))
                                        .listen();
                            }
                        },
                        new DeploymentOptions().setInstances(loops))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    private static void answer(HttpServerRequest request, Answer answer) {
        HttpServerResponse response = request.response();
        if (answer == null) {
            response.setStatusCode(404).end();
        } else if (answer.tag().equals(request.getHeader("If-None-Match"))) {
            response.headers().setAll(answer.notModified());
            response.setStatusCode(304).end();
        } else {
            response.headers().setAll(answer.headers());
            response.end(answer.body());
        }
    }

    private static Map<String, Answer> read(Path file) throws IOException {
        Map<String, Answer> answers = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int count = in.readInt(); count > 0; count--) {
                String target = in.readUTF();
                MultiMap headers = readHeaders(in);
                MultiMap notModified = readHeaders(in);
                byte[] body = new byte[in.readInt()];
                in.readFully(body);
                String tag = headers.get("ETag");
                answers.put(target, new Answer(headers, notModified, tag == null ? "" : tag, Buffer.buffer(body)));
            }
        }
        return answers;
    }

    private static MultiMap readHeaders(DataInputStream in) throws IOException {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        for (int count = in.readInt(); count > 0; count--) {
            headers.add(in.readUTF(), in.readUTF());
        }
        return headers;
    }

    private static void capture(URI service, List<String> targets, Path file) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort());
                DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            out.writeInt(targets.size());
            for (String target : targets) {
                String request = "GET %s HTTP/1.1\r\nHost: %s\r\n".formatted(target, service.getAuthority());
                send(socket, request);
                Map<String, String> headers = headers(in, target, 200);
                byte[] body = body(in, headers);
                headers.remove("transfer-encoding");
                headers.put("content-length", Integer.toString(body.length));
                Map<String, String> notModified = Map.of();
                if (headers.containsKey("etag")) {
                    send(socket, request + "If-None-Match: %s\r\n".formatted(headers.get("etag")));
                    notModified = headers(in, target, 304);
                }
                out.writeUTF(target);
                write(out, headers);
                write(out, notModified);
                out.writeInt(body.length);
                out.write(body);
            }
        }
    }

    private static void send(Socket socket, String request) throws IOException {
        socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(InputStream in, String target, int expected) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 " + expected)) {
            throw new IOException("%s: %s, where %d was expected".formatted(target, status, expected));
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.merge(
                    header.substring(0, colon),
                    header.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        return headers;
    }

    private static void write(DataOutputStream out, Map<String, String> headers) throws IOException {
        out.writeInt(headers.size());
        for (Map.Entry<String, String> header : headers.entrySet()) {
            out.writeUTF(header.getKey());
            out.writeUTF(header.getValue());
        }
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return in.readNBytes(Integer.parseInt(headers.get("content-length")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the service closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
