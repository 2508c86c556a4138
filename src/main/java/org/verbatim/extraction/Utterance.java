package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;

/** What stands between quotation marks, over as many paragraphs as reopen them; at least one part. */
record Utterance(List<Quotation> parts) {

    /** The outermost quotations of an article, those of several paragraphs together. */
    static List<Utterance> in(List<Quotation> quotations) {
        List<Utterance> utterances = new ArrayList<>();
        List<Quotation> parts = new ArrayList<>();
        for (Quotation quotation : quotations) {
            if (quotation.depth() > 0) {
                continue;
            }
            if (!quotation.continues() && !parts.isEmpty()) {
                utterances.add(new Utterance(List.copyOf(parts)));
                parts.clear();
            }
            parts.add(quotation);
            if (quotation.closed()) {
                utterances.add(new Utterance(List.copyOf(parts)));
                parts.clear();
            }
        }
        if (!parts.isEmpty()) {
            utterances.add(new Utterance(List.copyOf(parts)));
        }
        return utterances;
    }

    /** The number of the token that opens it. */
    int open() {
        return parts.get(0).open();
    }

    /** The number of the token that closes it. */
    int close() {
        return parts.get(parts.size() - 1).close();
    }

    /** How many tokens stand between its marks. */
    int length() {
        return parts.stream().mapToInt(Quotation::length).sum();
    }
}
