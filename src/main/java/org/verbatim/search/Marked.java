package org.verbatim.search;

import java.util.List;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/** A passage as HTML. */
final class Marked {

    private Marked() {}

    /**
     * The characters of a passage, with {@code <mark>} round the highlights in it. Whatever else stands there comes out as
     * text, also between the quotation marks of an attribute.
     *
     * @param highlights in order, not overlapping; what sticks out of the passage is cut
     */
    static String html(SourceText text, Span passage, List<Span> highlights) {
        StringBuilder html = new StringBuilder();
        int from = passage.start();
        for (Span highlight : highlights) {
            int start = Math.max(from, highlight.start());
            int end = Math.min(passage.end(), highlight.end());
            if (start < end) {
                escape(text.slice(from, start), html);
                escape(text.slice(start, end), html.append("<mark>"));
                html.append("</mark>");
                from = end;
            }
        }
        escape(text.slice(from, passage.end()), html);
        return html.toString();
    }

    private static void escape(String text, StringBuilder html) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
