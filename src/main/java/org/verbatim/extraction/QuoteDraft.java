package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.article.ReviewStatus;
import org.verbatim.dossier.Dossier;
import org.verbatim.quote.AttributionMethod;
import org.verbatim.quote.Form;
import org.verbatim.text.Span;

/** A quote as it is found; more may be said under the same cue. */
final class QuoteDraft {

    private final String rule;
    private final @Nullable Span cue;
    private final Cast.@Nullable Resolved speaker;
    private final boolean mentioned;
    private final List<Segment> segments = new ArrayList<>();

    record Segment(Span span, boolean verbatim) {}

    /**
     * @param speaker null where nobody can be told
     * @param mentioned whether the words that name the speaker stand in the reporting clause
     */
    QuoteDraft(
            String rule,
            @Nullable Span cue,
            Cast.@Nullable Resolved speaker,
            boolean mentioned,
            List<Segment> segments) {
        this.rule = rule;
        this.cue = cue;
        this.speaker = speaker;
        this.mentioned = mentioned;
        this.segments.addAll(segments);
    }

    Cast.@Nullable Resolved speaker() {
        return speaker;
    }

    int start() {
        return segments.get(0).span().start();
    }

    List<Segment> segments() {
        return segments;
    }

    void goesOn(List<Segment> more) {
        segments.addAll(more);
    }

    private Form form() {
        boolean some = segments.stream().anyMatch(Segment::verbatim);
        boolean all = segments.stream().allMatch(Segment::verbatim);
        return all ? Form.DIRECT : some ? Form.MIXED : Form.INDIRECT;
    }

    Dossier.QuotePart part(Reading reading, Cast cast) {
        Agent agent = speaker == null ? null : speaker.agent();
        Span mention = speaker == null || !mentioned || speaker.mention().isEmpty() ? null : speaker.mention();
        return new Dossier.QuotePart(
                null,
                form(),
                agent == null ? null : cast.use(agent),
                segments.stream()
                        .map(segment -> new Dossier.SegmentPart(
                                reading.text().slice(segment.span()),
                                segment.span().start(),
                                segment.span().end(),
                                segment.verbatim()))
                        .toList(),
                cue == null ? null : reading.pin(cue),
                mention == null ? null : reading.pin(mention),
                speaker == null || agent == null ? AttributionMethod.UNKNOWN : speaker.method(),
                null,
                ReviewStatus.EXTRACTED,
                Rules.extraction(rule));
    }
}
