package org.verbatim.backup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.verbatim.article.ArticleRepository;
import org.verbatim.article.WithdrawnArticleEntity;
import org.verbatim.dataset.BulkWriting;
import org.verbatim.dataset.Dataset;
import org.verbatim.dataset.Starting;
import org.verbatim.dossier.DossierImporter;
import org.verbatim.review.History;
import org.verbatim.text.SourceText;

/**
 * Puts an export back when the service starts, before the seeds are imported. The whole file is checked before anything is
 * stored, and all of it is stored in one transaction: it is there as a whole, or not at all and the service does not start.
 */
@Singleton
class Restore {

    private static final Logger LOG = Logger.getLogger(Restore.class);

    /** So many articles are held in memory at once. */
    private static final int BATCH = 50;

    /** However large the file is. */
    private static final Duration LONGEST = Duration.ofDays(1);

    static final String LEFT = "Nothing was put back.";

    private final RestoreConfig config;
    private final ArticleRepository articles;
    private final DossierImporter importer;
    private final History history;
    private final Dataset dataset;
    private final BulkWriting writing;
    private final EntityManager entities;

    Restore(
            RestoreConfig config,
            ArticleRepository articles,
            DossierImporter importer,
            History history,
            Dataset dataset,
            BulkWriting writing,
            EntityManager entities) {
        this.config = config;
        this.articles = articles;
        this.importer = importer;
        this.history = history;
        this.dataset = dataset;
        this.writing = writing;
        this.entities = entities;
    }

    /** Before the seeds, which are then found to be there already. */
    void restore(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent start) {
        config.file().ifPresent(this::restore);
    }

    /**
     * Puts it back.
     *
     * @throws ConfigurationException if it does not hold, or something else is held here
     */
    void restore(Path file) {
        // Quarkus prints the message of such an exception, no stack trace, and ends with 1.
        Set<Integer> counting;
        try {
            LineCheck check = new LineCheck(importer);
            counting = check.counting(file);
            read(file, counting, check::check);
            List<String> faults = check.faults();
            if (!faults.isEmpty()) {
                throw new ConfigurationException(
                        "%s does not hold, so nothing was put back and the service does not start.\n%s"
                                .formatted(
                                        file,
                                        faults.stream()
                                                .map(fault -> "  " + fault)
                                                .collect(Collectors.joining("\n"))));
            }
        } catch (IOException e) {
            throw new ConfigurationException(
                    "verbatim.restore is %s, which is no file in UTF-8 that can be read.".formatted(file));
        }
        LOG.infof("Restoring %d articles, those that were withdrawn among them, from %s", counting.size(), file);
        int restored = QuarkusTransaction.requiringNew()
                .timeout((int) LONGEST.toSeconds())
                .call(() -> store(file, counting));
        LOG.infof("Restored: %d articles, those that were withdrawn among them, from %s", restored, file);
    }

    private interface Consumer {
        void accept(int number, String line) throws IOException;
    }

    /** @param counting the numbers of the lines that are read, from 1; each other one is left out */
    private static void read(Path file, Set<Integer> counting, Consumer consumer) throws IOException {
        try (ExportReader lines = new ExportReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (counting.contains(lines.getLineNumber())) {
                    consumer.accept(lines.getLineNumber(), line);
                }
            }
        }
    }

    /** @return how many articles the file has */
    private int store(Path file, Set<Integer> counting) {
        dataset.lock();
        importer.setSeeds(null); // what the file has of them may be older
        try {
            clear(file, counting);
            Settling storing = new Settling();
            read(file, counting, (number, line) -> storing.add(store(LineCheck.readable(line))));
            storing.settle();
            return counting.size();
        } catch (IOException e) {
            throw new ConfigurationException("%s can be read no longer: %s".formatted(file, e.getMessage()));
        }
    }

    /** Tells what has changed, a few articles at a time: neither memory nor a statement has room for all of it. */
    private final class Settling {

        private final Set<String> changed = new HashSet<>();
        private int told;
        private int settled;

        /** @param owners what the next article has changed */
        void add(Set<String> owners) {
            changed.addAll(owners);
            if (++told % BATCH == 0) {
                settle();
            }
        }

        void settle() {
            if (!changed.isEmpty()) {
                dataset.changed(Set.copyOf(changed));
                changed.clear();
            }
            entities.flush();
            entities.clear();
            writing.grown(settled, told);
            settled = told;
        }
    }

    /**
     * Makes room. What is held may be in the file just as it is, as seeds are; whatever else is held stays, and nothing is
     * put back.
     */
    private void clear(Path file, Set<Integer> counting) throws IOException {
        Map<String, String> held = new HashMap<>();
        entities.createQuery("select a.id, a.sha256 from Article a", Object[].class)
                .getResultList()
                .forEach(row -> held.put((String) row[0], (String) row[1]));
        Set<String> more = new HashSet<>(held.keySet());
        if (!held.isEmpty()) {
            read(file, counting, (number, line) -> {
                Line read = LineCheck.readable(line);
                if (read.article() != null
                        && Objects.equals(
                                held.get(String.valueOf(read.id())),
                                read.article().sha256())) {
                    more.remove(read.id());
                }
            });
        }
        if (!more.isEmpty() || !articles.withdrawnBehind("", 1).isEmpty() || !history.isEmpty()) {
            throw new ConfigurationException(
                    ("The database has more than %s has (%s), so nothing was put back and the service does not start."
                                    + " Put it back into a database that is empty, such as one in another"
                                    + " verbatim.data.directory; or leave out verbatim.restore, if it was put back already.")
                            .formatted(
                                    file,
                                    more.isEmpty()
                                            ? "editors have worked here"
                                            : "article "
                                                    + more.stream()
                                                            .sorted()
                                                            .findFirst()
                                                            .orElseThrow()));
        }
        Settling clearing = new Settling();
        for (String id : held.keySet()) {
            Starting.goOn(LEFT);
            clearing.add(importer.forget(articles.findById(id)));
            entities.clear();
        }
        clearing.settle();
        entities.createQuery("delete from Withdrawal").executeUpdate();
    }

    private Set<String> store(Line line) {
        String id = Objects.requireNonNull(line.id());
        for (Line.Withdrawn withdrawn : LineCheck.orEmpty(line.withdrawals())) {
            entities.persist(LineCheck.entity(withdrawn));
        }
        history.restore(LineCheck.orEmpty(line.revisions()).stream()
                .map(LineCheck::entry)
                .toList());
        if (line.isWithdrawn()) {
            if (line.text() != null) {
                entities.persist(new WithdrawnArticleEntity(
                        id,
                        Objects.requireNonNull(
                                Objects.requireNonNull(line.article()).sha256()),
                        LineCheck.time(line.addedAt()),
                        line.text(),
                        Line.write(line.dossier())));
            }
            return Set.of(id);
        }
        return importer.restore(
                line.dossier(),
                SourceText.of(Objects.requireNonNull(line.text())),
                new DossierImporter.Provenance(LineCheck.time(line.addedAt()), line.dossierSha256(), line.extractor()),
                LineCheck.decisions(line));
    }
}
