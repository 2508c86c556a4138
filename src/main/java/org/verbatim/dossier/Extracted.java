package org.verbatim.dossier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentType;

/** Fits what a program found into what people have written. */
final class Extracted {

    private static final int MAX_ID = 64;

    private Extracted() {}

    /**
     * The dossier with another id for each agent whose id somebody of another type has already: a program makes ids of
     * names, and a town, its government and its football club share one.
     *
     * @param types of the agents that are stored, by id
     */
    static Dossier withIdsOfTheirOwn(Dossier dossier, Map<String, AgentType> types) {
        List<Dossier.AgentPart> agents = orEmpty(dossier.agents());
        Set<String> taken = new HashSet<>(types.keySet());
        agents.forEach(agent -> taken.add(String.valueOf(agent.id())));
        Map<String, String> renamed = new HashMap<>();
        for (Dossier.AgentPart agent : agents) {
            String id = agent.id();
            AgentType type = agent.type();
            if (id != null && type != null && types.getOrDefault(id, type) != type) {
                renamed.put(id, free(id, type, types, taken));
            }
        }
        return renamed.isEmpty()
                ? dossier
                : withAgents(dossier, id -> id == null ? null : renamed.getOrDefault(id, id));
    }

    /** The id with the type behind it. */
    static String withType(String id, @Nullable AgentType type) {
        return suffixed(id, "-" + String.valueOf(type).toLowerCase(Locale.ROOT));
    }

    private static String suffixed(String id, String suffix) {
        return id.substring(0, Math.min(id.length(), MAX_ID - suffix.length())) + suffix;
    }

    /** The id with the type behind it, and a number if that is somebody else's, too. */
    private static String free(String id, AgentType type, Map<String, AgentType> types, Set<String> taken) {
        for (int number = 1; ; number++) {
            String typed = withType(id, type);
            String candidate = number == 1 ? typed : suffixed(typed, "-" + number);
            // Who got it in another article is the same here.
            if (types.get(candidate) == type || taken.add(candidate)) {
                return candidate;
            }
        }
    }

    private static Dossier withAgents(Dossier dossier, Renaming renamed) {
        return new Dossier(
                dossier.article(),
                each(
                        dossier.agents(),
                        agent -> new Dossier.AgentPart(
                                renamed.of(agent.id()),
                                agent.type(),
                                agent.name(),
                                agent.otherNames(),
                                agent.roles() == null
                                        ? null
                                        : each(
                                                agent.roles(),
                                                role -> new Dossier.RolePart(
                                                        role.title(), renamed.of(role.organization()))),
                                agent.sameAs())),
                each(
                        dossier.quotes(),
                        quote -> new Dossier.QuotePart(
                                quote.id(),
                                quote.form(),
                                renamed.of(quote.speaker()),
                                quote.segments(),
                                quote.cue(),
                                quote.speakerMention(),
                                quote.attribution(),
                                quote.alsoReportedIn(),
                                quote.reviewStatus(),
                                quote.extraction())),
                each(
                        dossier.fundingFacts(),
                        fact -> new Dossier.FundingFactPart(
                                fact.id(),
                                fact.kind(),
                                fact.fund(),
                                renamed.of(fact.provider()),
                                renamed.of(fact.receiver()),
                                fact.amount(),
                                fact.date(),
                                fact.evidence(),
                                fact.alsoReportedIn(),
                                fact.reviewStatus(),
                                fact.extraction())),
                each(
                        dossier.meetings(),
                        meeting -> new Dossier.MeetingPart(
                                meeting.id(),
                                meeting.kind(),
                                meeting.status(),
                                each(
                                        meeting.attendees(),
                                        attendee -> new Dossier.AttendeePart(
                                                renamed.of(attendee.agent()), attendee.asNamed())),
                                meeting.place(),
                                meeting.date(),
                                meeting.topics(),
                                meeting.evidence(),
                                meeting.alsoReportedIn(),
                                meeting.reviewStatus(),
                                meeting.extraction())));
    }

    private interface Renaming {
        @Nullable String of(@Nullable String id);
    }

    private static <P> List<P> each(@Nullable List<P> parts, UnaryOperator<P> change) {
        return orEmpty(parts).stream().map(change).toList();
    }

    private static <P> List<P> orEmpty(@Nullable List<P> parts) {
        return parts == null ? List.of() : parts;
    }
}
