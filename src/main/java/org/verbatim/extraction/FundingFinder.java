package org.verbatim.extraction;

import java.util.List;
import org.verbatim.dossier.Dossier;

/** Finds who gives, promises, lends or needs money. */
final class FundingFinder implements Finder<Dossier.FundingFactPart> {

    @Override
    public List<Dossier.FundingFactPart> find(Reading reading, Cast cast) {
        return new FundingReader(reading, cast).read();
    }
}
