package org.verbatim.extraction;

import org.verbatim.text.Span;

/**
 * A part of the page.
 *
 * @param span without white space round it
 * @param fromToken the number of its first token
 * @param toToken the number behind that of its last token
 */
record Block(Kind kind, Span span, int fromToken, int toToken) {

    enum Kind {
        HEADLINE,
        /** byline, dates, time of reading, the place and date at the head of a dispatch */
        META,
        PARAGRAPH,
        CAPTION,
        /** share buttons, links to other articles, comment boxes, picture credits, names of picture files */
        NOISE
    }

    /** Whether it is the article that speaks here. */
    boolean isContent() {
        return kind != Kind.NOISE && kind != Kind.META;
    }
}
