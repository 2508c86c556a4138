package org.verbatim.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.extraction.Attendee.Sort;

/**
 * Tells who is meant by <i>he</i> and <i>elle</i> where people meet: the one who met somebody in the sentence before goes on to do
 * so, and it is a person who meets, not what else was named last.
 */
final class Antecedents {

    /** So many mentions back a person is looked for. */
    private static final int FARTHEST_MENTIONS = 40;

    private final List<Token> tokens;
    private final Phrases pronouns;
    private final Cast cast;

    private @Nullable Agent last;
    private int lastSentence = -2;

    Antecedents(Reading reading, Cast cast) {
        this.tokens = reading.tokens();
        this.pronouns = reading.lexicon().list("pronouns");
        this.cast = cast;
    }

    /** Notes who met somebody in a sentence. */
    void met(List<Attendee> subjects, int sentence) {
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
        String pronoun = subject.to() - subject.from() == 1 ? pronouns.value(tokens.get(subject.from())) : null;
        if (pronoun == null || pronoun.length() < 2 || pronoun.charAt(1) != 's' || pronoun.charAt(0) == 'n') {
            return subjects;
        }
        char gender = pronoun.charAt(0);
        Agent agent = subject.agent();
        if (last != null && sentence - lastSentence <= 1 && agrees(last, gender)) {
            agent = last;
        } else if (agent == null || !agent.isPerson()) {
            agent = personBefore(subject.from(), gender);
        }
        return List.of(new Attendee(Sort.PERSON, agent, subject.from(), subject.to()));
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
