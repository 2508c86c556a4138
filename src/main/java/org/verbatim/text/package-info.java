/**
 * Characters and where they stand: texts addressed by Unicode code points, spans, the selectors of the
 * <a href="https://www.w3.org/TR/annotation-model/#selectors">W3C Web Annotation Data Model</a>, anchoring, and the
 * folding of typography with a map back to the original.
 *
 * <p>Every offset of this package's public interface counts Unicode code points from 0 and every end is exclusive,
 * unless a name says {@code char}. Nothing here reads, writes or keeps state; every type is immutable.
 */
@NullMarked
package org.verbatim.text;

import org.jspecify.annotations.NullMarked;
