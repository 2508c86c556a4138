package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verbatim.http.KeptAnswersTest.gets;
import static org.verbatim.http.KeptAnswersTest.meter;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without memory for them no answers are kept. */
@QuarkusTest
@TestProfile(NoKeptAnswersTest.None.class)
class NoKeptAnswersTest {

    public static class None implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("verbatim.http.cache.memory-limit", "0");
        }
    }

    @Test
    void nothingIsKept() throws IOException {
        Raw first = Raw.of("GET", "/v1/quotes", "localhost", List.of());
        assertThat(first.status()).contains(" 200 ");
        assertThat(Raw.of("GET", "/v1/quotes", "localhost", List.of())).isEqualTo(first);
        assertThat(gets("hit")).isZero();
        assertThat(meter("verbatim_http_cache_size_bytes")).isZero();
    }
}
