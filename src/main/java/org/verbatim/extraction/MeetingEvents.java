package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.verbatim.extraction.Attendee.Sort;
import org.verbatim.meeting.MeetingKind;
import org.verbatim.meeting.MeetingStatus;

/**
 * Reads meetings from nouns: <i>une rencontre entre A et B est prévue</i>, <i>a conference attended by A, B and C was held</i>,
 * <i>A en visite à B</i>, and captions such as <i>A et B lors de leur entretien</i>.
 */
final class MeetingEvents {

    /** So far behind the noun for a visit the place stands, in tokens. */
    private static final int FARTHEST = 16;

    private static final int WORDS_BEFORE_VISIT = 5;

    private final List<Token> tokens;
    private final Cast cast;
    private final Attendees attendees;
    private final Phrases events;
    private final Phrases meetings;
    private final Phrases participation;
    private final Phrases statuses;
    private final Phrases visits;
    private final Phrases links;
    private final Phrases occasions;
    private final Phrases encounters;
    private final Phrases labels;
    private final Phrases indefinite;
    private final VerbTable movements;
    private final Phrases visitNouns;
    private final Phrases possessives;
    private final Phrases upcoming;
    private final Phrases gathered;

    /**
     * A meeting told by a noun.
     *
     * @param status null if the words do not tell of a meeting by themselves, but show one
     * @param from the number of the first token that tells it
     * @param to the number of the token behind the last one
     */
    record Event(
            MeetingKind kind,
            @Nullable MeetingStatus status,
            List<Attendee> attendees,
            int from,
            int to,
            String rule) {}

    MeetingEvents(Reading reading, Cast cast, Attendees attendees) {
        Lexicon lexicon = reading.lexicon();
        this.tokens = reading.tokens();
        this.cast = cast;
        this.attendees = attendees;
        this.events = lexicon.list("event-nouns");
        this.meetings = lexicon.list("meeting-nouns");
        this.participation = lexicon.list("participation");
        this.statuses = lexicon.list("event-status");
        this.visits = lexicon.list("visits");
        this.links = lexicon.list("parties");
        this.occasions = lexicon.list("occasions");
        this.encounters = lexicon.list("encounters");
        this.labels = lexicon.list("picture-labels");
        this.indefinite = lexicon.list("one");
        this.movements = VerbTable.of(lexicon, "movement-verbs");
        this.visitNouns = lexicon.list("visit-nouns");
        this.possessives = lexicon.list("possessives");
        this.upcoming = lexicon.list("upcoming");
        this.gathered = lexicon.list("gathered");
    }

    /** The meeting of which the nouns of a clause tell; empty if they tell of none. */
    Optional<Event> read(Clauses.Clause clause) {
        if (cast.coreference().isQuoted(clause.from())) {
            return Optional.empty();
        }
        Event event = scheduled(clause);
        event = event != null ? event : gathered(clause);
        event = event != null ? event : visit(clause);
        event = event != null ? event : visitNoun(clause);
        event = event != null ? event : encounter(clause);
        event = event != null ? event : occasion(clause);
        return Optional.ofNullable(event != null ? event : together(clause));
    }

    /** A meeting or a conference of which it is said that it took place or will. */
    private @Nullable Event scheduled(Clauses.Clause clause) {
        int noun = first(events, clause.from(), clause.to());
        boolean conference = noun >= 0;
        noun = conference ? noun : first(meetings, clause.from(), clause.to());
        MeetingStatus status = noun < 0 ? null : status(clause);
        if (status == null) {
            return null;
        }
        List<Attendee> who = between(noun, clause.to());
        who = who.isEmpty() ? participants(clause.from(), clause.to()) : who;
        if (who.isEmpty()) {
            return null;
        }
        boolean many = conference || who.size() > 2;
        return new Event(
                many ? MeetingKind.CONFERENCE : MeetingKind.BILATERAL,
                status,
                who,
                clause.from(),
                clause.to(),
                many ? "meeting.conference.participants" : "meeting.bilateral.between");
    }

    /** <i>Réunis mardi à Genève, A, B et C …</i>. */
    private @Nullable Event gathered(Clauses.Clause clause) {
        if (!gathered.contains(tokens.get(clause.from()))) {
            return null;
        }
        for (int i = clause.from() + 1; i < clause.to(); i++) {
            List<Attendee> who = tokens.get(i).isMark(",") ? attendees.list(i + 1, clause.to()) : List.of();
            if (who.size() > 1) {
                return new Event(
                        who.size() > 2 ? MeetingKind.CONFERENCE : MeetingKind.BILATERAL,
                        MeetingStatus.HELD,
                        who,
                        clause.from(),
                        who.get(who.size() - 1).to(),
                        "meeting.gathered");
            }
        }
        return null;
    }

