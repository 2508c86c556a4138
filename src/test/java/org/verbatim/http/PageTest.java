package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.verbatim.index.IndexHits;

class PageTest {

    @Test
    void aTotalIsTakenForExactWhereItIs() {
        assertThat(found(IndexHits.COUNTED, true).totalIsExact()).isTrue();
        assertThat(found(IndexHits.COUNTED, false).totalIsExact()).isFalse();
        assertThat(new Page<>(List.of(), 1_000_000, null, null, links(), null).totalIsExact())
                .isTrue();
    }

    @Test
    void nobodyIsServedHowItWasCounted() throws JsonProcessingException {
        assertThat(new ObjectMapper().writeValueAsString(found(1, true).searched()))
                .isEqualTo("{\"terms\":[\"maroc\"]}");
    }

    private static Page<String> found(long total, boolean exact) {
        IndexHits hits = new IndexHits(List.of(), total, exact, null, null, List.of("maroc"), 1);
        return new Page<>(List.of(), total, Page.Searched.of(hits), null, links(), null);
    }

    private static Page.Links links() {
        return new Page.Links(URI.create("http://localhost/v1/quotes"), null);
    }
}
