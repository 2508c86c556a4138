package org.verbatim.funding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.RecordRepository;

/** All funding facts. */
@ApplicationScoped
public class FundingFactRepository implements RecordRepository<FundingFactEntity> {

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
    public Map<String, Long> countByAgent(Collection<String> agents) {
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
}
