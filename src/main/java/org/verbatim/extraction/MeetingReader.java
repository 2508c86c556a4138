package org.verbatim.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.verbatim.dossier.Dossier;
import org.verbatim.extraction.Attendee.Sort;
import org.verbatim.extraction.MeetingTrigger.Sense;
import org.verbatim.meeting.MeetingKind;
import org.verbatim.meeting.MeetingStatus;
import org.verbatim.text.Span;

/** Reads the meetings of one article: who met, received or visited whom, or will; what is said inside a quote is left out. */
final class MeetingReader {

    private final Reading reading;
    private final List<Token> tokens;
    private final Cast cast;
    private final Clauses clauses;
    private final MeetingTriggers triggers;
    private final Attendees attendees;
    private final MeetingObjects objects;
    private final Antecedents antecedents;
    private final MeetingEvents events;
    private final Dates dates;
    private final Places places;
    private final Topics topics;
    private final Phrases eventNouns;
    private final Phrases jointly;
    private final Phrases notMeetings;
    private final Phrases relatives;
    private final Phrases coordinations;
    private final FoundMeetings found;

    private @Nullable LocalDate day;
    private Dossier.@Nullable PlacePart lastPlace;

    MeetingReader(Reading reading, Cast cast) {
        Lexicon lexicon = reading.lexicon();
        Parties parties = new Parties(reading, cast);
        this.reading = reading;
        this.tokens = reading.tokens();
        this.cast = cast;
        this.clauses = new Clauses(reading);
        this.triggers = new MeetingTriggers(reading, cast);
        this.attendees = new Attendees(reading, cast, parties);
        this.antecedents = new Antecedents(reading, cast);
        this.objects = new MeetingObjects(reading, attendees, antecedents);
        this.dates = new Dates(lexicon, Setting.of(reading).today());
        this.places = new Places(tokens, lexicon);
        this.topics = new Topics(reading);
        this.eventNouns = lexicon.list("event-nouns");
        this.jointly = lexicon.list("jointly");
        this.notMeetings = lexicon.list("not-meetings");
        this.relatives = lexicon.list("relative-pronouns");
        this.coordinations = lexicon.list("coordinations");
        this.found = new FoundMeetings(reading, cast);
        this.events = new MeetingEvents(reading, cast, attendees);
    }

    /** The meetings of the article, by their place. */
    List<Dossier.MeetingPart> read() {
        for (int i = 0; i < reading.sentences().size(); i++) {
            for (Clauses.Clause clause : clauses.in(i)) {
                read(clause);
            }
        }
        return found.parts();
    }

    private void read(Clauses.Clause clause) {
        if (holds(notMeetings, clause.from(), clause.to())) {
            return;
        }
        List<MeetingTrigger> verbs = triggers.in(clause.from(), clause.to()).stream()
                .filter(trigger -> !cast.coreference().isQuoted(trigger.from()))
                .toList();
        int start = clause.from();
        List<Attendee> subjects = List.of();
        boolean any = false;
        for (int i = 0; i < verbs.size(); i++) {
            MeetingTrigger verb = verbs.get(i);
            if (verb.from() < start) {
                continue;
            }
            int limit = i + 1 < verbs.size() ? verbs.get(i + 1).from() : clause.to();
            List<Attendee> own = antecedents.of(attendees.subjects(start, verb.from()), clause.sentence());
            subjects = own.isEmpty() ? subjects : own;
            MeetingObjects.Found governed = objects.of(verb, limit);
            subjects = subjects.isEmpty() ? behind(governed.end(), clause.to()) : subjects;
            boolean told = tell(verb, subjects, governed, start, limit);
            any |= told;
            if (told) {
                antecedents.met(subjects, governed.met(), clause.sentence());
            }
            start = told ? governed.end() : start;
        }
        if (!any) {
            events.read(clause).ifPresent(event -> tell(event));
        }
    }

    /** <i>Après avoir rencontré X, | le ministre Y</i>: a subject that stands behind. */
    private List<Attendee> behind(int end, int limit) {
        Attendee one = end + 1 < limit && tokens.get(end).isMark(",") ? attendees.at(end + 1, limit) : null;
        return one == null || one.sort() != Sort.PERSON || one.agent() == null ? List.of() : List.of(one);
    }

    /** Tells a meeting of which a verb speaks; false if there is none. */
    private boolean tell(
            MeetingTrigger verb, List<Attendee> subjects, MeetingObjects.Found objects, int start, int limit) {
        List<Attendee> met = objects.met().stream()
                .filter(one -> verb.sense() == Sense.VISIT
                        || (verb.sense() == Sense.GATHER && one.sort() == Sort.INSTITUTION)
                        || (one.sort() != Sort.INSTITUTION && one.sort() != Sort.PLACE))
                .filter(one -> one.agent() == null
                        || subjects.stream().noneMatch(subject -> one.agent().equals(subject.agent())))
                .toList();
        if (verb.sense() == Sense.GATHER) {
            return gather(verb, subjects, met, objects, start, limit);
        }
        boolean joint = met.isEmpty()
                && subjects.size() > 1
                && verb.sense() != Sense.VISIT
                && verb.sense() != Sense.RECEIVE
                && verb.sense() != Sense.SEE;
        if (subjects.isEmpty() || (met.isEmpty() && !joint)) {
            return false;
        }
        boolean oneSitting = met.size() > 1 && verb.sense() != Sense.VISIT && holds(jointly, start, limit);
        Scene scene = scene(verb.status(), start, objects.end(), limit);
        String how = verb.sense().name().toLowerCase(Locale.ROOT);
        if (joint || oneSitting || hasEvent(start, limit)) {
            List<Attendee> all = new ArrayList<>(subjects);
            all.addAll(met);
            all.addAll(objects.companions());
            tell(all.size() > 2 ? MeetingKind.CONFERENCE : MeetingKind.BILATERAL, all, scene, "joint");
            return true;
        }
        for (Attendee one : met) {
            List<Attendee> all = new ArrayList<>(subjects);
            all.addAll(objects.companions());
            if (one.sort() != Sort.PLACE) {
                all.add(one);
            }
            tell(kind(verb, one), all, scene, how);
        }
        return true;
    }

