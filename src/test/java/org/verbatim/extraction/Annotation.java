package org.verbatim.extraction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbatim.dossier.Dossier;
import org.verbatim.quote.Form;
import org.verbatim.text.Anchor;
import org.verbatim.text.Anchoring;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/** A dossier together with its text: what comparing two of them asks for. */
final class Annotation {

    /** “the World Bank” and “World Bank” are one name. */
    private static final Pattern DETERMINER =
            Pattern.compile("^(the |a |an |some |le |la |les |l'|un |une |des |de |du |d')+");

    private final SourceText text;
    private final Dossier dossier;

    Annotation(SourceText text, Dossier dossier) {
        this.text = text;
        this.dossier = dossier;
    }

    List<Dossier.QuotePart> quotes() {
        return list(dossier.quotes());
    }

    List<Dossier.QuotePart> directQuotes() {
        return quotes().stream().filter(quote -> quote.form() == Form.DIRECT).toList();
    }

    List<Dossier.FundingFactPart> fundingFacts() {
        return list(dossier.fundingFacts());
    }

    List<Dossier.MeetingPart> meetings() {
        return list(dossier.meetings());
    }

    /** The characters of a quote: the union of its segments. */
    BitSet body(Dossier.QuotePart quote) {
        return covered(list(quote.segments()).stream()
                .map(segment -> new Dossier.Pin(segment.exact(), segment.start(), segment.end()))
                .toList());
    }

    /** The characters of all the pins. */
    BitSet covered(@Nullable List<Dossier.Pin> pins) {
        BitSet covered = new BitSet();
        for (Dossier.Pin pin : list(pins)) {
            Span span = span(pin);
            covered.set(span.start(), span.end());
        }
        return covered;
    }

    /** Where a pin points; null where there is none. */
    @Nullable Span spanOrNull(Dossier.@Nullable Pin pin) {
        return pin == null ? null : span(pin);
    }

    /** Whether two agents, either of which may be nobody, are the same: by id, or by a name of the one that the other has too. */
    static boolean sameAgent(Annotation one, @Nullable String id, Annotation other, @Nullable String otherId) {
        if (id == null || otherId == null) {
            return Objects.equals(id, otherId);
        }
        return id.equals(otherId) || share(one.names(id), other.names(otherId));
    }

    /** Whether two meetings have the same attendees, by their names, or as named where there is no agent. */
    static boolean sameAttendees(
            Annotation one, Dossier.MeetingPart meeting, Annotation other, Dossier.MeetingPart otherMeeting) {
        List<Dossier.AttendeePart> open = new ArrayList<>(list(otherMeeting.attendees()));
        for (Dossier.AttendeePart attendee : list(meeting.attendees())) {
            boolean there = open.stream()
                    .filter(candidate -> share(one.names(attendee), other.names(candidate)))
                    .findFirst()
                    .map(open::remove)
                    .orElse(false);
            if (!there) {
                return false;
            }
        }
        return open.isEmpty();
    }

    /** Whether two amounts are the same: status, value or range, and currency. */
    static boolean sameAmount(Dossier.@Nullable AmountPart one, Dossier.@Nullable AmountPart other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.status() == other.status()
                && same(one.value(), other.value())
                && same(one.minValue(), other.minValue())
                && same(one.maxValue(), other.maxValue())
                && Objects.equals(one.currency(), other.currency());
    }

    /** Shared characters in all characters of the two, 0 to 1. */
    static double jaccard(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        BitSet all = (BitSet) one.clone();
        all.or(other);
        return all.isEmpty() ? 0 : (double) both.cardinality() / all.cardinality();
    }

    private Set<String> names(String agent) {
        return list(dossier.agents()).stream()
                .filter(candidate -> agent.equals(candidate.id()))
                .flatMap(found -> Stream.concat(Stream.ofNullable(found.name()), list(found.otherNames()).stream()))
                .map(Annotation::folded)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> names(Dossier.AttendeePart attendee) {
        String agent = attendee.agent();
        if (agent != null) {
            return names(agent);
        }
        return Stream.ofNullable(attendee.asNamed())
                .map(pin -> folded(text.slice(span(pin))))
                .collect(Collectors.toSet());
    }

    private Span span(Dossier.Pin pin) {
        Anchor anchor = Anchoring.anchor(text, Objects.requireNonNull(pin.exact()), pin.start(), pin.end());
        if (anchor instanceof Anchor.Found found) {
            return found.span();
        }
        throw new IllegalArgumentException(pin + " is " + anchor);
    }

    private static String folded(String name) {
        String folded = name.replace('’', '\'').replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
        return DETERMINER.matcher(folded).replaceFirst("");
    }

    private static boolean share(Set<String> names, Set<String> others) {
        return names.stream().anyMatch(others::contains);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** How a record reads in a report. */
    static String describe(Object record) {
        if (record instanceof Dossier.QuotePart quote) {
            return "%s %s [%s] “%s”"
                    .formatted(
                            quote.form(),
                            quote.speaker(),
                            quote.cue() == null ? "" : quote.cue().exact(),
                            list(quote.segments()).stream()
                                    .map(Dossier.SegmentPart::exact)
                                    .collect(Collectors.joining(" / ")));
        }
        if (record instanceof Dossier.FundingFactPart fact) {
            Dossier.AmountPart amount = Objects.requireNonNull(fact.amount());
            return "%s %s %s%s %s, %s → %s, fund %s, on %s “%s”"
                    .formatted(
                            fact.kind(),
                            amount.status(),
                            amount.value() == null ? "" : amount.value().toPlainString(),
                            amount.minValue() == null
                                    ? ""
                                    : amount.minValue().toPlainString() + "-" + amount.maxValue(),
                            amount.currency(),
                            fact.provider(),
                            fact.receiver(),
                            fact.fund(),
                            fact.date() == null ? null : fact.date().value(),
                            exact(fact.evidence()));
        }
        if (record instanceof Dossier.MeetingPart meeting) {
            return "%s %s of %s, in %s, on %s “%s”"
                    .formatted(
                            meeting.status(),
                            meeting.kind(),
                            list(meeting.attendees()).stream()
                                    .map(attendee -> attendee.asNamed().exact() + " (" + attendee.agent() + ")")
                                    .toList(),
                            meeting.place() == null ? null : meeting.place().name(),
                            meeting.date() == null ? null : meeting.date().value(),
                            exact(meeting.evidence()));
        }
        return String.valueOf(record);
    }

    private static String exact(@Nullable List<Dossier.Pin> pins) {
        return list(pins).stream().map(Dossier.Pin::exact).collect(Collectors.joining("” and “"));
    }
}
