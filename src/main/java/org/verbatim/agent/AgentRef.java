package org.verbatim.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agent inside a record. */
@Schema(description = "An agent inside a record; more about them is at `/v1/agents/{id}`.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgentRef(
        @Schema(
                required = true,
                pattern = "^[a-z0-9][a-z0-9-]{0,63}$",
                description = "The agent's id.",
                examples = "amy-pope")
        String id,

        @Schema(required = true) AgentType type,

        @Schema(required = true, description = "The canonical name.", examples = "Amy Pope")
        String name,

        @Schema(
                description = "The role that this very article gives them, in its words; absent if it gives none.",
                examples = "Directrice générale")
        @Nullable String roleAsStated) {

    /** The reference where no article is in question. */
    static AgentRef of(AgentEntity agent) {
        return new AgentRef(agent.id, agent.type, agent.name, null);
    }
}
