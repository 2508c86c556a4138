package org.verbatim.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.verbatim.index.IndexedDocument.Piece;

class IndexedDocumentTest {
    static final IndexedDocument EMPTY = IndexedDocument.of("Quote", "q", "a", "fr-CA", 0);

    @Test
    void keepsItsBodyInOrderAndOnce() {
        assertThat(EMPTY.body("fghij", 15)
                        .body("abcde", 10)
                        .body("defg", 13)
                        .body("cd", 12)
                        .body("z", 30)
                        .body())
                .containsExactly(new Piece("abcdefghij", 10), new Piece("z", 30));
        assertThat(EMPTY.body("😀b", 0).body("b😀c", 1).body()).containsExactly(new Piece("😀b😀c", 0));
        assertThat(EMPTY.body("", 5).body()).isEmpty();
    }

    @Test
    void takesWhatThereIs() {
        assertThat(EMPTY.about(null).keyword("speaker", null).number("amount", null))
                .isEqualTo(EMPTY);
        assertThat(EMPTY.keyword("speaker", "a")
                        .keyword("speaker", "b")
                        .keyword("speaker", "a")
                        .keywords())
                .isEqualTo(Map.of("speaker", Set.of("a", "b")));
        assertThat(EMPTY.number("amount", BigDecimal.ONE).numbers()).isEqualTo(Map.of("amount", BigDecimal.ONE));
        assertThat(EMPTY.language()).isEqualTo("fr");
    }
}
