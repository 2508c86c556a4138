package org.verbatim.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person, an organisation or a group, in all the articles that speak of them. */
@Schema(description = "A person, an organisation or a group, in all the articles that speak of them.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Agent(
        @Schema(
                required = true,
                pattern = "^[a-z0-9][a-z0-9-]{0,63}$",
                description = "Stable, and the same in every article.",
                examples = "amy-pope")
        String id,

        @Schema(required = true) AgentType type,

        @Schema(required = true, format = "uri", description = "Where this agent is served.")
        URI url,

        @Schema(required = true, description = "The canonical name.", examples = "Amy Pope")
        String name,

        @Schema(required = true, description = "The other names that articles have for them, in alphabetical order.")
        List<String> otherNames,

        @Schema(required = true, description = "The roles that articles give them.")
        List<Role> roles,

        @Schema(
                required = true,
                description = "The same agent in public registers, such as Wikidata (schema.org `sameAs`).")
        List<URI> sameAs,

        @Schema(required = true, description = "The records that involve them.")
        Counts counts,

        @Schema(required = true) Links links) {

    /** What an agent is somewhere. */
    @Schema(name = "Role", description = "What an agent is, and where.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Role(
            @Schema(required = true, description = "In the article's words.", examples = "Directrice générale")
            String title,

            @Schema(description = "Where they hold the role; absent where the article does not say.") @Nullable AgentRef organization) {}

    /** Where to go from here. */
    @Schema(name = "AgentLinks", description = "Where to go from here.")
    public record Links(
            @Schema(required = true, format = "uri", description = "This agent.")
            URI self,

            @Schema(required = true, format = "uri", description = "What they said.")
            URI quotes,

            @Schema(required = true, format = "uri", description = "What they gave.")
            URI provided,

            @Schema(required = true, format = "uri", description = "What they were given or ask for.")
            URI received,

            @Schema(required = true, format = "uri", description = "Whom and where they met.")
            URI meetings) {}
}
