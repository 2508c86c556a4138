package org.verbatim.dossier;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentRepository;
import org.verbatim.agent.AgentType;
import org.verbatim.article.RecordId;
import org.verbatim.dataset.Availability;
import org.verbatim.dataset.BulkWriting;
import org.verbatim.dataset.Starting;
import org.verbatim.text.SourceText;

/**
 * Imports the seeds when the service starts, before it answers anybody. All files are checked before the first one is
 * stored; if anything does not hold, the service does not start, and says what, where, and what would be right.
 *
 * <p>However many there are, few are in memory: what was checked is read, and checked, again when it is stored.
 */
@Singleton
class SeedImport {

    private static final Logger LOG = Logger.getLogger(SeedImport.class);

    /** So often a long import says how far it is. */
    private static final Duration PROGRESS = Duration.ofSeconds(10);

    /** So many articles are one change: what is said once for each change is said of all of them. */
    private static final int BATCH = 100;

    /** So many batches are read ahead of the one that is being stored. */
    private static final int AHEAD = 2;

    private final SeedsConfig config;
    private final DossierImporter importer;
    private final BulkWriting writing;
    private final Annotator annotator;
    private final ExtractorVersion extractor;
    private final Availability database;
    private final Clock clock;

    /** What is wrong, by the path of the file. */
    private final Map<String, List<Fault>> faults = new TreeMap<>();

    SeedImport(
            SeedsConfig config,
            DossierImporter importer,
            BulkWriting writing,
            Annotator annotator,
            ExtractorVersion extractor,
            Availability database,
            Clock clock) {
        this.config = config;
        this.importer = importer;
        this.writing = writing;
        this.annotator = annotator;
        this.extractor = extractor;
        this.database = database;
        this.clock = clock;
    }

    /**
     * What there is to do about an article.
     *
     * @param file where its faults are
     * @param source null if it cannot be read
     * @param dossier null if there is none, and a program is to write it
     * @param extracted what the program wrote; null if it was not asked, or failed
     */
    private record Job(
            Seeds.File file,
            List<Fault> faults,
            DossierImporter.@Nullable Source source,
            DossierCheck.@Nullable Result dossier,
            @Nullable Dossier extracted) {

        static Job faulty(Seeds.File file, Fault fault) {
            return new Job(file, List.of(fault), null, null, null);
        }

        Job withExtracted(Dossier dossier) {
            return new Job(file, faults, source, null, dossier);
        }
    }

    /**
     * An article, and what there is to do about it.
     *
     * @param job null if there is nothing, or it is to be read again
     */
    private record Todo(Seeds.Seed seed, @Nullable Job job) {}

