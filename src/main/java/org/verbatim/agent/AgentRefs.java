package org.verbatim.agent;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How agents are shown in the records of some articles: a look-up made once for all of them. */
public final class AgentRefs {

    private final Map<String, Map<String, String>> rolesByArticleAndAgent = new HashMap<>();

    private AgentRefs() {}

    /** Those of the agents of some articles, by the articles' ids. */
    public static AgentRefs of(EntityManager entities, Collection<String> articles) {
        AgentRefs refs = new AgentRefs();
        if (!articles.isEmpty()) {
            // By article alone: H2 would begin with an agent, and walk all articles of one whom very many speak of.
            entities.createQuery(
                            "select m.articleId, m.agent.id, r.title from AgentMention m"
                                    + " join AgentRole r on r.profile = m.profile"
                                    + " where m.articleId in :articles and r.position = 0",
                            Object[].class)
                    .setParameter("articles", articles)
                    .getResultList()
                    .forEach(row -> refs.rolesByArticleAndAgent
                            .computeIfAbsent((String) row[0], article -> new HashMap<>())
                            .put((String) row[1], (String) row[2]));
        }
        return refs;
    }

    /** The role that an article gives each of its agents first, by the agent's id; none for whom it gives none. */
    public Map<String, String> rolesIn(String article) {
        return rolesByArticleAndAgent.getOrDefault(article, Map.of());
    }

    /** The agent as shown in a record of an article; null for nobody. */
    public @Nullable AgentRef ofNullable(@Nullable AgentEntity agent, String article) {
        return agent == null
                ? null
                : new AgentRef(
                        agent.id, agent.type, agent.name, rolesIn(article).get(agent.id));
    }
}
