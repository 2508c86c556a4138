package org.verbatim.extraction;

import java.util.List;
import org.verbatim.dossier.Dossier;

/** Finds who said what. */
final class QuoteFinder implements Finder<Dossier.QuotePart> {

    @Override
    public List<Dossier.QuotePart> find(Reading reading, Cast cast) {
        return List.of();
    }
}
