package org.verbatim.verification;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/**
 * Prints how long hostile claims take, against a normal one; run by hand, since times do not belong into a test. Candidates
 * are found as in {@link Corpus}, so this is the part of the work that is this package's own.
 */
final class HostileClaimBenchmark {

    private static final int WARM_UP = 50;
    private static final int RUNS = 31;

    private HostileClaimBenchmark() {}

    public static void main(String[] arguments) {
        Corpus corpus = Corpus.read();
        String all = corpus.quotes().stream()
                .map(quote -> quote.segments().stream()
                        .map(segment -> quote.text().slice(segment.span()))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" "));
        SourceText article = corpus.articles().get(0).text();
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("normal: a split quote", Examples.SPLIT);
        claims.put("normal: not found", Examples.NOT_FOUND);
        claims.put("10,000 (", "(".repeat(10_000));
        claims.put("10,000 ?", "?".repeat(10_000));
        claims.put("one frequent word", "le ".repeat(3333));
        claims.put("one letter", "a ".repeat(5000));
        claims.put("words between brackets", "de ( la ( les ( ".repeat(625));
        claims.put("combining marks", "e" + "\u0301".repeat(9_999));
        claims.put("right-to-left marks", "\u200F".repeat(10_000));
        claims.put("right-to-left words", "le\u202E Maroc\u200F ".repeat(700));
        claims.put("apostrophes", "l'".repeat(5_000));
        claims.put("ellipses", "… ".repeat(5_000));
        claims.put("a word, an ellipsis", "de … ".repeat(2_000));
        claims.put("digits", "123 ".repeat(2_500));
        claims.put("all quotes in a row", all.substring(0, Math.min(10_000, all.length())));
        claims.put("an article", article.slice(new Span(0, Math.min(article.length(), 9_900))));
        claims.put("a quote, again and again", (Examples.GENUINE + " ").repeat(70));
        claims.put("frequent words", "le la les de des du et en un une ".repeat(290));
        double normal = 0;
        System.out.printf("%-28s%10s%10s%n", "claim", "ms", "times");
        for (Map.Entry<String, String> claim : claims.entrySet()) {
            double median = median(corpus, claim.getValue());
            normal = normal == 0 ? median : normal;
            System.out.printf("%-28s%10.2f%10.1f%n", claim.getKey(), median, median / normal);
        }
    }

    private static double median(Corpus corpus, String text) {
        long[] times = new long[RUNS];
        for (int i = -WARM_UP; i < RUNS; i++) {
            long begin = System.nanoTime();
            corpus.verify(text, null);
            if (i >= 0) {
                times[i] = System.nanoTime() - begin;
            }
        }
        Arrays.sort(times);
        return times[RUNS / 2] / 1e6;
    }
}
