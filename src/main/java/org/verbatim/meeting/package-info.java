/** Who met whom, pinned to the article. */
@NullMarked
package org.verbatim.meeting;

import org.jspecify.annotations.NullMarked;
