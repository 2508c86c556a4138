/** The face for assistants: the Model Context Protocol over the same calls. */
@NullMarked
package org.verbatim.mcp;

import org.jspecify.annotations.NullMarked;
