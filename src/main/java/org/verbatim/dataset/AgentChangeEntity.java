package org.verbatim.dataset;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * The last change of an agent, its id as {@link Dataset#agent} has it. Agents change with nearly every article that is
 * added. So theirs are by themselves, few and close together: between those of articles, each would be in a page of its own,
 * which the database writes anew.
 */
@Entity(name = "AgentChange")
@Table(name = "agent_change")
public class AgentChangeEntity extends ChangeEntity {

    protected AgentChangeEntity() {}

    AgentChangeEntity(String id, String kind, long version) {
        super(id, kind, version);
    }
}
