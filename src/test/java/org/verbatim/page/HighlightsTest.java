package org.verbatim.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/** Marks in a text: what each one covers, and that HTML can have them. */
class HighlightsTest {

    @Test
    void marksOneWithinTheOther() {
        assertThat(html("who paid whom", mark("a", 0, 13), mark("b", 4, 8))).isEqualTo("<a>who <b>paid</b> whom</a>");
    }

    @Test
    void closesAndOpensAgainWhereTwoOverlap() {
        assertThat(html("who paid whom", mark("a", 0, 8), mark("b", 4, 13)))
                .isEqualTo("<a>who <b>paid</b></a><b> whom</b>");
    }

    @Test
    void putsTheLongerOneOutsideWhereTwoBeginTogether() {
        assertThat(html("who paid", mark("a", 0, 3), mark("b", 0, 8))).isEqualTo("<b><a>who</a> paid</b>");
    }

    @Test
    void marksTheSamePlaceTwice() {
        assertThat(html("who", mark("a", 0, 3), mark("b", 0, 3))).isEqualTo("<a><b>who</b></a>");
    }

    @Test
    void countsCodePoints() {
        assertThat(html("🙂🙂ab", mark("a", 1, 3))).isEqualTo("🙂<a>🙂a</a>b");
    }

    @Test
    void staysWithinItsLine() {
        assertThat(html("who\n\npaid\nwhom", mark("a", 1, 12))).isEqualTo("w<a>ho</a>|<a>paid</a>|<a>wh</a>om");
    }

    @Test
    void beginsWhereTheFirstOfItsSpansIs() {
        Highlights.Mark mark = new Highlights.Mark("a", "quote", 1, List.of(new Span(4, 8), new Span(0, 3)));
        List<Highlights.Line> lines = Highlights.of(SourceText.of("who\npaid"), List.of(mark));
        assertThat(lines.get(0).begins()).isEmpty();
        assertThat(lines.get(1).begins()).containsExactly(mark);
    }

    @Property
    void coversExactlyWhatIsMarkedAndNestsAsHtmlMust(@ForAll("places") Place place) {
        SourceText text = SourceText.of(place.text());
        Map<String, TreeSet<Integer>> covered = new HashMap<>();
        Map<String, Integer> begun = new HashMap<>();
        for (Highlights.Line line : Highlights.of(text, place.marks())) {
            Deque<String> open = new ArrayDeque<>();
            int at = line.span().start();
            for (Highlights.Piece piece : line.pieces()) {
                switch (piece.part()) {
                    case OPEN -> {
                        assertThat(open)
                                .as("opened twice")
                                .doesNotContain(piece.mark().id());
                        open.push(piece.mark().id());
                        assertThat(piece.depth()).isEqualTo(open.size());
                        if (piece.first()) {
                            begun.merge(piece.mark().id(), 1, Integer::sum);
                        }
                    }
                    case CLOSE -> assertThat(open.pop()).isEqualTo(piece.mark().id());
                    case TEXT -> {
                        assertThat(piece.text()).isNotEmpty();
                        int end =
                                at + piece.text().codePointCount(0, piece.text().length());
                        for (String id : open) {
                            IntStream.range(at, end).forEach(covered.computeIfAbsent(id, key -> new TreeSet<>())::add);
                        }
                        at = end;
                    }
                }
            }
            assertThat(open).as("left open").isEmpty();
            assertThat(at).as("the whole line").isEqualTo(line.span().end());
        }
        for (Highlights.Mark mark : place.marks()) {
            TreeSet<Integer> expected = new TreeSet<>();
            for (Span span : mark.spans()) {
                IntStream.range(span.start(), span.end())
                        .filter(i -> isInALine(text, i))
                        .forEach(expected::add);
            }
            assertThat(Objects.requireNonNullElse(covered.get(mark.id()), new TreeSet<>()))
                    .isEqualTo(expected);
            assertThat(begun.getOrDefault(mark.id(), 0)).isLessThanOrEqualTo(1);
        }
    }

    record Place(String text, List<Highlights.Mark> marks) {}

    @Provide
    Arbitrary<Place> places() {
        return Arbitraries.of("a", "é", "🙂", " ", "\n", "<", "\u0301")
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(pieces -> String.join("", pieces))
                .flatMap(text -> {
                    int length = text.codePointCount(0, text.length());
                    Arbitrary<Span> span = Combinators.combine(
                                    Arbitraries.integers().between(0, length - 1),
                                    Arbitraries.integers().between(1, length))
                            .as((start, size) -> new Span(start, Math.min(length, start + size)));
                    return span.list()
                            .ofMinSize(1)
                            .ofMaxSize(3)
                            .list()
                            .ofMaxSize(5)
                            .map(spans -> {
                                List<Highlights.Mark> marks = new ArrayList<>();
                                spans.forEach(each -> marks.add(
                                        new Highlights.Mark("m" + marks.size(), "quote", marks.size() + 1, each)));
                                return new Place(text, marks);
                            });
                });
    }

    private static boolean isInALine(SourceText text, int position) {
        if (text.codePointAt(position) == '\n') {
            return false;
        }
        int start = position;
        while (start > 0 && text.codePointAt(start - 1) != '\n') {
            start--;
        }
        int end = position;
        while (end < text.length() && text.codePointAt(end) != '\n') {
            end++;
        }
        return !text.slice(start, end).isBlank();
    }

    private static Highlights.Mark mark(String id, int start, int end) {
        return new Highlights.Mark(id, "quote", 1, List.of(new Span(start, end)));
    }

    private static String html(String text, Highlights.Mark... marks) {
        return Highlights.of(SourceText.of(text), List.of(marks)).stream()
                .map(line -> line.pieces().stream()
                        .map(piece -> switch (piece.part()) {
                            case OPEN -> "<" + piece.mark().id() + ">";
                            case CLOSE -> "</" + piece.mark().id() + ">";
                            case TEXT -> piece.text();
                        })
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
    }
}
