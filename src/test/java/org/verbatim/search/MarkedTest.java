package org.verbatim.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

class MarkedTest {

    @Test
    void escapesWhatIsNotOurs() {
        SourceText text = SourceText.of("<b>\"𝒳 & l'y\"</b>");
        assertThat(Marked.html(text, new Span(0, text.length()), List.of(new Span(4, 5))))
                .isEqualTo("&lt;b&gt;&quot;<mark>𝒳</mark> &amp; l&#39;y&quot;&lt;/b&gt;");
    }

    @Test
    void marksOnlyWhatLiesInThePassage() {
        SourceText text = SourceText.of("0123456789");
        assertThat(Marked.html(
                        text,
                        new Span(2, 8),
                        List.of(new Span(0, 1), new Span(1, 3), new Span(4, 5), new Span(7, 9), new Span(9, 10))))
                .isEqualTo("<mark>2</mark>3<mark>4</mark>56<mark>7</mark>");
        assertThat(Marked.html(text, new Span(2, 4), List.of())).isEqualTo("23");
    }
}
