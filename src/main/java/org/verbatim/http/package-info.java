/** What all resources share: problems, paging, filters, conditional requests. */
@NullMarked
package org.verbatim.http;

import org.jspecify.annotations.NullMarked;
