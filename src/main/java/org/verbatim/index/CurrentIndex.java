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
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.verbatim.dataset.Dataset;

/**
 * The index of this instance, which follows the dataset: whoever asks gets an answer from the dataset version that is
 * committed by then, or from a later one, whichever instance made the change.
 */
@ApplicationScoped
public class CurrentIndex {

    private static final Logger LOG = Logger.getLogger(CurrentIndex.class);

    private final IndexConfig config;
    private final Dataset dataset;
    private final List<IndexSource> sources;
    private volatile @Nullable Index index;

    CurrentIndex(IndexConfig config, Dataset dataset, @All List<IndexSource> sources) {
        this.config = config;
        this.dataset = dataset;
        this.sources = sources;
    }

    /** After the seeds are in, so that the first question does not wait. */
    void open(@Observes @Priority(Interceptor.Priority.APPLICATION + 1000) StartupEvent start) {
        Index upToDate = upToDate();
        LOG.infof("Index: %d documents, dataset version %d", upToDate.size(), upToDate.version());
    }

    @PreDestroy
    void close() {
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

    private <T> T ask(Function<Index, T> question) {
        try {
            return question.apply(upToDate());
        } catch (UncheckedIOException | AlreadyClosedException e) {
            throw new IndexUnavailableException(e);
        }
    }

    private Index upToDate() {
        Index open = index;
        if (open == null || open.version() != dataset.current().version()) {
            open = followed();
        }
        return open;
    }

    private synchronized Index followed() {
        Index open = index;
        if (open == null) {
            open = Index.open(
                    new Index.Settings(
                            config.directory().orElse(null),
                            config.memoryLimit().asLongValue(),
                            dataset.name()),
                    sources);
            index = open;
        }
        Index following = open;
        // Of its own, so that whoever asked does not end up with all that was read for the index in his persistence
        // context, and so that the version is read before the sources are.
        QuarkusTransaction.requiringNew().run(() -> follow(following));
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