    private @Nullable MeetingStatus status(Clauses.Clause clause) {
        MeetingStatus status = null;
        for (int i = clause.from(); i < clause.to(); i++) {
            Phrases.Match match = statuses.match(tokens, i, clause.to());
            if (match != null) {
                switch (match.value()) {
                    case "planned" -> status = MeetingStatus.PLANNED;
                    case "held" -> status = status == null ? MeetingStatus.HELD : status;
                    default -> {
                        return null;
                    }
                }
            }
        }
        return status;
    }

    /** <i>entre A et B</i>, directly behind a noun or a few words farther on. */
    private List<Attendee> between(int noun, int to) {
        for (int i = noun; i < to; i++) {
            if ("between".equals(links.value(tokens.get(i)))) {
                List<Attendee> list = attendees.list(i + 1, to);
                return list.size() > 1 ? list : List.of();
            }
        }
        return List.of();
    }

    private List<Attendee> participants(int from, int to) {
        for (int i = from; i < to; i++) {
            Phrases.Match match = participation.match(tokens, i, to);
            if (match != null) {
                return attendees.list(i + match.length(), to);
            }
        }
        return List.of();
    }

    /** <i>A en visite à B</i>. */
    private @Nullable Event visit(Clauses.Clause clause) {
        for (int i = clause.from() + 1; i < clause.to(); i++) {
            Phrases.Match match = visits.match(tokens, i, clause.to());
            if (match == null) {
                continue;
            }
            List<Attendee> who = attendees.subjects(clause.from(), i);
            int preposition = i + match.length() - 1;
            Attendee where = attendees.at(attendees.behindPreposition(preposition), clause.to());
            if (who.isEmpty() || where == null) {
                return null;
            }
            List<Attendee> all = new ArrayList<>(who);
            if (where.sort() != Sort.PLACE) {
                all.add(where);
            }
            return new Event(
                    MeetingKind.VISIT, MeetingStatus.HELD, all, clause.from(), where.to(), "meeting.visit.noun");
        }
        return null;
    }

    /** <i>la visite de A à B</i>, <i>sa visite à B</i>, <i>A's visit to B</i>. */
    private @Nullable Event visitNoun(Clauses.Clause clause) {
        for (int i = clause.from(); i < clause.to(); i++) {
            if (!visitNouns.contains(tokens.get(i))) {
                continue;
            }
            int where = preposition(i + 1, clause.to());
            Attendee visitor = where < 0 ? null : visitor(clause, i, where);
            Attendee visited = visitor == null ? null : attendees.at(attendees.behindPreposition(where), clause.to());
            if (visited == null || visitor == null) {
                continue;
            }
            MeetingStatus status = statusOf(clause, i);
            if (status == null) {
                return null;
            }
            List<Attendee> all = new ArrayList<>(List.of(visitor));
            if (visited.sort() != Sort.PLACE) {
                all.add(visited);
            }
            int from = Math.min(visitor.from(), i);
            return new Event(
                    MeetingKind.VISIT, status, all, from, Math.max(visited.to(), visitor.to()), "meeting.visit.noun");
        }
        return null;
    }

    /** Where the preposition before what is visited stands, behind the noun and its complement; -1 if there is none. */
    private int preposition(int from, int to) {
        for (int i = from; i < Math.min(to, from + FARTHEST); i++) {
            String link = links.value(tokens.get(i));
            if ("to".equals(link) || tokens.get(i).is("en")) {
                return i;
            }
            if (tokens.get(i).isMark(",;")) {
                return -1;
            }
        }
        return -1;
    }

    private @Nullable Attendee visitor(Clauses.Clause clause, int noun, int preposition) {
        for (int i = noun + 1; i < preposition; i++) {
            if ("of".equals(links.value(tokens.get(i))) || "by".equals(links.value(tokens.get(i)))) {
                return person(attendees.at(attendees.behindPreposition(i), preposition));
            }
        }
        if (noun > clause.from() && tokens.get(noun - 1).is("'s")) {
            return person(attendees.before(noun - 1, clause.from()));
        }
        for (int i = Math.max(clause.from() + 1, noun - WORDS_BEFORE_VISIT); i < noun; i++) {
            if (indefinite.contains(tokens.get(i))) {
                List<Attendee> before = attendees.subjects(clause.from(), i);
                return before.isEmpty() ? null : person(before.get(0));
            }
        }
        for (int i = Math.max(clause.from(), noun - 2); i < noun; i++) {
            if (possessives.contains(tokens.get(i))) {
                List<Attendee> before = attendees.subjects(clause.from(), i);
                return person(before.isEmpty() ? attendees.firstPerson(preposition, clause.to()) : before.get(0));
            }
        }
        return null;
    }

    private static @Nullable Attendee person(@Nullable Attendee attendee) {
        boolean person = attendee != null && attendee.sort() == Sort.PERSON && attendee.agent() != null;
        return person ? attendee : null;
    }

