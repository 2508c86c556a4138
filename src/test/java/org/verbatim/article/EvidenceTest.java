package org.verbatim.article;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.verbatim.text.Anchor;
import org.verbatim.text.Anchoring;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;
import org.verbatim.text.TextQuoteSelector;

/** Re-proves every record as a stranger would: over HTTP, from the article's text. */
@QuarkusTest
class EvidenceTest {

    /** What the dossiers of the two seeds pin, counted by hand when they were written, and what their articles pin. */
    private static final int AT_LEAST = 90;

    @Test
    void everyPieceOfEvidenceStandsWhereItSaysItStands() throws NoSuchAlgorithmException {
        List<Map<String, Object>> evidence = new ArrayList<>();
        for (String list : List.of("/v1/quotes", "/v1/funding-facts", "/v1/meetings", "/v1/articles")) {
            List<Map<String, Object>> items = when().get(list + "?limit=100").path("items");
            items.forEach(item -> collect(item, evidence));
            for (Map<String, Object> item : items) {
                Map<String, Object> alone =
                        when().get(list + "/" + item.get("id")).path("$");
                assertThat(alone)
                        .as("the record alone is the record in the list")
                        .isEqualTo(item);
            }
        }
        assertThat(evidence).hasSizeGreaterThan(AT_LEAST);

        for (Map<String, Object> piece : evidence) {
            byte[] bytes = when().get(piece.get("source") + "/text").asByteArray();
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .isEqualTo(piece.get("sourceSha256"));
            SourceText text = SourceText.of(new String(bytes, StandardCharsets.UTF_8));
            @SuppressWarnings("unchecked")
            List<Map<String, Object>> selectors = (List<Map<String, Object>>) piece.get("selector");
            Map<String, Object> position = selectors.get(0);
            Map<String, Object> quote = selectors.get(1);
            assertThat(position).containsEntry("type", "TextPositionSelector");
            assertThat(quote).containsEntry("type", "TextQuoteSelector");
            Span span = new Span((Integer) position.get("start"), (Integer) position.get("end"));
            assertThat(text.slice(span)).isEqualTo(quote.get("exact"));
            assertThat(Anchoring.anchor(
                            text,
                            new TextQuoteSelector((String) quote.get("exact"), (String) quote.get("prefix"), (String)
                                    quote.get("suffix"))))
                    .as("the words in context lead to the same place")
                    .isEqualTo(new Anchor.Found(span));
        }
    }

    private static void collect(Object value, List<Map<String, Object>> evidence) {
        if (value instanceof Map<?, ?> map) {
            if (map.containsKey("selector")) {
                @SuppressWarnings("unchecked")
                Map<String, Object> piece = (Map<String, Object>) map;
                evidence.add(piece);
            }
            map.values().forEach(inner -> collect(inner, evidence));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> collect(inner, evidence));
        }
    }
}
