package org.verbatim.http;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An answer as it comes over the wire, to a request as it is sent. */
record Raw(String status, List<String> headers, String body) {

    /** Asks on a connection of its own; each further header as it is written, without its end. */
    static Raw of(String method, String target, String host, List<String> headers) throws IOException {
        List<String> lines = new ArrayList<>(List.of(method + " " + target + " HTTP/1.1", "Host: " + host));
        lines.addAll(headers);
        lines.add("Connection: close");
        return sent(lines);
    }

    /** The same in HTTP/1.0, in which a request need not name a host, and its answer ends the connection. */
    static Raw inHttp10(String target, List<String> headers) throws IOException {
        List<String> lines = new ArrayList<>(List.of("GET " + target + " HTTP/1.0"));
        lines.addAll(headers);
        return sent(lines);
    }

    private static Raw sent(List<String> lines) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            int end = answer.indexOf("\r\n\r\n");
            List<String> head = Arrays.asList(answer.substring(0, end).split("\r\n"));
            // Neither their order nor the case of their names means anything.
            return new Raw(
                    head.get(0),
                    head.subList(1, head.size()).stream()
                            .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)
                                    + line.substring(line.indexOf(':')))
                            // What tells one request from every other.
                            .filter(line -> !line.startsWith("x-request-id:"))
                            .sorted()
                            .collect(Collectors.toList()),
                    answer.substring(end + 4).replaceFirst("\"requestId\":\"[^\"]*\"", "\"requestId\":\"\""));
        }
    }

    /** The value of the only header with a name. */
    String header(String name) {
        return headers.stream()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .reduce((one, other) -> {
                    throw new IllegalStateException(name + " is there twice");
                })
                .orElse("");
    }
}
