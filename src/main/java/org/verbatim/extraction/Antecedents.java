package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verbatim.extraction.Attendee.Sort;

/**
 * Tells who is meant by <i>he</i> and <i>elle</i> where people meet: the one who met somebody in the sentence before goes on to do
 * so, and it is a person who meets, not what else was named last.
 */
final class Antecedents {

    /** So many mentions back a person is looked for. */
    private static final int FARTHEST_MENTIONS = 40;

    private static final int MOST_PAIRS = 50;

    /** So many tokens before a verb its subject stands. */
    private static final int WORDS_OF_SUBJECT = 16;

    private final List<Token> tokens;
    private final Phrases pronouns;
    private final Phrases objects;
    private final Phrases two;
    private final Phrases roles;
    private final Phrases prepositions;
    private final Phrases adverbs;
    private final Phrases coordinations;
    private final Cast cast;

    private @Nullable Agent last;
    private int lastSentence = -2;
    private @Nullable Agent lastMet;
    private final List<List<Agent>> pairs = new ArrayList<>();

    Antecedents(Reading reading, Cast cast) {
        this.tokens = reading.tokens();
        this.pronouns = reading.lexicon().list("pronouns");
        this.objects = reading.lexicon().list("objects");
        this.two = reading.lexicon().list("two");
        this.roles = reading.lexicon().list("roles");
        this.prepositions = reading.lexicon().list("prepositions");
        this.adverbs = reading.lexicon().list("adverbs");
        this.coordinations = reading.lexicon().list("coordinations");
        this.cast = cast;
    }

    /** Notes which two met. */
    void pair(List<Attendee> all) {
        List<Agent> both = all.stream()
                .map(Attendee::agent)
                .filter(agent -> agent != null && agent.isPerson())
                .map(agent -> Objects.requireNonNull(agent))
                .toList();
        if (all.size() == 2 && both.size() == 2 && pairs.size() < MOST_PAIRS) {
            pairs.add(both);
        }
    }

    /** Notes who met somebody in a sentence. */
    void met(List<Attendee> subjects, List<Attendee> objects, int sentence) {
        Agent met = objects.size() == 1 ? objects.get(0).agent() : null;
        lastMet = met != null && met.isPerson() ? met : null;
        Agent agent = subjects.size() == 1 ? subjects.get(0).agent() : null;
        last = agent != null && agent.isPerson() ? agent : null;
        lastSentence = sentence;
    }

    /** The subjects of a verb in a sentence, with a pronoun for one person resolved. */
    List<Attendee> of(List<Attendee> subjects, int sentence) {
        if (subjects.size() != 1) {
            return subjects;
        }
        Attendee subject = subjects.get(0);
        List<Attendee> both = two(subject.from(), subject.to());
        if (!both.isEmpty()) {
            return both;
        }
        String pronoun = subject.to() - subject.from() == 1 ? pronouns.value(tokens.get(subject.from())) : null;
        if (pronoun == null || pronoun.length() < 2 || pronoun.charAt(1) != 's' || pronoun.charAt(0) == 'n') {
            return subjects;
        }
        char gender = pronoun.charAt(0);
        Agent agent = subject.agent();
        if (last != null && sentence - lastSentence <= 1 && agrees(last, gender)) {
            boolean other = last.gender() == 'u' && lastMet != null && lastMet.gender() == gender;
            agent = other ? lastMet : last;
        } else if (agent == null || !agent.isPerson()) {
            agent = personBefore(subject.from(), gender);
        }
        return List.of(new Attendee(Sort.PERSON, agent, subject.from(), subject.to()));
    }

    /** The pronoun at a token for somebody met, other than the subject; null if there is none. */
    @Nullable Attendee object(int at, int limit, int verb) {
        String pronoun = at < limit ? objects.value(tokens.get(at)) : null;
        boolean possessive = at + 1 < limit && tokens.get(at + 1).isWord() && isNoun(at + 1);
        if (pronoun == null || pronoun.charAt(1) == 'p' || possessive) {
            return null;
        }
        char gender = pronoun.charAt(0);
        Agent agent = personBefore(at, gender, verb - WORDS_OF_SUBJECT);
        boolean again = lastMet != null && agrees(lastMet, gender);
        agent = again
                        && cast.mentionsIn(Math.max(0, verb - WORDS_OF_SUBJECT), verb).stream()
                                .noneMatch(mention -> mention.agent().equals(lastMet))
                ? lastMet
                : agent;
        return agent == null ? null : new Attendee(Sort.PERSON, agent, at, at + 1);
    }

