package org.verbatim.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.verbatim.dataset.Dataset;

/**
 * All agents by their names and roles, kept in memory. They are read once; from then on only those are read who were
 * changed since.
 */
@ApplicationScoped
class SpeakerDirectory {

    /** So many are read with one query. */
    private static final int BATCH = 500;

    private final EntityManager entities;
    private final Dataset dataset;

    private volatile @Nullable Edition edition;

    private record Edition(long datasetVersion, SortedMap<String, Speakers.Known> agents, Speakers speakers) {}

    SpeakerDirectory(EntityManager entities, Dataset dataset) {
        this.entities = entities;
        this.dataset = dataset;
    }

    Speakers at(Dataset.State state) {
        Edition held = edition;
        if (held == null || held.datasetVersion() != state.version()) {
            held = at(held, state.version());
            edition = held;
        }
        return held.speakers();
    }

    private Edition at(@Nullable Edition before, long version) {
        SortedMap<String, Speakers.Known> agents = new TreeMap<>();
        if (before == null || before.datasetVersion() > version) {
            read("", Map.of(), agents);
        } else {
            agents.putAll(before.agents());
            List<String> changed = List.copyOf(dataset.agentsChangedSince(before.datasetVersion()));
            agents.keySet().removeAll(changed);
            for (int begin = 0; begin < changed.size(); begin += BATCH) {
                read(
                        " where a.id in :ids",
                        Map.of("ids", changed.subList(begin, Math.min(begin + BATCH, changed.size()))),
                        agents);
            }
        }
        return new Edition(version, agents, new Speakers(agents.values()));
    }

    /**
     * Reads agents; who comes while they are read is read the next time.
     *
     * @param condition which agents {@code a}
     */
    private void read(String condition, Map<String, Object> values, Map<String, Speakers.Known> into) {
        rows("select a.id, a.name from Agent a" + condition, values)
                .forEach(row -> into.put(
                        text(row[0]),
                        new Speakers.Known(text(row[0]), new ArrayList<>(List.of(text(row[1]))), new ArrayList<>())));
        rows("select distinct a.id, n.name from AgentName n join n.agent a" + condition, values)
                .forEach(row -> {
                    Speakers.Known agent = into.get(text(row[0]));
                    if (agent != null && !agent.names().contains(text(row[1]))) {
                        agent.names().add(text(row[1]));
                    }
                });
        rows("select distinct a.id, r.title, r.organization.id from AgentRole r join r.agent a" + condition, values)
                .forEach(row -> {
                    Speakers.Known agent = into.get(text(row[0]));
                    if (agent != null) {
                        agent.roles().add(new Speakers.Role(text(row[1]), row[2] == null ? null : text(row[2])));
                    }
                });
    }

    private List<Object[]> rows(String query, Map<String, Object> values) {
        TypedQuery<Object[]> rows = entities.createQuery(query, Object[].class);
        values.forEach(rows::setParameter);
        return rows.getResultList();
    }

    private static String text(Object column) {
        return (String) column;
    }
}
