package org.verbatim.dossier;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentEntity;
import org.verbatim.agent.AgentRepository;
import org.verbatim.agent.AgentType;
import org.verbatim.article.ArticleEntity;
import org.verbatim.article.ArticleRepository;
import org.verbatim.article.RecordEntity;
import org.verbatim.article.RecordId;
import org.verbatim.article.RecordRepository;
import org.verbatim.article.WithdrawalEntity;
import org.verbatim.article.WithdrawnArticleEntity;
import org.verbatim.dataset.Dataset;
import org.verbatim.funding.FundingFactEntity;
import org.verbatim.funding.FundingFactRepository;
import org.verbatim.meeting.MeetingEntity;
import org.verbatim.meeting.MeetingRepository;
import org.verbatim.quote.QuoteEntity;
import org.verbatim.quote.QuoteRepository;
import org.verbatim.text.SourceText;

/** Brings what is stored of an article in line with its dossier: all of it in one transaction, or none. */
@ApplicationScoped
public class DossierImporter {

    private static final Logger LOG = Logger.getLogger(DossierImporter.class);

    /** So many articles are looked up by their ids. */
    private static final int LOOKED_UP = 1000;

    private static final Kind<QuoteEntity, QuoteEntity.Content> QUOTES =
            new Kind<>(QuoteEntity::new, QuoteEntity::set, QuoteEntity::content);
    private static final Kind<FundingFactEntity, FundingFactEntity.Content> FUNDING_FACTS =
            new Kind<>(FundingFactEntity::new, FundingFactEntity::set, FundingFactEntity::content);
    private static final Kind<MeetingEntity, MeetingEntity.Content> MEETINGS =
            new Kind<>(MeetingEntity::new, MeetingEntity::set, MeetingEntity::content);

    private static final String LEFT_THE_DOSSIER = "The dossier of its article has it no more.";

    private final ArticleRepository articles;
    private final AgentRepository agents;
    private final QuoteRepository quotes;
    private final FundingFactRepository fundingFacts;
    private final MeetingRepository meetings;
    private final DossierExport export;
    private final ExtractorVersion extractor;
    private final EntityManager entities;
    private final Dataset dataset;
    private final Clock clock;

    DossierImporter(
            ArticleRepository articles,
            AgentRepository agents,
            QuoteRepository quotes,
            FundingFactRepository fundingFacts,
            MeetingRepository meetings,
            DossierExport export,
            ExtractorVersion extractor,
            EntityManager entities,
            Dataset dataset,
            Clock clock) {
        this.articles = articles;
        this.agents = agents;
        this.quotes = quotes;
        this.fundingFacts = fundingFacts;
        this.meetings = meetings;
        this.export = export;
        this.extractor = extractor;
        this.entities = entities;
        this.dataset = dataset;
        this.clock = clock;
    }

    /** An article's bytes, understood. */
    record Source(String id, String sha256, SourceText text) {}

    /** What is stored of an article, to tell whether there is anything to do. */
    record Stored(
            String sha256,
            @Nullable String dossierSha256,
            @Nullable String extractor) {

        /** Whether a person has not written its dossier, and this program has not either. */
        boolean isToBeExtracted(String version) {
            return extractor == null ? dossierSha256 == null : !extractor.equals(version);
        }
    }

    /**
     * An article whose dossier holds.
     *
     * @param extractor which program has written its dossier; null where a person has
     */
    record Ready(
            Source source,
            DossierCheck.Result dossier,
            @Nullable String extractor) {}

    /** What is stored of some articles, by their ids. Many are not looked up one by one: all are read for them. */
    @Transactional
    Map<String, Stored> stored(Set<String> ids) {
        boolean few = ids.size() <= LOOKED_UP;
        TypedQuery<Object[]> query = entities.createQuery(
                "select a.id, a.sha256, a.dossierSha256, a.extractor from Article a"
                        + (few ? " where a.id in :ids" : ""),
                Object[].class);
        if (few) {
            query.setParameter("ids", ids);
        }
        return query.getResultStream()
                .filter(row -> ids.contains((String) row[0]))
                .collect(toMap(
                        row -> (String) row[0], row -> new Stored((String) row[1], (String) row[2], (String) row[3])));
    }

