package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.vertx.core.MultiMap;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import io.vertx.core.http.impl.headers.Http2HeadersAdaptor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What is read at once is what one finds who looks for each of them. */
class FieldsTest {

    private static final List<String> NAMES = List.of(
            "Host",
            "Accept",
            "Accept-Encoding",
            "Accept-Language",
            "If-None-Match",
            "If-Match",
            "X-Request-Id",
            "Origin",
            "Authorization",
            "Content-Length",
            "Transfer-Encoding",
            "Cookie");

    @Provide
    Arbitrary<List<Map.Entry<String, String>>> lines() {
        Arbitrary<String> names = Combinators.combine(Arbitraries.of(NAMES), Arbitraries.of(true, false))
                .as((name, isLower) -> isLower ? name.toLowerCase(Locale.ROOT) : name);
        Arbitrary<String> values = Arbitraries.of("", "*", "12", "gzip", "text/csv;q=0.5", "\"a\", W/\"b\"");
        return Combinators.combine(names, values)
                .as((name, value) -> Map.entry(name, value))
                .list()
                .ofMaxSize(8);
    }

    @Property(tries = 2000)
    void inHttp1(@ForAll("lines") List<Map.Entry<String, String>> lines) {
        MultiMap headers = HeadersMultiMap.httpHeaders();
        lines.forEach(line -> headers.add(line.getKey(), line.getValue()));
        check(headers);
    }

    @Property(tries = 2000)
    void inHttp2(@ForAll("lines") List<Map.Entry<String, String>> lines) {
        MultiMap headers = new Http2HeadersAdaptor(new DefaultHttp2Headers());
        lines.forEach(line -> headers.add(line.getKey().toLowerCase(Locale.ROOT), line.getValue()));
        check(headers);
    }

    /** They are read before anybody looks at how many there are. */
    @Example
    void thousandsOfLinesAreNotJoinedOneByOne() {
        MultiMap headers = HeadersMultiMap.httpHeaders();
        int lines = 200_000;
        for (int i = 0; i < lines; i++) {
            headers.add("Accept", "text/csv");
        }
        assertThat(Fields.of(headers).accept()).hasSize(lines * "text/csv,".length() - 1);
    }

    private static void check(MultiMap headers) {
        Fields fields = Fields.of(headers);
        assertThat(fields.host()).isEqualTo(headers.get("host"));
        assertThat(fields.contentLength()).isEqualTo(headers.get("content-length"));
        assertThat(fields.requestId()).isEqualTo(headers.get("x-request-id"));
        assertThat(fields.accept()).isEqualTo(list(headers, "accept"));
        assertThat(fields.acceptEncoding()).isEqualTo(list(headers, "accept-encoding"));
        assertThat(fields.ifNoneMatch()).isEqualTo(list(headers, "if-none-match"));
        assertThat(fields.hasOrigin()).isEqualTo(headers.contains("origin"));
        assertThat(fields.areOfAnybody())
                .isEqualTo(!headers.contains("authorization")
                        && !headers.contains("content-length")
                        && !headers.contains("transfer-encoding"));
        assertThat(fields.size())
                .isEqualTo(headers.entries().stream()
                        .mapToInt(
                                line -> line.getKey().length() + line.getValue().length())
                        .sum());
    }

    private static @Nullable String list(MultiMap headers, String name) {
        List<String> values = headers.getAll(name);
        return values.isEmpty() ? null : String.join(",", values);
    }
}
