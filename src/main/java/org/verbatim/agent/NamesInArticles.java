package org.verbatim.agent;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What articles call agents, to find their records by. */
public final class NamesInArticles {

    private final Map<String, Map<String, List<String>>> names;

    /** @param names by article and agent */
    NamesInArticles(Map<String, Map<String, List<String>>> names) {
        this.names = names;
    }

    /** All that an article calls an agent, one name a line; null for no agent. */
    public @Nullable String of(String article, @Nullable AgentEntity agent) {
        return agent == null
                ? null
                : String.join(
                        "\n", names.getOrDefault(article, Map.of()).getOrDefault(agent.id(), List.of(agent.name())));
    }
}
