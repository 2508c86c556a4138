package org.verbatim.extraction;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.verbatim.article.DatePrecision;

/**
 * The dates of an article, placed in the calendar as far as it allows. <i>Thursday</i>, <i>demain</i> and <i>3 May</i> count from the day
 * that the article states as its own, <i>le lendemain</i> from the date before; where there is none to count from, they
 * stay words without a value.
 */
final class Dates {

    private final Lexicon lexicon;
    private final Phrases days;
    private final @Nullable LocalDate today;

    /** Which way a day of the week lies. */
    enum Direction {
        PAST,
        FUTURE
    }

    /**
     * A date in the text.
     *
     * @param value ISO 8601, of reduced precision; null if the words cannot be placed in a calendar
     * @param from the number of its first token
     * @param to the number of the token behind it
     */
    record Found(@Nullable String value, DatePrecision precision, int from, int to) {

        @Nullable LocalDate day() {
            return value != null && precision == DatePrecision.DAY ? LocalDate.parse(value) : null;
        }
    }

    /** @param today the day the article counts from; null if it states none */
    Dates(Lexicon lexicon, @Nullable LocalDate today) {
        this.lexicon = lexicon;
        this.days = lexicon.list("days");
        this.today = today;
    }

    /**
     * All dates among the tokens {@code [from, to)}, in order.
     *
     * @param direction where a day of the week is to be looked for
     * @param before the day spoken of before; null if there is none
     */
    List<Found> in(List<Token> tokens, int from, int to, Direction direction, @Nullable LocalDate before) {
        List<Found> dates = new ArrayList<>();
        for (DateMention mention : DateMention.in(tokens, from, to, lexicon)) {
            if (!mention.relative()) {
                dates.add(placed(mention, tokens, from, to, direction));
            }
        }
        LocalDate then = before;
        for (int i = from; i < to; i++) {
            Phrases.Match match = days.match(tokens, i, to);
            if (match != null && match.value().indexOf(' ') > 0) {
                dates.add(counted(match, then, i));
                i += match.length() - 1;
            }
        }
        dates.sort(Comparator.comparingInt(Found::from));
        return dates;
    }

    private Found counted(Phrases.Match match, @Nullable LocalDate then, int at) {
        String[] parts = match.value().split(" ", 2);
        LocalDate from = parts[0].equals("then") ? then : today;
        int to = at + match.length();
        return from == null
                ? new Found(null, DatePrecision.UNKNOWN, at, to)
                : day(from.plusDays(Integer.parseInt(parts[1])), at, to);
    }

    private Found placed(DateMention mention, List<Token> tokens, int from, int to, Direction direction) {
        int start = mention.fromToken();
        int end = mention.toToken();
        if (mention.year() > 0) {
            return new Found(mention.value(), mention.precision(), start, end);
        }
        if (mention.month() > 0) {
            LocalDate nearest = mention.day() > 0 ? nearest(mention.month(), mention.day()) : null;
            return nearest == null ? new Found(null, DatePrecision.UNKNOWN, start, end) : day(nearest, start, end);
        }
        String before = start > from ? days.value(tokens.get(start - 1)) : null;
        String behind = end < to ? days.value(tokens.get(end)) : null;
        boolean past = "past".equals(before) || "past".equals(behind);
        boolean coming = "coming".equals(before) || "coming".equals(behind);
        int first = before != null && isWord(before) ? start - 1 : start;
        int last = behind != null && isWord(behind) && !behind.equals("this") ? end + 1 : end;
        if (today == null || mention.weekday() == 0) {
            return new Found(null, DatePrecision.UNKNOWN, first, last);
        }
        DayOfWeek weekday = DayOfWeek.of(mention.weekday());
        boolean future = coming || (!past && direction == Direction.FUTURE);
        boolean other = past || coming;
        return day(
                today.with(
                        future
                                ? other ? TemporalAdjusters.next(weekday) : TemporalAdjusters.nextOrSame(weekday)
                                : other
                                        ? TemporalAdjusters.previous(weekday)
                                        : TemporalAdjusters.previousOrSame(weekday)),
                first,
                last);
    }

    private static boolean isWord(String value) {
        return value.equals("past") || value.equals("coming") || value.equals("this");
    }

    /** The day of that name which is nearest to the article's; null if the article states none. */
    private @Nullable LocalDate nearest(int month, int day) {
        if (today == null) {
            return null;
        }
        LocalDate from = today;
        return IntStream.rangeClosed(from.getYear() - 1, from.getYear() + 1)
                .mapToObj(year -> LocalDate.of(
                        year, month, Math.min(day, YearMonth.of(year, month).lengthOfMonth())))
                .min(Comparator.comparingLong(date -> Math.abs(date.toEpochDay() - from.toEpochDay())))
                .orElse(null);
    }

    private static Found day(LocalDate date, int from, int to) {
        return new Found(date.toString(), DatePrecision.DAY, from, to);
    }
}
