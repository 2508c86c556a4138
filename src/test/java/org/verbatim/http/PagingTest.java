package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbatim.Listing;

@QuarkusTest
class PagingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/quotes",
                "/v1/funding-facts",
                "/v1/meetings",
                "/v1/articles",
                "/v1/agents",
                "/v1/quotes?form=INDIRECT&speaker=Amy%20Pope"
            })
    void thePagesTogetherAreTheWholeList(String list) {
        List<String> whole = Listing.ids(list.replaceFirst("[?].*", ""), filters(list));
        for (int limit : List.of(1, 2, 3, 100)) {
            List<String> walked = new ArrayList<>();
            String next = list + (list.contains("?") ? "&" : "?") + "limit=" + limit;
            while (next != null) {
                Response page = given().urlEncodingEnabled(false).get(next);
                page.then().statusCode(200);
                List<String> ids = page.path("items.id");
                assertThat(ids).hasSizeLessThanOrEqualTo(limit).isNotEmpty();
                assertThat((int) page.path("total")).isEqualTo(whole.size());
                walked.addAll(ids);
                String self = page.path("links.self");
                next = page.path("links.next");
                assertThat(page.header("Link"))
                        .startsWith("<%s>; rel=\"self\"".formatted(self)
                                + (next == null ? ", <" : ", <%s>; rel=\"next\", <".formatted(next)));
                assertThat(self).startsWith("http://");
            }
            assertThat(walked).isEqualTo(whole);
        }
    }

    private static String[] filters(String list) {
        return list.contains("?") ? new String[] {"form", "INDIRECT", "speaker", "Amy Pope"} : new String[0];
    }
}
