package org.verbatim.quote;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.RecordRepository;

/** All quotes. */
@ApplicationScoped
public class QuoteRepository implements RecordRepository<QuoteEntity> {

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
    public Map<String, Long> countByAgent(Collection<String> agents) {
        return counted(
                "select r.speaker.id, count(*) from Quote r where r.speaker.id in :ids group by r.speaker.id", agents);
    }
}
