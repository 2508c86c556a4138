package org.verbatim.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectorTest {
    private final ObjectMapper json = new ObjectMapper();

    record Evidence(List<Selector> selector) {}

    @Test
    void isWrittenAndReadAsW3cHasIt() throws JsonProcessingException {
        String written = """
                {"selector":[\
                {"type":"TextPositionSelector","start":1,"end":2},\
                {"type":"TextQuoteSelector","exact":"a","prefix":"b"}]}""";
        var evidence =
                new Evidence(List.of(TextPositionSelector.of(new Span(1, 2)), new TextQuoteSelector("a", "b", null)));
        assertThat(json.writeValueAsString(evidence)).isEqualTo(written);
        assertThat(json.readValue(written, Evidence.class)).isEqualTo(evidence);
    }

    @Test
    void isWrittenAloneToo() throws JsonProcessingException {
        assertThat(json.writeValueAsString(new TextPositionSelector(0, 0)))
                .isEqualTo("{\"type\":\"TextPositionSelector\",\"start\":0,\"end\":0}");
    }

    @Test
    void refusesAPlaceThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TextPositionSelector(2, 1));
    }
}
