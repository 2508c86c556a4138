package org.verbatim.text;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbatim.Packaged;
import org.verbatim.TestDatabase;

/** The packaged service where numbers are usually written with digits of another script. */
class OtherDigitsIT {

    private static final String QUOTE = "fbf5bc84079181b5.q765";

    @TempDir
    Path folder;

    @Test
    void idsAndAddressesAreAsEverywhere() throws IOException, InterruptedException {
        Map<String, String> data = TestDatabase.create(folder.resolve("data"));
        List<String> settings = new ArrayList<>(
                List.of("user.language=fa", "user.country=IR", "verbatim.http.rate-limit.requests=1000"));
        data.forEach((name, value) -> settings.add("%s=%s".formatted(name, value)));
        try (Packaged service = Packaged.start(folder.resolve("log"), settings)) {
            String address = service.address();
            given().get(address + "/v1/quotes?limit=100")
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", is("\"default\";q=1000;w=60"))
                    .body("items.id", hasItem(QUOTE));
            given().get(address + "/v1/quotes/" + QUOTE)
                    .then()
                    .statusCode(200)
                    .body("links.plainText", is(address + "/v1/articles/fbf5bc84079181b5/text#char=765,1263"));
        } finally {
            TestDatabase.drop(data);
        }
    }
}