    /** The type of each agent that is stored, by its id. */
    @Transactional
    Map<String, AgentType> agentTypes() {
        return agents.streamAll().collect(toMap(AgentEntity::id, AgentEntity::type));
    }

    /** The ids of all articles that were withdrawn. */
    @Transactional
    Set<String> withdrawn() {
        return articles.withdrawn();
    }

    /**
     * Stores an article that was never held, with the records of a dossier that a person has written.
     *
     * @param dossier names the article's id and its SHA-256
     * @return what does not hold; if there is anything, nothing was stored
     */
    @Transactional
    public List<Fault> store(Dossier dossier, SourceText text) {
        Source source = source(dossier, text);
        DossierCheck.Result result = check(source, dossier);
        List<Fault> faults = new ArrayList<>(result.faults());
        if (faults.isEmpty()) {
            Map<String, AgentType> types = agents.types(
                    result.agents().stream().map(AgentRepository.Said::id).toList());
            for (int i = 0; i < result.agents().size(); i++) {
                AgentRepository.Said agent = result.agents().get(i);
                AgentType before = types.getOrDefault(agent.id(), agent.type());
                if (before != agent.type()) {
                    faults.add(otherType(i, agent, before));
                }
            }
        }
        if (faults.isEmpty()) {
            store(source, result);
        }
        return faults;
    }

    /** That an agent has another type than it is stored with. */
    static Fault otherType(int index, AgentRepository.Said agent, AgentType before) {
        return new Fault(
                "/agents/%d/type".formatted(index),
                "%s, as other articles have “%s”".formatted(before, agent.id()),
                agent.type().name());
    }

    /**
     * What a program has found, with ids of their own for agents whose ids somebody of another type has already.
     *
     * @param found what the program has found
     */
    @Transactional
    public Dossier fitted(Dossier found) {
        List<Dossier.AgentPart> named = found.agents() == null ? List.of() : found.agents();
        Map<String, AgentType> types = new HashMap<>(agents.types(
                named.stream().map(agent -> String.valueOf(agent.id())).toList()));
        // Ids with the type behind them may be stored too; there are few of them.
        types.putAll(agents.types(named.stream()
                .filter(agent -> types.getOrDefault(agent.id(), agent.type()) != agent.type())
                .map(agent -> Extracted.withType(String.valueOf(agent.id()), agent.type()))
                .toList()));
        return Extracted.withIdsOfTheirOwn(found, types);
    }

    /**
     * Stores an article with what a program has found in it, or brings what is stored in line with it, except for what
     * an editor has decided on.
     *
     * @param found what the program has found; names the article's id and its SHA-256
     * @throws IllegalStateException if it does not hold
     */
    @Transactional
    public void storeExtracted(Dossier found, SourceText text) {
        Source source = source(found, text);
        Dossier dossier = fitted(found);
        DossierCheck.Result result = check(source, dossier);
        if (!result.faults().isEmpty()) {
            throw new IllegalStateException(
                    "What was extracted from %s does not hold: %s".formatted(source.id(), result.faults()));
        }
        store(source, result, extractor.get());
    }

    /** What does not hold in a dossier. */
    public List<Fault> faults(Dossier dossier, SourceText text) {
        return check(source(dossier, text), dossier).faults();
    }

    /** Whether an article was stored with this very dossier. */
    public boolean isFrom(Dossier dossier, ArticleEntity article) {
        return Sha256.of(DossierWriter.write(dossier)).equals(article.dossierSha256());
    }

    private static Source source(Dossier dossier, SourceText text) {
        Dossier.ArticlePart part = Objects.requireNonNull(dossier.article());
        return new Source(Objects.requireNonNull(part.id()), Objects.requireNonNull(part.sha256()), text);
    }

    private static DossierCheck.Result check(Source source, Dossier dossier) {
        return DossierCheck.check(
                dossier,
                Sha256.of(DossierWriter.write(dossier)),
                source.id(),
                Sha256.of(source.text().toString().getBytes(StandardCharsets.UTF_8)),
                source.text());
    }

