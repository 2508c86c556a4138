package org.verbatim.quote;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.verbatim.agent.AgentRepository;
import org.verbatim.agent.NamesInArticles;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.RecordRepository;
import org.verbatim.index.IndexedDocument;

/** All quotes. */
@ApplicationScoped
public class QuoteRepository implements RecordRepository<QuoteEntity> {

    private final AgentRepository agents;

    QuoteRepository(AgentRepository agents) {
        this.agents = agents;
    }

    @Override
    public Stream<IndexedDocument> documents(List<QuoteEntity> records) {
        NamesInArticles names = agents.namesIn(RecordRepository.articles(records));
        return records.stream().map(quote -> quote.document(names));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.QUOTE;
    }

    @Override
    public String entityName() {
        return "Quote";
    }

    @Override
    public String noun() {
        return "quote";
    }

    @Override
    public Map<String, Long> countedByAgent(Collection<String> agents) {
        return counted(
                "select r.speaker.id, count(*) from Quote r where r.speaker.id in :ids group by r.speaker.id", agents);
    }

    @Override
    public List<String> ofAgents(Set<String> agents) {
        return getEntityManager()
                .createQuery("select r.id from Quote r where r.speaker.id in :agents", String.class)
                .setParameter("agents", agents)
                .getResultList();
    }
}
