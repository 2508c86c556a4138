/** The faces for people: the landing page and the page that explains problems. */
@NullMarked
package org.verbatim.page;

import org.jspecify.annotations.NullMarked;
