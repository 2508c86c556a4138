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

/** However much is asked for, and under however many names, what is kept takes no more memory than it may. */
@QuarkusTest
@TestProfile(KeptAnswersBoundTest.Little.class)
class KeptAnswersBoundTest {

    private static final int LIMIT = 100 * 1024;

    public static class Little implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("verbatim.http.cache.memory-limit", Integer.toString(LIMIT));
        }
    }

    @Test
    void itIsNeverMoreThanItMayBe() throws IOException {
        String quote = "/v1/quotes/fbf5bc84079181b5.q765";
        double most = 0;
        for (int i = 0; i < 150; i++) {
            Raw.of("GET", quote, "host" + i + ".example", List.of());
            Raw.of("GET", "/v1/search?q=migrations+" + i, "localhost", List.of("Accept: */*;q=0." + i));
            if (i % 10 == 0) {
                double size = size();
                assertThat(size).isLessThanOrEqualTo(LIMIT);
                most = Math.max(most, size);
            }
        }
        assertThat(most).as("it is used").isGreaterThan(LIMIT / 2.0);
        // What is larger than an eighth of it is never kept.
        double hits = gets("hit");
        for (int i = 0; i < 3; i++) {
            assertThat(Raw.of("GET", "/v1/quotes?limit=100", "localhost", List.of())
                            .body())
                    .hasSizeGreaterThan(LIMIT / 8);
        }
        assertThat(gets("hit")).isEqualTo(hits);
    }

    private static double size() {
        return meter("verbatim_http_cache_size_bytes");
    }
}