    /**
     * Takes an article back, with all its records. Nothing of it is lost, but nothing reads it any more.
     *
     * @param reason what whoever asks for it is told
     * @param editor who takes it back
     */
    @Transactional
    public void withdraw(ArticleEntity article, String reason, String editor) {
        dataset.lock();
        String dossier = new String(DossierWriter.write(export.everythingOf(article)), StandardCharsets.UTF_8);
        entities.persist(new WithdrawnArticleEntity(article, dossier));
        withdraw(article.id(), reason, editor);
        for (RecordRepository<? extends RecordEntity> records : List.of(quotes, fundingFacts, meetings)) {
            withdrawAll(records, article, "Its article was withdrawn: " + reason, editor);
        }
        dataset.changed(
                remove(article, agents.state(article.id(), List.of(), Set.of()).touched()));
    }

    /**
     * Takes an article away as if it had never been held. Agents of whom others say something keep the names they have, so
     * the others are to go, too.
     *
     * @return what has changed, as {@link Dataset#changed} has it
     */
    @Transactional
    public Set<String> forget(ArticleEntity article) {
        for (RecordRepository<? extends RecordEntity> records : List.of(quotes, fundingFacts, meetings)) {
            deleteAll(records, article);
        }
        return remove(article, agents.takeBack(article.id()));
    }

    private Set<String> remove(ArticleEntity article, Set<String> agentsOf) {
        articles.delete(article);
        entities.flush();
        agents.forgetUnstated(agentsOf);
        return owners(article.id(), agentsOf);
    }

    private static <E extends RecordEntity> void deleteAll(RecordRepository<E> records, ArticleEntity article) {
        records.withRejected(() -> records.list("article", article)).forEach(records::delete);
    }

    /**
     * What its dossier does not say of an article.
     *
     * @param addedAt when it was first held
     * @param dossierSha256 the digest of the dossier that its records came from; null where there was none
     * @param extractor which one wrote that; null where a person did
     */
    public record Provenance(
            Instant addedAt,
            @Nullable String dossierSha256,
            @Nullable String extractor) {}

    /**
     * When an editor last decided on a record, and why; what, its dossier says.
     *
     * @param reason null where none was given
     */
    public record Decided(Instant at, @Nullable String reason) {}

    /**
     * Stores an article as it was held elsewhere. It must not be held here, and its dossier must hold.
     *
     * @param decisions what editors have decided on its records, by their ids
     * @return what has changed, as {@link Dataset#changed} has it
     */
    @Transactional
    public Set<String> restore(
            Dossier dossier, SourceText text, Provenance provenance, Map<String, Decided> decisions) {
        Source source = source(dossier, text);
        DossierCheck.Result checked =
                DossierCheck.check(dossier, provenance.dossierSha256(), source.id(), source.sha256(), source.text());
        ArticleEntity article = new ArticleEntity(source.id(), source.sha256(), text, provenance.addedAt());
        article.describe(checked.description(), provenance.extractor());
        articles.persist(article);
        List<AgentRepository.Statements> statements =
                List.of(new AgentRepository.Statements(source.id(), checked.agents()));
        AgentRepository.Known found = agents.known(statements);
        agents.stateNew(statements, found);
        Map<String, AgentEntity> known = found.agents();
        add(article, quotes, checked.quotes(), known, QUOTES, decisions);
        add(article, fundingFacts, checked.fundingFacts(), known, FUNDING_FACTS, decisions);
        add(article, meetings, checked.meetings(), known, MEETINGS, decisions);
        entities.flush();
        return owners(source.id(), known.keySet());
    }

    private <E extends RecordEntity> void withdrawAll(
            RecordRepository<E> records, ArticleEntity article, String reason, String editor) {
        records.withRejected(() -> records.list("article", article)).forEach(record -> {
            records.delete(record);
            withdraw(record.id(), reason, editor);
        });
    }

    private void withdraw(String id, String reason, @Nullable String editor) {
        entities.merge(new WithdrawalEntity(id, reason, clock.instant(), editor));
    }

    private static Set<String> owners(String article, Set<String> agentsOf) {
        Set<String> owners = new HashSet<>(Set.of(article));
        agentsOf.forEach(agent -> owners.add(Dataset.agent(agent)));
        return owners;
    }

    /** Stores an article with the records of its dossier, or brings them in line with it. */
    @Transactional
    void store(Source source, DossierCheck.Result dossier) {
        dataset.lock();
        store(source, dossier, null);
    }

