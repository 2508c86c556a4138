package org.verbatim.extraction;

import org.verbatim.text.Span;

/**
 * A place where an agent is named.
 *
 * @param fromToken the number of the first token of the name
 * @param toToken the number behind that of the last token of the name
 * @param titledFrom the number of the first token with what stands before the name: <i>la docteure</i> Hassaballah
 * @param titled the title and the name
 */
record Mention(Agent agent, int fromToken, int toToken, int titledFrom, Span titled) {}
