/** One ranked list over quotes, funding facts, meetings and articles. */
@NullMarked
package org.verbatim.search;

import org.jspecify.annotations.NullMarked;
