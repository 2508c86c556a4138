package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.verbatim.dataset.Dataset;

class StockTest {

    private static final String HOST = "verbatim.example";
    private static final String QUOTES = "/v1/quotes";
    private static final Kept.Answer ANSWER = answer("one");

    /** Of answers that vary by nothing, nobody asks the request. */
    private static final HttpServerRequest UNASKED = (HttpServerRequest) Proxy.newProxyInstance(
            StockTest.class.getClassLoader(), new Class<?>[] {HttpServerRequest.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    private final Stock stock = new Stock(new Dataset.State(1, Instant.EPOCH), 100_000);

    @Test
    void whoAsksAsTheLastOneDidGetsWhatHeGot() {
        stock.keep(key(QUOTES), null, ANSWER, UNASKED);
        Fields asked = fields("Accept", "application/json", "Accept-Encoding", "gzip");
        assertThat(stock.again(QUOTES, false, HOST, asked))
                .as("before anybody has asked")
                .isNull();
        assertThat(stock.find(key(QUOTES), UNASKED, asked)).isSameAs(ANSWER);

        assertThat(stock.again(QUOTES, false, HOST, fields("accept-encoding", "gzip", "accept", "application/json")))
                .isSameAs(ANSWER);
        assertThat(stock.again("/v1/quotes?", false, HOST, asked)).isNull();
        assertThat(stock.again(QUOTES, true, HOST, asked)).isNull();
        assertThat(stock.again(QUOTES, false, "other.example", asked)).isNull();
        assertThat(stock.again(QUOTES, false, HOST, fields("Accept", "application/json")))
                .isNull();
        assertThat(stock.again(QUOTES, false, HOST, fields("Accept", "text/csv", "Accept-Encoding", "gzip")))
                .isNull();
        assertThat(stock.again(QUOTES, false, HOST, asked)).isSameAs(ANSWER);
    }

    /** Those that alternate do not drive each other out all the time, but who does not come back is forgotten. */
    @Test
    void theWordsOfManyOthersTakeThePlace() {
        stock.keep(key(QUOTES), null, ANSWER, UNASKED);
        Fields asked = fields("Accept", "application/json");
        Fields other = fields("Accept", "*/*");
        stock.find(key(QUOTES), UNASKED, asked);
        for (int turn = 0; turn < 3; turn++) {
            assertThat(stock.again(QUOTES, false, HOST, other)).isNull();
            stock.find(key(QUOTES), UNASKED, other);
            assertThat(stock.again(QUOTES, false, HOST, asked)).isSameAs(ANSWER);
        }
        int needed = 0;
        while (stock.again(QUOTES, false, HOST, other) == null) {
            stock.find(key(QUOTES), UNASKED, other);
            needed++;
            assertThat(needed).isLessThan(100);
        }
        assertThat(needed).isGreaterThan(3);
        assertThat(stock.again(QUOTES, false, HOST, asked)).isNull();
        assertThat(stock.remembered()).isEqualTo(1);
    }

    @Test
    void whatVariesByMoreIsNotRemembered() {
        Kept.Varying varying = new Kept.Varying(List.of("accept-language"));
        HttpServerRequest french = (HttpServerRequest) Proxy.newProxyInstance(
                StockTest.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (proxy, method, arguments) -> HeadersMultiMap.httpHeaders().add("accept-language", "fr"));
        Fields asked = fields("Accept", "text/html");
        stock.keep(key(QUOTES), varying, ANSWER, french);
        assertThat(stock.find(key(QUOTES), french, asked)).isSameAs(ANSWER);
        assertThat(stock.again(QUOTES, false, HOST, asked)).isNull();
        assertThat(stock.remembered()).isZero();
    }

    /** Otherwise what is asked most would be taken for what nobody asks. */
    @Test
    void nowAndThenItIsLookedForAllTheSame() {
        stock.keep(key(QUOTES), null, ANSWER, UNASKED);
        Fields asked = fields("Accept", "*/*");
        stock.find(key(QUOTES), UNASKED, asked);
        assertThat(IntStream.range(0, 160)
                        .mapToObj(turn -> stock.again(QUOTES, false, HOST, asked))
                        .filter(answer -> answer == null))
                .hasSize(20);
    }

    @Test
    void whatIsDrivenOutIsForgotten() {
        Fields asked = fields("Accept", "*/*");
        int all = 1_000;
        for (int i = 0; i < all; i++) {
            Stock.Key key = key(QUOTES + "?page=" + i);
            stock.keep(key, null, answer("x".repeat(500)), UNASKED);
            stock.find(key, UNASKED, asked);
        }
        long kept = IntStream.range(0, all)
                .filter(i -> stock.find(key(QUOTES + "?page=" + i), UNASKED, asked) != null)
                .count();
        assertThat(kept).isBetween(1L, 200L);
        assertThat(stock.remembered()).isEqualTo((int) kept);
        assertThat(stock.weight()).isLessThanOrEqualTo(100_000);
    }

    /** It would take memory that nobody counts. */
    @Test
    void whoeverSaysItAtLengthIsNotRemembered() {
        stock.keep(key(QUOTES), null, ANSWER, UNASKED);
        for (String name : List.of("Accept", "Accept-Encoding")) {
            Fields asked = fields(name, "*;q=0." + "1".repeat(1_000));
            assertThat(stock.find(key(QUOTES), UNASKED, asked)).isSameAs(ANSWER);
            assertThat(stock.again(QUOTES, false, HOST, asked)).isNull();
        }
        assertThat(stock.remembered()).isZero();
    }

    private static Stock.Key key(String target) {
        return new Stock.Key(false, HOST, target, "*/*", false, "");
    }

    private static Fields fields(String... namesAndValues) {
        MultiMap headers = HeadersMultiMap.httpHeaders();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Fields.of(headers);
    }

    private static Kept.Answer answer(String body) {
        return new Kept.Answer(Buffer.buffer(body), "text/plain", "3", false, "\"tag\"", List.of(), null);
    }
}
