package org.verbatim.agent;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an agent is; the words are those of schema.org and of the W3C's Organization Ontology. */
@Schema(description = """
        What an agent is:
        * `Person`: a human being, known by name or by a role that only one person holds
        * `Organization`: also a state, a government, a ministry
        * `Group`: people without a name of their own as a body, such as migrants or residents""")
public enum AgentType {
    Person,
    Organization,
    Group
}
