package org.verbatim.extraction;

import java.util.List;
import org.verbatim.dossier.Dossier;

/** Finds who said what, sentence by sentence: first what stands between quotation marks, then what is reported. */
final class QuoteFinder implements Finder<Dossier.QuotePart> {

    @Override
    public List<Dossier.QuotePart> find(Reading reading, Cast cast) {
        Quoting quoting = new Quoting(reading, cast);
        DirectSpeech direct = new DirectSpeech(quoting);
        ReportedSpeech reported = new ReportedSpeech(quoting);
        for (int i = 0; i < reading.sentences().size(); i++) {
            direct.read(i);
            reported.read(i);
        }
        direct.endHeadlines();
        return quoting.parts();
    }
}
