/** The file format of {@code seeds/}: reading, checking and importing what an article says. */
@NullMarked
package org.verbatim.dossier;

import org.jspecify.annotations.NullMarked;
