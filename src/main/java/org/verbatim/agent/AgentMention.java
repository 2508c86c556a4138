package org.verbatim.agent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** That an article's dossier says something of an agent, and what. Their ids are in the order of the dossier. */
@Entity(name = "AgentMention")
@Table(name = "agent_mention")
public class AgentMention extends AboutAgent {

    @Column(nullable = false, length = 64)
    String articleId = "";

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "profile_id")
    @Nullable AgentProfile profile;

    protected AgentMention() {}

    AgentMention(String articleId, AgentProfile profile) {
        super(profile.agent);
        this.articleId = articleId;
        this.profile = profile;
    }
}
