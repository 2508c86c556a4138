package org.verbatim.funding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.verbatim.agent.AgentRepository;
import org.verbatim.agent.NamesInArticles;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.RecordRepository;
import org.verbatim.index.IndexedDocument;

/** All funding facts. */
@ApplicationScoped
public class FundingFactRepository implements RecordRepository<FundingFactEntity> {

    private final AgentRepository agents;

    FundingFactRepository(AgentRepository agents) {
        this.agents = agents;
    }

    @Override
    public Stream<IndexedDocument> documents(List<FundingFactEntity> records) {
        NamesInArticles names = agents.namesIn(RecordRepository.articles(records));
        return records.stream().map(fact -> fact.document(names));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.FUNDING_FACT;
    }

    @Override
    public String entityName() {
        return "FundingFact";
    }

    @Override
    public String noun() {
        return "funding fact";
    }

    @Override
    public Map<String, Long> countedByAgent(Collection<String> agents) {
        Map<String, Long> counts = new HashMap<>(counted(
                "select r.provider.id, count(*) from FundingFact r where r.provider.id in :ids group by r.provider.id",
                agents));
        // Whoever pays themselves is involved once.
        counted(
                        "select r.receiver.id, count(*) from FundingFact r where r.receiver.id in :ids"
                                + " and (r.provider.id is null or r.provider.id <> r.receiver.id) group by r.receiver.id",
                        agents)
                .forEach((agent, count) -> counts.merge(agent, count, Long::sum));
        return counts;
    }

    @Override
    public List<String> ofAgents(Set<String> agents) {
        return getEntityManager()
                .createQuery(
                        "select r.id from FundingFact r where r.provider.id in :agents or r.receiver.id in :agents",
                        String.class)
                .setParameter("agents", agents)
                .getResultList();
    }
}
