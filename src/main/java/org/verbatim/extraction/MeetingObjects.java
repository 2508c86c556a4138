package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.extraction.Attendee.Sort;
import org.verbatim.extraction.MeetingTrigger.Government;
import org.verbatim.extraction.MeetingTrigger.Sense;

/** Reads whom a verb governs: <i>met | Norwegian envoy X and, later, Y</i>, <i>a reçu | le 9 janvier, à Marseille, X, du British Council</i>. */
final class MeetingObjects {

    /** So many words may stand between a verb and the preposition that it governs: <i>sat down | with</i>. */
    private static final int FARTHEST_LINK = 8;

    /** A date stands within so many tokens behind its preposition and article. */
    private static final int DATE = 8;

    private final Lexicon lexicon;
    private final List<Token> tokens;
    private final Attendees attendees;
    private final Antecedents antecedents;
    private final NounPhrases nounPhrases;
    private final Places places;
    private final Phrases links;
    private final Phrases prepositions;
    private final Phrases articles;
    private final Phrases coordinations;
    private final Phrases auxiliaries;
    private final Phrases relatives;
    private final Phrases topics;
    private final Phrases inclusions;
    private final Phrases years;
    private final Phrases days;
    private final Phrases times;
    private final Phrases adverbs;

    /**
     * Those who are met.
     *
     * @param companions who goes along: <i>will visit the station with X</i>
     * @param end the number of the token behind the last word that was understood
     */
    record Found(List<Attendee> met, List<Attendee> companions, int end) {}

    MeetingObjects(Reading reading, Attendees attendees, Antecedents antecedents) {
        this.lexicon = reading.lexicon();
        this.tokens = reading.tokens();
        this.attendees = attendees;
        this.antecedents = antecedents;
        this.nounPhrases = new NounPhrases(reading);
        this.places = new Places(tokens, lexicon);
        this.links = lexicon.list("parties");
        this.prepositions = lexicon.list("prepositions");
        this.articles = lexicon.list("articles");
        this.coordinations = lexicon.list("coordinations");
        this.auxiliaries = lexicon.list("auxiliaries");
        this.relatives = lexicon.list("relative-pronouns");
        this.topics = lexicon.list("topics");
        this.inclusions = lexicon.list("inclusions");
        this.years = lexicon.list("year-prepositions");
        this.days = lexicon.list("days");
        this.times = lexicon.list("times");
        this.adverbs = lexicon.list("adverbs");
    }

    /** Those whom a verb governs, from the token behind it up to a limit. */
    Found of(MeetingTrigger trigger, int limit) {
        return new Walk(trigger, limit).walk();
    }

    /** One walk from a verb to the end of its clause. */
    private final class Walk {
        private final MeetingTrigger trigger;
        private final int limit;
        private final List<Attendee> met = new ArrayList<>();
        private final List<Attendee> companions = new ArrayList<>();
        private int at;
        private int end;
        /** Whether the preposition that the verb governs has been read. */
        private boolean linked;
        /** Whether a joining word has been read since the last one was met. */
        private boolean joined;
        /** Whether the last words only explain who somebody is. */
        private boolean explained;

        Walk(MeetingTrigger trigger, int limit) {
            this.trigger = trigger;
            this.limit = limit;
            this.at = trigger.to();
            this.end = trigger.to();
            this.linked = trigger.government() == Government.DIRECT;
        }

        Found walk() {
            boolean goesOn = true;
            while (goesOn && at < limit) {
                goesOn = !includes() && (around() || !isEnd()) && (link() || skip() || object() || explanation());
            }
            return new Found(met, companions, end);
        }

        /** <i>de hauts responsables, | dont X et Y</i>: those named are met, and no others are told. */
        private boolean includes() {
            Phrases.Match inclusion = met.isEmpty() ? null : inclusions.match(tokens, at, limit);
            if (inclusion == null || !isUnnamed(met.get(met.size() - 1))) {
                return false;
            }
            List<Attendee> named = attendees.persons(at + inclusion.length(), limit);
            if (!named.isEmpty()) {
                met.remove(met.size() - 1);
                met.addAll(named);
                end = named.get(named.size() - 1).to();
            }
            return true;
        }

        /** <i>a réuni | autour de la même table le gouverneur</i>, <i>a réuni scouts et riverains | autour du maire Luc Petit</i>. */
        private boolean around() {
            boolean around = trigger.sense() == Sense.GATHER
                    && tokens.get(at).is("autour")
                    && at + 2 < limit
                    && "of".equals(links.value(tokens.get(at + 1)));
            if (!around) {
                return false;
            }
            int start = at + 2;
            Attendee middle = attendees.at(start, limit);
            if (middle != null && middle.sort() == Sort.PERSON && middle.agent() != null) {
                companions.add(middle);
                goBehind(middle);
            } else {
                at = Math.max(at + 2, nounPhrases.end(start, limit));
            }
            return at < limit;
        }

        private static boolean isUnnamed(Attendee attendee) {
            return attendee.sort() == Sort.OFFICIALS || attendee.sort() == Sort.GROUP;
        }

        /** Where another clause begins. */
        private boolean isEnd() {
            Token token = tokens.get(at);
            return relatives.contains(token)
                    || auxiliaries.contains(token)
                    || token.isMark(":;.!?«“\"")
                    || topics.match(tokens, at, limit) != null;
        }

