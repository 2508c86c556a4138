package org.verbatim.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.RecordRepository;

/** All meetings. */
@ApplicationScoped
public class MeetingRepository implements RecordRepository<MeetingEntity> {

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
    public Map<String, Long> countByAgent(Collection<String> agents) {
        return counted(
                "select t.agent.id, count(distinct r.id) from Meeting r join r.attendees t where t.agent.id in :ids"
                        + " group by t.agent.id",
                agents);
    }
}
