/**
 * Is this quotation genuine? A claim is normalised, candidates are retrieved, aligned word by word, and judged.
 *
 * <p>All that decides is pure and knows neither database nor HTTP: {@link Wording} cuts texts into words,
 * {@link Alignment} lays a claim against a source, {@link Judge} says what that means.
 */
@NullMarked
package org.verbatim.verification;

import org.jspecify.annotations.NullMarked;
