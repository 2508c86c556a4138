package org.verbatim.extraction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.article.DatePrecision;
import org.verbatim.text.Span;

/**
 * A date as an article states it: <i>14 oct 2025</i>, <i>Tuesday 10 June 2025</i>, <i>22/07/2025</i>, <i>mai 2026</i>,
 * <i>le 10 juillet</i>, <i>lundi</i>, <i>il y a 11 heures</i>.
 *
 * @param span from the weekday, if it is named, to the year, if it is named
 * @param fromToken the number of its first token
 * @param toToken the number behind that of its last token
 * @param year 0 if it is not stated
 * @param month 1 to 12, or 0 if it is not stated
 * @param day 1 to 31, or 0 if it is not stated
 * @param weekday 1 (Monday) to 7, or 0 if it is not stated
 * @param relative whether it counts from a day that only the page knows: <i>il y a 2 jours</i>
 */
record DateMention(Span span, int fromToken, int toToken, int year, int month, int day, int weekday, boolean relative) {

    /** The date in ISO 8601, as precise as it is stated; null without a year. */
    @Nullable String value() {
        if (year == 0) {
            return null;
        }
        return month == 0
                ? "%04d".formatted(year)
                : day == 0 ? "%04d-%02d".formatted(year, month) : "%04d-%02d-%02d".formatted(year, month, day);
    }

    DatePrecision precision() {
        if (year == 0) {
            return DatePrecision.UNKNOWN;
        }
        return month == 0 ? DatePrecision.YEAR : day == 0 ? DatePrecision.MONTH : DatePrecision.DAY;
    }

    /** Whether a line that states it may be the one that dates the article. */
    boolean isOfPublication() {
        return (relative && toToken - fromToken > 1) || (year != 0 && month != 0);
    }

    /** The dates among some tokens, in order; a bare year only behind one of the words listed for it (<i>en 2018</i>). */
    static List<DateMention> in(List<Token> tokens, int from, int to, Lexicon lexicon) {
        List<DateMention> found = new ArrayList<>();
        Reader reader = new Reader(tokens, to, lexicon);
        int at = from;
        while (at < to) {
            DateMention date = reader.read(at, from);
            if (date == null) {
                at++;
            } else {
                found.add(date);
                at = date.toToken();
            }
        }
        return found;
    }

    private record Reader(List<Token> tokens, int limit, Lexicon lexicon) {

        @Nullable DateMention read(int at, int from) {
            Token token = tokens.get(at);
            if (token.isMark()) {
                return null;
            }
            DateMention relative = relative(at);
            if (relative != null) {
                return relative;
            }
            int weekday = number("weekdays", at);
            int next = weekday > 0 ? skip(at + 1, ",") : at;
            DateMention date = weekday > 0 && next < limit && isArticle(next) ? day(at, next + 1, weekday) : null;
            date = date == null ? day(at, next, weekday) : date;
            if (date != null) {
                return date;
            }
            if (weekday > 0) {
                return mention(at, at + 1, 0, 0, 0, weekday);
            }
            int month = number("months", at);
            if (month > 0 && token.text().length() > 2) {
                int year = year(skip(at + 1, ","));
                if (year > 0) {
                    return mention(at, skip(at + 1, ",") + 1, year, month, 0, 0);
                }
            }
            boolean stated = at > from && lexicon.list("year-prepositions").contains(tokens.get(at - 1));
            return stated && year(at) > 0 ? mention(at, at + 1, year(at), 0, 0, 0) : null;
        }

        private boolean isArticle(int at) {
            return lexicon.list("articles").contains(tokens.get(at));
        }

        /** A day of a month from token {@code at} on, the whole mention from {@code start} on. */
        private @Nullable DateMention day(int start, int at, int weekday) {
            if (at >= limit) {
                return null;
            }
            DateMention digits = digits(start, at, weekday);
            if (digits != null) {
                return digits;
            }
            int day = dayOfMonth(at);
            int next = day > 0 ? at + 1 : at;
            if (day > 0 && next < limit && lexicon.list("ordinals").contains(tokens.get(next))) {
                next++;
            }
            if (day > 0 && next < limit && tokens.get(next).is("of")) {
                next++;
            }
            if (day > 0 && number("months", next) > 0) {
                return withYear(start, next, number("months", next), day, weekday);
            }
            int month = number("months", at);
            int dayBehind = month > 0 ? dayOfMonth(skip(at + 1, ".")) : 0;
            if (dayBehind > 0 && lexicon.list("month-first").contains(tokens.get(at))) {
                int last = skip(at + 1, ".");
                if (last + 1 < limit && lexicon.list("ordinals").contains(tokens.get(last + 1))) {
                    last++;
                }
                return withYear(start, last, month, dayBehind, weekday);
            }
            return null;
        }

