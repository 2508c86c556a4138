package org.verbatim.extraction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.verbatim.dossier.Annotator;
import org.verbatim.dossier.Dossier;
import org.verbatim.text.LanguageTag;
import org.verbatim.text.SourceText;

/** Reads a plain article and writes its dossier. Keeps no state; any number of threads may use it at once. */
@ApplicationScoped
public class Extractor implements Annotator {

    private final Finder<Dossier.QuotePart> quotes = new QuoteFinder();
    private final Finder<Dossier.FundingFactPart> fundingFacts = new FundingFinder();
    private final Finder<Dossier.MeetingPart> meetings = new MeetingFinder();

    /**
     * The language is detected unless {@code known} has it. No record is found in one without word lists: read with those
     * of another, it would say what it does not. What stands round the text is looked for with those of the first one.
     */
    @Override
    public Dossier annotate(Dossier.ArticlePart known, SourceText text) {
        String stated = known.inLanguage();
        String language = stated == null || stated.isEmpty() ? LanguageGuess.of(text) : LanguageTag.cased(stated);
        Reading reading = Reading.of(text, language);
        if (!Lexicon.isFor(language)) {
            return new Dossier(
                    FrontMatter.complete(known, reading, language), List.of(), List.of(), List.of(), List.of());
        }
        Cast cast = Cast.of(reading);
        List<Dossier.QuotePart> quotesFound = quotes.find(reading, cast);
        List<Dossier.FundingFactPart> fundingFound = fundingFacts.find(reading, cast);
        List<Dossier.MeetingPart> meetingsFound = meetings.find(reading, cast);
        return new Dossier(
                FrontMatter.complete(known, reading, language), cast.parts(), quotesFound, fundingFound, meetingsFound);
    }
}
