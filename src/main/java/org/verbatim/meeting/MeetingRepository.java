package org.verbatim.meeting;

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

/** All meetings. */
@ApplicationScoped
public class MeetingRepository implements RecordRepository<MeetingEntity> {

    private final AgentRepository agents;

    MeetingRepository(AgentRepository agents) {
        this.agents = agents;
    }

    @Override
    public Stream<IndexedDocument> documents(List<MeetingEntity> records) {
        NamesInArticles names = agents.namesIn(RecordRepository.articles(records));
        return records.stream().map(meeting -> meeting.document(names));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.MEETING;
    }

    @Override
    public String entityName() {
        return "Meeting";
    }

    @Override
    public String noun() {
        return "meeting";
    }

    @Override
    public Map<String, Long> countedByAgent(Collection<String> agents) {
        return counted(
                "select t.agent.id, count(distinct r.id) from Meeting r join r.attendees t where t.agent.id in :ids"
                        + " group by t.agent.id",
                agents);
    }

    @Override
    public List<String> ofAgents(Set<String> agents) {
        return getEntityManager()
                .createQuery(
                        "select distinct r.id from Meeting r join r.attendees t where t.agent.id in :agents",
                        String.class)
                .setParameter("agents", agents)
                .getResultList();
    }
}