    /** What the seeds were when they were imported last; null if nobody can say. */
    @Transactional
    @Nullable String seeds() {
        return entities.createQuery("select s.digest from SeedFolder s", String.class)
                .getSingleResultOrNull();
    }

    /** @param digest null whenever what is stored may no longer be what the seeds say */
    @Transactional
    public void setSeeds(@Nullable String digest) {
        entities.createQuery("update SeedFolder s set s.digest = :digest")
                .setParameter("digest", digest)
                .executeUpdate();
    }

    /**
     * Stores articles that were never held, with the records of their dossiers, as one change: all of them or none.
     * Whoever does the same at the same time, here or in another instance, waits.
     *
     * @return those of them that somebody has stored meanwhile, which are left as they are; those that somebody has
     *     withdrawn meanwhile stay so
     */
    @Transactional
    List<Ready> storeNew(List<Ready> batch) {
        dataset.lock();
        List<String> ids = batch.stream().map(ready -> ready.source().id()).toList();
        Set<String> held = among("select a.id from Article a where a.id in :ids", ids);
        Set<String> withdrawn = among("select w.id from Withdrawal w where w.id in :ids", ids);
        Map<Boolean, List<Ready>> ways = batch.stream()
                .filter(ready -> !withdrawn.contains(ready.source().id()))
                .collect(partitioningBy(ready -> held.contains(ready.source().id())));
        add(Objects.requireNonNull(ways.get(false)));
        return Objects.requireNonNull(ways.get(true));
    }

    private Set<String> among(String query, List<String> ids) {
        return new HashSet<>(entities.createQuery(query, String.class)
                .setParameter("ids", ids)
                .getResultList());
    }

    /** All questions to the database come first: each of them would have everything compared that is new by then. */
    private void add(List<Ready> batch) {
        if (batch.isEmpty()) {
            return;
        }
        List<AgentRepository.Statements> statements = batch.stream()
                .map(ready -> new AgentRepository.Statements(
                        ready.source().id(), ready.dossier().agents()))
                .toList();
        AgentRepository.Known found = agents.known(statements);
        entities.createQuery("delete from Withdrawal w where w.id in :ids")
                .setParameter(
                        "ids",
                        batch.stream()
                                .flatMap(ready -> ready.dossier().records())
                                .map(record -> record.id().toString())
                                .toList())
                .executeUpdate();
        // One table after the other: rows of the same one are sent together.
        Map<ArticleEntity, DossierCheck.Result> added = new LinkedHashMap<>();
        for (Ready ready : batch) {
            Source source = ready.source();
            var article = new ArticleEntity(source.id(), source.sha256(), source.text(), clock.instant());
            article.describe(ready.dossier().description(), ready.extractor());
            articles.persist(article);
            added.put(article, ready.dossier());
        }
        agents.stateNew(statements, found);
        Map<String, AgentEntity> known = found.agents();
        added.forEach((article, dossier) -> add(article, quotes, dossier.quotes(), known, QUOTES, Map.of()));
        added.forEach((article, dossier) ->
                add(article, fundingFacts, dossier.fundingFacts(), known, FUNDING_FACTS, Map.of()));
        added.forEach((article, dossier) -> add(article, meetings, dossier.meetings(), known, MEETINGS, Map.of()));
        Set<String> changed = new HashSet<>();
        added.forEach((article, dossier) -> {
            changed.add(article.id());
            dossier.agents().forEach(agent -> changed.add(Dataset.agent(agent.id())));
        });
        dataset.changed(changed);
    }

    private static <E extends RecordEntity, C> void add(
            ArticleEntity article,
            RecordRepository<E> records,
            List<DossierCheck.Checked<C>> wanted,
            Map<String, AgentEntity> agents,
            Kind<E, C> kind,
            Map<String, Decided> decisions) {
        for (DossierCheck.Checked<C> checked : wanted) {
            E record = kind.create().apply(checked.id(), article);
            write(record, checked, checked.content().apply(agents), kind);
            Decided decided = decisions.get(record.id());
            if (decided != null) {
                record.review(checked.reviewStatus(), decided.reason(), decided.at());
            }
            records.persist(record);
        }
    }

