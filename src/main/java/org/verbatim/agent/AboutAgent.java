package org.verbatim.agent;

import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import org.jspecify.annotations.Nullable;

/** A row that is about an agent. */
@MappedSuperclass
public abstract class AboutAgent {

    /** By a sequence: what gets its id only when it is inserted has to be inserted alone. */
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "agent_statement_id")
    @SequenceGenerator(name = "agent_statement_id", sequenceName = "agent_statement_id", allocationSize = 100)
    @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agent_id")
    @Nullable AgentEntity agent;

    protected AboutAgent() {}

    AboutAgent(@Nullable AgentEntity agent) {
        this.agent = agent;
    }
}
