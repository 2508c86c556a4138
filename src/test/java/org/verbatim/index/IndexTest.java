package org.verbatim.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbatim.index.IndexHits.Hit;

class IndexTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    final Held held = new Held();

    @BeforeEach
    void holdTwoArticles() {
        put("a", "premier article");
        put("b", "second article");
    }

    void put(String owner, String text) {
        held.documents.remove(owner);
        held.put(IndexedDocument.of("Text", owner + ".1", owner, "fr", 0).body(text, 0));
        held.put(IndexedDocument.of("Text", owner + ".2", owner, "fr", 0).body(text + " encore", 0));
    }

    Index onDisk() {
        return onDisk("dataset");
    }

    Index onDisk(String dataset) {
        return Index.open(new Index.Settings(directory, 0, dataset), List.of(held));
    }

    static List<String> found(Index index, String text) {
        return index.search(IndexQuery.of(text)).hits().stream()
                .map(Hit::id)
                .sorted()
                .toList();
    }

    List<Path> generations() throws IOException {
        try (Stream<Path> paths = Files.list(directory.resolve("0"))) {
            return paths.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Test
    void saysNothingBeforeItIsBuilt() {
        try (Index index = Index.open(Index.Settings.inMemory(), List.of(held))) {
            assertThat(index.version()).isEqualTo(Index.UNBUILT);
            assertThat(index.size()).isZero();
            assertThat(index.search(IndexQuery.of("article")).hits()).isEmpty();
            assertThat(index.search(IndexQuery.of("artikle")).suggestion()).isNull();
            assertThat(index.candidates(CandidateQuery.of("article", "Text", 9)).candidates())
                    .isEmpty();
            index.update(Set.of("a"), 7); // what else there is, it cannot know
            assertThat(index.version()).isEqualTo(7);
            assertThat(index.size()).isEqualTo(4);
        }
    }

    @Test
    void showsAnUpdateAtOnceWithItsVersion() {
        try (Index index = held.indexed()) {
            put("a", "autre article");
            held.documents.remove("b");
            put("c", "nouveau");
            assertThat(found(index, "premier")).containsExactly("a.1", "a.2");

            index.update(Set.of("a", "b", "c"), 2);
            assertThat(found(index, "premier")).isEmpty();
            assertThat(found(index, "second")).isEmpty();
            assertThat(found(index, "autre")).containsExactly("a.1", "a.2");
            assertThat(found(index, "nouveau")).containsExactly("c.1", "c.2");
            assertThat(index.search(IndexQuery.of("x")).datasetVersion()).isEqualTo(2);
            assertThat(index.size()).isEqualTo(4);

            index.update(Set.of(), 3); // the dataset moved by something that is not indexed
            assertThat(index.version()).isEqualTo(3);
            assertThat(index.size()).isEqualTo(4);
        }
    }

    /** As after a backup was put back, and changed into another state of the same number. */
    @Test
    void countsAnewWhateverTheVersionIsCalled() {
        try (Index index = onDisk()) {
            index.rebuild(7);
            assertThat(index.count(IndexQuery.of("article"))).isEqualTo(4);
            put("c", "troisième article");
            index.rebuild(7);
            assertThat(index.count(IndexQuery.of("article"))).isEqualTo(6);
        }
    }

    @Test
    void showsARebuildAtOnceAndAnswersMeanwhile() {
        AtomicBoolean checked = new AtomicBoolean();
        Index[] index = new Index[1];
        IndexSource watching = new IndexSource() {
            @Override
            public void all(Consumer<IndexedDocument> into) {
                held.all(into);
                if (index[0].version() == 1) {
                    assertThat(found(index[0], "premier")).containsExactly("a.1", "a.2");
                    checked.set(true);
                }
            }

            @Override
            public void of(Set<String> owners, Consumer<IndexedDocument> into) {
                held.of(owners, into);
            }
        };
        index[0] = Index.open(Index.Settings.inMemory(), List.of(watching));
        index[0].rebuild(1);
        put("a", "autre");
        index[0].rebuild(2);
        assertThat(checked).isTrue();
        assertThat(found(index[0], "premier")).isEmpty();
        assertThat(found(index[0], "autre")).containsExactly("a.1", "a.2");
        assertThat(index[0].version()).isEqualTo(2);
        index[0].close();
    }

    @Test
    void goesOnAfterASourceFailed() {
        AtomicBoolean failing = new AtomicBoolean();
        IndexSource source = new IndexSource() {
            @Override
            public void all(Consumer<IndexedDocument> into) {
                held.all(into);
                failIfFailing();
            }

            @Override
            public void of(Set<String> owners, Consumer<IndexedDocument> into) {
                held.of(owners, into);
                failIfFailing();
            }

            private void failIfFailing() {
                if (failing.get()) {
                    throw new IllegalStateException("database gone");
                }
            }
        };
        try (Index index = Index.open(Index.Settings.inMemory(), List.of(source))) {
            index.rebuild(1);
            put("a", "autre");
            failing.set(true);
            assertThatThrownBy(() -> index.update(Set.of("a"), 2)).hasMessage("database gone");
            assertThatThrownBy(() -> index.rebuild(2)).hasMessage("database gone");
            assertThat(index.version()).isEqualTo(1);
            assertThat(found(index, "premier")).containsExactly("a.1", "a.2");

            failing.set(false);
            index.update(Set.of("b"), 3);
            assertThat(index.version()).isEqualTo(3);
            assertThat(found(index, "autre")).containsExactly("a.1", "a.2");
            assertThat(index.size()).isEqualTo(4);
        }
    }

    @Test
    void isReusedFromDisk() throws IOException {
        try (Index index = onDisk()) {
            assertThat(index.version()).isEqualTo(Index.UNBUILT);
            index.rebuild(1);
            put("a", "autre");
            index.update(Set.of("a"), 2);
        }
        held.documents.clear(); // so that whatever is found comes from disk
        try (Index index = onDisk()) {
            assertThat(index.version()).isEqualTo(2);
            assertThat(found(index, "autre")).containsExactly("a.1", "a.2");
            index.verify();
            assertThat(generations()).hasSize(1);
        }
    }

    @Test
    void isNotReusedForAnotherDataset() {
        try (Index index = onDisk("one")) {
            index.rebuild(1);
        }
        try (Index index = onDisk("other")) {
            assertThat(index.version()).isEqualTo(Index.UNBUILT);
            assertThat(index.size()).isZero();
        }
    }

    @Test
    void isWrittenWhereItIsToBeAndNothingElseIs() throws IOException {
        for (int i = 0; i < 40; i++) {
            put("long" + i, ("mot" + i + " ").repeat(5000));
        }
        try (Index index = Index.open(new Index.Settings(directory, 100_000, ""), List.of(held))) {
            index.rebuild(1);
            assertThat(generations()).hasSize(1);
            assertThat(index.size()).isEqualTo(84);
            index.rebuild(2);
            assertThat(generations()).hasSize(1);
            assertThat(index.size()).isEqualTo(84);
        }
    }

    @Test
    void isOneSegmentOnceItIsBuilt() throws IOException {
        for (int i = 0; i < 5; i++) {
            put("long" + i, "mot ".repeat(100_000));
        }
        try (Index index = onDisk()) {
            index.rebuild(1);
            assertThat(index.size()).isEqualTo(14);
        }
        try (Directory built = FSDirectory.open(generations().get(0));
                DirectoryReader reader = DirectoryReader.open(built)) {
            assertThat(reader.leaves()).hasSize(1);
        }
    }

    /** At any moment: while documents come in, while they are merged, and when it is all but done. */
    @Test
    void isWholeOrNotThereWhenItIsClosedWhileItIsBuilt() throws Exception {
        for (int i = 0; i < 8; i++) {
            put("long" + i, "mot ".repeat(30_000));
        }
        long begin = System.nanoTime();
        try (Index index = onDisk()) {
            index.rebuild(1);
        }
        int whole = (int) ((System.nanoTime() - begin) / 1_000_000);
        Random random = new Random(1);
        ExecutorService builder = Executors.newSingleThreadExecutor();
        try {
            for (int round = 0; round < 20; round++) {
                Index index = onDisk("round " + round);
                Future<?> rebuild = builder.submit(() -> index.rebuild(1));
                Thread.sleep(random.nextInt(whole + 1));
                index.close();
                boolean isBuilt = isBuilt(rebuild);
                assertThat(generations()).hasSize(isBuilt ? 1 : 0);
                try (Index next = onDisk("round " + round)) {
                    assertThat(next.version()).isEqualTo(isBuilt ? 1 : Index.UNBUILT);
                    assertThat(next.size()).isEqualTo(isBuilt ? 20 : 0);
                }
            }
        } finally {
            builder.shutdownNow();
        }
    }

    @Test
    void isAsBeforeWhenItIsClosedWhileItIsUpdated() throws Exception {
        put("a", "avant");
        CountDownLatch underWay = new CountDownLatch(1);
        IndexSource endless = new IndexSource() {
            @Override
            public void all(Consumer<IndexedDocument> into) {
                held.all(into);
            }

            @Override
            public void of(Set<String> owners, Consumer<IndexedDocument> into) {
                underWay.countDown();
                for (int i = 0; i < 1_000_000; i++) {
                    held.of(owners, into);
                }
            }
        };
        Index index = Index.open(new Index.Settings(directory, 0, "dataset"), List.of(endless));
        index.rebuild(1);
        Set<String> owners = Set.copyOf(held.documents.keySet());
        ExecutorService updater = Executors.newSingleThreadExecutor();
        try {
            Future<?> update = updater.submit(() -> index.update(owners, 2));
            underWay.await();
            index.close();
            assertThat(isBuilt(update)).isFalse();
        } finally {
            updater.shutdownNow();
        }
        try (Index next = onDisk()) {
            assertThat(next.version()).isEqualTo(1);
            assertThat(found(next, "avant")).containsExactly("a.1", "a.2");
        }
    }

    private static boolean isBuilt(Future<?> rebuild) throws InterruptedException {
        try {
            rebuild.get();
            return true;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(AlreadyClosedException.class);
            return false;
        }
    }

    @Test
    void isReusedHoweverSmall() throws IOException {
        Index.Settings roomy = new Index.Settings(directory, 32 << 20, "dataset");
        held.documents.clear();
        try (Index index = Index.open(roomy, List.of(held))) {
            index.rebuild(1);
            assertThat(generations()).hasSize(1);
        }
        try (Index index = Index.open(roomy, List.of(held))) {
            assertThat(index.version()).isEqualTo(1);
            assertThat(index.size()).isZero();
            put("first", "premier");
            index.update(Set.of("first"), 2); // what the database says was changed since 1
        }
        held.documents.clear(); // so that whatever is found comes from disk
        try (Index index = Index.open(roomy, List.of(held))) {
            assertThat(index.version()).isEqualTo(2);
            assertThat(found(index, "premier")).containsExactly("first.1", "first.2");
            assertThat(generations()).hasSize(1);
        }
    }

    @Test
    void answersAfterItsFilesAreGoneWhereAllOfItIsHeldInMemory() throws IOException {
        for (int i = 0; i < 400; i++) {
            put(
                    "long" + i,
                    new Random(i)
                            .ints(300, 0, 100_000)
                            .mapToObj(n -> "mot" + n + " ")
                            .collect(Collectors.joining()));
        }
        Index.Settings roomy = new Index.Settings(directory, 32 << 20, "dataset");
        try (Index index = Index.open(roomy, List.of(held))) {
            index.rebuild(1);
        }
        held.documents.clear();
        try (Index index = Index.open(roomy, List.of(held))) {
            List<Path> files;
            try (Stream<Path> all = Files.list(generations().get(0))) {
                files = all.toList();
            }
            // Such as are held only because there is room for all.
            assertThat(files)
                    .anyMatch(file ->
                            file.toString().endsWith(".tim") && file.toFile().length() > 1 << 20);
            for (Path file : files) {
                Files.write(file, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
            }
            index.verify();
            assertThat(found(index, "premier")).containsExactly("a.1", "a.2");
            assertThat(index.size()).isEqualTo(804);
        }
    }

    @Test
    void isBuiltAnewWhenItsFilesAreCutOff() throws IOException {
        damaged(file -> Files.write(file, new byte[] {1, 2, 3}));
    }

    @Test
    void isBuiltAnewWhenItsFilesAreGone() throws IOException {
        damaged(Files::delete);
    }

    private interface Damage {
        void to(Path file) throws IOException;
    }

    private void damaged(Damage damage) throws IOException {
        try (Index index = onDisk()) {
            index.rebuild(1);
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(generations().get(0))) {
            files = all.filter(file -> !file.endsWith("write.lock")).toList();
        }
        for (Path file : files) {
            damage.to(file);
            try (Index index = onDisk()) {
                assertThat(index.version()).isEqualTo(Index.UNBUILT);
                index.rebuild(1);
                assertThat(found(index, "premier")).containsExactly("a.1", "a.2");
            }
            assertThat(generations()).hasSize(1);
            if (!file.startsWith(generations().get(0))) {
                return; // its directory is gone; the other files are those of the next
            }
        }
    }

    @Test
    void isFoundDamagedByItsChecksums() throws IOException {
        try (Index index = onDisk()) {
            index.rebuild(1);
        }
        Path file;
        try (Stream<Path> all = Files.list(generations().get(0))) {
            file = all.filter(any -> any.toString().endsWith(".tim"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        try (Index index = onDisk()) {
            assertThat(index.version()).isEqualTo(1);
            assertThatThrownBy(index::verify).isInstanceOf(UncheckedIOException.class);
            assertThat(index.version()).isEqualTo(Index.UNBUILT);
            index.rebuild(1);
            index.verify();
            assertThat(found(index, "premier")).containsExactly("a.1", "a.2");
        }
    }

    @Test
    void survivesAnInterruptedReader() throws Exception {
        Random random = new Random(1); // so much that not all of it is held in memory
        for (int i = 0; i < 40; i++) {
            put("long" + i, random.longs(1500).mapToObj(Long::toHexString).collect(Collectors.joining(" ")));
        }
        try (Index index = onDisk()) {
            index.rebuild(1);
            int size = held.documents.size();
            Thread reader = new Thread(() -> {
                Thread.currentThread().interrupt(); // closes the files under every reader
                try {
                    index.verify();
                } catch (UncheckedIOException expected) {
                    // what is to be survived
                }
            });
            reader.start();
            reader.join();
            assertThat(index.version()).isEqualTo(Index.UNBUILT);
            held.documents.clear(); // it need not be built for this
            index.rebuild(1);
            assertThat(index.version()).isEqualTo(1);
            assertThat(index.size()).isEqualTo(2 * size);
            assertThat(found(index, "premier")).containsExactly("a.1", "a.2");
        }
    }

    @Test
    void sharesItsDirectoryWithOthers() {
        try (Index one = onDisk();
                Index other = onDisk()) {
            one.rebuild(1);
            other.rebuild(2);
            assertThat(one.version()).isEqualTo(1);
            assertThat(found(one, "premier")).isEqualTo(found(other, "premier"));
        }
        try (Index index = onDisk()) {
            assertThat(index.version()).isEqualTo(1);
        }
    }

    @Test
    void staysInMemoryWhereItCannotWrite() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        try (Index index = Index.open(new Index.Settings(file, 0, ""), List.of(held))) {
            index.rebuild(1);
            assertThat(found(index, "premier")).containsExactly("a.1", "a.2");
        }
    }

    @Test
    void goesOnInMemoryWhereItCanWriteNoLonger() throws IOException {
        try (Index index = onDisk()) {
            index.rebuild(1);
            Path home = withoutHome();
            put("c", "dernier article");
            index.update(Set.of("c"), 2);
            assertThat(index.version()).isEqualTo(2);
            assertThat(found(index, "article")).hasSize(6);
            put("d", "autre article");
            index.update(Set.of("d"), 3);
            assertThat(found(index, "article")).hasSize(8);
            index.rebuild(4);
            assertThat(found(index, "article")).hasSize(8);
            int version = 5;
            for (; version < 8; version++) { // the disk is tried again
                index.update(longArticle(version), version);
            }
            assertThat(found(index, "mot7")).containsExactly("long7.1", "long7.2");
            Files.delete(home);
            for (; version < 35; version++) {
                index.update(longArticle(version), version);
            }
            assertThat(generations()).hasSize(1);
        }
        held.documents.clear(); // so that whatever is found comes from disk
        try (Index index = onDisk()) {
            assertThat(index.version()).isEqualTo(34);
            assertThat(found(index, "article")).hasSize(8);
            assertThat(found(index, "mot7")).containsExactly("long7.1", "long7.2");
        }
    }

    @Test
    void movesToDiskWhileItIsBuiltOnceItCanWriteAgain() throws IOException {
        try (Index index = onDisk()) {
            index.rebuild(1);
            Path home = withoutHome();
            put("c", "dernier article");
            index.update(Set.of("c"), 2);
            Files.delete(home);
            for (int i = 0; i < 8; i++) {
                put("long" + i, "mot ".repeat(50_000));
            }
            index.rebuild(3);
            assertThat(generations()).hasSize(1);
            assertThat(index.size()).isEqualTo(22);
        }
        held.documents.clear(); // so that whatever is found comes from disk
        try (Index index = onDisk()) {
            assertThat(index.version()).isEqualTo(3);
            assertThat(index.size()).isEqualTo(22);
        }
    }

    /** Takes away where the index is written, and puts something there that is no directory and cannot become one. */
    private Path withoutHome() throws IOException {
        Path home = directory.resolve("0");
        List<Path> tree;
        try (Stream<Path> files = Files.walk(home)) {
            tree = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : tree) {
            Files.delete(file);
        }
        return Files.createFile(home);
    }

    private Set<String> longArticle(int number) {
        put("long" + number, ("mot" + number + " ").repeat(5000));
        return Set.of("long" + number);
    }

    @Test
    void isNeverSeenHalfWay() throws InterruptedException, ExecutionException {
        // Each version has all articles say its number: whoever sees two numbers, or another one, saw a half state.
        ExecutorService readers = Executors.newFixedThreadPool(3);
        AtomicBoolean done = new AtomicBoolean();
        try (Index index = Index.open(new Index.Settings(directory, 30_000, ""), List.of(held))) {
            say(1);
            index.rebuild(1);
            Callable<Integer> reader = () -> {
                int read = 0;
                while (!done.get()) {
                    IndexHits hits = index.search(IndexQuery.of("encore").limit(100));
                    String version = "version" + hits.datasetVersion();
                    assertThat(hits.hits()).hasSize(20);
                    assertThat(hits.hits()).extracting(Hit::kind).containsOnly(version);
                    read++;
                }
                return read;
            };
            List<Future<Integer>> read =
                    List.of(readers.submit(reader), readers.submit(reader), readers.submit(reader));
            for (int version = 2; version < 120; version++) {
                say(version);
                if (version % 10 == 0) {
                    index.rebuild(version);
                } else {
                    index.update(held.documents.keySet(), version);
                }
            }
            done.set(true);
            for (Future<Integer> reads : read) {
                assertThat(reads.get()).isPositive();
            }
        } finally {
            done.set(true);
            readers.shutdownNow();
        }
    }

    private void say(int version) {
        held.documents.clear();
        for (int i = 0; i < 20; i++) {
            held.put(IndexedDocument.of("version" + version, "d" + i, "o" + i, "fr", i)
                    .body("encore " + version, 0));
        }
    }

    @Test
    void answersNoMoreOnceClosed() {
        Index index = held.indexed();
        index.close();
        index.close();
        assertThatThrownBy(() -> index.search(IndexQuery.of("a"))).isInstanceOf(AlreadyClosedException.class);
        assertThatThrownBy(() -> index.update(Set.of(), 2)).isInstanceOf(AlreadyClosedException.class);
        assertThatThrownBy(() -> index.rebuild(2)).isInstanceOf(AlreadyClosedException.class);
    }
}
