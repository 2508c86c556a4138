/** The whole of what is held, out and in again. */
@NullMarked
package org.verbatim.backup;

import org.jspecify.annotations.NullMarked;
