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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentRepository;
import org.verbatim.agent.AgentType;
import org.verbatim.article.RecordId;
import org.verbatim.text.SourceText;

/**
 * Imports the seeds when the service starts, before it answers anybody. All files are checked before the first one is
 * stored; if anything does not hold, the service does not start, and says what, where, and what would be right.
 */
@Singleton
class SeedImport {

    private static final Logger LOG = Logger.getLogger(SeedImport.class);

    /** So often a long import says how far it is. */
    private static final Duration PROGRESS = Duration.ofSeconds(10);

    private final SeedsConfig config;
    private final DossierImporter importer;
    private final Annotator annotator;
    private final ExtractorVersion extractor;
    private final Clock clock;

    /** What is wrong, by file name. */
    private final Map<String, List<Fault>> faults = new TreeMap<>();

    SeedImport(
            SeedsConfig config,
            DossierImporter importer,
            Annotator annotator,
            ExtractorVersion extractor,
            Clock clock) {
        this.config = config;
        this.importer = importer;
        this.annotator = annotator;
        this.extractor = extractor;
        this.clock = clock;
    }

    /** An article that there is something to do about. */
    private record Job(
            DossierImporter.Source source, Seeds.@Nullable File file, DossierCheck.@Nullable Result dossier) {}

    void importSeeds(@Observes StartupEvent start) {
        Map<String, DossierImporter.Stored> stored = importer.stored();
        Set<String> withdrawn = importer.withdrawn();
        List<Seeds.Seed> seeds = Seeds.of(config.directory(), faults);
        List<Job> jobs = new ArrayList<>();
        for (Seeds.Seed seed : seeds) {
            if (withdrawn.contains(seed.id())) {
                LOG.infof(
                        "%s was withdrawn, so it is not imported",
                        seed.article().name());
                continue;
            }
            Job job = job(seed, stored.get(seed.id()));
            if (job != null) {
                jobs.add(job);
            }
        }
        if (!jobs.isEmpty()) {
            checkAgents(jobs);
            checkLinks(jobs, seeds.stream().map(Seeds.Seed::id).collect(Collectors.toSet()));
        }
        if (!faults.isEmpty()) {
            // Quarkus prints the message of this one, no stack trace, and ends with 1.
            throw new ConfigurationException(
                    "The seeds do not hold, so nothing was imported and the service does not start.\n"
                            + faults.entrySet().stream()
                                    .flatMap(file -> file.getValue().stream()
                                            .map(fault -> "  %s %s".formatted(file.getKey(), fault)))
                                    .collect(Collectors.joining("\n")));
        }
        Instant told = clock.instant();
        int done = 0;
        int extracted = 0;
        for (Job job : jobs) {
            if (job.dossier() == null) {
                extract(job.source(), stored.containsKey(job.source().id()));
                extracted++;
            } else {
                importer.store(job.source(), job.dossier());
            }
            done++;
            if (Duration.between(told, clock.instant()).compareTo(PROGRESS) >= 0) {
                told = clock.instant();
                LOG.infof("Seeds: %d of %d articles are in", done, jobs.size());
            }
        }
        LOG.infof("Seeds: %d articles, %d of them new or changed, %d extracted", seeds.size(), jobs.size(), extracted);
    }

    /** An article that the program fails at must not keep all others from being served. */
    private void extract(DossierImporter.Source source, boolean isStored) {
        Dossier.ArticlePart known =
                new Dossier.ArticlePart(source.id(), source.sha256(), null, null, null, null, null, null, null);
        try {
            importer.storeExtracted(annotator.annotate(known, source.text()), source.text());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Article %s could not be extracted, so it has no new records", source.id());
            if (!isStored) {
                Dossier.ArticlePart bare = new Dossier.ArticlePart(
                        source.id(), source.sha256(), "und", null, null, null, null, null, null);
                importer.storeExtracted(new Dossier(bare, List.of(), List.of(), List.of(), List.of()), source.text());
            }
        }
    }

    /** What there is to do about an article, or null. */
    private @Nullable Job job(Seeds.Seed seed, DossierImporter.@Nullable Stored stored) {
        byte[] bytes = seed.article().bytes();
        String sha256 = Sha256.of(bytes);
        if (stored != null && !stored.sha256().equals(sha256)) {
            fault(
                    seed.article(),
                    "the bytes that are stored, with the SHA-256 %s: an article never changes"
                            .formatted(stored.sha256()),
                    "bytes with the SHA-256 " + sha256);
            return null;
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
            fault(seed.article(), "UTF-8", "bytes that are not");
            return null;
        }
        if (text.toString().indexOf('\0') >= 0) {
            fault(seed.article(), "text", "a NUL character");
            return null;
        }
        DossierImporter.Source source = new DossierImporter.Source(seed.id(), sha256, text);
        if (file == null || dossierBytes == null || dossierSha256 == null) {
            return new Job(source, null, null);
        }
        try {
            DossierCheck.Result result =
                    DossierCheck.check(DossierReader.read(dossierBytes), dossierSha256, seed.id(), sha256, text);
            if (!result.faults().isEmpty()) {
                faults.put(file.name(), result.faults());
            }
            return new Job(source, file, result);
        } catch (DossierReader.UnreadableException e) {
            faults.put(file.name(), List.of(e.fault()));
            return null;
        }
    }

    /** The same agent is of the same type in every article. */
    private void checkAgents(List<Job> jobs) {
        Map<String, AgentType> types = new HashMap<>(importer.agentTypes());
        for (Job job : jobs) {
            if (job.dossier() == null || job.file() == null) {
                continue;
            }
            List<AgentRepository.Said> agents = job.dossier().agents();
            for (int i = 0; i < agents.size(); i++) {
                AgentRepository.Said agent = agents.get(i);
                AgentType before = types.putIfAbsent(agent.id(), agent.type());
                if (before != null && before != agent.type()) {
                    add(job.file(), DossierImporter.otherType(i, agent, before));
                }
            }
        }
    }

    /** A record that is said to be in an article of this folder must be there; other articles may come later. */
    private void checkLinks(List<Job> jobs, Set<String> seeds) {
        Set<String> known = new HashSet<>();
        Set<String> checkedArticles = new HashSet<>();
        for (Job job : jobs) {
            checkedArticles.add(job.source().id());
            records(job).forEach(record -> known.add(record.id().toString()));
        }
        for (Job job : jobs) {
            records(job).forEach(record -> record.alsoReportedIn().forEach(other -> RecordId.parse(other)
                    .filter(id -> seeds.contains(id.article()) && checkedArticles.contains(id.article()))
                    .filter(id -> !known.contains(other))
                    .ifPresent(id -> {
                        if (job.file() != null) {
                            add(
                                    job.file(),
                                    new Fault(
                                            record.pointer() + "/alsoReportedIn",
                                            "the id of a record that article %s has".formatted(id.article()),
                                            "“%s”".formatted(other)));
                        }
                    })));
        }
    }

    private static Stream<? extends DossierCheck.Checked<?>> records(Job job) {
        DossierCheck.Result dossier = job.dossier();
        return dossier == null
                ? Stream.of()
                : Stream.of(dossier.quotes(), dossier.fundingFacts(), dossier.meetings())
                        .flatMap(List::stream);
    }

    private void fault(Seeds.File file, String expected, String found) {
        add(file, new Fault("", expected, found));
    }

    private void add(Seeds.File file, Fault fault) {
        List<Fault> all = new ArrayList<>(faults.getOrDefault(file.name(), List.of()));
        all.add(fault);
        faults.put(file.name(), all);
    }
}
