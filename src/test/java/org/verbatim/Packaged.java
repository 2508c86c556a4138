package org.verbatim;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as this build has packaged it, in a process of its own that can be killed. */
public final class Packaged implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Listening on: http://\\S+:(\\d+)");

    private final Process process;
    private final Path output;

    private Packaged(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts it, on a port that is free.
     *
     * @param output where it writes its log
     * @param settings such as {@code verbatim.data.directory=/tmp/data}
     */
    public static Packaged start(Path output, List<String> settings) throws IOException {
        Properties built = built();
        boolean isNative = isNative(built);
        List<String> command = new ArrayList<>();
        if (isNative) {
            command.add(Path.of("target", built.getProperty("path")).toString());
        } else {
            command.add(ProcessHandle.current().info().command().orElse("java"));
            // It is started often, and never for long.
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        }
        command.add("-Dquarkus.http.port=0");
        settings.forEach(setting -> command.add("-D" + setting));
        if (!isNative) {
            command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        }
        return new Packaged(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** Whether this build has packaged a native binary. */
    public static boolean isNative() throws IOException {
        return isNative(built());
    }

    private static boolean isNative(Properties built) {
        return built.getProperty("type").equals("native");
    }

    private static Properties built() throws IOException {
        Properties built = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("target/quarkus-artifact.properties"))) {
            built.load(reader);
        }
        return built;
    }

    /** Waits until it listens, and tells where. */
    public String address() throws IOException, InterruptedException {
        return "http://127.0.0.1:" + said(ADDRESS).group(1);
    }

    /** Waits until it has written this. */
    public void untilItSays(String text) throws IOException, InterruptedException {
        said(Pattern.compile(text, Pattern.LITERAL));
    }

    private Matcher said(Pattern pattern) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (System.nanoTime() < end && process.isAlive()) {
            Matcher said = pattern.matcher(said());
            if (said.find()) {
                return said;
            }
            Thread.sleep(5);
        }
        throw new IllegalStateException("It has not said %s, but %s".formatted(pattern, said()));
    }

    /** All that it has written until now. */
    public String said() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** Waits until it has ended by itself, and tells with which code. */
    public int ended() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("It does not end");
        }
        return process.exitValue();
    }

    /** Asks it to end: SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** Ends it at once: SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
