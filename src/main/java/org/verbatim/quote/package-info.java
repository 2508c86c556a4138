/** Who said what: direct, indirect and mixed speech, pinned to the article. */
@NullMarked
package org.verbatim.quote;

import org.jspecify.annotations.NullMarked;
