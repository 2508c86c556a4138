package org.verbatim.agent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.verbatim.text.Words;

/**
 * A part of an {@link AgentProfile}. An agent is the sum of what is said of it, so that a dossier can be changed or
 * withdrawn without taking away what another one says.
 */
@MappedSuperclass
public abstract class AgentStatement extends AboutAgent {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "profile_id")
    @Nullable AgentProfile profile;

    /** The place in the dossier's order, from 0. */
    @Column(nullable = false)
    int position;

    protected AgentStatement() {}

    AgentStatement(AgentProfile profile, int position) {
        super(profile.agent);
        this.profile = profile;
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

        Name(AgentProfile profile, int position, String name) {
            super(profile, position);
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

        Role(AgentProfile profile, int position, String title, @Nullable AgentEntity organization) {
            super(profile, position);
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

        SameAs(AgentProfile profile, int position, String uri) {
            super(profile, position);
            this.uri = uri;
        }
    }
}
