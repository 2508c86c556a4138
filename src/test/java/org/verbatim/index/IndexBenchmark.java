package org.verbatim.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How fast, how large. {@code main(articles…)}: for each number so many synthetic articles of 400 words with ten quotes
 * each, on disk under {@code target}, reused if it is there. Prints, and asserts nothing.
 */
final class IndexBenchmark {
    private static final int QUERIES = 400;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Corpus corpus = Corpus.read();
    private final int articles;
    private final Path directory;

    private IndexBenchmark(int articles, Path directory) {
        this.articles = articles;
        this.directory = directory;
    }

    public static void main(String[] arguments) throws IOException {
        for (String articles : arguments) {
            new IndexBenchmark(Integer.parseInt(articles), Path.of("target", "benchmark-" + articles)).run();
        }
    }

    /** Makes them as they are asked for; the real texts last. */
    private final class Made implements IndexSource {
        @Override
        public void all(Consumer<IndexedDocument> into) {
            Synthetic synthetic = new Synthetic(corpus);
            for (int a = 0; a < articles; a++) {
                into.accept(synthetic.article("a" + a, a, 400));
                for (int q = 0; q < 10; q++) {
                    into.accept(synthetic.quote("a" + a + ".q" + q, "a" + a, a));
                }
            }
            corpus.documents.forEach(into);
        }

        @Override
        public void of(Set<String> owners, Consumer<IndexedDocument> into) {
            Synthetic synthetic = new Synthetic(corpus);
            for (String owner : owners) {
                into.accept(synthetic.article(owner, 0, 400));
                for (int q = 0; q < 10; q++) {
                    into.accept(synthetic.quote(owner + ".q" + q, owner, 0));
                }
            }
        }
    }

    private void run() throws IOException {
        System.out.printf("%n== %,d articles, %,d records%n", articles, 10 * articles);
        Index.Settings settings = new Index.Settings(directory, 0, "");
        long start = System.nanoTime();
        new Made().all(document -> {});
        double making = seconds(start);
        try (Index index = Index.open(settings, List.of(new Made()))) {
            if (index.version() == Index.UNBUILT) {
                build(index, making);
            }
        }
        start = System.nanoTime();
        try (Index index = Index.open(settings, List.of(new Made()))) {
            System.out.printf("reopened in %.3f s, %,d documents%n", seconds(start), index.size());
            for (int round = 0; round < 2; round++) {
                System.out.println(round == 0 ? "warming up" : "measured");
                queries(index);
            }
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.printf("heap in use %,d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        }
    }

    private void build(Index index, double making) {
        long start = System.nanoTime();
        index.rebuild(1);
        double building = seconds(start) - making;
        System.out.printf(
                "build %.1f s: %,.0f documents/s, %,.0f articles/s with their records; on disk %,d MB%n",
                building, index.size() / building, articles / building, size() >> 20);
        List<Long> updates = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            start = System.nanoTime();
            index.update(Set.of("a" + i * 7), 2 + i);
            updates.add(System.nanoTime() - start);
        }
        print("update of one article", updates, updates);
        start = System.nanoTime();
        index.update(IntStream.range(0, 500).mapToObj(i -> "a" + i).collect(Collectors.toUnmodifiableSet()), 30);
        System.out.printf("  update of 500 articles %.2f s%n", seconds(start));
    }

    private void queries(Index index) {
        Random random = new Random(7);
        Synthetic synthetic = new Synthetic(corpus);
        List<String> words = corpus.articles.values().stream()
                .flatMap(text -> Word.of(text).stream())
                .filter(word -> !word.isCommon())
                .map(Word::exact)
                .toList();
        List<String> sentences =
                corpus.quotes.stream().map(quote -> quote.body().get(0).text()).toList();
        time("one word", i -> index.search(IndexQuery.of(pick(words, random))));
        time(
                "two words, quotes only",
                i -> index.search(IndexQuery.of(pick(words, random) + " " + pick(words, random))
                        .only("kind", "Quote")));
        time(
                "four words",
                i -> index.search(IndexQuery.of(String.join(
                        " ", pick(words, random), pick(words, random), pick(words, random), pick(words, random)))));
        time("frequent words", i -> index.search(IndexQuery.of(i % 2 == 0 ? "maroc migration" : "de")));
        time("phrase", i -> {
            int from = random.nextInt(words.size() - 3);
            index.search(IndexQuery.of('"' + words.get(from) + ' ' + words.get(from + 1) + '"'));
        });
        time("phrase of common words", i -> index.search(IndexQuery.of(i % 2 == 0 ? "\"de la\"" : "\"à la de l'\"")));
        time("misspelt", i -> index.search(IndexQuery.of(i % 2 == 0 ? "gouvernence" : "developement migratiom")));
        String[] cursor = new String[1];
        time(
                "deep page",
                i -> cursor[0] =
                        index.search(IndexQuery.of("maroc").after(cursor[0])).next());
        time(
                "near-copy, quotes",
                i -> index.candidates(CandidateQuery.of(synthetic.mutated(pick(sentences, random)), "Quote", 50)));
        time(
                "near-copy, articles",
                i -> index.candidates(
                        CandidateQuery.of(synthetic.mutated(pick(sentences, random)), "NewsArticle", 20)));
        String common = "de la ".repeat(1600);
        time("hostile claim", i -> index.candidates(CandidateQuery.of(common, "Quote", 50)));
        String longest = synthetic.text(1500);
        time("10,000 characters", i -> index.candidates(CandidateQuery.of(longest, "Quote", 50)));
        int found = 0;
        for (int i = 0; i < QUERIES; i++) {
            IndexedDocument quote = corpus.quotes.get(i % corpus.quotes.size());
            found += index
                            .candidates(CandidateQuery.of(
                                    synthetic.mutated(quote.body().get(0).text()), "Quote", 50))
                            .candidates()
                            .stream()
                            .anyMatch(candidate -> candidate.id().equals(quote.id()))
                    ? 1
                    : 0;
        }
        System.out.printf("  near-copies found in the first 50: %.1f %%%n", 100.0 * found / QUERIES);
    }

    private static String pick(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static void time(String what, IntConsumer query) {
        List<Long> times = new ArrayList<>();
        List<Long> cpu = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            long used = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            query.accept(i);
            times.add(System.nanoTime() - start);
            cpu.add(THREADS.getCurrentThreadCpuTime() - used);
        }
        print(what, times, cpu);
    }

    private static void print(String what, List<Long> times, List<Long> cpu) {
        System.out.printf(
                "  %-24s p50 %7.2f   p99 %7.2f ms   of the processor %7.2f %7.2f ms%n",
                what, percentile(times, 0.5), percentile(times, 0.99), percentile(cpu, 0.5), percentile(cpu, 0.99));
    }

    private static double percentile(List<Long> times, double part) {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[(int) (sorted.length * part)] / 1e6;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private long size() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
