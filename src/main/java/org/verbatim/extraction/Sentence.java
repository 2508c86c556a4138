package org.verbatim.extraction;

import org.verbatim.text.Span;

/**
 * A sentence with its final mark; one that holds a quotation of several sentences holds all of them.
 *
 * @param fromToken the number of its first token
 * @param toToken the number behind that of its last token
 * @param block the number of its block
 */
record Sentence(Span span, int fromToken, int toToken, int block) {}
