package org.verbatim.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * HTTP/1.1 over a socket, which sends whatever it is told to: client libraries refuse, correct or complete what a careless
 * or a malicious client sends. Not for several threads.
 */
final class Wire implements AutoCloseable {

    /** A service that has not answered by then never will. */
    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private int opened;
    private Socket socket;
    private InputStream in;

    Wire(int port) {
        this.port = port;
    }

    /** A header field; its value goes out as UTF-8. */
    record Field(String name, String value) {}

    /**
     * What is sent.
     *
     * @param target the path and the query, as they are on the wire
     * @param chunked whether the body is sent in chunks instead of with its length
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Request(String method, String target, List<Field> fields, byte[] body, boolean chunked) {

        Request {
            fields = List.copyOf(fields);
        }

        static Request get(String target, Field... fields) {
            return new Request("GET", target, List.of(fields), new byte[0], false);
        }

        Optional<String> field(String name) {
            return fields.stream()
                    .filter(field -> field.name().equalsIgnoreCase(name))
                    .map(Field::value)
                    .findFirst();
        }

        Request with(List<Field> others) {
            return new Request(method, target, others, body, chunked);
        }

        Request without(String name) {
            return with(fields.stream()
                    .filter(field -> !field.name().equalsIgnoreCase(name))
                    .toList());
        }

        Request withMethod(String other) {
            return new Request(other, target, fields, body, chunked);
        }

        Request withTarget(String other) {
            return new Request(method, other, fields, body, chunked);
        }

        Request withBody(byte[] other) {
            return new Request(method, target, fields, other, chunked);
        }

        byte[] bytes(int port) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
            if (field("Host").isEmpty()) {
                head.append("Host: localhost:").append(port).append("\r\n");
            }
            fields.forEach(field ->
                    head.append(field.name()).append(": ").append(field.value()).append("\r\n"));
            if (chunked) {
                head.append("Transfer-Encoding: chunked\r\n");
            } else if (field("Content-Length").isEmpty()
                    && (body.length > 0 || method.equals("POST") || method.equals("PUT"))) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            if (!chunked) {
                bytes.writeBytes(body);
                return bytes.toByteArray();
            }
            int middle = body.length / 2;
            writeChunk(bytes, body, 0, middle);
            writeChunk(bytes, body, middle, body.length - middle);
            bytes.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return bytes.toByteArray();
        }

        private static void writeChunk(ByteArrayOutputStream into, byte[] body, int from, int length) {
            if (length > 0) {
                into.writeBytes("%x\r\n".formatted(length).getBytes(StandardCharsets.US_ASCII));
                into.write(body, from, length);
                into.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }

        /** The same for a shell, so that anybody can repeat it. */
        String curl(int port) {
            StringBuilder curl = new StringBuilder("curl -i --http1.1 --path-as-is --globoff");
            curl.append(method.equals("HEAD") ? " --head" : " -X " + quoted(method.getBytes(StandardCharsets.UTF_8)));
            fields.forEach(field -> curl.append(" -H ")
                    .append(quoted((field.name() + (field.value().isEmpty() ? ";" : ": " + shown(field.value())))
                            .getBytes(StandardCharsets.UTF_8))));
            if (chunked) {
                curl.append(" -H 'Transfer-Encoding: chunked'");
            }
            if (body.length > 4000) {
                curl.append(" --data-binary @- (%d bytes, beginning with %s)"
                        .formatted(body.length, quoted(java.util.Arrays.copyOf(body, 200))));
            } else if (body.length > 0) {
                curl.append(" --data-binary ").append(quoted(body));
            }
            String shown = target.length() > 4000 ? target.substring(0, 4000) + "…" : target;
            return curl + " " + quoted(("http://localhost:" + port + shown).getBytes(StandardCharsets.UTF_8));
        }

        /** Tokens are good for minutes only; and nobody reads kilobytes. */
        private static String shown(String value) {
            String token = value.replaceFirst("eyJ[\\w-]*\\.[\\w.-]*", "\\$TOKEN");
            return token.length() <= 300
                    ? token
                    : token.substring(0, 300) + "… (%d characters)".formatted(token.length());
        }

