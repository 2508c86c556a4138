/**
 * The Lucene index: documents in, ranked ids, highlights and candidates out.
 *
 * <p>It knows no noun: whoever has something to be found feeds it through {@link org.verbatim.index.IndexSource}. It is
 * derived from the database, says with every answer from which dataset version, is never the truth and can be rebuilt
 * at any time. All offsets are Unicode code points in the article, the end exclusive.
 */
@NullMarked
package org.verbatim.index;

import org.jspecify.annotations.NullMarked;