        private @Nullable DateMention withYear(int start, int last, int month, int day, int weekday) {
            int next = skip(skip(last + 1, "."), ",");
            int year = year(next);
            if (year > 0) {
                return valid(year, month, day) ? mention(start, next + 1, year, month, day, weekday) : null;
            }
            return mention(start, last + 1, 0, month, day, weekday);
        }

        /** 22/07/2025, 22.07.2025 and 2025-07-22. */
        private @Nullable DateMention digits(int start, int at, int weekday) {
            String[] parts = tokens.get(at).text().split("\\.", 4);
            if (parts.length == 3 && parts[2].length() == 4 && parts[0].length() <= 2 && parts[1].length() <= 2) {
                return dated(start, at + 1, parts[2], parts[1], parts[0], weekday);
            }
            if (at + 4 < limit
                    && tokens.get(at + 2).isNumber()
                    && tokens.get(at + 4).isNumber()) {
                String mark = tokens.get(at + 1).text();
                String first = tokens.get(at).text();
                String second = tokens.get(at + 2).text();
                String third = tokens.get(at + 4).text();
                boolean glued = mark.equals(tokens.get(at + 3).text())
                        && !tokens.get(at + 1).spaced();
                if (glued && mark.equals("/") && third.length() == 4) {
                    return dated(start, at + 5, third, second, first, weekday);
                }
                if (glued && mark.equals("-") && first.length() == 4) {
                    return dated(start, at + 5, first, second, third, weekday);
                }
            }
            return null;
        }

        private @Nullable DateMention dated(int start, int end, String year, String month, String day, int weekday) {
            int y = integer(year);
            int m = integer(month);
            int d = integer(day);
            return valid(y, m, d) ? mention(start, end, y, m, d, weekday) : null;
        }

        private static boolean valid(int year, int month, int day) {
            try {
                return year >= 1000 && LocalDate.of(year, month, day).getYear() == year;
            } catch (DateTimeException e) {
                return false;
            }
        }

        private @Nullable DateMention relative(int at) {
            Phrases.Match match = lexicon.list("relative-dates").match(tokens, at, limit);
            if (match != null && match.value().isEmpty()) {
                return new DateMention(span(at, at + match.length()), at, at + match.length(), 0, 0, 0, 0, true);
            }
            // il y a 11 heures, 11 hours ago: a number and a unit within the words of the phrase
            int number = match != null && match.value().equals("before") ? at + match.length() : at;
            boolean before = number > at;
            if (number + 1 >= limit
                    || !(tokens.get(number).isNumber()
                            || lexicon.list("numbers").contains(tokens.get(number)))
                    || !lexicon.list("time-units").contains(tokens.get(number + 1))) {
                return null;
            }
            int end = number + 2;
            Phrases.Match behind =
                    before ? null : lexicon.list("relative-dates").match(tokens, end, limit);
            if (!before && (behind == null || !behind.value().equals("behind"))) {
                return null;
            }
            end += behind == null ? 0 : behind.length();
            return new DateMention(span(at, end), at, end, 0, 0, 0, 0, true);
        }

        private int dayOfMonth(int at) {
            if (at >= limit
                    || !tokens.get(at).isNumber()
                    || tokens.get(at).text().length() > 2) {
                return 0;
            }
            int day = integer(tokens.get(at).text());
            return day <= 31 ? day : 0;
        }

        private int year(int at) {
            if (at >= limit
                    || !tokens.get(at).isNumber()
                    || tokens.get(at).text().length() != 4) {
                return 0;
            }
            int year = integer(tokens.get(at).text());
            return year >= 1500 && year < 2200 ? year : 0;
        }

        private int number(String list, int at) {
            String value = at < limit ? lexicon.list(list).value(tokens.get(at)) : null;
            return value == null ? 0 : integer(value);
        }

        private static int integer(String digits) {
            if (digits.length() > 4 || digits.isEmpty() || !digits.chars().allMatch(Character::isDigit)) {
                return 0;
            }
            return Integer.parseInt(digits);
        }

        private int skip(int at, String mark) {
            return at < limit && tokens.get(at).is(mark) ? at + 1 : at;
        }

        private DateMention mention(int from, int to, int year, int month, int day, int weekday) {
            return new DateMention(span(from, to), from, to, year, month, day, weekday, false);
        }

        private Span span(int from, int to) {
            return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
        }
    }
}
