package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.verbatim.agent.AgentType;
import org.verbatim.text.Span;

/**
 * Finds who is named in an article: first the full names (a title, a known given name or a role tells a person; a noun
 * such as <i>ministère</i> or <i>Trust</i>, initials or a country an organisation), then the short ones that stand for
 * them (<i>Mme Pope</i>, <i>Okafor-Wray</i>, <i>OIM</i>).
 */
final class NameFinder {
    private final Reading reading;
    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final Organisations organisations;
    private final NameShapes shapes;
    private final Phrases givenNames = Lexicon.shared("given-names");
    private final Phrases notOrganisations = Lexicon.shared("not-organisations");
    private final List<Agent> agents = new ArrayList<>();
    private final Map<String, Agent> byName = new HashMap<>();
    private final Map<String, Agent> byEndOfName = new HashMap<>();
    private final Map<String, Agent> byGivenName = new HashMap<>();
    /** The last organisation whose name begins with a noun, for which the noun alone may stand: la Banque. */
    private final Map<String, Agent> byHead = new HashMap<>();

    private final List<Mention> mentions = new ArrayList<>();
    private final List<Integer> singles = new ArrayList<>();
    private final Map<String, Integer> recurring = new HashMap<>();

    NameFinder(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.lexicon = reading.lexicon();
        this.organisations = new Organisations(tokens, lexicon);
        this.shapes = new NameShapes(tokens, lexicon);
    }

    List<Agent> agents() {
        return agents;
    }

    List<Mention> mentions() {
        return mentions;
    }

    void run() {
        for (Sentence sentence : reading.sentences()) {
            boolean shouting = shapes.isShouting(sentence);
            int at = sentence.fromToken();
            while (at < sentence.toToken()) {
                at = shouting ? at + 1 : name(at, sentence);
            }
        }
        countSingles();
        singles.forEach(this::single);
        mentions.sort((one, other) -> Integer.compare(one.fromToken(), other.fromToken()));
    }

    /** Takes the name that begins with a token, if any; returns the number of the token to go on with. */
    private int name(int at, Sentence sentence) {
        int limit = sentence.toToken();
        Token token = tokens.get(at);
        if (!token.isWord()) {
            return at + 1;
        }
        Phrases.Match honorific = lexicon.list("honorifics").match(tokens, at, limit);
        if (honorific != null) {
            int end = honorific(at, honorific, limit);
            if (end > at) {
                return end;
            }
        }
        int organisation = organisations.end(at, limit);
        Phrases.Match country = lexicon.foldedList("countries").match(tokens, at, limit);
        boolean longer = country != null && organisation > at + country.length();
        if (country != null && !longer && token.isCapitalised() && !shapes.isGivenNameHere(at, country, limit)) {
            country(at, country);
            return at + country.length();
        }
        if (organisation > at) {
            organisation(at, organisation, limit);
            return organisation;
        }
        if (!token.isCapitalised() || shapes.isOpener(at, sentence) || shapes.isNationality(at, limit)) {
            return at + 1;
        }
        return capitalised(at, limit);
    }

    /** M. Bourita, S.E. M. Nasser Bourita, Dr Nadia Brightwell. */
    private int honorific(int at, Phrases.Match first, int limit) {
        int next = at + first.length();
        char gender = first.value().charAt(0);
        Phrases.Match second = lexicon.list("honorifics").match(tokens, next, limit);
        while (second != null) {
            gender = second.value().charAt(0) == 'u' ? gender : second.value().charAt(0);
            next += second.length();
            second = lexicon.list("honorifics").match(tokens, next, limit);
        }
        if (next >= limit || !tokens.get(next).isCapitalised()) {
            return at;
        }
        int end = shapes.endOfName(next, limit);
        String alone = key(next, end);
        boolean given = !byName.containsKey(alone) && !byEndOfName.containsKey(alone) && byGivenName.containsKey(alone);
        // Sir Alan is the Sir Alan Tweddle from above
        Agent person = given ? Objects.requireNonNull(byGivenName.get(alone)) : person(next, end);
        for (int i = at; i < next; i++) {
            String calling = lexicon.list("honorific-callings").value(tokens.get(i));
            if (calling != null) {
                person.calledFor(calling);
            }
        }
        person.gendered(gender);
        mention(person, next, end, titledFrom(at));
        person.alsoCalled(text(at, end));
        return end;
    }

    private void country(int at, Phrases.Match match) {
        String name = text(at, at + match.length());
        Agent country = byName.computeIfAbsent(key(at, at + match.length()), key -> {
            Agent found = new Agent(AgentType.Organization, name);
            String[] value = match.value().split(" ", 2);
            found.gendered(value.length > 1 ? value[1].charAt(0) : 'u');
            if (value.length > 1 && value[1].equals("p")) {
                found.inPlural();
            }
            found.onTheMap();
            agents.add(found);
            return found;
        });
        mention(country, at, at + match.length(), withArticle(at));
    }

