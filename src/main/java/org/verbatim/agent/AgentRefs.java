package org.verbatim.agent;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How agents are shown in the records of a page: a look-up made once for all of them. */
public final class AgentRefs {

    private final Map<String, Map<String, String>> rolesByAgentAndArticle;

    AgentRefs(Map<String, Map<String, String>> rolesByAgentAndArticle) {
        this.rolesByAgentAndArticle = rolesByAgentAndArticle;
    }

    /** The agent as shown in a record of an article; null for nobody. */
    public @Nullable AgentRef ofNullable(@Nullable AgentEntity agent, String article) {
        return agent == null
                ? null
                : new AgentRef(
                        agent.id,
                        agent.type,
                        agent.name,
                        rolesByAgentAndArticle.getOrDefault(agent.id, Map.of()).get(article));
    }
}
