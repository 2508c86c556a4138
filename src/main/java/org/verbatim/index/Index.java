package org.verbatim.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NIOFSDirectory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The index. Safe for use by many threads: reading never waits, writing is done one after the other, and readers go from
 * one dataset version to the next in one step.
 *
 * <p>Whoever follows the dataset compares {@link #version()} with it and calls {@link #update} if it knows what has
 * changed between the two, or else {@link #rebuild}. Both can be repeated after a failure, which leaves readers what they
 * had.
 */
public final class Index implements AutoCloseable {
    /** The {@link #version()} of an index that holds nothing and says nothing about the dataset. */
    public static final long UNBUILT = -1;

    private static final Logger LOG = Logger.getLogger(Index.class);

    private static final String LOCK = "index.lock";

    /** More processes than one machine runs on one directory. */
    private static final int HOMES = 16;

    /** While building in memory, what is held there is looked at whenever so many characters have come in. */
    private static final int LOOK_EVERY = 1 << 20;

    /** What a document without text counts for. */
    private static final int PER_DOCUMENT = 100;

    /**
     * Where the index is kept.
     *
     * @param directory where it is written, so that the next start finds it, each process into a subdirectory of its own;
     *     {@code null}: it is written nowhere, whatever its size
     * @param memoryLimit up to so many bytes it is held in memory, too
     * @param dataset names the database, so that the index of another one that is at the same version is not reused
     */
    public record Settings(@Nullable Path directory, long memoryLimit, String dataset) {
        /** In memory alone, whatever its size. */
        public static Settings inMemory() {
            return new Settings(null, Long.MAX_VALUE, "");
        }
    }

    private final Iterable<? extends IndexSource> sources;
    private final String dataset;
    private final long memoryLimit;

    /** The directory that is ours alone, held by {@link #lock}; {@code null} if there is none, or none could be had. */
    private final @Nullable Path home;

    private final @Nullable Lock lock;

    /** What readers see; {@code null} once closed. */
    private volatile @Nullable Snapshot current;

    /** What could not be read to the end; of interest only while it is current. */
    private volatile @Nullable Snapshot damaged;

    private volatile boolean closing;

    /** What is being filled or merged, which closing breaks off; holds none while nothing is. */
    private final AtomicReference<@Nullable Building> underway = new AtomicReference<>();

    // What follows is for writers, under the monitor.

    private Generation generation;

    /** Up to so many bytes it is not written to disk; none while nothing has failed there. */
    private long unwritten;

    /** Owners to be replaced since the last commit: when an update fails, the next one does its work too. */
    private final Set<String> unfinished = new HashSet<>();

    private Index(Settings settings, Iterable<? extends IndexSource> sources) throws IOException {
        this.sources = sources;
        this.dataset = settings.dataset();
        this.memoryLimit = settings.memoryLimit();
        Path free = null;
        Lock held = null;
        if (settings.directory() != null) {
            for (int i = 0; i < HOMES && held == null; i++) {
                free = settings.directory().resolve(Integer.toString(i));
                held = lock(free);
            }
            if (held == null) {
                LOG.warn("No index can be kept in " + settings.directory() + ": it stays in memory");
            }
        }
        this.home = held == null ? null : free;
        this.lock = held;
        Generation reused = home == null ? null : Generation.reusable(home, dataset, memoryLimit);
        this.generation = reused == null ? Generation.inMemory() : reused;
        this.current = Snapshot.of(generation.reader(), generation.version());
    }

    /**
     * Opens what is on disk, if it is whole and of our format and dataset, else an empty index. Builds nothing: compare
     * {@link #version()}.
     *
     * @param sources asked anew at each update; so they may be an injected {@code Instance}
     * @throws UncheckedIOException if not even an empty one can be opened
     */
    public static Index open(Settings settings, Iterable<? extends IndexSource> sources) {
        try {
            return new Index(settings, sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Lock lock(Path home) {
        try (NIOFSDirectory directory = new NIOFSDirectory(home)) {
            return directory.obtainLock(LOCK); // the system frees it with the process, however that ends
        } catch (LockObtainFailedException e) {
            return null; // another process has it
        } catch (IOException e) {
            Generation.warn(home + " cannot be written", e);
            return null;
        }
    }

    /** The dataset version that questions are answered from; {@link #UNBUILT} if there is none, or it proved damaged. */
    public long version() {
        Snapshot snapshot = snapshot();
        return snapshot.equals(damaged) ? UNBUILT : snapshot.version();
    }

    /** How many documents there are. */
    public int size() {
        return read(snapshot -> snapshot.reader().numDocs());
    }

    /**
     * Finds documents by words.
     *
     * @throws IllegalArgumentException if {@link IndexQuery#after()} is no cursor, or of another question
     * @throws UncheckedIOException if the index proves damaged; {@link #version()} then says so
     */
    public IndexHits search(IndexQuery query) {
        return read(snapshot -> Search.run(snapshot, query));
    }

    /**
     * Counts all documents that a question finds, and names some of them in the order of lists.
     *
     * @param query of which neither {@link IndexQuery#limit()} nor {@link IndexQuery#after()} is looked at
     * @param after the place behind which it begins to name them, null for the first one
     * @param most so many are named, or as many as there are
     * @throws UncheckedIOException if the index proves damaged; {@link #version()} then says so
     */
    public Matches matches(IndexQuery query, @Nullable IndexPlace after, int most) {
        return read(snapshot -> Search.matches(snapshot, query, after, most));
    }

    /**
     * Counts all documents that a question finds, whatever its limit.
     *
     * @throws UncheckedIOException if the index proves damaged; {@link #version()} then says so
     */
    public long count(IndexQuery query) {
        return read(snapshot -> Search.count(snapshot, query));
    }

    /**
     * Counts all documents that a question finds, whatever its limit, for each of some values of a keyword.
     *
     * @throws UncheckedIOException if the index proves damaged; {@link #version()} then says so
     */
    public Map<String, Long> counts(IndexQuery query, String keyword, Collection<String> values) {
        return read(snapshot -> {
            Map<String, Long> counts = new HashMap<>();
            for (String value : values) {
                counts.put(value, Search.count(snapshot, query.only(keyword, value)));
            }
            return counts;
        });
    }

    /**
     * Finds where a claimed quotation might come from.
     *
     * @throws UncheckedIOException if the index proves damaged; {@link #version()} then says so
     */
    public Candidates candidates(CandidateQuery query) {
        return read(snapshot -> Retrieval.run(snapshot, query));
    }

    /**
     * Reads every byte and compares the checksums, which opening does not: for a quiet moment after the start.
     *
     * @throws UncheckedIOException if the index proves damaged; {@link #version()} then says so
     */
    public void verify() {
        read(snapshot -> {
            checkIntegrity(snapshot.reader());
            return snapshot;
        });
    }

    /**
     * Replaces all documents of some owners by what the sources now say, visible in one step with the version. An index
     * that is {@link #UNBUILT} is built whole.
     *
     * @param owners {@link IndexedDocument#owner()}s added, changed or gone since {@link #version()}
     * @param version of the dataset, read before the sources are
     * @throws UncheckedIOException if it cannot be written
     */
    public synchronized void update(Set<String> owners, long version) {
        if (version() == UNBUILT) {
            rebuild(version);
            return;
        }
        unfinished.addAll(owners);
        try {
            write(version);
        } catch (UncheckedIOException | AlreadyClosedException e) {
            if (closing || !generation.isOnDisk()) {
                throw e;
            }
            rebuildInMemory(version, e);
        }
    }

    private void write(long version) {
        try {
            if (!generation.isOpen()) {
                generation = generation.reopened(); // an earlier update failed, on a full disk say
            }
            generation.remove(unfinished);
            Set<String> replaced = Set.copyOf(unfinished);
            sources.forEach(source -> source.of(replaced, this::add));
            generation = roomy(generation);
            generation.commit(version);
            publish(generation, version);
            unfinished.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(IndexedDocument document) {
        goOn();
        generation.add(document);
    }

    private void goOn() {
        if (closing) {
            throw new AlreadyClosedException("the index is being closed"); // and does not wait for the whole
        }
    }

    /**
     * Builds the whole index anew, beside the one that readers go on reading until it is done.
     *
     * @param version of the dataset, read before the sources are: what changes while they are read is for the next update
     * @throws UncheckedIOException if it cannot be written
     */
    public synchronized void rebuild(long version) {
        if (heal(version)) {
            return;
        }
        boolean onDisk = home != null && unwritten == 0;
        try {
            build(version, onDisk);
        } catch (UncheckedIOException | AlreadyClosedException e) {
            if (closing || !onDisk) {
                throw e;
            }
            rebuildInMemory(version, e);
        }
    }

    /** Where the disk is full or broken: for now, and as long as it does not grow to twice its size. */
    private void rebuildInMemory(long version, RuntimeException cause) {
        Generation.warn("The index cannot be written to " + home + ", and is built anew in memory", cause);
        long before = unwritten;
        unwritten = Long.MAX_VALUE;
        try {
            build(version, false);
            before = 2 * generation.bytesInMemory();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            unwritten = before;
        }
    }

    private void build(long version, boolean onDisk) {
        try {
            Building building = new Building(
                    onDisk && home != null ? Generation.below(home, dataset, memoryLimit) : Generation.inMemory());
            underway.set(building);
            try {
                sources.forEach(source -> source.all(building));
                building.generation = roomy(building.generation);
                goOn();
                building.merge();
                if (!underway.compareAndSet(building, null)) { // from here on, closing waits
                    throw new AlreadyClosedException("the index is being closed");
                }
                building.generation.commit(version);
                publish(building.generation, version);
            } catch (IOException | RuntimeException e) {
                building.generation.delete();
                throw e;
            } finally {
                underway.set(null);
            }
            Generation superseded = generation;
            generation = building.generation;
            unfinished.clear();
            superseded.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the documents of a rebuild. */
    private final class Building implements Consumer<IndexedDocument> {
        private volatile Generation generation;
        private long characters;

        Building(Generation generation) {
            this.generation = generation;
        }

        /** Where there is room for both. */
        void merge() throws IOException {
            if (generation.isOnDisk() || generation.bytesInMemory() <= memoryLimit) {
                generation.merge();
            }
        }

        @Override
        public void accept(IndexedDocument document) {
            goOn();
            generation.add(document);
            characters += PER_DOCUMENT;
            for (IndexedDocument.Piece piece : document.body()) {
                characters += piece.text().length();
            }
            if (characters >= LOOK_EVERY) {
                characters = 0;
                try {
                    generation = roomy(generation);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /**
     * What has proved damaged, from its files again. They may be whole: an interrupt to a thread that reads closes the
     * file under all of them.
     *
     * @return whether that served
     */
    private boolean heal(long version) {
        Snapshot snapshot = snapshot();
        if (!snapshot.equals(damaged) || !generation.isOnDisk()) {
            return false;
        }
        try {
            generation = generation.reopened();
            if (generation.version() != version) {
                return false;
            }
            try (DirectoryReader reader = generation.reader()) {
                checkIntegrity(reader);
            }
            publish(generation, version);
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The index is damaged and will be built anew", e);
            return false;
        }
    }

    /** The generation, on disk again where it was not for a while. */
    private Generation roomy(Generation grown) throws IOException {
        if (home == null || grown.isOnDisk() || grown.bytesInMemory() <= unwritten) {
            return grown;
        }
        try {
            Generation disk = grown.onDisk(home, dataset, memoryLimit);
            grown.close();
            unwritten = 0;
            return disk;
        } catch (IOException e) {
            unwritten = 2 * grown.bytesInMemory(); // not at every update
            Generation.warn("The index cannot be moved to " + home + ", and stays in memory for now", e);
            return grown;
        }
    }

    private void publish(Generation committed, long version) throws IOException {
        Snapshot next = Snapshot.of(committed.reader(), version);
        Snapshot before = snapshot();
        current = next;
        before.reader().decRef();
    }

    private static void checkIntegrity(DirectoryReader reader) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            leaf.reader().checkIntegrity();
        }
    }

    private Snapshot snapshot() {
        Snapshot snapshot = current;
        if (snapshot == null) {
            throw new AlreadyClosedException("the index is closed");
        }
        return snapshot;
    }

    private interface Reading<T> {
        T from(Snapshot snapshot) throws IOException;
    }

    private <T> T read(Reading<T> reading) {
        Snapshot snapshot = snapshot();
        while (!snapshot.reader().tryIncRef()) {
            snapshot = snapshot(); // it was superseded this moment
        }
        try {
            try {
                return reading.from(snapshot);
            } finally {
                snapshot.reader().decRef();
            }
        } catch (IOException e) {
            damaged = snapshot;
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends it; what is on disk stays there for the next start. Questions under way are still answered, a rebuild under way
     * is given up.
     */
    @Override
    public void close() {
        closing = true;
        Building givenUp = underway.getAndSet(null);
        if (givenUp != null) {
            givenUp.generation.close(); // it may be merging, which takes long
        }
        synchronized (this) {
            Snapshot last = current;
            if (last == null) {
                return;
            }
            current = null;
            try {
                last.reader().decRef();
                generation.close();
                if (lock != null) {
                    lock.close();
                }
            } catch (IOException e) {
                Generation.warn("The index was not closed cleanly", e);
            }
        }
    }
}