    private void organisation(int at, int end, int limit) {
        int nameEnd = organisations.endOfName(at, end);
        String name = text(at, nameEnd);
        String acronym = organisations.acronym(at, end);
        Agent known = byName.get(key(at, nameEnd));
        if (known == null && acronym != null) {
            known = byName.get(fold(acronym));
        }
        int proper = organisations.properName(at, nameEnd);
        if (known == null && proper > at) {
            known = byName.get(key(proper, nameEnd));
        }
        String head = tokens.get(at).folded();
        if (known == null && nameEnd == at + 1) {
            known = byHead.get(head);
        }
        Agent organisation = known != null ? known : added(new Agent(AgentType.Organization, name));
        if (known != null && acronym != null && known.name().equals(acronym)) {
            organisation.rename(name);
        }
        organisation.gendered(organisations.gender(at, limit));
        organisation.alsoCalled(name);
        byHead.put(head, organisation);
        byName.put(key(at, nameEnd), organisation);
        if (acronym != null) {
            organisation.abbreviated(acronym);
            byName.put(fold(acronym), organisation);
        }
        if (proper > at && proper < nameEnd) {
            byName.putIfAbsent(key(proper, nameEnd), organisation);
            organisation.alsoCalled(text(proper, nameEnd));
        }
        mention(organisation, at, end, withArticle(at));
    }

    private Agent added(Agent agent) {
        agents.add(agent);
        return agent;
    }

    /** A name without a word that tells its kind. */
    private int capitalised(int at, int limit) {
        int end = shapes.endOfName(at, limit);
        Agent known = byName.get(key(at, end));
        if (known != null) {
            mention(known, at, end, known.isPerson() ? titledFrom(at) : withArticle(at));
            return end;
        }
        int given = shapes.givenNameWithin(at, end);
        if (given > at) {
            // le ministre de l'Intérieur Gérald Darmanin
            return capitalised(given, limit);
        }
        int title = shapes.endOfTitle(at, end);
        if (title > at && title < end && !tokens.get(title).isCapitalised() && !shapes.isNobiliary(title, end)) {
            // Ministre | des Affaires étrangères
            return title;
        }
        if (title > at && title < end) {
            Agent person = person(title, end);
            mention(person, title, end, titledFrom(at));
            Roles.read(reading, at, title, person);
            person.alsoCalled(text(at, end));
            return end;
        }
        boolean role = Roles.endsWithRole(reading, at);
        int words = words(at, end);
        boolean named = givenNames.contains(tokens.get(at));
        boolean article = at > 0 && lexicon.list("definite").contains(tokens.get(at - 1));
        if (words == 1 && !role && shapes.isExplained(end, limit)) {
            Agent organisation = byName.computeIfAbsent(
                    key(at, end), key -> added(new Agent(AgentType.Organization, text(at, end))));
            mention(organisation, at, end, withArticle(at));
            return end;
        }
        if (words == 1) {
            if (role && !tokens.get(at).isAllCapitals()) {
                singles.add(at);
            } else if (tokens.get(at).isAllCapitals() && !notOrganisations.contains(tokens.get(at))) {
                acronym(at);
            } else {
                singles.add(at);
            }
            return end;
        }
        if (tokens.get(at).isAllCapitals() && !named && !role) {
            return acronymAndMore(at, end);
        }
        boolean plain = !article
                && !shapes.isComplement(at, end)
                && !shapes.isPlace(at, end)
                && !shapes.functionWithin(at, end)
                && !shapes.isExplained(end, limit);
        if (role || plain || (named && !article)) {
            Agent person = person(at, end);
            mention(person, at, end, titledFrom(at));
            return end;
        }
        if (!shapes.isPlace(at, end)) {
            Agent organisation = byName.computeIfAbsent(
                    key(at, end), key -> added(new Agent(AgentType.Organization, text(at, end))));
            mention(organisation, at, end, withArticle(at));
        }
        return end;
    }

    private int acronymAndMore(int at, int end) {
        if (notOrganisations.contains(tokens.get(at))) {
            return at + 1;
        }
        Agent organisation =
                byName.computeIfAbsent(key(at, end), key -> added(new Agent(AgentType.Organization, text(at, end))));
        mention(organisation, at, end, withArticle(at));
        return end;
    }

    private void acronym(int at) {
        String text = tokens.get(at).text();
        Agent organisation = byName.computeIfAbsent(fold(text), key -> {
            Agent found = added(new Agent(AgentType.Organization, text));
            found.abbreviated(text);
            return found;
        });
        mention(organisation, at, at + 1, withArticle(at));
    }

