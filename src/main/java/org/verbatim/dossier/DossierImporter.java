package org.verbatim.dossier;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
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
    private final EntityManager entities;
    private final Dataset dataset;
    private final Clock clock;

    DossierImporter(
            ArticleRepository articles,
            AgentRepository agents,
            QuoteRepository quotes,
            FundingFactRepository fundingFacts,
            MeetingRepository meetings,
            EntityManager entities,
            Dataset dataset,
            Clock clock) {
        this.articles = articles;
        this.agents = agents;
        this.quotes = quotes;
        this.fundingFacts = fundingFacts;
        this.meetings = meetings;
        this.entities = entities;
        this.dataset = dataset;
        this.clock = clock;
    }

    /** An article's bytes, understood. */
    record Source(String id, String sha256, SourceText text) {}

    /** What is stored of an article, to tell whether there is anything to do. */
    record Stored(String sha256, @Nullable String dossierSha256) {}

    /** What is stored of each article, by its id. */
    @Transactional
    Map<String, Stored> stored() {
        return entities
                .createQuery("select a.id, a.sha256, a.dossierSha256 from Article a", Object[].class)
                .getResultList()
                .stream()
                .collect(toMap(row -> (String) row[0], row -> new Stored((String) row[1], (String) row[2])));
    }

    /** The type of each agent that is stored, by its id. */
    @Transactional
    Map<String, AgentType> agentTypes() {
        return agents.streamAll().collect(toMap(AgentEntity::id, AgentEntity::type));
    }

    /** Stores an article that has no dossier. */
    @Transactional
    void store(Source source) {
        articles.persist(new ArticleEntity(source.id(), source.sha256(), source.text(), clock.instant()));
        dataset.changed(Set.of(source.id()));
    }

    /** Stores an article with the records of its dossier, or brings them in line with it. */
    @Transactional
    void store(Source source, DossierCheck.Result dossier) {
        ArticleEntity article = articles.findById(source.id());
        if (article == null) {
            article = new ArticleEntity(source.id(), source.sha256(), source.text(), clock.instant());
            articles.persist(article);
        }
        article.describe(dossier.description());
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
        agents.forgetUnstated();
        Set<String> changed = new HashSet<>(Set.of(source.id()));
        agentsOf.touched().forEach(agent -> changed.add(Dataset.agent(agent)));
        dataset.changed(changed);
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
            kind.set().accept(kept, content);
            kept.setProvenance(checked.reviewStatus(), checked.extraction());
            kept.setAlsoReportedIn(checked.alsoReportedIn());
            if (isNew) {
                records.persist(kept);
                entities.createQuery("delete from Withdrawal w where w.id = :id")
                        .setParameter("id", id)
                        .executeUpdate();
            }
        }
        stored.forEach((id, record) -> {
            records.delete(record);
            entities.persist(new WithdrawalEntity(id, LEFT_THE_DOSSIER, clock.instant()));
        });
    }
}
