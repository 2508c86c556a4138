package org.verbatim.agent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.verbatim.text.Words;

/**
 * Something that one article's dossier says of an agent. An agent is the sum of what is said of it, so that a dossier
 * can be changed or withdrawn without taking away what another one says.
 */
@MappedSuperclass
public abstract class AgentStatement {

    /** By a sequence: what gets its id only when it is inserted has to be inserted alone. */
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "agent_statement_id")
    @SequenceGenerator(name = "agent_statement_id", sequenceName = "agent_statement_id", allocationSize = 100)
    @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agent_id")
    @Nullable AgentEntity agent;

    @Column(nullable = false, length = 64)
    String articleId = "";

    /** The place in the dossier's order, from 0. */
    @Column(nullable = false)
    int position;

    protected AgentStatement() {}

    AgentStatement(AgentEntity agent, String articleId, int position) {
        this.agent = agent;
        this.articleId = articleId;
        this.position = position;
    }

    /** A name; the one at position 0 is the canonical one. */
    @Entity(name = "AgentName")
    @Table(name = "agent_name")
    public static class Name extends AgentStatement {

        @Column(nullable = false, length = AgentEntity.MAX_NAME)
        String name = "";

        /** The name without case and accents, to look it up by; letters such as œ make it longer. */
        @Column(nullable = false, length = 3 * AgentEntity.MAX_NAME + 2)
        String words = "";

        protected Name() {}

        Name(AgentEntity agent, String articleId, int position, String name) {
            super(agent, articleId, position);
            this.name = name;
            this.words = Words.foldedText(name);
        }
    }

    /** A role, such as a directorship, and where. */
    @Entity(name = "AgentRole")
    @Table(name = "agent_role")
    public static class Role extends AgentStatement {

        @Column(nullable = false, length = 1000)
        String title = "";

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "organization_id")
        @Nullable AgentEntity organization;

        protected Role() {}

        Role(AgentEntity agent, String articleId, int position, String title, @Nullable AgentEntity organization) {
            super(agent, articleId, position);
            this.title = title;
            this.organization = organization;
        }
    }

    /** The address of the same agent in a public register, such as Wikidata. */
    @Entity(name = "AgentSameAs")
    @Table(name = "agent_same_as")
    public static class SameAs extends AgentStatement {

        @Column(nullable = false, length = 1000)
        String uri = "";

        protected SameAs() {}

        SameAs(AgentEntity agent, String articleId, int position, String uri) {
            super(agent, articleId, position);
            this.uri = uri;
        }
    }
}