    void importSeeds(@Observes StartupEvent start) {
        Instant begin = clock.instant();
        List<Seeds.File> files = Seeds.files(config.directory());
        // Within the service there are few, and no times to tell by whether they were changed.
        String digest = config.directory().isPresent()
                ? Sha256.of((extractor.get() + Seeds.digest(files)).getBytes(StandardCharsets.UTF_8))
                : null;
        if (digest != null && digest.equals(importer.seeds())) {
            LOG.infof(
                    "Seeds: %d articles, in files that are as they were when they were imported; looked at in %d ms",
                    files.stream().filter(Seeds.File::isArticle).count(),
                    Duration.between(begin, clock.instant()).toMillis());
            return;
        }
        List<Seeds.Seed> seeds = Seeds.of(files, faults);
        Map<String, DossierImporter.Stored> stored =
                importer.stored(seeds.stream().map(Seeds.Seed::id).collect(Collectors.toSet()));
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Todo> todo = check(present(seeds), stored, workers);
            refuseFaulty();
            importer.setSeeds(null); // it may end halfway
            importer.setSeeds(store(todo, stored, workers) ? digest : null);
            LOG.infof(
                    "Seeds: %d articles, %d of them new or changed, imported in %d ms",
                    seeds.size(),
                    todo.size(),
                    Duration.between(begin, clock.instant()).toMillis());
        } finally {
            workers.shutdownNow();
        }
    }

    private List<Seeds.Seed> present(List<Seeds.Seed> seeds) {
        Set<String> withdrawn = importer.withdrawn();
        seeds.stream()
                .filter(seed -> withdrawn.contains(seed.id()))
                .forEach(seed -> LOG.infof(
                        "%s was withdrawn, so it is not imported",
                        seed.article().path()));
        return seeds.stream().filter(seed -> !withdrawn.contains(seed.id())).toList();
    }

    private void refuseFaulty() {
        if (!faults.isEmpty()) {
            // Quarkus prints the message of this one, no stack trace, and ends with 1.
            throw new ConfigurationException(
                    "The seeds do not hold, so nothing was imported and the service does not start.\n"
                            + faults.entrySet().stream()
                                    .flatMap(file -> file.getValue().stream()
                                            .map(fault -> "  %s %s".formatted(file.getKey(), fault)))
                                    .collect(Collectors.joining("\n")));
        }
    }

    /** Does something for each of many, several at once, and hands over what comes of it in their order. */
    private static <A, B> void each(List<A> all, Function<A, B> work, Consumer<List<B>> into, ExecutorService workers) {
        Deque<List<Future<B>>> ahead = new ArrayDeque<>();
        for (int begin = 0; begin < all.size() || !ahead.isEmpty(); begin += BATCH) {
            if (begin < all.size()) {
                ahead.add(all.subList(begin, Math.min(begin + BATCH, all.size())).stream()
                        .map(one -> workers.submit(() -> work.apply(one)))
                        .toList());
            }
            if (ahead.size() > AHEAD || begin >= all.size()) {
                into.accept(ahead.remove().stream()
                        .map(SeedImport::result)
                        .collect(Collectors.toCollection(ArrayList::new)));
            }
        }
    }

    private static <B> B result(Future<B> future) {
        Starting.goOn("What is missing of the seeds is imported at the next start.");
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import of the seeds was interrupted", e);
        }
    }

    /** Finds what there is to do, and fills {@link #faults}. */
    private List<Todo> check(
            List<Seeds.Seed> seeds, Map<String, DossierImporter.Stored> stored, ExecutorService workers) {
        List<Todo> todo = new ArrayList<>();
        Checks checks = new Checks();
        each(
                seeds,
                seed -> new Todo(seed, job(seed, stored.get(seed.id()))),
                batch -> batch.forEach(looked -> {
                    Job job = looked.job();
                    if (job != null) {
                        job.faults().forEach(fault -> add(job.file(), fault));
                        checks.look(job);
                        todo.add(todo.size() < BATCH ? looked : new Todo(looked.seed(), null));
                    }
                }),
                workers);
        checks.links();
        return todo;
    }

    /** What is to be compared between articles. */
    private final class Checks {

        /** Read when there is something to compare them with, which at most starts there is not. */
        private @Nullable Map<String, AgentType> types;

        /** By the article's id the ids of its records without it, each between two spaces. */
        private final Map<String, String> records = new HashMap<>();

        private final List<Link> links = new ArrayList<>();

        private record Link(Seeds.File file, String pointer, String to) {}

        void look(Job job) {
            if (job.source() == null) {
                return;
            }
            DossierCheck.Result dossier = job.dossier();
            String article = job.source().id();
            records.put(
                    article,
                    dossier == null
                            ? ""
                            : dossier.records()
                                    .map(record -> inArticle(record.id().toString(), article))
                                    .collect(Collectors.joining()));
            if (dossier == null) {
                return;
            }
            // The same agent is of the same type in every article.
            Map<String, AgentType> types = types();
            List<AgentRepository.Said> agents = dossier.agents();
            for (int i = 0; i < agents.size(); i++) {
                AgentRepository.Said agent = agents.get(i);
                AgentType before = types.putIfAbsent(agent.id(), agent.type());
                if (before != null && before != agent.type()) {
                    add(job.file(), DossierImporter.otherType(i, agent, before));
                }
            }
            dossier.records().forEach(record -> record.alsoReportedIn().stream()
                    .filter(other -> RecordId.parse(other).isPresent())
                    .forEach(other -> links.add(new Link(job.file(), record.pointer() + "/alsoReportedIn", other))));
        }

        private Map<String, AgentType> types() {
            Map<String, AgentType> known = types;
            if (known == null) {
                known = new HashMap<>(importer.agentTypes());
                types = known;
            }
            return known;
        }

        /** A record that is said to be in an article of this folder must be there; other articles may come later. */
        void links() {
            for (Link link : links) {
                String article = RecordId.parse(link.to()).orElseThrow().article();
                String held = records.get(article);
                if (held != null && !held.contains(inArticle(link.to(), article))) {
                    add(
                            link.file(),
                            new Fault(
                                    link.pointer(),
                                    "the id of a record that article %s has".formatted(article),
                                    "“%s”".formatted(link.to())));
                }
            }
        }

        private static String inArticle(String record, String article) {
            return " " + record.substring(article.length()) + " ";
        }
    }

    /** @return whether nothing is left to be tried again at the next start */
    private boolean store(List<Todo> todo, Map<String, DossierImporter.Stored> stored, ExecutorService workers) {
        Storing storing = new Storing(todo.size(), stored);
        each(
                todo,
                one -> {
                    Job job = one.job() == null
                            ? job(one.seed(), stored.get(one.seed().id()))
                            : one.job();
                    return new Todo(one.seed(), job == null ? null : extracted(job));
                },
                storing::store,
                workers);
        return storing.isComplete;
    }

    private Job extracted(Job job) {
        DossierImporter.Source source = job.source();
        if (source == null || job.dossier() != null) {
            return job;
        }
        try {
            return job.withExtracted(annotator.annotate(part(source, null), source.text()));
        } catch (RuntimeException e) {
            tellUnlessTheDatabases(e, source);
            return job;
        }
    }

    /** A failure of the database says nothing of the article, and ends the import. */
    private void tellUnlessTheDatabases(RuntimeException failure, DossierImporter.Source source) {
        if (database.explains(failure)) {
            throw failure;
        }
        LOG.errorf(failure, "Article %s could not be extracted, so it has no new records", source.id());
    }

    private static Dossier.ArticlePart part(DossierImporter.Source source, @Nullable String language) {
        return new Dossier.ArticlePart(source.id(), source.sha256(), language, null, null, null, null, null, null);
    }

    /** Stores one batch after the other. */
    private final class Storing {

        private final int all;
        private final Map<String, DossierImporter.Stored> stored;
        private int done;
        private Instant told = clock.instant();
        private boolean isComplete = true;

        Storing(int all, Map<String, DossierImporter.Stored> stored) {
            this.all = all;
            this.stored = stored;
            if (all > BATCH) {
                tell();
            }
        }

        void store(List<Todo> batch) {
            List<DossierImporter.Ready> added = new ArrayList<>();
            for (Todo todo : batch) {
                Job job = todo.job();
                if (job == null) {
                    continue;
                }
                // Somebody has changed the file since it was checked.
                job.faults().forEach(fault -> add(job.file(), fault));
                refuseFaulty();
                DossierImporter.Source source = Objects.requireNonNull(job.source());
                if (job.dossier() == null) {
                    storeExtracted(source, job.extracted());
                } else if (stored.containsKey(source.id())) {
                    importer.store(source, job.dossier());
                } else {
                    added.add(new DossierImporter.Ready(source, job.dossier(), null));
                }
            }
            if (!added.isEmpty()) {
                importer.storeNew(added).forEach(ready -> importer.store(ready.source(), ready.dossier()));
            }
            done += batch.size();
            writing.grown(done - batch.size(), done);
            if (Duration.between(told, clock.instant()).compareTo(PROGRESS) >= 0) {
                told = clock.instant();
                tell();
            }
        }

        private void tell() {
            LOG.infof("Seeds: %d of %d articles are in", done, all);
        }

        /** An article that the program fails at must not keep all others from being served. */
        private void storeExtracted(DossierImporter.Source source, @Nullable Dossier found) {
            if (found != null) {
                try {
                    importer.storeExtracted(found, source.text());
                    return;
                } catch (RuntimeException e) {
                    tellUnlessTheDatabases(e, source);
                }
            }
            isComplete = false;
            if (!stored.containsKey(source.id())) {
                // As one without a dossier, so that the next start tries it again.
                Dossier none = new Dossier(part(source, "und"), List.of(), List.of(), List.of(), List.of());
                importer.storeNew(List.of(new DossierImporter.Ready(
                        source, DossierCheck.check(none, null, source.id(), source.sha256(), source.text()), null)));
            }
        }
    }

    /** What there is to do about an article, or null. */
    private @Nullable Job job(Seeds.Seed seed, DossierImporter.@Nullable Stored stored) {
        byte[] bytes = seed.article().bytes();
        String sha256 = Sha256.of(bytes);
        if (stored != null && !stored.sha256().equals(sha256)) {
            return Job.faulty(
                    seed.article(),
                    new Fault(
                            "",
                            "the bytes that are stored, with the SHA-256 %s: an article never changes"
                                    .formatted(stored.sha256()),
                            "bytes with the SHA-256 " + sha256));
        }
        Seeds.File file = seed.dossier();
        byte[] dossierBytes = file == null ? null : file.bytes();
        String dossierSha256 = dossierBytes == null ? null : Sha256.of(dossierBytes);
        if (stored != null
                && (dossierSha256 == null
                        ? !stored.isToBeExtracted(extractor.get())
                        : dossierSha256.equals(stored.dossierSha256()))) {
            return null;
        }
        SourceText text;
        try {
            text = SourceText.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Job.faulty(seed.article(), new Fault("", "UTF-8", "bytes that are not"));
        }
        if (text.toString().indexOf('\0') >= 0) {
            return Job.faulty(seed.article(), new Fault("", "text", "a NUL character"));
        }
        DossierImporter.Source source = new DossierImporter.Source(seed.id(), sha256, text);
        if (file == null || dossierBytes == null || dossierSha256 == null) {
            return new Job(seed.article(), List.of(), source, null, null);
        }
        try {
            DossierCheck.Result result =
                    DossierCheck.check(DossierReader.read(dossierBytes), dossierSha256, seed.id(), sha256, text);
            return new Job(file, result.faults(), source, result, null);
        } catch (DossierReader.UnreadableException e) {
            return Job.faulty(file, e.fault());
        }
    }

    private void add(Seeds.File file, Fault fault) {
        List<Fault> all = new ArrayList<>(faults.getOrDefault(file.path(), List.of()));
        all.add(fault);
        faults.put(file.path(), all);
    }
}
