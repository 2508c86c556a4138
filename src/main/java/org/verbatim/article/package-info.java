/** The source: its bytes, its hash, its metadata, and what every record pinned to it has in common. */
@NullMarked
package org.verbatim.article;

import org.jspecify.annotations.NullMarked;
