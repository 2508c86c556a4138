package org.verbatim.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/**
 * A text with marks in it, as HTML can have them: line by line, each mark within another or beside it. Where two
 * overlap, the one that begins first is outside, and the other one is closed and opened again where it ends. Spans are
 * code points, so no mark ever lies between the halves of a surrogate pair.
 */
final class Highlights {

    private Highlights() {}

    /**
     * Something to mark.
     *
     * @param id unique within a text
     * @param kind what it is shown as
     * @param number what it is called beside the text
     * @param spans at least one, the principal one first; they may touch or overlap each other
     */
    record Mark(String id, String kind, int number, List<Span> spans) {}

    /** What a piece of a line is. */
    enum Part {
        OPEN,
        TEXT,
        CLOSE
    }

    /**
     * A piece of a line.
     *
     * @param text for {@code TEXT}
     * @param mark for {@code OPEN} and {@code CLOSE}
     * @param first whether the mark's principal span begins here
     * @param depth in how many marks it lies, itself included
     */
    record Piece(Part part, String text, Mark mark, boolean first, int depth) {

        public boolean isOpen() {
            return part == Part.OPEN;
        }

        public boolean isClose() {
            return part == Part.CLOSE;
        }
    }

    /**
     * A line of the text that is not blank.
     *
     * @param span without the end of line
     * @param begins the marks whose principal span begins in it, in their order
     */
    record Line(Span span, List<Piece> pieces, List<Mark> begins) {

        public boolean isMarked() {
            return pieces.stream().anyMatch(Piece::isOpen);
        }
    }

    private static final Mark NO_MARK = new Mark("", "", 0, List.of());

    /** One of a mark's spans; those that overlap are one. */
    private record Stretch(Mark mark, Span span) {

        boolean isPrincipal() {
            return span.contains(mark.spans().get(0));
        }
    }

    static List<Line> of(SourceText text, List<Mark> marks) {
        List<Stretch> stretches = new ArrayList<>();
        marks.forEach(mark -> joined(mark.spans()).forEach(span -> stretches.add(new Stretch(mark, span))));
        // At the same place, the one that reaches farther opens first; marks of the same place keep their order.
        stretches.sort(
                Comparator.<Stretch>comparingInt(stretch -> stretch.span().start())
                        .thenComparing(Comparator.<Stretch>comparingInt(
                                        stretch -> stretch.span().end())
                                .reversed()));
        Set<String> opened = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        for (Span line : lines(text)) {
            List<Stretch> within = stretches.stream()
                    .filter(stretch -> stretch.span().overlaps(line))
                    .toList();
            lines.add(line(text, line, within, opened));
        }
        return lines;
    }

    private static Line line(SourceText text, Span line, List<Stretch> stretches, Set<String> opened) {
        TreeSet<Integer> edges = new TreeSet<>(List.of(line.start(), line.end()));
        for (Stretch stretch : stretches) {
            edges.add(Math.max(line.start(), stretch.span().start()));
            edges.add(Math.min(line.end(), stretch.span().end()));
        }
        List<Piece> pieces = new ArrayList<>();
        List<Mark> begins = new ArrayList<>();
        Deque<Stretch> open = new ArrayDeque<>();
        int from = line.start();
        for (int edge : edges) {
            if (edge > from) {
                pieces.add(new Piece(Part.TEXT, text.slice(from, edge), NO_MARK, false, open.size()));
                from = edge;
            }
            // Close down to the outermost one that ends here; what ends later is opened again.
            while (open.stream().anyMatch(stretch -> Math.min(stretch.span().end(), line.end()) == edge)) {
                pieces.add(new Piece(Part.CLOSE, "", open.pop().mark(), false, open.size() + 1));
            }
            for (Stretch stretch : stretches) {
                boolean here = stretch.span().start() <= edge
                        && edge < Math.min(stretch.span().end(), line.end());
                if (here && !open.contains(stretch)) {
                    open.push(stretch);
                    boolean first =
                            stretch.isPrincipal() && opened.add(stretch.mark().id());
                    if (first) {
                        begins.add(stretch.mark());
                    }
                    pieces.add(new Piece(Part.OPEN, "", stretch.mark(), first, open.size()));
                }
            }
        }
        return new Line(line, pieces, begins);
    }

    private static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans.stream().filter(span -> !span.isEmpty()).sorted().toList()) {
            Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && span.start() <= last.end()) {
                joined.set(joined.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    /** The lines that are not blank. */
    private static List<Span> lines(SourceText text) {
        List<Span> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.codePointAt(i) == '\n') {
                if (!text.slice(start, i).isBlank()) {
                    lines.add(new Span(start, i));
                }
                start = i + 1;
            }
        }
        return lines;
    }
}