    /** <i>Le sommet réunira A, B et C</i>, <i>A a réuni B, C et D</i>: all sit together. */
    private boolean gather(
            MeetingTrigger verb,
            List<Attendee> subjects,
            List<Attendee> met,
            MeetingObjects.Found objects,
            int start,
            int limit) {
        List<Attendee> all = new ArrayList<>();
        subjects.stream()
                .filter(one -> one.sort() == Sort.PERSON && one.agent() != null && !hasEvent(start, verb.from()))
                .forEach(all::add);
        all.addAll(met);
        all.addAll(objects.companions());
        if (met.isEmpty() || all.size() < 2) {
            return false;
        }
        tell(
                all.size() > 2 ? MeetingKind.CONFERENCE : MeetingKind.BILATERAL,
                all,
                scene(verb.status(), start, objects.end(), limit),
                "gather");
        return true;
    }

    private static MeetingKind kind(MeetingTrigger verb, Attendee met) {
        if (verb.sense() == Sense.VISIT || met.sort() == Sort.TEAM) {
            return MeetingKind.VISIT;
        }
        return met.sort() == Sort.GROUP ? MeetingKind.ENCOUNTER : MeetingKind.BILATERAL;
    }

    private void tell(MeetingKind kind, List<Attendee> all, Scene scene, String how) {
        antecedents.pair(all);
        found.add(new FoundMeetings.Meeting(
                kind,
                scene.status(),
                all,
                scene.place(),
                scene.date(),
                scene.topics(),
                reading.span(scene.from(), scene.to()),
                "meeting." + kind.name().toLowerCase(Locale.ROOT) + "." + how));
    }

    private void tell(MeetingEvents.Event event) {
        if (event.status() == null) {
            found.support(event.attendees(), reading.span(event.from(), event.to()));
            return;
        }
        Scene scene = scene(event.status(), event.from(), event.to(), event.to());
        found.add(new FoundMeetings.Meeting(
                event.kind(),
                scene.status(),
                event.attendees(),
                scene.place(),
                scene.date(),
                scene.topics(),
                reading.span(event.from(), event.to()),
                event.rule()));
    }

    private boolean hasEvent(int from, int to) {
        return holds(eventNouns, from, to);
    }

    private boolean holds(Phrases list, int from, int to) {
        for (int i = from; i < to; i++) {
            if (list.match(tokens, i, to) != null) {
                return true;
            }
        }
        return false;
    }

    /** Where, when and about what. */
    private record Scene(
            MeetingStatus status,
            Dossier.@Nullable PlacePart place,
            Dossier.@Nullable DatePart date,
            List<Span> topics,
            int from,
            int to) {}

    private Scene scene(MeetingStatus told, int from, int end, int limit) {
        int start = from;
        boolean there = false;
        while (start < end
                && (tokens.get(start).isMark(",")
                        || coordinations.contains(tokens.get(start))
                        || relatives.contains(tokens.get(start)))) {
            there |= relatives.contains(tokens.get(start));
            start++;
        }
        Dates.Direction direction = told == MeetingStatus.PLANNED ? Dates.Direction.FUTURE : Dates.Direction.PAST;
        List<Dates.Found> when = dates.in(tokens, start, end, direction, day);
        Dates.Found date = when.isEmpty() ? null : when.get(0);
        if (date != null && date.day() != null) {
            day = date.day();
        }
        Dossier.PlacePart place = place(start, end);
        place = place == null && there ? lastPlace : place;
        lastPlace = place == null ? lastPlace : place;
        Topics.Found about = topics.in(end, limit);
        return new Scene(
                told,
                place,
                date == null
                        ? null
                        : new Dossier.DatePart(
                                date.value(), date.precision(), reading.pin(reading.span(date.from(), date.to()))),
                about.spans(),
                start,
                Math.max(end, about.to()));
    }

    private Dossier.@Nullable PlacePart place(int from, int to) {
        for (Places.Found place : places.in(from, to)) {
            Span span = reading.span(place.from(), place.to());
            boolean agent = !place.isCountry() && place.country() == null && isAgent(place);
            if (!agent) {
                return new Dossier.PlacePart(reading.text().slice(span), place.country(), reading.pin(span));
            }
        }
        return null;
    }

    /** Whether what stands behind <i>à</i> or <i>at</i> is somebody rather than a place. */
    private boolean isAgent(Places.Found place) {
        return !cast.mentionsIn(place.from(), place.to()).isEmpty();
    }
}
