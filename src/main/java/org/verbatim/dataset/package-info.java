/** The dataset version: one number that every committed change moves. */
@NullMarked
package org.verbatim.dataset;

import org.jspecify.annotations.NullMarked;
