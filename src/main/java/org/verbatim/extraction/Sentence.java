package org.verbatim.extraction;

/**
 * A sentence with its final mark; one that holds a quotation of several sentences holds all of them.
 *
 * @param fromToken the number of its first token
 * @param toToken the number behind that of its last token
 * @param block the number of its block
 */
record Sentence(int fromToken, int toToken, int block) {}
