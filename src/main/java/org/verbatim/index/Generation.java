package org.verbatim.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.verbatim.dataset.Causes;

/**
 * One index, in memory or in a directory of its own, and the writer that holds it. Rebuilding makes another one beside it;
 * on disk it counts only once it is committed, with the dataset version it follows and the format it is written in.
 *
 * <p>On disk it is read through {@link NIOFSDirectory}: memory mapping, Lucene's default, does not build natively. What is
 * small enough is read from memory all the same, by {@link HotFilesInMemory}.
 */
final class Generation implements Closeable {
    private static final Logger LOG = Logger.getLogger(Generation.class);

    private static final String VERSION = "datasetVersion";
    private static final String FORMAT = "format";
    private static final String PREFIX = "generation-";

    private final Directory directory;
    private final @Nullable Path path;
    private final String format;
    private final long memoryLimit;
    private final IndexWriter writer;

    private Generation(Directory directory, @Nullable Path path, String format, long memoryLimit) throws IOException {
        this.directory = directory;
        this.path = path;
        this.format = format;
        this.memoryLimit = memoryLimit;
        IndexWriterConfig config = new IndexWriterConfig()
                .setSimilarity(new Relevance())
                .setIndexSort(Field.SORT)
                .setCommitOnClose(false); // only what a version was, never what was under way
        // Large segments keep their files apart, so that the hot ones can be told by their names; small ones, which
        // come
        // once it is built and committed, have one file to be synced instead of many.
        config.setUseCompoundFile(DirectoryReader.indexExists(directory))
                .getMergePolicy()
                .setNoCFSRatio(0);
        this.writer = new IndexWriter(directory, config);
    }

    static Generation inMemory() throws IOException {
        return new Generation(new ByteBuffersDirectory(), null, Field.FORMAT, Long.MAX_VALUE);
    }

    /**
     * A new one below a directory that is ours alone.
     *
     * @param memoryLimit up to so many bytes it is held in memory, too, to be read there
     */
    static Generation below(Path home, String dataset, long memoryLimit) throws IOException {
        long last = all(home).stream().mapToLong(Generation::number).max().orElse(0);
        return at(Files.createDirectories(home.resolve(PREFIX + (last + 1))), dataset, memoryLimit);
    }

    private static Generation at(Path path, String dataset, long memoryLimit) throws IOException {
        return new Generation(disk(path, memoryLimit), path, Field.FORMAT + ' ' + dataset, memoryLimit);
    }

    /** Says in one line what is wrong with the disk; the stack trace is for whoever looks for more. */
    static void warn(String what, Throwable cause) {
        LOG.warn(what + ": " + Causes.last(cause));
        LOG.debug(what, cause);
    }

    private static Directory disk(Path path, long memoryLimit) throws IOException {
        return new HotFilesInMemory(new NIOFSDirectory(path), memoryLimit);
    }

    /** The newest below a directory that is whole, of our format and of this dataset; all others there are deleted. */
    static @Nullable Generation reusable(Path home, String dataset, long memoryLimit) throws IOException {
        Generation reused = null;
        for (Path path : all(home)) {
            if (reused == null) {
                reused = reused(path, dataset, memoryLimit);
            }
            if (reused == null || !path.equals(reused.path)) {
                deleteTree(path);
            }
        }
        return reused;
    }

    private static @Nullable Generation reused(Path path, String dataset, long memoryLimit) {
        Generation generation = null;
        try (Directory directory = disk(path, memoryLimit)) {
            if (!DirectoryReader.indexExists(directory)) {
                return null; // was being built when the process ended
            }
            String format =
                    SegmentInfos.readLatestCommit(directory).getUserData().get(FORMAT);
            if (!(Field.FORMAT + ' ' + dataset).equals(format)) {
                return null;
            }
            generation = at(path, dataset, memoryLimit);
            generation.reader().close(); // shows most damage; the rest is found by verify()
            return generation;
        } catch (IOException | RuntimeException e) { // damage comes in many types
            LOG.warn("The index in " + path + " cannot be read and will be built anew", e);
            if (generation != null) {
                generation.close();
            }
            return null;
        }
    }

