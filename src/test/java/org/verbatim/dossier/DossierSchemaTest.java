package org.verbatim.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of the file format, and the files that must meet it. */
class DossierSchemaTest {

    private static final Path SEED = Path.of("seeds/003_d5de80af24a298a5.json");

    private final Schema schema;

    DossierSchemaTest() throws IOException {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("src/main/resources/dossier.schema.json")), InputFormat.JSON);
    }

    @Test
    void theSeedsMeetIt() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("seeds"))) {
            List<Path> dossiers =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(dossiers).hasSize(2);
            for (Path dossier : dossiers) {
                assertThat(schema.validate(Files.readString(dossier), InputFormat.JSON))
                        .as(dossier.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void whatAProgramFoundMeetsIt() throws IOException {
        String extracted = Files.readString(SEED)
                .replace(
                        "\"form\": \"MIXED\"",
                        "\"form\": \"MIXED\", \"reviewStatus\": \"EXTRACTED\", \"extraction\": {\"rule\":"
                                + " \"fr.cue-first2\", \"confidence\": \"LOW\"}");
        assertThat(extracted).contains("EXTRACTED");
        assertThat(schema.validate(extracted, InputFormat.JSON)).isEmpty();
    }

    /** Each takes something right and makes it wrong. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"form\": \"DIRECT\"|\"form\": \"SUNG\"",
                "\"status\": \"NOT_STATED\"|\"status\": \"NOT_STATED\", \"value\": 0",
                "\"value\": 100000000|\"value\": 0",
                "\"currency\": \"USD\"|\"currency\": \"dollars\"",
                "\"inLanguage\": \"fr\"|\"inLanguage\": 1",
                "\"precision\": \"YEAR\"|\"precision\": \"CENTURY\"",
                "\"kind\": \"CONFERENCE\"|\"kind\": \"PARTY\"",
                "\"attribution\": \"EXPLICIT\"|\"attribution\": \"UNKNOWN\"",
                "\"publisher\": \"ALDAR\"|\"publisher\": \"ALDAR\", \"colour\": \"red\"",
                "\"start\": 593|\"start\": -1",
                "\"form\": \"MIXED\"|\"form\": \"MIXED\", \"reviewStatus\": \"SEEN\"",
                "\"form\": \"MIXED\"|\"form\": \"MIXED\", \"reviewStatus\": \"EXTRACTED\"",
                "\"kind\": \"TARGET\"|\"kind\": \"TARGET\", \"reviewStatus\": \"EXTRACTED\", \"extraction\": null",
                "\"kind\": \"CONFERENCE\"|\"kind\": \"CONFERENCE\", \"reviewStatus\": \"EXTRACTED\"",
                "\"form\": \"MIXED\"|\"form\": \"MIXED\", \"extraction\": {\"rule\": \"said\"}",
                "\"form\": \"MIXED\"|\"form\": \"MIXED\", \"extraction\": {\"rule\": \"Said\", \"confidence\": \"LOW\"}"
            })
    void whatIsWrongDoesNotMeetIt(String right, String wrong) throws IOException {
        String dossier = Files.readString(SEED);
        assertThat(dossier).contains(right);
        String broken = dossier.replace(right, wrong);
        assertThat(schema.validate(broken, InputFormat.JSON)).isNotEmpty();
    }
}
