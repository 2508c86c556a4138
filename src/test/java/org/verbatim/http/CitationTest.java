package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CitationTest {

    private static final Citation FULL = new Citation(
            "a1.q7",
            "Profits & {losses}: 100 % \\ ~50_000$",
            List.of("Ann and Bob Ltd", "Ève, C."),
            "The #1 Daily",
            "2018-12-10",
            "en",
            URI.create("https://daily.example/a?b=1&c=%20#d_e"),
            "Ève C.: “We never\nleft”",
            URI.create("http://localhost/v1/quotes/a1.q7"));

    private static final Citation BARE = new Citation(
            "a1.q7",
            "a1",
            List.of(),
            null,
            null,
            null,
            URI.create("http://localhost/v1/quotes/a1.q7"),
            "“We never left”",
            URI.create("http://localhost/v1/quotes/a1.q7"));

    @Test
    void isAnEntryOfBibtex() {
        assertThat(FULL.bibtex()).isEqualTo("""
                @misc{a1.q7,
                  month = dec,
                  author = {{Ann and Bob Ltd} and {Ève, C.}},
                  title = {{Profits \\& {\\textbraceleft}losses{\\textbraceright}: 100 \\% {\\textbackslash} {\\textasciitilde}50\\_000\\$}},
                  howpublished = {The \\#1 Daily},
                  year = {2018},
                  url = {https://daily.example/a?b=1&c=%20#d_e},
                  note = {Ève C.: “We never left” http://localhost/v1/quotes/a1.q7},
                  language = {en}
                }
                """);
        assertThat(BARE.bibtex()).isEqualTo("""
                @misc{a1.q7,
                  title = {{a1}},
                  url = {http://localhost/v1/quotes/a1.q7},
                  note = {“We never left” http://localhost/v1/quotes/a1.q7}
                }
                """);
    }

    @Test
    void isAnItemOfCsl() {
        assertThat(FULL.csl())
                .containsEntry("type", "article-newspaper")
                .containsEntry("title", "Profits & {losses}: 100 % \\ ~50_000$")
                .containsEntry("author", List.of(Map.of("literal", "Ann and Bob Ltd"), Map.of("literal", "Ève, C.")))
                .containsEntry("container-title", "The #1 Daily")
                .containsEntry("issued", Map.of("date-parts", List.of(List.of(2018, 12, 10))))
                .containsEntry("URL", "https://daily.example/a?b=1&c=%20#d_e");
        assertThat(BARE.csl()).containsOnlyKeys("id", "type", "title", "URL", "note");
    }

    /** BibTeX counts braces, whatever stands before them; one that is not closed swallows what follows. */
    @Property
    void noTextBreaksOutOfItsField(@ForAll String text) {
        int depth = 0;
        for (char c : Citation.tex(text).toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            assertThat(depth).isNotNegative();
            assertThat(c).isNotIn('\n', '\r');
        }
        assertThat(depth).isZero();
    }
}