    /** <i>her | counterpart</i> is no object. */
    private boolean isNoun(int at) {
        Token token = tokens.get(at);
        boolean small = prepositions.contains(token)
                || adverbs.contains(token)
                || coordinations.contains(token)
                || token.lower().endsWith("ly");
        return !small;
    }

    /** Whoever is meant by <i>the two ministers</i>, <i>the pair</i> or <i>they</i>; empty if it is not told of two. */
    List<Attendee> two(int from, int to) {
        Phrases.Match match = from < to ? two.match(tokens, from, to) : null;
        if (match == null) {
            return List.of();
        }
        String noun = from + match.length() < to ? tokens.get(to - 1).lower() : "";
        String role = noun.endsWith("s") ? noun.substring(0, noun.length() - 1) : noun;
        boolean named = !role.isEmpty() && isKnownRole(role);
        Set<Agent> persons = new LinkedHashSet<>();
        int first = cast.firstFrom(from);
        for (int i = first - 1; i >= Math.max(0, first - FARTHEST_MENTIONS) && persons.size() < 2; i--) {
            Agent agent = cast.mentions().get(i).agent();
            boolean is = !named || agent.roles().stream().anyMatch(one -> isRole(one.title(), role));
            if (agent.isPerson() && is) {
                persons.add(agent);
            }
        }
        List<Agent> both = both(new ArrayList<>(persons), named ? role : null);
        return both.size() == 2
                ? List.of(
                        new Attendee(Sort.PERSON, both.get(0), from, to),
                        new Attendee(Sort.PERSON, both.get(1), from, to))
                : List.of();
    }

    private List<Agent> both(List<Agent> persons, @Nullable String role) {
        if (pairs.isEmpty() || (role != null && persons.size() == 2)) {
            List<Agent> inOrder = new ArrayList<>(persons);
            Collections.reverse(inOrder);
            return inOrder;
        }
        if (role != null) {
            for (List<Agent> pair : pairs) {
                if (pair.stream().anyMatch(agent -> has(agent, role))) {
                    return pair;
                }
            }
        }
        return pairs.get(pairs.size() - 1);
    }

    private static boolean has(Agent agent, String role) {
        return agent.roles().stream().anyMatch(one -> isRole(one.title(), role));
    }

    private boolean isKnownRole(String noun) {
        List<Token> words = Tokenizer.tokens(noun);
        return words.size() == 1 && roles.contains(words.get(0));
    }

    private static boolean isRole(String title, String role) {
        return title.toLowerCase(Locale.ROOT).contains(role);
    }

    private @Nullable Agent personBefore(int token, char gender, int subject) {
        int first = cast.firstFrom(token);
        Agent acting = null;
        for (int i = first - 1; i >= Math.max(0, first - FARTHEST_MENTIONS); i--) {
            Mention mention = cast.mentions().get(i);
            Agent agent = mention.agent();
            acting = acting == null && mention.toToken() > subject ? agent : acting;
            if (agent.isPerson() && agrees(agent, gender) && !agent.equals(acting)) {
                return agent;
            }
        }
        return null;
    }

    private @Nullable Agent personBefore(int token, char gender) {
        int first = cast.firstFrom(token);
        for (int i = first - 1; i >= Math.max(0, first - FARTHEST_MENTIONS); i--) {
            Agent agent = cast.mentions().get(i).agent();
            if (agent.isPerson() && agrees(agent, gender)) {
                return agent;
            }
        }
        return null;
    }

    private static boolean agrees(Agent agent, char gender) {
        return agent.gender() == 'u' || gender == 'u' || agent.gender() == gender;
    }
}
