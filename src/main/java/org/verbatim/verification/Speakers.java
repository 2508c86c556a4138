package org.verbatim.verification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbatim.text.Words;

/** Tells whom a claim means by its speaker. Case, accents, honorifics and articles never matter. */
final class Speakers {

    private static final int MOST_NEAREST = 5;
    private static final double LEAST_LIKENESS = 0.35;

    /** What stands before a name, in French and English, as {@link Words} folds it. */
    private static final Set<String> HONORIFICS = Set.of(
            "m",
            "mm",
            "mme",
            "mmes",
            "mlle",
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "docteur",
            "doctor",
            "pr",
            "prof",
            "professeur",
            "professor",
            "monsieur",
            "madame",
            "mademoiselle",
            "me",
            "maitre",
            "sir",
            "lord",
            "lady",
            "dame",
            "s",
            "e",
            "se",
            "he",
            "son",
            "sa",
            "his",
            "her",
            "excellence",
            "excellency",
            "honorable",
            "the",
            "le",
            "la",
            "l",
            "les");

    /** What holds a role together. */
    private static final Set<String> PARTICLES =
            Set.of("de", "du", "des", "d", "of", "for", "et", "and", "a", "au", "aux");

    private final List<Known> agents;
    private final Map<String, Known> byId = new HashMap<>();

    /**
     * An agent.
     *
     * @param names all of them, the canonical one first
     */
    record Known(String id, List<String> names, List<Role> roles) {}

    /** A role, and the organisation where it is held. */
    record Role(String title, @Nullable String organization) {}

    /**
     * Whom a name means.
     *
     * @param ids one agent; several if they share the name; none if nobody has it
     * @param nearest if nobody has it, the agents with names most like it, best first
     */
    record Resolution(Set<String> ids, List<String> nearest) {}

    Speakers(Collection<Known> agents) {
        this.agents = List.copyOf(agents);
        this.agents.forEach(agent -> byId.put(agent.id(), agent));
    }

    /** Takes an id, a name, another name, a role, or a role and a name. */
    Resolution resolve(String asGiven) {
        List<String> words = Words.fold(asGiven);
        List<String> bare = withoutHonorifics(words);
        List<Predicate<Known>> readings = List.of(
                agent -> agent.id().equalsIgnoreCase(asGiven.strip()),
                agent -> names(agent).anyMatch(words::equals),
                agent -> !bare.isEmpty()
                        && names(agent).anyMatch(name -> withoutHonorifics(name).equals(bare)),
                agent -> isSurname(bare, agent),
                agent -> hasRole(bare, agent));
        for (Predicate<Known> reading : readings) {
            Set<String> ids =
                    agents.stream().filter(reading).map(Known::id).collect(Collectors.toCollection(TreeSet::new));
            if (!ids.isEmpty()) {
                return new Resolution(ids, List.of());
            }
        }
        return new Resolution(Set.of(), nearest(bare.isEmpty() ? words : bare));
    }

    private static Stream<List<String>> names(Known agent) {
        return agent.names().stream().map(Words::fold);
    }

    private static List<String> withoutHonorifics(List<String> words) {
        int from = 0;
        while (from < words.size() && HONORIFICS.contains(words.get(from))) {
            from++;
        }
        return words.subList(from, words.size());
    }

    /** The end of a longer name, at least a whole word of three letters: Pope, or Solberg-Haas. */
    private static boolean isSurname(List<String> bare, Known agent) {
        return !bare.isEmpty()
                && bare.get(bare.size() - 1).length() >= 3
                && names(agent)
                        .limit(1)
                        .anyMatch(name -> name.size() > bare.size()
                                && name.subList(name.size() - bare.size(), name.size())
                                        .equals(bare));
    }

    /**
     * Whether every word is accounted for by one of the agent's roles, by the organisation where it is held, or by one
     * of the agent's names, and either the title or the last name is among them.
     */
    private boolean hasRole(List<String> bare, Known agent) {
        List<String> content = bare.stream()
                .filter(word -> !PARTICLES.contains(word) && !HONORIFICS.contains(word))
                .toList();
        if (content.isEmpty()) {
            return false;
        }
        Set<String> inNames = names(agent).flatMap(List::stream).collect(Collectors.toSet());
        List<String> canonical = Words.fold(agent.names().get(0));
        boolean named = !canonical.isEmpty() && content.contains(canonical.get(canonical.size() - 1));
        return agent.roles().stream().anyMatch(role -> {
            List<String> title = Words.fold(role.title()).stream()
                    .filter(word -> !PARTICLES.contains(word) && !HONORIFICS.contains(word))
                    .toList();
            if (title.isEmpty()) {
                return false;
            }
            Set<String> known = new HashSet<>(inNames);
            known.addAll(title);
            Known organization = role.organization() == null ? null : byId.get(role.organization());
            if (organization != null) {
                names(organization).forEach(known::addAll);
            }
            long ofTitle = content.stream().filter(title::contains).count();
            boolean titled = content.contains(title.get(0)) && (content.containsAll(title) || ofTitle >= 2);
            return known.containsAll(content) && (named || titled);
        });
    }

    /** By the letter pairs they share (Dice's coefficient), over the best of each agent's names. */
    private List<String> nearest(List<String> words) {
        Set<String> given = pairs(words);
        record Likeness(String id, double value) {}
        return agents.stream()
                .map(agent -> new Likeness(
                        agent.id(),
                        names(agent)
                                .mapToDouble(name -> likeness(given, pairs(name)))
                                .max()
                                .orElse(0)))
                .filter(likeness -> likeness.value() >= LEAST_LIKENESS)
                .sorted(Comparator.comparingDouble(Likeness::value).reversed().thenComparing(Likeness::id))
                .limit(MOST_NEAREST)
                .map(Likeness::id)
                .toList();
    }

    private static double likeness(Set<String> some, Set<String> others) {
        List<String> shared = new ArrayList<>(some);
        shared.retainAll(others);
        return some.isEmpty() || others.isEmpty() ? 0 : 2.0 * shared.size() / (some.size() + others.size());
    }

    private static Set<String> pairs(List<String> words) {
        Set<String> pairs = new HashSet<>();
        for (String word : words) {
            String padded = " " + word + " ";
            for (int i = 0; i + 2 <= padded.length(); i++) {
                pairs.add(padded.substring(i, i + 2));
            }
        }
        return pairs;
    }
}
