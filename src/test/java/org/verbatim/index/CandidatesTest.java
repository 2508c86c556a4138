package org.verbatim.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbatim.index.Candidates.Candidate;
import org.verbatim.text.Span;

class CandidatesTest {

    /** Far more than it takes on any machine, and far less than it would if its time grew with the square of a claim. */
    private static final int SECONDS = 20;

    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+|\\n+");

    static Corpus corpus;
    static Synthetic synthetic;
    static Index index;

    @BeforeAll
    static void indexTheTextsAmongManyMore() {
        corpus = Corpus.read();
        synthetic = new Synthetic(corpus);
        List<IndexedDocument> documents = new ArrayList<>(corpus.documents);
        for (int i = 0; i < 19_000; i++) {
            documents.add(synthetic.quote("s" + i, "a" + i % 1000, i));
        }
        for (int i = 0; i < 1000; i++) {
            documents.add(synthetic.article("a" + i, i, 400));
        }
        index = Held.of(documents).indexed();
    }

    @AfterAll
    static void close() {
        index.close();
    }

    static List<Candidate> candidates(String claim, String kind, int limit) {
        return index.candidates(CandidateQuery.of(claim, kind, limit)).candidates();
    }

    static String text(IndexedDocument quote) {
        return quote.body().stream().map(IndexedDocument.Piece::text).collect(Collectors.joining(" "));
    }

    @Test
    void haveTheSourceOfAnExactQuoteFirst() {
        for (IndexedDocument quote : corpus.quotes) {
            List<String> first = candidates(text(quote), "Quote", 3).stream()
                    .map(Candidate::id)
                    .toList();
            assertThat(first).contains(quote.id());
        }
    }

    @Test
    void haveTheSourceOfANearCopyAmongTheFirst() {
        int asked = 0;
        int found = 0;
        for (IndexedDocument quote : corpus.quotes) {
            for (int i = 0; i < 10; i++) {
                String claim = synthetic.mutated(text(quote));
                List<String> ids = candidates(claim, "Quote", 50).stream()
                        .map(Candidate::id)
                        .toList();
                asked++;
                found += ids.contains(quote.id()) ? 1 : 0;
            }
        }
        assertThat((double) found / asked).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void haveTheSourceOfOneWithoutAccentsFirst() {
        assertThat(candidates(
                        "La migration, lorsqu'elle est bien geree, peut stimuler le developpement, renforcer la resilience",
                        "Quote",
                        5))
                .extracting(Candidate::id)
                .startsWith(Corpus.VISIT + ".q764");
    }

    @Test
    void findProseInAnArticleAndWhereItStands() {
        List<Candidate> articles = candidates(
                "de tels investissements dans la vie civique et culturelle sont essentiels pour rendre les quartiers plus"
                        + " inclusifs",
                "NewsArticle",
                10);
        assertThat(articles.get(0).id()).isEqualTo(Corpus.VISIT);
        Span place = articles.get(0).places().get(0);
        assertThat(corpus.text(Corpus.VISIT, place))
                .contains("de tels investissements dans la vie civique", "plus inclusifs")
                .startsWith("Elle a souligné")
                .hasSizeLessThan(400);
    }

    @Test
    void findEverySentenceOfEveryArticle() {
        int asked = 0;
        int found = 0;
        int placed = 0;
        for (var article : corpus.articles.entrySet()) {
            for (String sentence : SENTENCES.split(article.getValue(), -1)) {
                if (Word.of(sentence).size() < 6) {
                    continue;
                }
                asked++;
                List<Candidate> candidates = candidates(synthetic.mutated(sentence), "NewsArticle", 20);
                for (Candidate candidate : candidates) {
                    if (candidate.id().equals(article.getKey())) {
                        found++;
                        int start = article.getValue().indexOf(sentence);
                        Span middle = new Span(start + sentence.length() / 3, start + sentence.length() / 2);
                        if (candidate.places().stream().anyMatch(place -> place.overlaps(middle))
                                || article.getValue().indexOf(sentence, start + 1) > 0) {
                            placed++;
                        }
                    }
                }
            }
        }
        assertThat((double) found / asked).isGreaterThanOrEqualTo(0.99);
        assertThat((double) placed / asked).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void areOfTheKindsAskedForAndTheirSpeakers() {
        assertThat(candidates("le Maroc et la migration", "NewsArticle", 100))
                .extracting(Candidate::kind)
                .containsOnly("NewsArticle");
        CandidateQuery query = CandidateQuery.of("Grâce au soutien du Maroc, l’OIM reste flexible", "Quote", 10)
                .only("speaker", "Amy Pope");
        assertThat(index.candidates(query).candidates())
                .extracting(Candidate::id)
                .startsWith(Corpus.FUND + ".q2")
                .allMatch(id -> id.startsWith(Corpus.FUND) || id.startsWith(Corpus.VISIT));
    }

    @Test
    void sayWhatTheyWereAnsweredFrom() {
        assertThat(index.candidates(CandidateQuery.of("", "Quote", 5))).isEqualTo(new Candidates(List.of(), 1));
        assertThat(candidates("xyzzyx qwxkyz", "Quote", 5)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> CandidateQuery.of("a", "Quote", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de la ", "le Maroc a dit que ", "migration ", "(", "e\u0301"})
    void costLittleForAHostileClaim(String part) {
        assertThat(cost(part.repeat(10_000 / part.length()))).isLessThan(SECONDS);
    }

    @Test
    void costLittleForAWholeArticle() {
        assertThat(cost(synthetic.text(1600))).isLessThan(SECONDS);
    }

    /** In seconds of the processor: the machine may be busy. */
    private static double cost(String claim) {
        candidates(claim, "Quote", 50);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        candidates(claim, "Quote", 50);
        candidates(claim, "NewsArticle", 50);
        return (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }
}
