package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Property
    void whatIsWrittenIsRead(@ForAll("keys") List<String> keys) {
        Cursor cursor = new Cursor(keys);
        assertThat(Cursor.parse(cursor.toString(), keys.size())).isEqualTo(cursor);
        assertThatThrownBy(() -> Cursor.parse(cursor.toString(), keys.size() + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(Cursor.WHAT_IS_RIGHT);
    }

    /** Any text that can be stored, some with several lines. */
    @Provide
    Arbitrary<List<String>> keys() {
        return Arbitraries.oneOf(
                        Arbitraries.strings()
                                .withCharRange('\1', '\uD7FF')
                                .withCharRange('\uE000', '\uFFFF')
                                .ofMaxLength(20),
                        Arbitraries.strings().withChars("Aa\n\t \u00E9").ofMaxLength(8))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Test
    void oneWithLinesIsOfNoListThatHasSeveralKeys() {
        String before = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("Amy Pope\namy-pope".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Cursor.parse(before, 2)).hasMessage(Cursor.WHAT_IS_RIGHT);
    }
}
