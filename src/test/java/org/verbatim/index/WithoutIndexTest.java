package org.verbatim.index;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbatim.dataset.Dataset;
import org.verbatim.dataset.Watcher;

/** A list is the same, page by page, whether the index leads to it or, as it cannot be used, the database is asked. */
@QuarkusTest
class WithoutIndexTest {

    @Inject
    IndexConfig config;

    @Inject
    Dataset dataset;

    @Inject
    Watcher watcher;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/articles",
                "/v1/articles?lang=fr",
                "/v1/articles?lang=en",
                "/v1/articles?publisher=hespress",
                "/v1/agents",
                "/v1/agents?type=Person",
                "/v1/agents?type=Organization&type=Group",
                "/v1/quotes",
                "/v1/quotes?speaker=amy-pope",
                "/v1/quotes?speaker=amy-pope&form=DIRECT",
                "/v1/quotes?form=DIRECT&form=MIXED",
                "/v1/quotes?article=fbf5bc84079181b5&lang=fr",
                "/v1/quotes?lang=ar",
                "/v1/funding-facts",
                "/v1/funding-facts?minAmount=1000000",
                "/v1/funding-facts?minAmount=1000&maxAmount=20000000&currency=USD",
                "/v1/meetings",
                "/v1/meetings?attendee=amy-pope",
                "/v1/meetings?attendee=nobody"
            })
    void readsTheSameFromTheDatabase(String list) {
        List<Object> withIndex = read(list, 2);
        QuarkusMock.installMockForType(new Unusable(config, dataset, watcher), CurrentIndex.class);
        assertThat(read(list, 3)).isEqualTo(withIndex);
    }

    /** All items, and how many each page said that there are. Of another limit, so that no page is one that is kept. */
    private static List<Object> read(String list, int limit) {
        List<Object> items = new ArrayList<>();
        List<Integer> totals = new ArrayList<>();
        @Nullable String next = list + (list.contains("?") ? "&" : "?") + "limit=" + limit;
        while (next != null) {
            JsonPath page = given().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<Object> shown = page.getList("items");
            assertThat(shown).hasSizeLessThanOrEqualTo(limit);
            items.addAll(shown);
            totals.add(page.getInt("total"));
            next = page.getString("links.next");
        }
        assertThat(totals).containsOnly(items.size());
        return items;
    }

    /** As where it could not be read, and is being built anew. */
    @Vetoed // is put in the place of the other one, and not beside it
    private static final class Unusable extends CurrentIndex {

        Unusable(IndexConfig config, Dataset dataset, Watcher watcher) {
            super(config, dataset, watcher, List.of());
        }

        @Override
        public @Nullable Matches matches(IndexQuery query, @Nullable IndexPlace after, int most) {
            return null;
        }

        @Override
        public @Nullable Long count(IndexQuery query) {
            return null;
        }

        @Override
        public @Nullable Map<String, Long> counts(String kind, String keyword, Collection<String> values) {
            return null;
        }
    }
}
