package org.verbatim.dossier;

import org.verbatim.text.SourceText;

/** Writes the dossier of an article that has none. */
public interface Annotator {

    /**
     * Finds what an article says: its headline, authors and dates as far as they are not known, and its records, each
     * {@code EXTRACTED}, pinned with start and end, and with the rule that found it. The same article always gets the
     * same dossier, and one that holds: a check finds no fault in it.
     *
     * @param known what is known of the article: its id, its SHA-256, and whatever its sender said of it
     * @param text the article
     */
    Dossier annotate(Dossier.ArticlePart known, SourceText text);
}
