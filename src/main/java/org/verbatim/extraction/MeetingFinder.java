package org.verbatim.extraction;

import java.util.List;
import org.verbatim.dossier.Dossier;

/** Finds who met whom. */
final class MeetingFinder implements Finder<Dossier.MeetingPart> {

    @Override
    public List<Dossier.MeetingPart> find(Reading reading, Cast cast) {
        return new MeetingReader(reading, cast).read();
    }
}
