package org.verbatim.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.ArticleEntity;
import org.verbatim.index.CandidateQuery;
import org.verbatim.index.Candidates.Candidate;
import org.verbatim.text.Span;

/**
 * Where a claimed quotation might come from, best first: a short list to be aligned and judged, not a judgement.
 *
 * @param quotes ids, at most {@value #MOST_QUOTES}
 * @param passages at most {@value #MOST_PASSAGES}
 */
record Candidates(List<String> quotes, List<Passage> passages) {

    private static final int MOST_QUOTES = 20;
    private static final int MOST_PASSAGES = 12;
    private static final int MOST_ARTICLES = 10;

    /** Some whole sentences of an article; the span in code points. */
    record Passage(String article, Span span) {}

    /**
     * The quotes and the passages that share most with a claim.
     *
     * @param text the claim, as given
     * @param article only in this article; null for all
     */
    static Candidates of(
            String text, @Nullable String article, Function<CandidateQuery, org.verbatim.index.Candidates> index) {
        return new Candidates(
                asked(text, RecordKind.QUOTE.type(), MOST_QUOTES, article, index).stream()
                        .map(Candidate::id)
                        .toList(),
                passages(asked(text, ArticleEntity.KIND, MOST_ARTICLES, article, index)));
    }

    private static List<Candidate> asked(
            String text,
            String kind,
            int most,
            @Nullable String article,
            Function<CandidateQuery, org.verbatim.index.Candidates> index) {
        CandidateQuery query = CandidateQuery.of(text, kind, most);
        return index.apply(article == null ? query : query.only("owner", article))
                .candidates();
    }

    /** The best place of each article comes before the second best of any. */
    private static List<Passage> passages(List<Candidate> articles) {
        List<Passage> passages = new ArrayList<>();
        for (int rank = 0; passages.size() < MOST_PASSAGES; rank++) {
            boolean more = false;
            for (Candidate article : articles) {
                if (rank < article.places().size() && passages.size() < MOST_PASSAGES) {
                    passages.add(new Passage(article.id(), article.places().get(rank)));
                    more = true;
                }
            }
            if (!more) {
                break;
            }
        }
        return passages;
    }
}