    private static <E extends RecordEntity, C> void write(
            E record, DossierCheck.Checked<C> checked, C content, Kind<E, C> kind) {
        kind.set().accept(record, content);
        record.setProvenance(checked.reviewStatus(), checked.extraction());
        record.setAlsoReportedIn(checked.alsoReportedIn());
    }

    private void store(Source source, DossierCheck.Result dossier, @Nullable String extractedBy) {
        // Several instances may import the same seeds at once.
        dataset.lock();
        ArticleEntity article = articles.findById(source.id());
        if (article == null
                ? articles.withdrawal(source.id()) != null
                : article.isFrom(dossier.description().dossierSha256(), extractedBy)) {
            LOG.infof("Article %s: another instance was quicker", source.id());
            return;
        }
        if (article != null && !article.sha256().equals(source.sha256())) {
            throw new IllegalStateException(
                    "Article %s: another instance has stored one with other bytes".formatted(source.id()));
        }
        if (article == null) {
            add(List.of(new Ready(source, dossier, extractedBy)));
            return;
        }
        article.describe(dossier.description(), extractedBy);
        List<RecordEntity> decided = decided(article);
        AgentRepository.Stated agentsOf = agents.state(
                source.id(),
                dossier.agents(),
                decided.stream()
                        .flatMap(record -> record.agents().stream())
                        .map(AgentEntity::id)
                        .collect(toSet()));
        Map<String, AgentEntity> stated = agentsOf.stated();
        align(article, quotes, dossier.quotes(), stated, QUOTES);
        align(article, fundingFacts, dossier.fundingFacts(), stated, FUNDING_FACTS);
        align(article, meetings, dossier.meetings(), stated, MEETINGS);
        if (!decided.isEmpty()) {
            LOG.infof(
                    "Article %s: its dossier is new, and these records stay as editors have decided: %s",
                    source.id(), decided.stream().map(RecordEntity::id).sorted().collect(joining(", ")));
        }
        entities.flush();
        agents.forgetUnstated(agentsOf.touched());
        dataset.changed(owners(source.id(), agentsOf.touched()));
    }

    /** The records on which an editor has decided. They are newer than any dossier, so that none changes them. */
    private List<RecordEntity> decided(ArticleEntity article) {
        return Stream.of(quotes, fundingFacts, meetings)
                .flatMap(records -> records.withRejected(() -> records.list("article", article)).stream())
                .<RecordEntity>map(record -> record)
                .filter(record -> record.reviewedAt() != null)
                .toList();
    }

    /** How records of a kind are made, written and read. */
    private record Kind<E, C>(
            BiFunction<RecordId, ArticleEntity, E> create, BiConsumer<E, C> set, Function<E, C> content) {}

    /**
     * A record keeps its row and so its id's history; one that the dossier no longer has is withdrawn. What an editor has
     * decided on stays, and is not told a second time where the dossier now says the same in another place.
     */
    private <E extends RecordEntity, C> void align(
            ArticleEntity article,
            RecordRepository<E> records,
            List<DossierCheck.Checked<C>> wanted,
            Map<String, AgentEntity> agents,
            Kind<E, C> kind) {
        Map<String, E> stored = new HashMap<>(records.withRejected(() -> records.list("article", article)).stream()
                .collect(toMap(RecordEntity::id, Function.identity())));
        Map<String, E> decided = new HashMap<>(stored);
        decided.values().removeIf(record -> record.reviewedAt() == null);
        stored.keySet().removeAll(decided.keySet());
        Set<C> told = decided.values().stream().map(kind.content()).collect(toSet());
        for (DossierCheck.Checked<C> checked : wanted) {
            String id = checked.id().toString();
            C content = checked.content().apply(agents);
            if (decided.containsKey(id) || (!stored.containsKey(id) && told.contains(content))) {
                continue;
            }
            E record = stored.remove(id);
            boolean isNew = record == null;
            E kept = isNew ? kind.create().apply(checked.id(), article) : Objects.requireNonNull(record);
            write(kept, checked, content, kind);
            if (isNew) {
                records.persist(kept);
                entities.createQuery("delete from Withdrawal w where w.id = :id")
                        .setParameter("id", id)
                        .executeUpdate();
            }
        }
        stored.forEach((id, record) -> {
            records.delete(record);
            withdraw(id, LEFT_THE_DOSSIER, null);
        });
    }
}
