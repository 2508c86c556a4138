package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentType;
import org.verbatim.extraction.Attendee.Sort;
import org.verbatim.quote.AttributionMethod;

/** Tells who is meant by the words for those who meet: a name, a description, a group, a team or delegates. */
final class Attendees {

    private static final int LONGEST_MODAL = 5;

    /** So many words say who somebody is before the name. */
    private static final int WORDS_BEFORE_NAME = 4;

    private static final int FARTHEST_LEADER = 10;

    /** So many tokens a description before a verb has. */
    private static final int LONGEST_DESCRIPTION = 14;

    private final Reading reading;
    private final List<Token> tokens;
    private final Cast cast;
    private final Parties parties;
    private final NounPhrases nounPhrases;
    private final Places places;
    private final Phrases links;
    private final Phrases articles;
    private final Phrases adverbs;
    private final Phrases coordinations;
    private final Phrases people;
    private final Phrases roles;
    private final Phrases auxiliaries;
    private final Phrases relatives;
    private final Phrases organisations;
    private final Phrases thingsMet;
    private final Phrases plurals;
    private final Phrases leading;
    private final Phrases origins;
    private final Phrases modals;
    private final Phrases reflexives;
    private final Phrases ministries;
    private final Lexicon lexicon;

    Attendees(Reading reading, Cast cast, Parties parties) {
        Lexicon lexicon = reading.lexicon();
        this.reading = reading;
        this.tokens = reading.tokens();
        this.cast = cast;
        this.parties = parties;
        this.nounPhrases = new NounPhrases(reading);
        this.places = new Places(tokens, lexicon);
        this.links = lexicon.list("parties");
        this.articles = lexicon.list("articles");
        this.adverbs = lexicon.list("adverbs");
        this.coordinations = lexicon.list("coordinations");
        this.people = lexicon.list("attendee-nouns");
        this.roles = lexicon.list("roles");
        this.auxiliaries = lexicon.list("auxiliaries");
        this.relatives = lexicon.list("relative-pronouns");
        this.organisations = lexicon.list("organisations");
        this.thingsMet = lexicon.list("things-met");
        this.plurals = lexicon.list("plural-articles");
        this.leading = lexicon.list("leading");
        this.origins = lexicon.list("origins");
        this.modals = lexicon.list("modals");
        this.reflexives = lexicon.list("reflexive-pronouns");
        this.ministries = lexicon.list("ministries");
        this.lexicon = lexicon;
    }

    /** The subject of a verb, with those joined to it: <i>Norway, Bangladesh and the World Bank | met</i>. */
    List<Attendee> subjects(int from, int verb) {
        Parties.Party last = parties.subject(from, verb);
        if (last == null) {
            return describedSubjects(from, behindSubject(from, verb));
        }
        List<Attendee> subjects = new ArrayList<>();
        Attendee group =
                last.agent() != null && last.agent().isPerson() ? null : group(last.from(), last.to(), last.to());
        subjects.add(group != null && group.agent() != null ? group : attendee(last));
        boolean joined = false;
        for (int i = startOf(last.from(), from) - 1; i > from; i--) {
            boolean and = coordinations.contains(tokens.get(i));
            if (!and && !(joined && tokens.get(i).isMark(","))) {
                break;
            }
            joined |= and;
            Mention before = parties.endingBefore(i);
            if (before == null || before.titledFrom() < from || parties.linkBefore(before.titledFrom(), from) != null) {
                Attendee described = before == null && and ? describedBefore(i, from) : null;
                if (described != null) {
                    subjects.add(0, described);
                }
                break;
            }
            subjects.add(0, attendee(new Parties.Party(before.agent(), before.titledFrom(), before.toToken())));
            i = before.titledFrom();
        }
        return subjects;
    }

    /** Where the auxiliaries, modals and adverbs before a verb begin. */
    private int behindSubject(int from, int verb) {
        int end = verb;
        boolean goesOn = true;
        while (goesOn && end > from) {
            goesOn = false;
            for (int length = LONGEST_MODAL; length > 0 && !goesOn; length--) {
                int start = end - length;
                goesOn = start >= from && (isWhole(modals, start, end) || isWhole(adverbs, start, end));
                end = goesOn ? start : end;
            }
            boolean small = !goesOn
                    && (auxiliaries.contains(tokens.get(end - 1))
                            || reflexives.contains(tokens.get(end - 1))
                            || isAdverb(tokens.get(end - 1)));
            end = small ? end - 1 : end;
            goesOn |= small;
        }
        return end;
    }

