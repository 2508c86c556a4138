/** People, organisations and groups, their names and roles. */
@NullMarked
package org.verbatim.agent;

import org.jspecify.annotations.NullMarked;
