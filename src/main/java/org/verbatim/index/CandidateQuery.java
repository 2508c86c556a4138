package org.verbatim.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.verbatim.index.IndexQuery.Keyword;

/**
 * Asks where a claimed quotation might come from.
 *
 * @param text the claim, of any length; beyond 10,000 characters it is cut
 * @param keywords as in {@link IndexQuery}; usually {@code kind}
 * @param limit 1 to 1,000 candidates
 */
public record CandidateQuery(String text, List<Keyword> keywords, int limit) {
    /** @throws IllegalArgumentException if {@code limit} is out of range */
    public CandidateQuery {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit " + limit + " is not in 1 to 1,000");
        }
        keywords = List.copyOf(keywords);
    }

    /** Asks for the best candidates of one kind. */
    public static CandidateQuery of(String text, String kind, int limit) {
        return new CandidateQuery(text, List.of(new Keyword("kind", Set.of(kind))), limit);
    }

    /** This one among those of which a keyword has this value. */
    public CandidateQuery only(String name, String value) {
        List<Keyword> more = new ArrayList<>(keywords);
        more.add(new Keyword(name, Set.of(value)));
        return new CandidateQuery(text, more, limit);
    }
}
