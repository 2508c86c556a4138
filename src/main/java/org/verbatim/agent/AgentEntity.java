package org.verbatim.agent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody, in all the articles that speak of them; what each article says of them are {@link AgentStatement}s. */
@Entity(name = "Agent")
@Table(name = "agent")
public class AgentEntity {

    /** The longest name, in UTF-16 code units. */
    public static final int MAX_NAME = 300;

    @Id
    @Column(length = 64)
    String id = "";

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    AgentType type = AgentType.Person;

    /** The canonical name; where articles differ, that of the first of them by id. */
    @Column(nullable = false, length = MAX_NAME)
    String name = "";

    protected AgentEntity() {}

    AgentEntity(String id, AgentType type, String name) {
        this.id = id;
        this.type = type;
        this.name = name;
    }

    /** Its id: in what a record says, who an agent is counts, and not what they are called. */
    @Override
    public String toString() {
        return id;
    }

    public String id() {
        return id;
    }

    public AgentType type() {
        return type;
    }

    public String name() {
        return name;
    }
}
