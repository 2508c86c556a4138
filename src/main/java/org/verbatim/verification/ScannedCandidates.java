package org.verbatim.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verbatim.article.ArticleEntity;
import org.verbatim.article.ArticleRepository;
import org.verbatim.quote.QuoteEntity;
import org.verbatim.quote.QuoteRepository;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;
import org.verbatim.text.Words;

/** Looks at everything there is, which is good enough for some hundred articles. */
@ApplicationScoped
class ScannedCandidates implements Candidates {

    private final QuoteRepository quotes;
    private final ArticleRepository articles;

    ScannedCandidates(QuoteRepository quotes, ArticleRepository articles) {
        this.quotes = quotes;
        this.articles = articles;
    }

    private record Scored<T>(T what, double score, int order) {}

    @Override
    public Found of(String text, List<String> words, @Nullable String article) {
        Set<String> wanted = new HashSet<>();
        words.forEach(word -> wanted.addAll(List.of(word.split("-"))));
        List<Scored<String>> scoredQuotes = new ArrayList<>();
        for (QuoteEntity quote : article == null
                ? quotes.list("from Quote r join fetch r.article order by r.article.id, r.id")
                : quotes.list(
                        "from Quote r join fetch r.article where r.article.id = :article order by r.id",
                        Map.of("article", article))) {
            scoredQuotes.add(new Scored<>(quote.id(), score(quote.readable(), wanted), scoredQuotes.size()));
        }
        List<Scored<Passage>> scoredPassages = new ArrayList<>();
        for (ArticleEntity held : article == null
                ? articles.list("from Article a order by a.id")
                : articles.list("from Article a where a.id = ?1", article)) {
            for (Span line : lines(held.text())) {
                scoredPassages.add(new Scored<>(
                        new Passage(held.id(), line), score(held.text().slice(line), wanted), scoredPassages.size()));
            }
        }
        return new Found(best(scoredQuotes, MOST_QUOTES), best(scoredPassages, MOST_PASSAGES));
    }

    private static <T> List<T> best(List<Scored<T>> scored, int most) {
        return scored.stream()
                .filter(candidate -> candidate.score() > 0)
                .sorted(Comparator.<Scored<T>>comparingDouble(Scored::score)
                        .reversed()
                        .thenComparingInt(Scored::order))
                .limit(most)
                .map(Scored::what)
                .toList();
    }

    /** How many of the wanted words a text has; a long word tells more than a short one. */
    private static double score(String text, Set<String> wanted) {
        return new HashSet<>(Words.fold(text))
                .stream().filter(wanted::contains).mapToInt(String::length).sum();
    }

    private static List<Span> lines(SourceText text) {
        List<Span> lines = new ArrayList<>();
        int begin = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.codePointAt(at) == '\n') {
                if (at > begin) {
                    lines.add(new Span(begin, at));
                }
                begin = at + 1;
            }
        }
        return lines;
    }
}
