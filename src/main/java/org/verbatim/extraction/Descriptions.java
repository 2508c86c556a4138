package org.verbatim.extraction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentType;
import org.verbatim.quote.AttributionMethod;
import org.verbatim.text.Span;
import org.verbatim.text.Words;

/**
 * Tells for whom a description stands: <i>la ministre</i>, the one of that role; <i>l'agence</i>, the organisation whose
 * name has the noun, or the one spoken of; and who is known by a description alone.
 */
final class Descriptions {

    private static final int FARTHEST_MENTIONS = 60;
    private static final int NEAR_MENTIONS = 12;
    private static final int NEAR_SENTENCES = 4;
    /** So many sentences back somebody spoke lately. */
    private static final int LATELY = 3;

    private final Reading reading;
    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final Cast cast;
    private final Coreference coreference;

    Descriptions(Reading reading, Cast cast, Coreference coreference) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.lexicon = reading.lexicon();
        this.cast = cast;
        this.coreference = coreference;
    }

    Cast.Resolved resolve(int from, int to, Span span) {
        int noun = from;
        boolean definite = false;
        boolean article = false;
        boolean possessed = false;
        while (noun < to
                && (lexicon.list("articles").contains(tokens.get(noun))
                        || tokens.get(noun).is("autre"))) {
            article = true;
            definite = lexicon.list("definite").contains(tokens.get(noun));
            noun++;
        }
        for (int i = noun; i + 1 < to && i < noun + 4; i++) {
            if (tokens.get(i).is("'s")) {
                // Iraq's state hydrology centre
                article = true;
                definite = true;
                possessed = true;
                noun = i + 1;
            }
        }
        if (noun == to) {
            return Coreference.resolved(null, AttributionMethod.UNKNOWN, span);
        }
        Head head = head(noun, to);
        Span name = reading.span(noun, to);
        if (!article && !tokens.get(noun).isCapitalised() && head != null && head.role()) {
            definite = false;
        }
        if (definite && noun + 1 == to && isNational(noun)) {
            // l'Italien, the one spoken of
            return Coreference.resolved(spokenOf(from), AttributionMethod.COREFERENCE, span);
        }
        if (head == null) {
            return Coreference.resolved(unknownName(noun, to, definite), AttributionMethod.EXPLICIT, span);
        }
        if (definite || (!article && tokens.get(noun).isCapitalised())) {
            Agent antecedent = head.role() ? byRole(head, noun, from, to, possessed) : byNoun(head, noun, from, to);
            if (antecedent != null) {
                return Coreference.resolved(antecedent, AttributionMethod.COREFERENCE, span);
            }
            AgentType type = head.plural() ? AgentType.Group : head.role() ? AgentType.Person : AgentType.Organization;
            Agent described = cast.described(type, clean(possessed && head.role() ? span : name));
            described.gendered(head.gender());
            return Coreference.resolved(described, AttributionMethod.EXPLICIT, span);
        }
        if (head.spokesperson() || (!head.role() && !head.plural())) {
            Agent described = cast.described(head.role() ? AgentType.Person : AgentType.Organization, clean(name));
            described.gendered(head.gender());
            return Coreference.resolved(described, AttributionMethod.EXPLICIT, span);
        }
        return Coreference.resolved(null, AttributionMethod.UNKNOWN, span);
    }

    private boolean isNational(int at) {
        // the Nigerian; but the French are many
        return (lexicon.isNounFirst() || tokens.get(at).lower().endsWith("an"))
                && tokens.get(at).isCapitalised()
                && lexicon.list("nationalities").match(tokens, at, at + 1) != null;
    }

    /** The person who spoke lately, or else the last one named near by; the article tells the gender. */
    private @Nullable Agent spokenOf(int from) {
        char gender = tokens.get(from).is("la") ? 'f' : tokens.get(from).is("le") ? 'm' : 'u';
        Agent speaker = coreference.lastSpeaker(from, LATELY);
        if (speaker != null && speaker.isPerson() && Coreference.agrees(speaker, gender)) {
            return speaker;
        }
        int looked = 0;
        for (int m = cast.firstFrom(from) - 1; m >= 0 && looked < NEAR_MENTIONS; m--, looked++) {
            Agent agent = cast.mentions().get(m).agent();
            if (agent.isPerson() && Coreference.agrees(agent, gender)) {
                return agent;
            }
        }
        return null;
    }

    private String clean(Span span) {
        return reading.text().slice(span).replaceAll("\\s+", " ");
    }

    /**
     * The noun of a description.
     *
     * @param noun folded; for a feminine role, the masculine
     */
    private record Head(
            int from, int to, String noun, boolean role, char gender, boolean plural, boolean spokesperson) {}

    private @Nullable Head head(int from, int to) {
        int limit = Math.min(to, from + 6);
        for (int i = from; i < limit; i++) {
            Phrases.Match role = lexicon.list("roles").match(tokens, i, to);
            if (role != null) {
                String[] value = role.value().split(" ", 3);
                String noun = Roles.noun(reading, role, i);
                boolean speaks = lexicon.list("spokespersons").match(tokens, i, to) != null;
                char gender = value[1].charAt(0);
                boolean she = gender == 'u'
                        && !value[0].equals("job")
                        && from > 0
                        && tokens.get(from - 1).is("la");
                return new Head(i, i + role.length(), noun, true, she ? 'f' : gender, false, speaks);
            }
            Phrases.Match generic = lexicon.list("generic-descriptions").match(tokens, i, to);
            if (generic != null && !generic.value().equals("organisation")) {
                return new Head(i, i + generic.length(), tokens.get(i).folded(), true, 'u', false, false);
            }
            Phrases.Match organisation = lexicon.list("organisations").match(tokens, i, to);
            if (organisation != null) {
                char gender = organisation.value().charAt(0);
                return new Head(
                        i,
                        i + organisation.length(),
                        tokens.get(i).folded(),
                        false,
                        gender == 'p' ? 'u' : gender,
                        gender == 'p',
                        false);
            }
            if (lexicon.list("linking").contains(tokens.get(i))) {
                break;
            }
        }
        return null;
    }

    /** A phrase whose noun is in no list: a name, if it has a capital; a group, if it is a definite plural. */
    private @Nullable Agent unknownName(int from, int to, boolean definite) {
        boolean first = reading.sentences().get(reading.sentenceOf(from)).fromToken() == from;
        boolean capital = tokens.get(from).isCapitalised()
                && !(first && from + 1 < to && !tokens.get(from + 1).isCapitalised());
        String name = clean(reading.span(from, to));
        if (capital
                && !lexicon.list("function-words").contains(tokens.get(from))
                && !lexicon.list("openers").contains(tokens.get(from))) {
            return cast.described(AgentType.Organization, name);
        }
        boolean people = lexicon.list("people").contains(tokens.get(from))
                && tokens.get(from).lower().endsWith("s");
        return definite && people ? cast.described(AgentType.Group, name) : null;
    }

    /** The person of a role; where the description completes it, the title must agree. */
    private @Nullable Agent byRole(Head head, int start, int from, int to, boolean possessed) {
        String generic = value("generic-descriptions", head.from());
        Agent found = null;
        int distance = Integer.MAX_VALUE;
        int looked = 0;
        String narrower = lexicon.foldedList("broader-roles").value(tokens.get(head.from()));
        Agent spoke = "any".equals(generic) ? coreference.lastSpeaker(from, LATELY) : null;
        boolean lately = spoke != null && spoke.isPerson() && Coreference.agrees(spoke, head.gender());
        for (int m = cast.firstFrom(from) - 1; m >= 0 && looked < FARTHEST_MENTIONS; m--, looked++) {
            Agent agent = cast.mentions().get(m).agent();
            if (!agent.isPerson() || !Coreference.agrees(agent, head.gender())) {
                continue;
            }
            boolean called = agent.callings().contains(head.noun()) && head.to() == to;
            boolean akin = agent.callings().stream().anyMatch(calling -> isOne(narrower, calling));
            int distant = called ? looked : looked + FARTHEST_MENTIONS;
            if ((called || akin) && distant < distance) {
                found = agent;
                distance = distant;
            }
            if (lately && agent.equals(spoke) && FARTHEST_MENTIONS < distance) {
                // the pensioner, who spoke last
                found = agent;
                distance = FARTHEST_MENTIONS;
            }
            for (Agent.Role role : agent.roles()) {
                boolean same = role.noun().equals(head.noun())
                        && completes(agent, role, head.to(), to)
                        && completes(agent, role, start, head.from());
                boolean kind = isOne(narrower, role.noun())
                        || (generic != null && (generic.equals("any") || generic.equals(role.kind())));
                int far = same ? looked : looked + FARTHEST_MENTIONS;
                if ((same || kind) && far < distance) {
                    found = agent;
                    distance = far;
                }
            }
            if ("any".equals(generic) && agent.roles().isEmpty() && looked + FARTHEST_MENTIONS < distance) {
                found = agent;
                distance = looked + FARTHEST_MENTIONS;
            }
        }
        if (found == null) {
            found = later(head, to);
        }
        if (found == null && head.to() == to && !possessed) {
            Agent speaker = coreference.lastSpeaker(from, Coreference.FARTHEST_SENTENCES);
            boolean free = speaker != null
                    && speaker.isPerson()
                    && speaker.roles().isEmpty()
                    && Coreference.agrees(speaker, head.gender());
            found = free ? speaker : unassigned(head, from);
        }
        if (found == null && start < head.from() && lexicon.list("former").contains(tokens.get(start))) {
            // the former senator: the one spoken of, whose past was not told before
            Agent before = coreference.lastSpeaker(from, LATELY);
            found = before != null && before.isPerson() && Coreference.agrees(before, head.gender()) ? before : null;
        }
        if (found != null) {
            found.gendered(head.gender());
        }
        return found;
    }

    /** Whether a noun is among the narrower ones of a broader one: a mayor is an elected official. */
    private static boolean isOne(@Nullable String narrower, String noun) {
        return narrower != null && (" " + narrower + " ").contains(" " + noun + " ");
    }

    /** The last named person near by of whom the article has not said what they are. */
    private @Nullable Agent unassigned(Head head, int from) {
        int sentence = reading.sentenceOf(from);
        int looked = 0;
        for (int m = cast.firstFrom(from) - 1; m >= 0 && looked < NEAR_MENTIONS; m--, looked++) {
            Mention mention = cast.mentions().get(m);
            if (sentence - reading.sentenceOf(mention.fromToken()) > NEAR_SENTENCES) {
                return null;
            }
            Agent agent = mention.agent();
            boolean free = agent.isPerson() && agent.roles().isEmpty() && Coreference.agrees(agent, head.gender());
            if (free && !coreference.isQuoted(mention.fromToken())) {
                return agent;
            }
        }
        return null;
    }

    /** Whom a definite description stands for; null if for nobody named so far. Its end need not be known. */
    @Nullable Agent antecedent(int from, int to) {
        int noun = from + 1;
        Head head = head(noun, to);
        if (head == null || head.plural()) {
            return null;
        }
        int end = head.to();
        return head.role() ? byRole(head, noun, from, end, false) : byNoun(head, noun, from, end);
    }

    /** Somebody whose role the article tells only further down. */
    private @Nullable Agent later(Head head, int to) {
        int first = cast.firstFrom(to);
        for (int m = first; m < cast.mentions().size() && m < first + FARTHEST_MENTIONS; m++) {
            Agent agent = cast.mentions().get(m).agent();
            for (Agent.Role role : agent.roles()) {
                if (role.noun().equals(head.noun())
                        && Coreference.agrees(agent, head.gender())
                        && completes(agent, role, head.to(), to)) {
                    return agent;
                }
            }
        }
        return null;
    }

    /** Whether the words behind the noun of a description are in the title, or the title has none. */
    private boolean completes(Agent agent, Agent.Role role, int from, int to) {
        String organization = role.organization() == null
                ? ""
                : role.organization().name() + " " + role.organization().otherNames();
        String title = " " + String.join(" ", Words.fold(role.title() + " " + organization))
                + " "
                + String.join(" ", agent.callings())
                + " ";
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            boolean content = token.isWord()
                    && token.text().length() > 3
                    && !lexicon.list("function-words").contains(token);
            if (content
                    && !title.contains(" " + String.join(" ", Words.fold(token.text())) + " ")
                    && !isNeutral(token, role)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word of a description says nothing against a title: French president, if the title tells no other nationality. */
    private boolean isNeutral(Token word, Agent.Role role) {
        if (lexicon.list("former").contains(word)) {
            return true;
        }
        Phrases nationalities = lexicon.list("nationalities");
        return nationalities.contains(word)
                && Tokenizer.tokens(role.title()).stream().noneMatch(nationalities::contains);
    }

    private @Nullable String value(String list, int at) {
        Phrases.Match match = lexicon.list(list).match(tokens, at, Math.min(tokens.size(), at + 3));
        return match == null ? null : match.value();
    }

    /** The organisation whose name has the noun, or else the one named most that may be called so. */
    private @Nullable Agent byNoun(Head head, int start, int from, int to) {
        boolean generic = "organisation".equals(value("generic-descriptions", head.from()));
        boolean bare = generic && isBare(head.to(), to) && !isNarrowed(start, head.from());
        Map<Agent, Integer> named = new LinkedHashMap<>();
        int looked = 0;
        for (int m = cast.firstFrom(from) - 1; m >= 0 && looked < FARTHEST_MENTIONS; m--, looked++) {
            Agent agent = cast.mentions().get(m).agent();
            if (agent.isPerson()) {
                continue;
            }
            if (hasWord(agent, head.noun()) && hasWords(agent, start, head.from()) && hasWords(agent, head.to(), to)) {
                return agent;
            }
            if (bare && !agent.isPlace() && !agent.isPlural()) {
                named.merge(agent, isFirst(cast.mentions().get(m)) ? 3 : 1, Integer::sum);
            }
        }
        Agent speaker = coreference.lastSpeaker(from, 2);
        if (bare && speaker != null && !speaker.isPerson() && !speaker.isPlace()) {
            return speaker;
        }
        Agent likely = null;
        for (Map.Entry<Agent, Integer> entry : named.entrySet()) {
            if (likely == null || entry.getValue() > named.getOrDefault(likely, 0)) {
                likely = entry.getKey();
            }
        }
        return likely;
    }

    /** Whether a sentence begins with a mention, so that it is about whom it names. */
    private boolean isFirst(Mention mention) {
        int sentence = reading.sentenceOf(mention.fromToken());
        return sentence < reading.sentences().size()
                && reading.sentences().get(sentence).fromToken() == mention.titledFrom();
    }

    /** Whether a word before the noun tells which one is meant; a compound such as family-owned does not. */
    private boolean isNarrowed(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.get(i).isWord() && tokens.get(i).text().indexOf('-') < 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether only adjectives follow that say of what sort it is: l'agence | onusienne. */
    private boolean isBare(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!lexicon.list("plain-adjectives").contains(tokens.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean hasWords(Agent agent, int from, int to) {
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            boolean content = token.isWord()
                    && token.text().length() > 3
                    && !lexicon.list("function-words").contains(token);
            if (content && !hasWord(agent, String.join(" ", Words.fold(token.text())))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasWord(Agent agent, String noun) {
        if (Words.fold(agent.name()).contains(noun)) {
            return true;
        }
        return agent.otherNames().stream().limit(5).anyMatch(name -> Words.fold(name)
                .contains(noun));
    }
}
