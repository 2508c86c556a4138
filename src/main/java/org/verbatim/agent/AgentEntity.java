package org.verbatim.agent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Somebody, in all the articles that speak of them; what an article says of them is an {@link AgentProfile}. */
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

    /** The id of the article that has that name; null where no article says anything of it. */
    @Column(length = 64)
    @Nullable String namedBy;

    protected AgentEntity() {}

    AgentEntity(String id, AgentType type) {
        this.id = id;
        this.type = type;
    }

    /** Takes the name that an article says, unless the one it has comes from an article before that. */
    void named(String name, String article) {
        String before = namedBy;
        if (before == null || article.compareTo(before) <= 0) {
            this.name = name;
            this.namedBy = article;
        }
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
