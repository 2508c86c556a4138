package org.verbatim.extraction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentType;
import org.verbatim.dossier.Dossier;
import org.verbatim.quote.AttributionMethod;
import org.verbatim.text.Span;

/**
 * Who is named in an article, where, and for whom a pronoun or a description stands. A finder may add to it whom the
 * article knows by a description alone (<i>une porte-parole de la mairie</i>).
 */
final class Cast {

    private static final int LONGEST_NAME = 300;

    private final List<Agent> agents;
    private final List<Mention> mentions;
    private final Coreference coreference;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Agent> byName = new HashMap<>();
    private final Set<Agent> used = new LinkedHashSet<>();

    /**
     * Whom some words mean.
     *
     * @param agent null if nobody can be told
     * @param method whether the words hold the name
     * @param mention the words that name or stand for the agent; empty where there are none
     */
    record Resolved(@Nullable Agent agent, AttributionMethod method, Span mention) {}

    private Cast(Reading reading, NameFinder names) {
        this.agents = new ArrayList<>(names.agents());
        this.mentions = List.copyOf(names.mentions());
        Apposition.read(reading, mentions);
        for (Agent agent : agents) {
            agent.settle(ids);
            byName.putIfAbsent(Agent.slug(agent.name()), agent);
            agent.otherNames().forEach(name -> byName.putIfAbsent(Agent.slug(name), agent));
        }
        this.coreference = new Coreference(reading, this);
    }

    static Cast of(Reading reading) {
        NameFinder names = new NameFinder(reading);
        names.run();
        return new Cast(reading, names);
    }

    /** Everybody named, in the order of their first full names. */
    List<Agent> agents() {
        return agents;
    }

    /** Where agents are named, by place; they do not overlap. */
    List<Mention> mentions() {
        return mentions;
    }

    /** The mentions that begin between two tokens. */
    List<Mention> mentionsIn(int fromToken, int toToken) {
        int first = firstFrom(fromToken);
        int end = Math.max(first, firstFrom(toToken));
        return mentions.subList(first, end);
    }

    /** The number of the first mention that begins at or behind a token. */
    int firstFrom(int token) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).fromToken() < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Whom a noun phrase or pronoun means: the one named in it, the one it stands for, or, for a description that stands
     * for nobody named, an agent of that description.
     */
    Resolved resolve(int fromToken, int toToken) {
        return coreference.resolve(fromToken, toToken);
    }

    /** Like {@link #resolve}, but only if the words hold a name; null otherwise. */
    @Nullable Resolved resolveNamed(int fromToken, int toToken) {
        return coreference.resolveNamed(fromToken, toToken);
    }

    /** Who is meant by a subject that is left out: the subject of the clause before it. */
    Coreference coreference() {
        return coreference;
    }

    /** The agent of this name, made if there is none. */
    Agent described(AgentType type, String name) {
        String cut = name.substring(0, Math.min(name.length(), LONGEST_NAME)).strip();
        return byName.computeIfAbsent(Agent.slug(cut), slug -> {
            Agent agent = new Agent(type, cut);
            agent.settle(ids);
            agents.add(agent);
            return agent;
        });
    }

    /** Notes that a record names the agent, so that the dossier lists it; returns its id. */
    String use(Agent agent) {
        used.add(agent);
        return agent.id();
    }

    /** The agents to be listed: those that records name, the organisations of their roles, and so on. */
    List<Dossier.AgentPart> parts() {
        Set<Agent> listed = new HashSet<>();
        Deque<Agent> open = new ArrayDeque<>(used);
        while (!open.isEmpty()) {
            Agent agent = open.pop();
            if (listed.add(agent)) {
                for (Agent.Role role : agent.roles()) {
                    if (role.organization() != null) {
                        open.push(role.organization());
                    }
                }
            }
        }
        return agents.stream().filter(listed::contains).map(Agent::part).toList();
    }
}