    private boolean isWhole(Phrases list, int from, int to) {
        Phrases.Match match = list.match(tokens, from, to);
        return match != null && match.length() == to - from;
    }

    /** Subjects without a name: <i>la directrice et son administrateur</i>, <i>Leaders of Fiji, Tonga and Vanuatu</i>. */
    private List<Attendee> describedSubjects(int from, int end) {
        for (int i = Math.max(from, end - LONGEST_DESCRIPTION); i < end; i++) {
            Phrases.Match noun = people.match(tokens, i, end);
            boolean officials = noun != null && !noun.value().equals("group");
            int of = noun == null ? end : i + noun.length();
            if (officials && of + 1 < end && "of".equals(links.value(tokens.get(of)))) {
                List<Attendee> list = list(behindPreposition(of), end);
                boolean whole = list.size() > 1 && list.get(list.size() - 1).to() == end;
                if (whole && list.stream().allMatch(one -> one.sort() == Sort.PARTY)) {
                    return list;
                }
            }
        }
        for (int i = Math.max(from, end - LONGEST_DESCRIPTION); i < end; i++) {
            boolean begins = articles.contains(tokens.get(i)) && parties.linkBefore(i, from) == null;
            if (begins && nounPhrases.end(i, end) == end) {
                Attendee one = at(i, end);
                if (one == null || one.sort() == Sort.PLACE || one.sort() == Sort.INSTITUTION) {
                    one = new Attendee(Sort.PERSON, null, i, end);
                }
                boolean joined = i - 2 > from && coordinations.contains(tokens.get(i - 1));
                Attendee before = joined ? describedBefore(i - 1, from) : null;
                return before == null ? List.of(one) : List.of(before, one);
            }
        }
        return List.of();
    }

    /** Where the words before a name begin that say who it is: <i>l'industrielle | Karin Vandeput</i>. */
    private int startOf(int name, int from) {
        for (int i = name - 1; i >= Math.max(from, name - WORDS_BEFORE_NAME); i--) {
            if (articles.contains(tokens.get(i))) {
                return i;
            }
            if (!tokens.get(i).isWord()
                    || coordinations.contains(tokens.get(i))
                    || tokens.get(i).isCapitalised()) {
                break;
            }
        }
        return name;
    }

    /** <i>la directrice | et son administrateur</i>: one who is described, right before a joining word. */
    private @Nullable Attendee describedBefore(int and, int from) {
        for (int i = and - 2; i >= Math.max(from, and - WORDS_BEFORE_NAME - 1); i--) {
            boolean begins = articles.contains(tokens.get(i)) && parties.linkBefore(i, from) == null;
            if (begins && nounPhrases.end(i, and) == and) {
                Attendee one = at(i, and);
                return one == null || one.sort() == Sort.PLACE || one.sort() == Sort.INSTITUTION ? null : one;
            }
        }
        return null;
    }

    private static Attendee attendee(Parties.Party party) {
        Agent agent = party.agent();
        boolean person = agent == null || agent.type() == AgentType.Person;
        return new Attendee(person ? Sort.PERSON : Sort.PARTY, agent, party.from(), party.to());
    }

    /** Everybody named between two tokens, whatever explains whom. */
    List<Attendee> everybody(int from, int limit) {
        return cast.mentionsIn(from, limit).stream()
                .filter(mention -> mention.agent().isPerson() && mention.toToken() <= limit)
                .map(mention -> new Attendee(Sort.PERSON, mention.agent(), mention.titledFrom(), mention.toToken()))
                .toList();
    }

