package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentType;
import org.verbatim.quote.AttributionMethod;
import org.verbatim.text.Span;

/**
 * Tells for whom a pronoun or a description stands. It looks back sentence by sentence: who spoke there, who is the first
 * named there, who else; gender and number must agree, as far as they are known.
 */
final class Coreference {

    static final int FARTHEST_SENTENCES = 8;
    private static final int FARTHEST_MENTIONS = 60;
    private static final int LONGEST_DESCRIPTION = 6;
    private static final int FARTHEST_PRONOUN = 40;
    private static final int FARTHEST_PAIR = 6;

    private final Reading reading;
    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final Cast cast;
    private final Descriptions descriptions;
    private final boolean[] quoted;
    private final List<Speech> speeches = new ArrayList<>();

    /** Somebody spoke in a sentence; null for somebody who is not named. */
    private record Speech(int sentence, int token, @Nullable Agent agent) {}

    Coreference(Reading reading, Cast cast) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.lexicon = reading.lexicon();
        this.cast = cast;
        this.descriptions = new Descriptions(reading, cast, this);
        this.quoted = new boolean[tokens.size()];
        for (Quotation quotation : reading.quotations()) {
            if (quotation.depth() == 0) {
                for (int i = quotation.open(); i < quotation.close(); i++) {
                    quoted[i] = true;
                }
            }
        }
    }

    boolean isQuoted(int token) {
        return quoted[token];
    }

    /** Notes who speaks in the sentence of a token, so that a pronoun behind it finds the speaker; to be told in order. */
    void spoke(@Nullable Agent agent, int token) {
        speeches.add(new Speech(reading.sentenceOf(token), token, agent));
    }

    /** Who spoke last before a token, at most so many sentences back. */
    @Nullable Agent lastSpeaker(int token, int sentences) {
        int sentence = reading.sentenceOf(token);
        for (int i = speeches.size() - 1; i >= 0; i--) {
            Speech speech = speeches.get(i);
            if (speech.token() < token) {
                return sentence - speech.sentence() <= sentences ? speech.agent() : null;
            }
        }
        return null;
    }

    Cast.Resolved resolve(int from, int to) {
        Span span = reading.span(from, to);
        Phrases.Match pronoun = lexicon.list("pronouns").match(tokens, from, to);
        if (pronoun != null && from + pronoun.length() == to) {
            Agent agent = pronoun(from, pronoun.value());
            return resolved(agent, AttributionMethod.COREFERENCE, span);
        }
        Cast.Resolved named = resolveNamed(from, to);
        if (named != null) {
            return named;
        }
        Phrases.Match ordinal = lexicon.list("ordinal-pronouns").match(tokens, from, to);
        if (ordinal != null && from + ordinal.length() == to) {
            Agent agent = ordinal(from, ordinal.value());
            return resolved(agent, AttributionMethod.COREFERENCE, span);
        }
        if (isAnonymous(from, to)) {
            return resolved(null, AttributionMethod.UNKNOWN, span);
        }
        return descriptions.resolve(from, to, span);
    }

    Cast.@Nullable Resolved resolveNamed(int from, int to) {
        Mention named = named(from, to);
        return named == null
                ? null
                : new Cast.Resolved(named.agent(), AttributionMethod.EXPLICIT, mentionSpan(named, from));
    }

    private Span mentionSpan(Mention mention, int from) {
        return mention.titledFrom() >= from
                ? mention.titled()
                : reading.span(Math.max(from, mention.titledFrom()), mention.toToken());
    }

    static Cast.Resolved resolved(@Nullable Agent agent, AttributionMethod method, Span span) {
        return new Cast.Resolved(agent, agent == null ? AttributionMethod.UNKNOWN : method, span);
    }

    private boolean isAnonymous(int from, int to) {
        for (int i = from; i < to; i++) {
            if (lexicon.list("anonymous").match(tokens, i, to) != null) {
                return true;
            }
        }
        return false;
    }

    /** The one whose name is the phrase, or is in apposition within it; not one that only completes it. */
    private @Nullable Mention named(int from, int to) {
        Mention first = null;
        for (Mention mention : cast.mentionsIn(from, to)) {
            if (mention.toToken() > to || isCompleting(mention, from)) {
                continue;
            }
            if (mention.agent().isPerson()) {
                return mention;
            }
            first = first == null ? mention : first;
        }
        return first;
    }

    /** le porte-parole | de Mme Pope; le ministre | de l'Intérieur; Harbour Aid | 's director. */
    private boolean isCompleting(Mention mention, int from) {
        int start = mention.titledFrom();
        boolean possessive = mention.toToken() < tokens.size()
                && tokens.get(mention.toToken()).is("'s")
                && !mention.agent().isPerson();
        if (start <= from) {
            // the Northmoor mayor: the place tells which one
            boolean narrows = !lexicon.isNounFirst() && !mention.agent().isPerson() && hasRole(mention.toToken());
            return possessive || narrows;
        }
        Token before = tokens.get(start - 1);
        if (before.is(",")) {
            return false;
        }
        boolean linked = lexicon.list("linking").contains(before)
                || lexicon.list("linking").contains(tokens.get(start))
                || lexicon.list("prepositions").contains(before)
                || (start - 2 >= from
                        && lexicon.list("linking").contains(tokens.get(start - 2))
                        && lexicon.list("articles").contains(before));
        return linked || possessive || (!mention.agent().isPerson() && hasRole(mention.toToken()));
    }

    /** Whether a role stands at a token: UNHCR | envoy. */
    private boolean hasRole(int at) {
        return at < tokens.size() && lexicon.list("roles").match(tokens, at, Math.min(tokens.size(), at + 4)) != null;
    }

    /** Whether an agent may be of a gender. */
    static boolean agrees(Agent agent, char gender) {
        return gender == 'u' || agent.gender() == 'u' || agent.gender() == gender;
    }

    /** The first or the second of the two people whom a sentence near by names together: <i>la seconde</i>, <i>the latter</i>. */
    private @Nullable Agent ordinal(int at, String value) {
        int sentence = reading.sentenceOf(at);
        for (int back = 0; back <= FARTHEST_PAIR && sentence - back >= 0; back++) {
            Sentence one = reading.sentences().get(sentence - back);
            List<Agent> people = new ArrayList<>();
            int looked = 0;
            for (Mention mention : cast.mentionsIn(one.fromToken(), Math.min(at, one.toToken()))) {
                if (looked++ > FARTHEST_MENTIONS) {
                    break;
                }
                Agent agent = mention.agent();
                if (agent.isPerson() && !quoted[mention.fromToken()] && !people.contains(agent)) {
                    people.add(agent);
                }
            }
            if (people.size() == 2) {
                Agent meant = people.get(value.charAt(0) == '1' ? 0 : 1);
                return agrees(meant, value.charAt(1)) ? meant : null;
            }
        }
        return null;
    }

    private @Nullable Agent pronoun(int at, String value) {
        char gender = value.charAt(0);
        boolean plural = value.endsWith("p");
        int sentence = reading.sentenceOf(at);
        int speech = speeches.size() - 1;
        for (int back = 0; back <= FARTHEST_SENTENCES && sentence - back >= 0; back++) {
            int number = sentence - back;
            while (speech >= 0
                    && (speeches.get(speech).sentence() > number
                            || speeches.get(speech).token() >= at)) {
                speech--;
            }
            if (speech >= 0 && speeches.get(speech).sentence() == number) {
                Agent speaker = speeches.get(speech).agent();
                if (speaker == null || fits(speaker, gender, plural)) {
                    return learnt(speaker, gender);
                }
            }
            Agent subject = descriptionFirst(number, at, gender, plural);
            Agent found = subject != null ? subject : inSentence(number, at, gender, plural);
            if (found != null) {
                return learnt(found, gender);
            }
        }
        return null;
    }

    /** Whom the description with which a sentence begins stands for: <i>La représentante de l'État</i> a été reçue … Elle … */
    private @Nullable Agent descriptionFirst(int number, int before, char gender, boolean plural) {
        Sentence sentence = reading.sentences().get(number);
        int from = sentence.fromToken();
        int limit = Math.min(before, sentence.toToken());
        while (from < limit && tokens.get(from).isMark()) {
            from++;
        }
        if (from + 1 >= limit || quoted[from] || !lexicon.list("definite").contains(tokens.get(from))) {
            return null;
        }
        Agent agent = descriptions.antecedent(from, Math.min(limit, from + LONGEST_DESCRIPTION));
        return agent != null && fits(agent, gender, plural) ? agent : null;
    }

    private static @Nullable Agent learnt(@Nullable Agent agent, char gender) {
        if (agent != null && agent.isPerson()) {
            agent.gendered(gender);
        }
        return agent;
    }

    /** The first one named in a sentence that fits, one of known gender before others, people before organisations. */
    private @Nullable Agent inSentence(int number, int before, char gender, boolean plural) {
        Sentence sentence = reading.sentences().get(number);
        Agent best = null;
        int bestRank = 0;
        int looked = 0;
        int end = Math.min(before, samePronoun(sentence, before, gender, plural));
        for (Mention mention : cast.mentionsIn(sentence.fromToken(), end)) {
            if (looked++ > FARTHEST_MENTIONS) {
                break;
            }
            Agent agent = mention.agent();
            if (quoted[mention.fromToken()] || !fits(agent, gender, plural)) {
                continue;
            }
            int rank = (agent.isPerson() ? 2 : 1) + (agent.gender() == gender ? 2 : 0);
            if (agent.isPlace() && mention.fromToken() > sentence.fromToken() + 1) {
                rank = 0;
            }
            if (rank > bestRank) {
                best = agent;
                bestRank = rank;
            }
        }
        return best;
    }

    /**
     * Where a sentence has a pronoun of the same gender and number; it goes on about whom it was about before, so that those
     * named behind it are not meant. Not one whose name is still to come: <i>Lorsqu'elle est arrivée, Anne …</i>
     */
    private int samePronoun(Sentence sentence, int before, char gender, boolean plural) {
        int end = sentence.toToken();
        int first = sentence.fromToken();
        while (first < end && tokens.get(first).isMark()) {
            first++;
        }
        if (first < end && lexicon.list("subordinating").contains(tokens.get(first))) {
            return end;
        }
        int limit = Math.min(end, Math.min(before, first + FARTHEST_PRONOUN));
        for (int i = first; i < limit; i++) {
            String value = quoted[i] ? null : lexicon.list("pronouns").value(tokens.get(i));
            boolean same = value != null && value.charAt(0) == gender && value.endsWith("p") == plural;
            if (same && lexicon.list("impersonal").match(tokens, i, end) == null) {
                return i;
            }
        }
        return end;
    }

    private boolean fits(Agent agent, char gender, boolean plural) {
        if (gender == 'n') {
            return !agent.isPerson() && agent.type() == AgentType.Organization;
        }
        if (gender == 'u' && plural) {
            return true;
        }
        if (plural) {
            return agent.isPlural() || agent.type() == AgentType.Group;
        }
        if (agent.isPlural() || agent.type() == AgentType.Group) {
            return false;
        }
        // he and she are people; il and elle may be an institution of that gender
        boolean somebody = agent.isPerson() || lexicon.isNounFirst();
        return somebody && agent.gender() != 'n' && agrees(agent, gender);
    }
}
