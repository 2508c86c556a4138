package org.verbatim.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Articles and quotes by the dozen that could be mistaken for the real ones: made of snippets of the real texts, of their
 * words as frequent as there, and of made-up words as frequent as real ones would be. A fixed seed: always the same.
 */
final class Synthetic {
    private static final String[] SYLLABLES =
            "ba ca de fé gi ho la lé mi mon né po qua ra ré sa té ti tion ver vi zou".split(" ");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Random random = new Random(42);
    private final List<String> words = new ArrayList<>(); // as often as in the real texts
    private final List<String> made = new ArrayList<>();

    Synthetic(Corpus corpus) {
        for (String text : corpus.articles.values()) {
            words.addAll(List.of(SPACES.split(text, -1)));
        }
        for (int i = 0; i < 50_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int s = 2 + random.nextInt(4); s > 0; s--) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            made.add(word.toString());
        }
    }

    /** So many words, or a few more. */
    String text(int length) {
        StringBuilder text = new StringBuilder();
        int count = 0;
        while (count < length) {
            int from = random.nextInt(words.size() - 6);
            int size = random.nextInt(3) == 0 ? 2 + random.nextInt(4) : 1;
            for (int i = 0; i < size; i++) {
                text.append(words.get(from + i)).append(' ');
            }
            // the n-th made-up word with a likelihood of about 1/n, as Zipf found
            text.append(made.get((int) Math.pow(made.size(), random.nextDouble()) - 1))
                    .append(' ');
            count += size + 1;
            if (random.nextInt(12) == 0) {
                text.append(". ");
            }
        }
        return text.toString().strip();
    }

    /** A quote of 8 to 40 words. */
    IndexedDocument quote(String id, String owner, int order) {
        return IndexedDocument.of("Quote", id, owner, order % 4 == 0 ? "en" : "fr", order)
                .body(text(8 + random.nextInt(32)), 500)
                .about("Personne " + made.get(random.nextInt(2000)))
                .keyword("speaker", "p" + random.nextInt(2000));
    }

    IndexedDocument article(String id, int order, int length) {
        return IndexedDocument.of("NewsArticle", id, id, order % 4 == 0 ? "en" : "fr", order)
                .body(text(length), 0)
                .about(text(8));
    }

    /**
     * A near-copy: of ten words one to three are replaced, some dropped, some put in, some neighbours swapped; now and
     * then only a part of six words or more.
     */
    String mutated(String quote) {
        while (true) {
            List<String> claim = mutated(List.of(SPACES.split(quote.strip(), -1)));
            if (!claim.isEmpty()) {
                return String.join(" ", claim);
            }
        }
    }

    /** Empty if less than six of ten words were kept: no near-copy any more, as easily happens to one of five words. */
    private List<String> mutated(List<String> quote) {
        List<String> all = quote;
        if (all.size() > 12 && random.nextInt(4) == 0) {
            int size = 6 + random.nextInt(all.size() - 6);
            int from = random.nextInt(all.size() - size + 1);
            all = all.subList(from, from + size);
        }
        double changed = 0.1 + 0.2 * random.nextDouble();
        List<String> claim = new ArrayList<>();
        int kept = 0;
        for (int i = 0; i < all.size(); i++) {
            double dice = random.nextDouble() - changed;
            boolean dropped = dice >= 0 && dice < 0.04 && all.size() > 4;
            boolean swapped = dice >= 0.08 && dice < 0.11 && i + 1 < all.size();
            if (dice < 0 || (dice >= 0.04 && dice < 0.08)) {
                claim.add(words.get(random.nextInt(words.size()))); // instead of the word, or before it
            }
            if (swapped) {
                claim.add(all.get(i + 1));
                kept++;
            }
            if (dice >= 0 && !dropped) {
                claim.add(all.get(i));
                kept++;
            }
            if (swapped) {
                i++;
            }
        }
        return kept >= 0.6 * all.size() ? claim : List.of();
    }
}
