package org.verbatim.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.verbatim.dataset.Dataset;

/** All agents by their names and roles, kept in memory for as long as the dataset stays as it is. */
@ApplicationScoped
class SpeakerDirectory {

    private final EntityManager entities;

    private volatile @Nullable Edition edition;

    private record Edition(long datasetVersion, Speakers speakers) {}

    SpeakerDirectory(EntityManager entities) {
        this.entities = entities;
    }

    Speakers at(Dataset.State state) {
        Edition held = edition;
        if (held == null || held.datasetVersion() != state.version()) {
            held = new Edition(state.version(), read());
            edition = held;
        }
        return held.speakers();
    }

    private Speakers read() {
        Map<String, Speakers.Known> agents = new LinkedHashMap<>();
        rows("select a.id, a.name from Agent a order by a.id")
                .forEach(row -> agents.put(
                        text(row[0]),
                        new Speakers.Known(text(row[0]), new ArrayList<>(List.of(text(row[1]))), new ArrayList<>())));
        rows("select distinct n.agent.id, n.name from AgentName n").forEach(row -> {
            List<String> names =
                    Objects.requireNonNull(agents.get(text(row[0]))).names();
            if (!names.contains(text(row[1]))) {
                names.add(text(row[1]));
            }
        });
        rows("select distinct r.agent.id, r.title, r.organization.id from AgentRole r")
                .forEach(row -> Objects.requireNonNull(agents.get(text(row[0])))
                        .roles()
                        .add(new Speakers.Role(text(row[1]), row[2] == null ? null : text(row[2]))));
        return new Speakers(agents.values());
    }

    private List<Object[]> rows(String query) {
        return entities.createQuery(query, Object[].class).getResultList();
    }

    private static String text(Object column) {
        return (String) column;
    }
}
