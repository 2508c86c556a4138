/**
 * A plain article in, a dossier out: quotes, funding facts and meetings in French and English.
 *
 * <p>A {@link org.verbatim.extraction.Reading} is the article as a reader sees it: blocks, sentences, tokens, quotations.
 * A {@link org.verbatim.extraction.Cast} is who is named in it. A {@link org.verbatim.extraction.Finder} takes both and
 * finds one kind of record. What is peculiar to a language stands in its folder of word lists ({@code extraction/fr}),
 * see {@link org.verbatim.extraction.Lexicon}. Everything is deterministic, and takes time linear in the article's length.
 *
 * <p>Every offset counts Unicode code points from 0 and every end is exclusive, unless a name says {@code token}.
 */
@NullMarked
package org.verbatim.extraction;

import org.jspecify.annotations.NullMarked;