        /** As bash reads it: {@code $'…'} wherever something is not plain. */
        private static String quoted(byte[] text) {
            StringBuilder quoted = new StringBuilder();
            boolean plain = true;
            for (byte octet : text) {
                if (octet < ' ' || octet == '\'' || octet == '\\' || octet == 0x7f) {
                    plain = false;
                    quoted.append("\\x%02x".formatted(octet & 0xff));
                } else {
                    quoted.append((char) octet);
                }
            }
            return (plain ? "'" : "$'") + quoted + "'";
        }
    }

    /** What came back; field values are read octet by octet. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int status, List<Field> fields, byte[] body) {

        Answer {
            fields = List.copyOf(fields);
        }

        Optional<String> field(String name) {
            return Optional.of(fields.stream()
                            .filter(field -> field.name().equalsIgnoreCase(name))
                            .map(Field::value)
                            .collect(Collectors.joining(", ")))
                    .filter(value -> !value.isEmpty());
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * Sends and waits for the answer; on a connection that may be one of before, as clients do.
     *
     * @throws IOException if none came, or no HTTP
     */
    Answer send(Request request) throws IOException {
        return send(request.bytes(port), request.method().equals("HEAD"));
    }

    /** Sends octets that may be no request at all. */
    Answer send(byte[] bytes, boolean head) throws IOException {
        boolean kept = socket != null;
        try {
            return exchange(bytes, head);
        } catch (EOFException | SocketException e) {
            close();
            if (!kept) {
                throw e;
            }
            // It was closed while it was idle.
            return exchange(bytes, head);
        }
    }

    /** How many connections it has taken so far. */
    int opened() {
        return opened;
    }

    private Answer exchange(byte[] bytes, boolean head) throws IOException {
        if (socket == null) {
            socket = new Socket("localhost", port);
            opened++;
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }
        try {
            socket.getOutputStream().write(bytes);
        } catch (SocketException e) {
            // Refused before it was sent to its end; the answer may be there all the same.
            if (in.available() == 0) {
                throw e;
            }
        }
        Answer answer = read(head);
        while (answer.status() / 100 == 1) {
            answer = read(head);
        }
        if (answer.field("Connection").filter("close"::equalsIgnoreCase).isPresent()) {
            close();
        }
        return answer;
    }

    private Answer read(boolean head) throws IOException {
        String first = line();
        if (!first.matches("HTTP/1\\.[01] [0-9]{3}( .*)?")) {
            throw new IOException("no status line: " + first);
        }
        int status = Integer.parseInt(first.substring(9, 12));
        List<Field> fields = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("no header field: " + line);
            }
            fields.add(new Field(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        Answer bare = new Answer(status, fields, new byte[0]);
        if (head || status / 100 == 1 || status == 204 || status == 304) {
            return bare;
        }
        if (bare.field("Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT).contains("chunked")) {
            return new Answer(status, fields, decoded(bare, chunks()));
        }
        Optional<String> length = bare.field("Content-Length");
        if (length.isPresent()) {
            byte[] body = in.readNBytes(Integer.parseInt(length.get()));
            if (body.length != Integer.parseInt(length.get())) {
                throw new IOException("a body of %d bytes that says it has %s".formatted(body.length, length.get()));
            }
            return new Answer(status, fields, decoded(bare, body));
        }
        byte[] rest = in.readAllBytes();
        close();
        return new Answer(status, fields, rest);
    }

    /** Without its content coding, of which there is one. */
    private static byte[] decoded(Answer answer, byte[] body) throws IOException {
        String coding = answer.field("Content-Encoding").orElse("identity");
        return switch (coding) {
            case "identity" -> body;
            case "gzip" -> new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
            default -> throw new IOException("coded with " + coding);
        };
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line().replaceFirst(";.*", "").strip(), 16);
            if (size == 0) {
                while (!line().isEmpty()) {
                    // trailers
                }
                return body.toByteArray();
            }
            body.writeBytes(in.readNBytes(size));
            line();
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the connection was closed without an answer");
            }
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1).replaceFirst("\r$", "");
    }

    /** The next request goes over a new connection. */
    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // it is gone all the same
            }
            socket = null;
        }
    }
}
