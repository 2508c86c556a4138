package org.verbatim.index;

import java.util.List;
import org.verbatim.text.Span;

/**
 * Where a claimed quotation might come from, best first: a short list to be aligned and judged, not a judgement.
 *
 * @param datasetVersion what this was answered from
 */
public record Candidates(List<Candidate> candidates, long datasetVersion) {
    /**
     * A document that shares words with the claim.
     *
     * @param places where in the article to look, best first, at most three, each whole sentences (or nearly); for a
     *     document of up to 400 code points one place: from the start of its body to the end
     */
    public record Candidate(String kind, String id, List<Span> places) {}
}
