package org.verbatim.verification;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.quote.Form;
import org.verbatim.quote.QuoteEntity;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/**
 * Some text that a claim can be held against.
 *
 * @param quote the id of the quote it is part of; null for the prose of an article
 * @param speaker the id of the agent whose words or reported words these are; null if nobody is named
 * @param direct whether these are the speaker's own words, between quotation marks
 */
record Source(
        String article, @Nullable String quote, @Nullable String speaker, boolean direct, Wording wording) {

    /**
     * What a quote has to hold a claim against. A direct quote is one source: what stands between its segments is the
     * reporting clause. Of a mixed one, each stretch of the speaker's own words is one, and all of it is a report.
     *
     * @param segments in the order of the article
     */
    static List<Source> ofQuote(
            String article,
            String quote,
            @Nullable String speaker,
            Form form,
            SourceText text,
            List<QuoteEntity.Segment> segments) {
        List<Source> sources = new ArrayList<>();
        List<Span> own = new ArrayList<>();
        for (QuoteEntity.Segment segment : segments) {
            if (segment.verbatim()) {
                own.add(segment.span());
            } else if (!own.isEmpty()) {
                sources.add(new Source(article, quote, speaker, true, Wording.of(text, own)));
                own.clear();
            }
        }
        if (!own.isEmpty()) {
            sources.add(new Source(article, quote, speaker, true, Wording.of(text, own)));
        }
        if (form != Form.DIRECT) {
            List<Span> all = segments.stream().map(QuoteEntity.Segment::span).toList();
            sources.add(new Source(article, quote, speaker, false, Wording.of(text, all)));
        }
        return sources;
    }

    /** What is left of a passage without direct speech, which is never the journalist's prose. */
    static List<Source> ofProse(String article, SourceText text, Span passage, List<Span> speech) {
        List<Source> prose = new ArrayList<>();
        int from = passage.start();
        for (Span spoken : speech.stream().filter(passage::overlaps).sorted().toList()) {
            if (spoken.start() > from) {
                prose.add(ofProse(article, text, new Span(from, spoken.start())));
            }
            from = Math.max(from, spoken.end());
        }
        if (from < passage.end()) {
            prose.add(ofProse(article, text, new Span(from, passage.end())));
        }
        return prose;
    }

    private static Source ofProse(String article, SourceText text, Span span) {
        return new Source(article, null, null, false, Wording.of(text, List.of(span)));
    }
}