        /** The preposition that the verb governs, or <i>with</i>, and who stands behind it. */
        private boolean link() {
            String link = links.value(tokens.get(at));
            boolean governed = isGoverned(link);
            if (!governed && !"with".equals(link)) {
                return false;
            }
            Attendee attendee = attendee(attendees.behindPreposition(at));
            if (attendee == null) {
                at = limit;
                return false;
            }
            linked |= governed;
            (governed || met.isEmpty() ? met : companions).add(attendee);
            goBehind(attendee);
            return true;
        }

        private boolean isGoverned(@Nullable String link) {
            return switch (trigger.government()) {
                case WITH -> "with".equals(link);
                case TO -> "to".equals(link);
                case BY -> "by".equals(link);
                case DIRECT, NONE -> false;
            };
        }

        private void goBehind(Attendee attendee) {
            at = attendee.to();
            end = at;
            explained = false;
            joined = false;
        }

        /** Goes behind commas, joining words, adverbs, dates and places. */
        private boolean skip() {
            if (at >= tokens.size()) {
                return false;
            }
            Token token = tokens.get(at);
            boolean adverb = attendees.isAdverb(token);
            boolean joint = !met.isEmpty() && coordinations.contains(token);
            joined |= joint;
            if (token.isMark(",()–—") || adverb || joint || times.contains(token)) {
                at++;
                return true;
            }
            int behind = behindAdverbial();
            if (behind > at) {
                at = behind;
                end = explained ? end : behind;
                return true;
            }
            Phrases.Match aside = adverbs.match(tokens, at, limit);
            if (aside != null && aside.length() > 1) {
                at += aside.length();
                return true;
            }
            if (!linked && token.isWord() && at - trigger.to() < FARTHEST_LINK) {
                at++;
                return true;
            }
            return false;
        }

        /** Behind a date, a word for a day, or a preposition with its place or thing; where it stands if there is none. */
        private int behindAdverbial() {
            List<DateMention> dates = DateMention.in(tokens, at, Math.min(limit, at + DATE), lexicon);
            if (!dates.isEmpty() && isSmall(at, dates.get(0).fromToken())) {
                return dates.get(0).toToken();
            }
            Phrases.Match day = days.match(tokens, at, limit);
            if (day != null) {
                return at + day.length();
            }
            String link = links.value(tokens.get(at));
            boolean aside =
                    link == null ? prepositions.contains(tokens.get(at)) : link.equals("other") || link.equals("to");
            if (!aside) {
                return at;
            }
            Places.Found place = places.at(at + 1, limit);
            return Math.max(place != null ? place.to() : nounPhrases.end(at + 1, limit), at + 1);
        }

        /** Only articles and prepositions stand between. */
        private boolean isSmall(int from, int to) {
            for (int i = from; i < to; i++) {
                Token token = tokens.get(i);
                if (!articles.contains(token) && !prepositions.contains(token) && !years.contains(token)) {
                    return false;
                }
            }
            return true;
        }

        /** The first one behind the verb, or another one of a list; what stands behind a comma otherwise explains. */
        private boolean object() {
            boolean listed = met.isEmpty()
                    || joined
                    || isNextGathered()
                    || attendees.isJoinedBefore(at)
                    || attendees.personAt(at) != null;
            boolean portfolio = explained && attendees.personAt(at) == null && attendees.beginsWithOf(at);
            Attendee attendee = linked && listed && !portfolio ? attendee(at) : null;
            if (attendee == null && linked && listed && !met.isEmpty()) {
                attendee = met.get(met.size() - 1).sort() == Sort.GROUP ? attendees.barePlural(at, limit) : null;
            }
            if (attendee == null) {
                return false;
            }
            met.add(attendee);
            goBehind(attendee);
            return true;
        }

        /** <i>réunira le Mali, | la Mauritanie et le Sénégal</i>. */
        private boolean isNextGathered() {
            return trigger.sense() == Sense.GATHER
                    && tokens.get(at - 1).isMark(",")
                    && articles.contains(tokens.get(at));
        }

        private @Nullable Attendee attendee(int from) {
            Attendee pronoun = antecedents.object(from, limit, trigger.from());
            if (pronoun != null && trigger.sense() != Sense.VISIT) {
                return pronoun;
            }
            if (trigger.sense() == Sense.VISIT && attendees.isNamedThing(from, limit)) {
                return attendees.visited(from, limit);
            }
            Attendee attendee = attendees.at(from, limit);
            if (trigger.sense() == Sense.VISIT) {
                return attendee != null ? attendee : attendees.visited(from, limit);
            }
            boolean somebody = attendee != null && attendee.sort() != Sort.INSTITUTION && attendee.sort() != Sort.PLACE;
            if (trigger.sense() == Sense.SEE) {
                boolean named = attendee != null && attendee.sort() == Sort.PERSON && attendee.agent() != null;
                return named ? attendee : null;
            }
            boolean institution =
                    trigger.sense() == Sense.GATHER && attendee != null && attendee.sort() == Sort.INSTITUTION;
            boolean met = trigger.sense() == Sense.MEET || trigger.sense() == Sense.GATHER;
            return somebody || institution || !met ? attendee : attendees.unknownPeople(from, limit);
        }

        /** Goes behind a phrase between commas that explains who somebody is: <i>, vice-présidente de la BAD</i>. */
        private boolean explanation() {
            boolean portfolio = explained && attendees.beginsWithOf(at);
            boolean told = portfolio || tokens.get(at - 1).isMark(",");
            int behind = met.isEmpty() || !told ? at : nounPhrases.end(at, limit);
            explained = behind > at;
            at = behind;
            return explained;
        }
    }
}
