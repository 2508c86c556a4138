package org.verbatim.index;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.verbatim.dataset.Dataset;
import org.verbatim.dataset.Starting;
import org.verbatim.dataset.Watcher;

/**
 * The index of this instance, which follows the dataset: whoever asks gets an answer from the dataset version that is
 * committed by then, or from a later one, whichever instance made the change.
 */
@ApplicationScoped
public class CurrentIndex {

    private static final Logger LOG = Logger.getLogger(CurrentIndex.class);

    /** So many seconds it may take to build it: a minute, as for other transactions, is too little for many articles. */
    private static final int BUILDING = 24 * 60 * 60;

    private final IndexConfig config;
    private final Dataset dataset;
    private final Watcher watcher;
    private final List<IndexSource> sources;
    private volatile @Nullable Index index;

    /** So that it is closed, too, if it was not open yet. */
    private volatile boolean closed;

    /** Whether the last question got no answer, so that the log says so once. */
    private volatile boolean failing;

    CurrentIndex(IndexConfig config, Dataset dataset, Watcher watcher, @All List<IndexSource> sources) {
        this.config = config;
        this.dataset = dataset;
        this.watcher = watcher;
        this.sources = sources;
    }

    /** After the seeds are in, so that the first question does not wait. */
    void open(@Observes @Priority(Interceptor.Priority.APPLICATION + 1000) StartupEvent start) {
        long begin = System.nanoTime();
        Starting.run(
                () -> {
                    Index upToDate = upToDate();
                    LOG.infof(
                            "Index: %d documents, dataset version %d, ready in %d ms",
                            upToDate.size(), upToDate.version(), (System.nanoTime() - begin) / 1_000_000);
                },
                this::close,
                "The next start brings the index up to date.");
    }

    @PreDestroy
    void close() {
        closed = true;
        Index open = index;
        if (open != null) {
            open.close();
        }
    }

    /**
     * Finds documents by words.
     *
     * @throws IndexUnavailableException if the index cannot be used just now
     */
    public IndexHits search(IndexQuery query) {
        return ask(current -> current.search(query));
    }

    /**
     * Finds where a claimed quotation might come from.
     *
     * @throws IndexUnavailableException if the index cannot be used just now
     */
    public Candidates candidates(CandidateQuery query) {
        return ask(current -> current.candidates(query));
    }

    /** The index as it is, which may be behind; null before the first question. */
    @Nullable Index open() {
        return index;
    }

    /**
     * Counts all documents that a question finds, and names some of them in the order of lists. It is for whoever can do
     * without, and so never waits for the index to be built.
     *
     * @param after the place behind which it begins to name them, null for the first one
     * @param most so many are named, or as many as there are
     * @return null if the index cannot be used just now
     */
    public @Nullable Matches matches(IndexQuery query, @Nullable IndexPlace after, int most) {
        return askIfBuilt(current -> current.matches(query, after, most));
    }

    private <T> @Nullable T askIfBuilt(Function<Index, T> question) {
        Index held = index;
        if (held == null || held.version() == Index.UNBUILT) {
            return null;
        }
        try {
            return answered(() -> {
                        Index open = followedAsKnown();
                        long seen = open.version();
                        long committed = dataset.current().version();
                        return seen > committed
                                ? Optional.<T>empty()
                                : Optional.of(question.apply(seen == committed ? open : upToDate()));
                    })
                    .orElse(null);
        } catch (IndexUnavailableException e) {
            return null; // the database is asked in its place
        }
    }

    /** Counts all documents that a question finds; null if the index cannot be used just now. */
    public @Nullable Long count(IndexQuery query) {
        return askIfBuilt(current -> current.count(query));
    }

    /** How many documents there are of a kind; null if the index cannot be used just now. */
    public @Nullable Long count(String kind) {
        return count(IndexQuery.of("").only(Field.KIND, kind));
    }

    /**
     * How many documents of a kind there are with each of some values of a keyword.
     *
     * @return null if the index cannot be used just now
     */
    public @Nullable Map<String, Long> counts(String kind, String keyword, Collection<String> values) {
        IndexQuery query = IndexQuery.of("").only(Field.KIND, kind);
        return askIfBuilt(current -> current.counts(query, keyword, values));
    }

    private <T> T ask(Function<Index, T> question) {
        return answered(() -> question.apply(upToDate()));
    }

    private <T> T answered(Supplier<T> question) {
        try {
            T answer = question.get();
            if (failing) {
                failing = false;
                LOG.info("The search index can be used again");
            }
            return answer;
        } catch (UncheckedIOException | AlreadyClosedException e) {
            if (!failing) {
                failing = true;
                LOG.warn("The search index cannot be used; it is tried anew with each question", e);
            }
            throw new IndexUnavailableException(e);
        }
    }

    private Index upToDate() {
        Index open = followedAsKnown();
        long seen = open.version();
        long committed = dataset.current().version();
        return seen == committed ? open : followed(seen, committed);
    }

    /**
     * The index at the version that is known without asking the database. Whoever waits here has mostly not asked it for
     * anything yet, and so keeps no connection; {@link org.verbatim.dataset.Connections} leaves one where somebody does.
     */
    private Index followedAsKnown() {
        Index open = index;
        long seen = open == null ? Index.UNBUILT : open.version();
        Dataset.State known = watcher.known();
        long wanted = known == null ? Index.UNBUILT : known.version();
        return open == null || seen < wanted ? followed(seen, wanted) : open;
    }

    /**
     * One at a time, so that no more than one connection is taken for it, however many wait; they find it done.
     *
     * @param seen the version at which the index was seen
     * @param wanted the version that was committed by then
     */
    private synchronized Index followed(long seen, long wanted) {
        Index open = index;
        if (open == null) {
            open = Index.open(
                    new Index.Settings(
                            config.directory().orElse(null),
                            config.memoryLimit().asLongValue(),
                            dataset.name()),
                    sources);
            index = open;
            if (closed) {
                open.close();
            }
        }
        long held = open.version();
        if (held == wanted || (held > wanted && held != seen)) {
            return open;
        }
        Index following = open;
        // Of its own, so that whoever asked does not end up with all that was read for the index in his persistence
        // context, and so that the version is read before the sources are.
        QuarkusTransaction.requiringNew().timeout(BUILDING).run(() -> follow(following));
        return open;
    }

    private void follow(Index behind) {
        long held = behind.version();
        long committed = dataset.current().version();
        if (held == Index.UNBUILT || held > committed) { // the latter where a backup was put back
            behind.rebuild(committed);
        } else if (held < committed) {
            behind.update(dataset.changedSince(held), committed);
        }
    }
}
