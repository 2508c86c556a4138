package org.verbatim.agent;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.verbatim.http.Addresses;
import org.verbatim.http.Forms;
import org.verbatim.http.Node;

/** An agent as a row, and as a schema.org {@code Person} or {@code Organization}, or a FOAF {@code Group}. */
@Singleton
public class AgentForms implements Forms<Agent> {

    private static final String IN_A_CELL = " | ";

    private static final List<Column<Agent>> COLUMNS = List.of(
            new Column<>("id", Agent::id),
            new Column<>("url", Agent::url),
            new Column<>("type", Agent::type),
            new Column<>("name", Agent::name),
            new Column<>("otherNames", agent -> String.join(IN_A_CELL, agent.otherNames())),
            new Column<>(
                    "roles",
                    agent -> agent.roles().stream().map(Agent.Role::title).collect(Collectors.joining(IN_A_CELL))),
            new Column<>(
                    "sameAs",
                    agent -> agent.sameAs().stream().map(Object::toString).collect(Collectors.joining(IN_A_CELL))),
            new Column<>("quotes", agent -> agent.counts().quotes()),
            new Column<>("fundingFacts", agent -> agent.counts().fundingFacts()),
            new Column<>("meetings", agent -> agent.counts().meetings()));

    private final Addresses addresses;

    AgentForms(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public Class<Agent> type() {
        return Agent.class;
    }

    @Override
    public String path() {
        return "/v1/agents";
    }

    @Override
    public List<Column<Agent>> columns() {
        return COLUMNS;
    }

    @Override
    public Node linkedData(Agent agent) {
        Node node = Node.of(agent.type().name())
                .with("id", agent.url())
                .with("identifier", agent.id())
                .with("name", agent.name())
                .with("alternateName", agent.otherNames())
                .with("sameAs", agent.sameAs());
        if (agent.type() == AgentType.Person) {
            node.with(
                            "jobTitle",
                            agent.roles().stream()
                                    .map(Agent.Role::title)
                                    .distinct()
                                    .toList())
                    .with(
                            "affiliation",
                            agent.roles().stream()
                                    .map(Agent.Role::organization)
                                    .filter(Objects::nonNull)
                                    .distinct()
                                    .map(organization -> Node.of(
                                                    organization.type().name())
                                            .with("id", addresses.of("/v1/agents/" + organization.id()))
                                            .with("name", organization.name()))
                                    .toList());
        }
        return node;
    }
}