    /** Everybody named between two tokens who is not a part of what explains another. */
    List<Attendee> persons(int from, int limit) {
        return cast.mentionsIn(from, limit).stream()
                .filter(mention -> mention.agent().isPerson() && mention.toToken() <= limit)
                .filter(mention -> parties.linkBefore(mention.titledFrom(), from) == null)
                .map(mention -> new Attendee(Sort.PERSON, mention.agent(), mention.titledFrom(), mention.toToken()))
                .toList();
    }

    /** Whether a word is an adverb, by the list or by its ending; <i>l'</i> is on the list, and is an article as well. */
    boolean isAdverb(Token token) {
        boolean small = token.isWord() && !token.isCapitalised() && !articles.contains(token);
        return small && (adverbs.contains(token) || lexicon.endsLike("adverb-endings", token));
    }

    /** Whether a joining word stands before a token, with nothing but commas and adverbs between. */
    boolean isJoinedBefore(int at) {
        for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
            if (coordinations.contains(tokens.get(i))) {
                return true;
            }
            if (!tokens.get(i).isMark(",") && !isAdverb(tokens.get(i))) {
                return false;
            }
        }
        return false;
    }

    /** Whether the complement of a noun begins with a token: <i>de la Coopération</i>, <i>des Affaires étrangères</i>. */
    boolean beginsWithOf(int at) {
        return "of".equals(links.value(tokens.get(at)));
    }

    /** The person named at a token, a title before the name included. */
    @Nullable Mention personAt(int at) {
        for (Mention mention : cast.mentionsIn(at, at + 8)) {
            boolean named = mention.agent().isPerson() && !links.contains(tokens.get(mention.fromToken()));
            boolean adjective = mention.fromToken() == at + 1
                    && articles.contains(tokens.get(at))
                    && isNounBehind(mention.toToken());
            if (named && mention.titledFrom() <= at && !isOwner(mention) && !adjective) {
                return mention;
            }
        }
        return null;
    }

    /** <i>the Tongan | leader</i>, <i>the Gondama | clinic</i>: what looks like a name belongs to a noun. */
    private boolean isNounBehind(int at) {
        int limit = Math.min(tokens.size(), at + 3);
        return at < limit
                && tokens.get(at).isWord()
                && !tokens.get(at).isCapitalised()
                && (roles.match(tokens, at, limit) != null || organisations.match(tokens, at, limit) != null);
    }

    /** A list of people and parties: <i>du HCR, de la Commission européenne et du Danemark</i>. */
    List<Attendee> list(int from, int limit) {
        List<Attendee> list = new ArrayList<>();
        int i = from;
        while (i < limit) {
            Token token = tokens.get(i);
            boolean contracted = articles.contains(token);
            boolean small = token.isMark(",")
                    || coordinations.contains(token)
                    || adverbs.contains(token)
                    || (!contracted && "of".equals(links.value(token)));
            if (small) {
                i++;
                continue;
            }
            boolean joined = list.isEmpty()
                    || tokens.get(i - 1).isMark(",")
                    || isJoinedBefore(i)
                    || "of".equals(links.value(tokens.get(i - 1)))
                    || "of".equals(links.value(token));
            Attendee attendee = joined ? at(i, limit) : null;
            if (attendee == null) {
                break;
            }
            list.add(attendee);
            i = behindExplanation(attendee.to(), limit);
        }
        return list;
    }

    /** The next comma or joining word, if one is near; else the token itself. */
    private int behindExplanation(int at, int limit) {
        for (int i = at; i < Math.min(limit, at + 8); i++) {
            if (tokens.get(i).isMark(",") || coordinations.contains(tokens.get(i))) {
                return i;
            }
            if (auxiliaries.contains(tokens.get(i)) || relatives.contains(tokens.get(i))) {
                return at;
            }
        }
        return at;
    }

    /** The one named right before a token; null if nobody is. */
    @Nullable Attendee before(int token, int from) {
        Mention mention = parties.endingBefore(token);
        return mention == null || mention.fromToken() < from
                ? null
                : attendee(new Parties.Party(mention.agent(), mention.titledFrom(), mention.toToken()));
    }

    /** The first person named between two tokens who is not a part of what explains another; null if there is none. */
    @Nullable Attendee firstPerson(int from, int limit) {
        List<Attendee> persons = persons(from, limit);
        return persons.isEmpty() ? null : persons.get(0);
    }

    /** The token with which a phrase begins behind a preposition; <i>au</i> and <i>du</i> belong to the phrase. */
    int behindPreposition(int preposition) {
        return articles.contains(tokens.get(preposition)) ? preposition : preposition + 1;
    }

    /** Who is named or described by the phrase that begins with a token; null if nobody is. */
    @Nullable Attendee at(int from, int limit) {
        if (from >= limit) {
            return null;
        }
        Mention named = personAt(from);
        if (named != null && named.toToken() <= limit) {
            return new Attendee(Sort.PERSON, named.agent(), from, named.toToken());
        }
        int end = Math.max(nounPhrases.end(from, limit), endOfName(from, limit));
        if (end == from) {
            return null;
        }
        boolean contracted = articles.contains(tokens.get(from))
                && links.contains(tokens.get(from))
                && !tokens.get(from).is("des");
        int start = contracted ? from + 1 : from;
        Attendee group = group(start, end, limit);
        if (group != null) {
            return group;
        }
        if (group == null && isPeople(start, end)) {
            return new Attendee(Sort.GROUP, null, start, end);
        }
        Mention person = personIn(from, end, limit);
        if (person != null) {
            return new Attendee(Sort.PERSON, person.agent(), Math.max(start, person.titledFrom()), person.toToken());
        }
        Places.Found place = places.known(articles.contains(tokens.get(from)) ? from + 1 : from, end);
        if (place != null && !place.isCountry() && place.to() == end) {
            return new Attendee(Sort.PLACE, null, start, end);
        }
        return described(from, start, end, limit);
    }

    /** A party by its name, or by words that stand for it. */
    private @Nullable Attendee described(int from, int start, int end, int limit) {
        boolean role = hasRole(from, end);
        if (!articles.contains(tokens.get(from)) && !tokens.get(from).isCapitalised() && !role) {
            return null;
        }
        if (cast.mentionsIn(from, end).stream().anyMatch(this::isOwner)) {
            return role ? officeHolder(start, end) : null;
        }
        Cast.Resolved resolved = cast.resolve(from, end);
        Agent agent = resolved.agent();
        if (agent == null) {
            return null;
        }
        if (agent.isPerson()) {
            return new Attendee(Sort.PERSON, isOtherThan(agent, resolved, start, end) ? null : agent, start, end);
        }
        if (resolved.method() == AttributionMethod.COREFERENCE) {
            return new Attendee(Sort.PARTY, partOf(agent, start, end), start, end);
        }
        Mention name = nameAt(from, end);
        int behindMinistry = behindMinistry(start, end, Math.min(tokens.size(), limit));
        if (behindMinistry > end) {
            int noun = articles.contains(tokens.get(start)) ? start + 1 : start;
            String whole = reading.text().slice(reading.span(noun, behindMinistry));
            return new Attendee(Sort.PARTY, cast.described(AgentType.Organization, whole), start, behindMinistry);
        }
        if (name != null && name.agent().equals(agent) && !isCompound(from, name.toToken(), end)) {
            return new Attendee(Sort.PARTY, agent, start, name.toToken());
        }
        if (role) {
            return new Attendee(Sort.PARTY, agent, start, end);
        }
        return isHouse(start, end)
                ? new Attendee(Sort.INSTITUTION, agent, start, end)
                : new Attendee(Sort.PLACE, null, start, end);
    }

    /** <i>Vanuatu's finance minister</i>: one who is told by an office, known from elsewhere or not. */
    private Attendee officeHolder(int start, int end) {
        Cast.Resolved resolved = cast.resolve(start, end);
        Agent agent = resolved.agent();
        boolean person = agent != null && agent.isPerson() && resolved.method() == AttributionMethod.COREFERENCE;
        return new Attendee(Sort.PERSON, person ? agent : null, start, end);
    }

    /**
     * Whether a description with a complement is not known of the one for whom it seems to stand: <i>le patron de Ruaz</i> is not
     * the patron of another firm.
     */
    private boolean isOtherThan(Agent agent, Cast.Resolved resolved, int from, int end) {
        if (resolved.method() != AttributionMethod.COREFERENCE) {
            return false;
        }
        int complement = from;
        while (complement < end && !"of".equals(links.value(tokens.get(complement)))) {
            complement++;
        }
        if (complement + 1 >= end) {
            return false;
        }
        String last = tokens.get(end - 1).text();
        boolean known = agent.roles().stream()
                .anyMatch(role -> role.title().contains(last)
                        || (role.organization() != null
                                && role.organization().name().contains(last)));
        return !known;
    }

    /** Whether something can be visited as somebody is: it has a name, or is an organisation. */
    private boolean isHouse(int from, int end) {
        for (int i = from; i < end; i++) {
            boolean name = i > from && tokens.get(i).isCapitalised();
            if (name || organisations.match(tokens, i, end) != null) {
                return true;
            }
        }
        return false;
    }

    /** <i>l'hôpital</i> means that of which <i>service des urgences de l'hôpital de Brive</i> is a part, not the part. */
    private Agent partOf(Agent whole, int from, int end) {
        int noun = from < end && articles.contains(tokens.get(from)) ? from + 1 : from;
        String name = whole.name();
        int at = noun < end
                ? name.toLowerCase(Locale.ROOT).indexOf(tokens.get(noun).lower())
                : 0;
        boolean within = at > 0 && !Character.isLetter(name.charAt(at - 1));
        return within && hasLink(name.substring(0, at))
                ? cast.described(AgentType.Organization, name.substring(at))
                : whole;
    }

    private boolean hasLink(String words) {
        return Tokenizer.tokens(words).stream().anyMatch(word -> "of".equals(links.value(word)));
    }

    /** <i>Secrétariat d'État | à l'économie</i>: behind what an office is for; the end itself if it is not told. */
    private int behindMinistry(int start, int end, int limit) {
        boolean office = false;
        for (int i = start; i < Math.min(end, start + 3); i++) {
            office |= ministries.contains(tokens.get(i));
        }
        int noun = end + 1;
        while (noun < limit && noun < end + 3 && articles.contains(tokens.get(noun))) {
            noun++;
        }
        boolean task = office
                && noun < limit
                && "to".equals(links.value(tokens.get(end)))
                && (noun > end + 1 || articles.contains(tokens.get(end)))
                && !tokens.get(noun).isCapitalised();
        return task ? Math.max(end, nounPhrases.end(noun, limit)) : end;
    }

    /** <i>the Gondama | clinic</i>: a name before a noun is a part of another one's. */
    private boolean isCompound(int from, int behind, int end) {
        return behind < end
                && tokens.get(behind).isWord()
                && !tokens.get(behind).isCapitalised()
                && (organisations.match(tokens, behind, end) != null
                        || tokens.get(from).is("the"));
    }

    /** The name, not only a complement, that begins the phrase; null if none does. */
    private @Nullable Mention nameAt(int from, int end) {
        int noun = articles.contains(tokens.get(from)) ? from + 1 : from;
        List<Mention> mentions = cast.mentionsIn(from, end);
        return mentions.isEmpty() || mentions.get(0).fromToken() > noun ? null : mentions.get(0);
    }

    /** A name may hold a preposition: <i>Haut-Commissariat des Nations unies pour les réfugiés</i>. */
    private int endOfName(int from, int limit) {
        for (Mention mention : cast.mentionsIn(from, Math.min(limit, from + 2))) {
            if (mention.titledFrom() <= from && mention.toToken() <= limit) {
                return mention.toToken();
            }
        }
        return from;
    }

    /** The person named in a phrase, or behind it between commas: <i>le gouverneur du Ouaddaï, | Mahamat Saleh Goukouni</i>. */
    private @Nullable Mention personIn(int from, int end, int limit) {
        Mention inside = named(from, end, from);
        if (inside != null) {
            return inside;
        }
        boolean description = hasRole(from, end) || isSomebody(from, end);
        boolean apposed = description && end + 1 < limit && tokens.get(end).isMark(",");
        Mention behind = apposed ? personAt(end + 1) : null;
        return behind != null && behind.titledFrom() <= end + 1 ? behind : null;
    }

    /** A phrase in small letters for one alone: <i>son prédécesseur</i>. */
    private boolean isSomebody(int from, int end) {
        boolean one = articles.contains(tokens.get(from)) && !plurals.contains(tokens.get(from));
        return one && end - from > 1 && cast.mentionsIn(from, end).isEmpty();
    }

    private @Nullable Mention named(int from, int end, int start) {
        for (Mention mention : cast.mentionsIn(from, end)) {
            boolean free = parties.linkBefore(mention.titledFrom(), start) == null && !isOwner(mention);
            if (mention.agent().isPerson() && free) {
                return mention;
            }
        }
        return null;
    }

    /** <i>St Brannock | 's Hospital</i>: what somebody has is meant, or what is called after somebody. */
    private boolean isOwner(Mention mention) {
        return mention.toToken() < tokens.size()
                && tokens.get(mention.toToken()).is("'s");
    }

    private boolean hasRole(int from, int end) {
        for (int i = from; i < Math.min(end, from + 4); i++) {
            if (roles.match(tokens, i, end) != null) {
                return true;
            }
        }
        return false;
    }

    /** People told by what they are: <i>pupils of Riverside Primary School</i>, <i>une délégation de l'Union commerciale</i>. */
    private @Nullable Attendee group(int from, int end, int limit) {
        for (int i = from; i < Math.min(end, from + 4); i++) {
            Phrases.Match match = people.match(tokens, i, end);
            Phrases.Match role = match == null ? roles.match(tokens, i, end) : null;
            int behind = role == null ? end : i + role.length();
            if (behind < end && "of".equals(links.value(tokens.get(behind)))) {
                return null;
            }
            if (match == null || (i > from && tokens.get(i).isCapitalised())) {
                continue;
            }
            return switch (match.value()) {
                case "group" -> new Attendee(Sort.GROUP, null, from, behindOrigin(end, limit));
                case "office" -> new Attendee(Sort.OFFICIALS, null, from, behindOrigin(end, limit));
                default -> delegates(match.value().equals("team"), from, i + match.length(), end, limit);
            };
        }
        return null;
    }

    /** Whether the noun looks like one for several people: <i>retired projectionists</i>, <i>les marguilliers</i>. */
    private boolean isPeople(int from, int end) {
        for (int i = from; i < Math.min(end, from + 3); i++) {
            Token token = tokens.get(i);
            if (token.isCapitalised() || "of".equals(links.value(token))) {
                return false;
            }
            if (lexicon.endsLike("people-endings", token) && !thingsMet.contains(token)) {
                return true;
            }
        }
        return false;
    }

    /**
     * People told by a plural of which the list knows nothing, behind a verb that only people are the object of:
     * <i>a rencontré | les voisins</i>; but <i>a rencontré | des difficultés</i>.
     */
    @Nullable Attendee unknownPeople(int from, int limit) {
        int end = nounPhrases.end(from, limit);
        boolean plural = end > from && plurals.contains(tokens.get(from));
        for (int i = from; i < end; i++) {
            if (thingsMet.contains(tokens.get(i))) {
                return null;
            }
        }
        return plural ? new Attendee(Sort.GROUP, null, from, end) : null;
    }

    /** A plural without an article in a list of people: <i>riverains, | scouts et ingénieurs</i>. */
    @Nullable Attendee barePlural(int from, int limit) {
        Token token = tokens.get(from);
        boolean plural = token.isWord()
                && !token.isCapitalised()
                && token.lower().length() > 4
                && token.lower().endsWith("s")
                && !articles.contains(token)
                && !adverbs.contains(token)
                && !auxiliaries.contains(token)
                && !links.contains(token)
                && !thingsMet.contains(token);
        return plural ? new Attendee(Sort.GROUP, null, from, Math.max(from + 1, nounPhrases.end(from, limit))) : null;
    }

    /** <i>le chantier naval | El Bibane</i>: a thing that is called like a person. */
    boolean isNamedThing(int from, int limit) {
        int end = from < limit ? nounPhrases.end(from, limit) : from;
        boolean noun = end - from > 2
                && articles.contains(tokens.get(from))
                && !tokens.get(from + 1).isCapitalised();
        Mention person = noun ? named(from, end, from) : null;
        return person != null
                && person.titledFrom() > from + 1
                && !hasRole(from, end)
                && group(from, end, limit) == null;
    }

    /** What is visited, by whatever noun it is called: <i>visited | the lido</i>; streets and ruins are a place and nobody. */
    @Nullable Attendee visited(int from, int limit) {
        int start = from < limit && articles.contains(tokens.get(from)) ? from + 1 : from;
        int end = nounPhrases.end(start, limit);
        boolean begins = start > from || (from < limit && tokens.get(from).isCapitalised());
        if (!begins || end == start) {
            return null;
        }
        for (int i = start; i < end; i++) {
            if (thingsMet.contains(tokens.get(i))) {
                return new Attendee(Sort.PLACE, null, from, end);
            }
        }
        String name = reading.text().slice(reading.span(start, end));
        return new Attendee(Sort.INSTITUTION, cast.described(AgentType.Organization, name), from, end);
    }

    /** Behind where people come from: <i>elders | from the Ochre River First Nation</i>; the end itself if that is not told. */
    private int behindOrigin(int end, int limit) {
        Phrases.Match origin = end < limit ? origins.match(tokens, end, limit) : null;
        int start = origin == null ? limit : end + origin.length();
        boolean named = start < limit
                && (tokens.get(start).isCapitalised()
                        || (start + 1 < limit
                                && articles.contains(tokens.get(start))
                                && tokens.get(start + 1).isCapitalised()));
        return named ? Math.max(end, nounPhrases.end(start, limit)) : end;
    }

    /** Delegates stand for the one who leads them, if that is told: <i>une délégation malienne conduite par | le général Keïta</i>. */
    private Attendee delegates(boolean team, int from, int noun, int end, int limit) {
        for (int i = noun; i <= Math.min(limit - 1, end + 1); i++) {
            Phrases.Match led = leading.match(tokens, i, limit);
            Attendee leader = led == null ? null : leader(i + led.length(), limit);
            if (leader != null) {
                return leader;
            }
        }
        return belonging(team, from, noun, Math.max(end, behindOrigin(end, limit)), limit);
    }

    private @Nullable Attendee leader(int from, int limit) {
        for (Mention mention : cast.mentionsIn(from, Math.min(limit, from + FARTHEST_LEADER))) {
            if (mention.agent().isPerson() && mention.toToken() <= limit) {
                return new Attendee(
                        Sort.PERSON, mention.agent(), Math.max(from, mention.titledFrom()), mention.toToken());
            }
        }
        return null;
    }

    /** A team or delegates, and whom they belong to: <i>l'équipe de | Droit et Justice</i>. */
    private Attendee belonging(boolean team, int from, int noun, int end, int limit) {
        Agent whose = null;
        int behind = end;
        for (int i = noun; i < end && whose == null; i++) {
            if (!"of".equals(links.value(tokens.get(i))) && origins.match(tokens, i, end) == null) {
                continue;
            }
            int start = i + 1;
            while (start < end && articles.contains(tokens.get(start))) {
                start++;
            }
            if (start < end && tokens.get(start).isCapitalised()) {
                behind = endOfPair(end, limit);
                whose = cast.described(AgentType.Organization, reading.text().slice(reading.span(start, behind)));
            } else {
                List<Mention> named = cast.mentionsIn(start, end);
                whose = named.isEmpty() || named.get(0).agent().isPerson()
                        ? null
                        : named.get(0).agent();
            }
        }
        if (whose == null) {
            return new Attendee(team ? Sort.TEAM : Sort.OFFICIALS, null, from, end);
        }
        return new Attendee(team ? Sort.TEAM : Sort.PARTY, whose, from, behind);
    }

    /** <i>Droit | et Justice</i>: a name may be two words joined. */
    private int endOfPair(int end, int limit) {
        boolean pair = end + 1 < limit
                && coordinations.contains(tokens.get(end))
                && tokens.get(end + 1).isCapitalised()
                && personAt(end + 1) == null
                && places.known(end + 1, limit) == null;
        return pair ? Math.max(nounPhrases.end(end + 1, limit), end + 2) : end;
    }
}
