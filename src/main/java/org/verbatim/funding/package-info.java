/** Who paid, promised or asked for how much, pinned to the article. */
@NullMarked
package org.verbatim.funding;

import org.jspecify.annotations.NullMarked;