    /** Whether a visit was, or will be; null if it is only wished for. */
    private @Nullable MeetingStatus statusOf(Clauses.Clause clause, int noun) {
        MeetingStatus said = MeetingStatus.HELD;
        for (int i = clause.from(); i < clause.to(); i++) {
            Phrases.Match match = statuses.match(tokens, i, clause.to());
            if (match != null && match.value().equals("wished")) {
                return null;
            }
            boolean ahead = match != null && match.value().equals("planned");
            boolean coming = upcoming.contains(tokens.get(i)) && Math.abs(i - noun) <= 3;
            said = ahead || coming ? MeetingStatus.PLANNED : said;
        }
        return said;
    }

    /** A caption: <i>A et B lors de leur entretien</i>. */
    private @Nullable Event occasion(Clauses.Clause clause) {
        for (int i = clause.from() + 1; i < clause.to(); i++) {
            Phrases.Match match = occasions.match(tokens, i, clause.to());
            int noun = match == null ? clause.to() : i + match.length();
            if (noun < clause.to() && meetings.contains(tokens.get(noun))) {
                int from = behindLabel(clause.from(), i);
                List<Attendee> who = attendees.list(from, i);
                who = who.size() > 1 ? who : attendees.everybody(from, i);
                who = who.size() == 1 ? with(who.get(0), noun + 1, clause.to()) : who;
                return who.size() > 1
                        ? new Event(kind(who), MeetingStatus.HELD, who, from, clause.to(), "meeting.bilateral.caption")
                        : null;
            }
        }
        return null;
    }

    /** <i>l'archevêque en conversation | avec de jeunes déplacés</i>. */
    private List<Attendee> with(Attendee one, int from, int to) {
        boolean linked = from < to && "with".equals(links.value(tokens.get(from)));
        Attendee other = linked ? attendees.at(from + 1, to) : null;
        return other == null || other.sort() == Sort.PLACE ? List.of(one) : List.of(one, other);
    }

    private static MeetingKind kind(List<Attendee> who) {
        if (who.size() > 2) {
            return MeetingKind.CONFERENCE;
        }
        boolean group = who.stream().anyMatch(one -> one.sort() == Sort.GROUP);
        return group ? MeetingKind.ENCOUNTER : MeetingKind.BILATERAL;
    }

    /** <i>A s'est rendue au chevet des sinistrés</i>, <i>A est allé à la rencontre des habitants</i>. */
    private @Nullable Event encounter(Clauses.Clause clause) {
        for (int i = clause.from() + 1; i < clause.to(); i++) {
            Phrases.Match match = encounters.match(tokens, i, clause.to());
            int of = match == null ? clause.to() : i + match.length();
            if (of >= clause.to() || !"of".equals(links.value(tokens.get(of)))) {
                continue;
            }
            Attendee other = attendees.at(attendees.behindPreposition(of), clause.to());
            List<Attendee> who = attendees.subjects(clause.from(), goes(clause.from(), i));
            MeetingStatus status = statusOf(clause, i);
            if (other == null || other.sort() == Sort.PLACE || who.size() != 1 || status == null) {
                return null;
            }
            List<Attendee> all = List.of(who.get(0), other);
            return new Event(
                    kind(all),
                    status,
                    all,
                    clause.from(),
                    other.to(),
                    "meeting." + kind(all).name().toLowerCase(Locale.ROOT) + ".goes");
        }
        return null;
    }

    /** The verb of going before a phrase; the phrase itself if there is none. */
    private int goes(int from, int to) {
        for (int i = to - 1; i > Math.max(from, to - FARTHEST); i--) {
            if (movements.verb(tokens.get(i)) != null) {
                return i;
            }
        }
        return to;
    }

    /** Behind what stands before a colon: <i>Photo : A et B</i>. */
    private int behindLabel(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.get(i).isMark(":")) {
                return i + 1;
            }
        }
        return from;
    }

    /** A caption that names two side by side shows the meeting of which the text tells: <i>A avec B</i>. */
    private @Nullable Event together(Clauses.Clause clause) {
        int start = behindLabel(clause.from(), clause.to());
        boolean caption = start > clause.from() && labels.contains(tokens.get(clause.from()));
        Attendee first = attendees.at(caption ? start : clause.from(), clause.to());
        if (first == null || first.to() + 1 >= clause.to() || !"with".equals(links.value(tokens.get(first.to())))) {
            return null;
        }
        Attendee second = attendees.at(first.to() + 1, clause.to());
        return second == null
                ? null
                : new Event(
                        kind(List.of(first, second)),
                        caption && second.sort() != Sort.PLACE ? MeetingStatus.HELD : null,
                        List.of(first, second),
                        first.from(),
                        clause.to(),
                        "meeting.caption");
    }

    private int first(Phrases list, int from, int to) {
        for (int i = from; i < to; i++) {
            if (list.match(tokens, i, to) != null) {
                return i;
            }
        }
        return -1;
    }
}