    private int words(int from, int to) {
        int words = 0;
        for (int i = from; i < to; i++) {
            words += tokens.get(i).isWord() ? 1 : 0;
        }
        return words;
    }

    /** The person of a name; a longer name of somebody known by a shorter one is taken over. */
    private Agent person(int from, int to) {
        Agent known = byName.get(key(from, to));
        known = known == null ? byEndOfName.get(key(from, to)) : known;
        if (known != null && known.isPerson()) {
            return known;
        }
        String last = tokens.get(to - 1).folded();
        Agent shorter = byName.get(last);
        Agent person;
        if (words(from, to) > 1 && shorter != null && shorter.isPerson()) {
            person = shorter;
            person.rename(text(from, to));
        } else {
            person = added(new Agent(AgentType.Person, text(from, to)));
        }
        byName.put(key(from, to), person);
        for (int i = from + 1; i < to; i++) {
            byEndOfName.putIfAbsent(key(i, to), person);
        }
        if (words(from, to) > 1) {
            String gender = givenNames.value(tokens.get(from));
            person.gendered(gender == null ? 'u' : gender.charAt(0));
            byGivenName.putIfAbsent(tokens.get(from).folded(), person);
        }
        return person;
    }

    /** A capitalised word on its own is the end of a known name, or something that is named once. */
    private void single(int at) {
        Token token = tokens.get(at);
        String key = token.folded();
        Agent known = byEndOfName.get(key);
        known = known == null ? byName.get(key) : known;
        boolean article =
                at > 0 && lexicon.list("definite").contains(tokens.get(at - 1)) && !Roles.endsWithRole(reading, at);
        if (known == null && !article) {
            known = byGivenName.get(key);
        }
        if (known != null) {
            mention(known, at, at + 1, known.isPerson() ? titledFrom(at) : withArticle(at));
            if (known.isPerson() && !known.name().endsWith(" " + token.text())) {
                return;
            }
            known.alsoCalled(known.isPerson() ? text(Math.max(titledFrom(at), at - 4), at + 1) : token.text());
        } else if (Roles.endsWithRole(reading, at)) {
            Agent person = person(at, at + 1);
            mention(person, at, at + 1, titledFrom(at));
        } else if (givenNames.contains(token) && !article && shapes.isPresented(at)) {
            Agent person = person(at, at + 1);
            person.gendered(
                    Objects.requireNonNullElse(givenNames.value(token), "u").charAt(0));
            mention(person, at, at + 1, at);
        } else if (recurring.getOrDefault(key, 0) > 1 && isName(token)) {
            Agent organisation = added(new Agent(AgentType.Organization, token.text()));
            byName.put(key, organisation);
            mention(organisation, at, at + 1, withArticle(at));
        }
    }

    /** <i>le Ministre</i> is a role written in capitals, the M of <i>5 M€</i> stands for a million, and Oslo is a town. */
    private boolean isName(Token token) {
        return token.text().length() > 1
                && !lexicon.list("roles").contains(token)
                && !lexicon.foldedList("cities").contains(token)
                && !Lexicon.shared("cities").contains(token);
    }

    /** A single capital that comes back, and never behind the preposition of a place, names an organisation. */
    private void countSingles() {
        Set<String> places = new HashSet<>();
        for (int at : singles) {
            String key = tokens.get(at).folded();
            recurring.merge(key, 1, Integer::sum);
            boolean place = at > 0 && lexicon.list("place-prepositions").contains(tokens.get(at - 1));
            if (place || lexicon.list("roles").contains(tokens.get(at))) {
                places.add(key);
            }
        }
        recurring.keySet().removeAll(places);
    }

    private void mention(Agent agent, int from, int to, int titledFrom) {
        Span titled = reading.span(titledFrom, to);
        mentions.add(new Mention(agent, from, to, titledFrom, titled));
        if (agent.isPerson() && titledFrom < from) {
            Roles.read(reading, titledFrom, from, agent);
        }
    }

    /** Where the title before a name begins, with its article: la docteure | Hassaballah, council leader | Tom Ashgrove. */
    private int titledFrom(int name) {
        return Roles.startOfTitle(reading, name);
    }

    private int withArticle(int at) {
        return at > 0 && lexicon.list("definite").contains(tokens.get(at - 1)) ? at - 1 : at;
    }

    private String text(int from, int to) {
        return reading.text().slice(reading.span(from, to)).replaceAll("\\s+", " ");
    }

    private String key(int from, int to) {
        StringBuilder key = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (!tokens.get(i).isMark()) {
                key.append(key.isEmpty() ? "" : " ").append(tokens.get(i).folded());
            }
        }
        return key.toString();
    }

    private static String fold(String acronym) {
        return Tokenizer.tokens(acronym).get(0).folded();
    }
}
