/** The desk: articles come in and go, and editors put right what a program found. */
@NullMarked
package org.verbatim.review;

import org.jspecify.annotations.NullMarked;
