package org.verbatim.dossier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of so many seeds that their import takes a while: each says one thing, and all are of one speaker. */
final class ManySeeds {

    static final int COUNT = 1000;

    private ManySeeds() {}

    /**
     * Writes them.
     *
     * @param folder must not be there yet
     * @param more what each of them says besides
     */
    static Path in(Path folder, String more) throws IOException {
        Files.createDirectory(folder);
        for (int i = 0; i < COUNT; i++) {
            String text = "« Nous avons ouvert le quai %d », a déclaré Anne Roy.\n%s".formatted(i, more);
            String id = "a%04d".formatted(i);
            Files.writeString(folder.resolve(id + ".txt"), text);
            Files.writeString(folder.resolve(id + ".json"), """
                    {"article": {"id": "%s", "sha256": "%s", "inLanguage": "fr"},
                     "agents": [{"id": "anne-roy", "type": "Person", "name": "Anne Roy"}],
                     "quotes": [{"form": "DIRECT", "attribution": "EXPLICIT", "speaker": "anne-roy",
                                 "segments": [{"exact": "Nous avons ouvert le quai %d", "verbatim": true}]}],
                     "fundingFacts": [], "meetings": []}""".formatted(
                            id, Sha256.of(text.getBytes(StandardCharsets.UTF_8)), i));
        }
        return folder;
    }

    /** That the service of this address holds each of them once, with what it says, and finds all. */
    static void areHeld(String address) {
        for (String list :
                List.of("/v1/articles", "/v1/quotes", "/v1/quotes?speaker=anne-roy", "/v1/quotes?q=ouvert")) {
            List<String> ids = given().urlEncodingEnabled(false)
                    .get(address + list + (list.contains("?") ? "&" : "?") + "format=ndjson")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString()
                    .lines()
                    .map(line -> line.replaceFirst(".*?\"id\":\"([^\"]*)\".*", "$1"))
                    .toList();
            assertThat(ids).as(list).hasSize(COUNT).doesNotHaveDuplicates();
        }
    }
}
