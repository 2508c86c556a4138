package org.verbatim.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/**
 * A date as precise as it was stated: {@code 2018}, {@code 2018-12} or {@code 2018-12-10} (ISO 8601, reduced precision).
 *
 * @param value as written
 * @param first the first day it can mean
 * @param last the last day it can mean
 */
public record PartialDate(String value, LocalDate first, LocalDate last) {

    private static final String WHAT_IS_RIGHT = "a date such as 2018, 2018-12 or 2018-12-10";

    /** @throws IllegalArgumentException if it is none; the message says what would be right */
    public static PartialDate parse(String value) {
        try {
            return switch (value.length()) {
                case 4 -> {
                    Year year = Year.parse(value);
                    yield new PartialDate(value, year.atDay(1), year.atDay(year.length()));
                }
                case 7 -> {
                    YearMonth month = YearMonth.parse(value);
                    yield new PartialDate(value, month.atDay(1), month.atEndOfMonth());
                }
                case 10 -> {
                    LocalDate day = LocalDate.parse(value);
                    yield new PartialDate(value, day, day);
                }
                default -> throw new IllegalArgumentException(WHAT_IS_RIGHT);
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(WHAT_IS_RIGHT, e);
        }
    }

    /** How precise it is. */
    public DatePrecision precision() {
        return switch (value.length()) {
            case 4 -> DatePrecision.YEAR;
            case 7 -> DatePrecision.MONTH;
            default -> DatePrecision.DAY;
        };
    }
}
