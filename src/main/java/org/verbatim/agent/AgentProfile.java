package org.verbatim.agent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.verbatim.dataset.Digest;

/**
 * All that a dossier says of an agent: {@link AgentStatement}s. Dossiers that say the same share one, so that what is known
 * of an agent does not grow with the articles that speak of them.
 */
@Entity(name = "AgentProfile")
@Table(name = "agent_profile")
public class AgentProfile extends AboutAgent {

    /** To find it by what it says; those that were made before there were profiles are found by their agent alone. */
    @Column(nullable = false, length = 40)
    String digest = "";

    protected AgentProfile() {}

    AgentProfile(AgentEntity agent, String digest) {
        super(agent);
        this.digest = digest;
    }

    /** Tells two things that are said of agents apart. */
    static String digest(AgentRepository.Said said) {
        List<String> parts = new ArrayList<>(List.of(said.id()));
        parts.add(said.name());
        add(parts, said.otherNames());
        add(parts, said.sameAs());
        for (AgentRepository.RoleSaid role : said.roles()) {
            parts.add(role.title());
            parts.add(role.organization() == null ? "" : role.organization());
        }
        // No text has the character NUL in it.
        return Digest.of(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
    }

    private static void add(List<String> parts, List<String> more) {
        parts.add(Integer.toString(more.size()));
        parts.addAll(more);
    }
}
