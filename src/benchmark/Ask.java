import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long an answer takes: {@code java Ask.java [FOLDER URL]…} asks each service what is in {@code FOLDER/requests},
 * one question after the other over one connection, and the services in turns, so that whatever else the machine does
 * meets all of them alike. Prints for each kind of request and each service the median and the 99th percentile in
 * milliseconds, and both as multiples of the first service's.
 *
 * <p>A third of each kind is for warming up, asked {@value #WARMING} times over and not counted: until its compiler is done,
 * a JVM answers one in a few dozen requests much later than the others. The services are to keep no answers (see
 * {@code scale.sh}). What is counted is asked once, so that nobody has read for it before.
 */
final class Ask {

    private static final int WARMING = 5;

    private record Service(Path folder, URI address, Connection connection) {}

    private static int wrong;

    public static void main(String[] arguments) throws IOException {
        List<Service> services = new ArrayList<>();
        for (int i = 0; i < arguments.length; i += 2) {
            URI address = URI.create(arguments[i + 1]);
            services.add(new Service(Path.of(arguments[i]), address, new Connection(address)));
        }
        List<String> kinds;
        try (Stream<Path> files = Files.list(services.get(0).folder().resolve("requests"))) {
            kinds = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
        for (int round = 0; round < WARMING; round++) {
            for (String kind : kinds) {
                ask(services, kind, true);
            }
        }
        System.out.printf("%-13s %6s", "request", "asked");
        for (int i = 0; i < services.size(); i++) {
            System.out.printf("   %8s %8s", "p50 ms", "p99 ms");
            System.out.print(i == 0 ? "" : "   x p50   x p99");
        }
        System.out.println();
        for (String kind : kinds) {
            List<List<Long>> times = ask(services, kind, false);
            System.out.printf("%-13s %6d", kind, times.get(0).size());
            for (int i = 0; i < services.size(); i++) {
                double median = percentile(times.get(i), 0.5);
                double most = percentile(times.get(i), 0.99);
                System.out.printf(Locale.ROOT, "   %8.2f %8.2f", median, most);
                if (i > 0) {
                    System.out.printf(
                            Locale.ROOT,
                            " %7.2f %7.2f",
                            median / percentile(times.get(0), 0.5),
                            most / percentile(times.get(0), 0.99));
                }
            }
            System.out.println();
        }
        System.out.printf("answers other than 200: %d%n", wrong);
        if (wrong > 0) {
            System.exit(1);
        }
    }

    /** Nanoseconds, for each service. */
    private static List<List<Long>> ask(List<Service> services, String kind, boolean warming) throws IOException {
        List<List<String>> targets = new ArrayList<>();
        List<List<Long>> times = new ArrayList<>();
        for (Service service : services) {
            List<String> all = Files.readAllLines(service.folder().resolve("requests").resolve(kind));
            targets.add(warming ? all.subList(0, all.size() / 3) : all.subList(all.size() / 3, all.size()));
            times.add(new ArrayList<>());
        }
        int most = targets.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < most; i++) {
            // Whoever comes first finds the processor's caches as another kind of work left them.
            for (int turn = 0; turn < services.size(); turn++) {
                int s = (i + turn) % services.size();
                if (i < targets.get(s).size()) {
                    long begin = System.nanoTime();
                    int status = services.get(s).connection().status(targets.get(s).get(i));
                    times.get(s).add(System.nanoTime() - begin);
                    if (status != 200) {
                        wrong++;
                        System.err.printf("%d: %s%n", status, targets.get(s).get(i));
                    }
                }
            }
        }
        return times;
    }

    /** In milliseconds. */
    private static double percentile(List<Long> times, double part) {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * part))] / 1e6;
    }

    /** A connection that is kept: what a client library does besides is not to be measured. */
    private static final class Connection {
        private final String host;
        private final Socket socket;
        private final InputStream in;

        Connection(URI address) throws IOException {
            host = address.getAuthority();
            socket = new Socket(address.getHost(), address.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }

        int status(String target) throws IOException {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: %s\r\nAccept: application/json\r\n\r\n"
                            .formatted(target, host)
                            .getBytes(StandardCharsets.UTF_8));
            int status = Integer.parseInt(line().split(" ")[1]);
            long length = 0;
            boolean isChunked = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Long.parseLong(lower.substring(15).strip());
                }
                isChunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
            }
            if (isChunked) {
                for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                    in.skipNBytes(size);
                    line();
                }
                line();
            } else {
                in.skipNBytes(length);
            }
            return status;
        }

        private String line() throws IOException {
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
}