    /** This one as it was last committed, opened anew. This object is of no use afterwards. */
    Generation reopened() throws IOException {
        rollback();
        return new Generation(path == null ? directory : disk(path, memoryLimit), path, format, memoryLimit);
    }

    /** All of this one in a new one on disk; this one stays as it is. */
    Generation onDisk(Path home, String dataset, long memoryLimit) throws IOException {
        Generation disk = below(home, dataset, memoryLimit);
        try (DirectoryReader all = reader()) {
            CodecReader[] segments = all.leaves().stream()
                    .map(LeafReaderContext::reader)
                    .map(CodecReader.class::cast)
                    .toArray(CodecReader[]::new);
            if (segments.length > 0) {
                disk.writer.addIndexes(segments);
            }
            return disk;
        } catch (IOException | RuntimeException e) {
            disk.delete();
            throw e;
        }
    }

    boolean isOnDisk() {
        return path != null;
    }

    /** Whether it can still be written; no longer after an error, as of a full disk. */
    boolean isOpen() {
        return writer.isOpen();
    }

    void add(IndexedDocument document) {
        try {
            writer.addDocument(Field.document(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(Set<String> owners) throws IOException {
        writer.deleteDocuments(
                owners.stream().map(owner -> Field.keyword(Field.OWNER, owner)).toArray(Term[]::new));
    }

    /** What has been added until now, committed or not. */
    DirectoryReader reader() throws IOException {
        return DirectoryReader.open(writer);
    }

    /** As {@link #reader()}, sharing what has not changed; {@code null} if nothing has. */
    @Nullable DirectoryReader newer(DirectoryReader reader) throws IOException {
        return DirectoryReader.openIfChanged(reader, writer);
    }

    /** Makes one segment of all: a question looks its words up in each. Whoever closes this meanwhile ends it. */
    void merge() throws IOException {
        try {
            writer.forceMerge(1);
        } catch (AlreadyClosedException e) {
            throw e;
        } catch (IllegalStateException e) { // as after an error in the thread that merges, of a full disk say
            throw new IOException("The index cannot be merged", e);
        }
    }

    void commit(long version) throws IOException {
        writer.setLiveCommitData(
                Map.of(VERSION, Long.toString(version), FORMAT, format).entrySet());
        writer.commit();
        writer.getConfig().setUseCompoundFile(true);
    }

    /** The dataset version of the last commit. */
    long version() {
        for (Map.Entry<String, String> entry : writer.getLiveCommitData()) {
            if (entry.getKey().equals(VERSION)) {
                return Long.parseLong(entry.getValue());
            }
        }
        return Index.UNBUILT;
    }

    /** Bytes held in memory, about; on disk only those not written yet. */
    long bytesInMemory() throws IOException {
        long bytes = writer.ramBytesUsed();
        if (path == null) {
            for (String file : directory.listAll()) {
                bytes += directory.fileLength(file);
            }
        }
        return bytes;
    }

    /** Keeps what is committed. Readers that are open stay so. */
    @Override
    public void close() {
        rollback();
        try {
            directory.close();
        } catch (IOException e) {
            warn("The index in " + directory + " was not closed cleanly", e);
        }
    }

    private void rollback() {
        try {
            writer.rollback();
        } catch (IOException | RuntimeException e) {
            warn("The index in " + directory + " was not closed cleanly", e);
        }
    }

    /** Closes it and removes its files. Readers that are open stay so. */
    void delete() {
        close();
        if (path != null) {
            try {
                deleteTree(path);
            } catch (IOException e) {
                warn("A superseded index stays behind in " + path + " until the next start", e);
            }
        }
    }

    /** Newest first. */
    private static List<Path> all(Path home) throws IOException {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(home)) {
            return paths.filter(path -> number(path) > 0)
                    .sorted(Comparator.comparingLong(Generation::number).reversed())
                    .toList();
        }
    }

    private static long number(Path path) {
        String name = path.getFileName().toString();
        return name.matches(PREFIX + "[0-9]{1,18}") ? Long.parseLong(name.substring(PREFIX.length())) : 0;
    }

    private static void deleteTree(Path path) throws IOException {
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
