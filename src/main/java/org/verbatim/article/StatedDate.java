package org.verbatim.article;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.verbatim.text.Span;

/**
 * A date as an article states it.
 *
 * @param value ISO 8601, as precise as it is known; null where it cannot be placed in a calendar
 * @param first the first day it can mean, to search by
 * @param last the last day it can mean, to search by
 */
@Embeddable
public record StatedDate(
        @Column(length = 10) @Nullable String value,
        @Enumerated(EnumType.STRING) @Column(length = 20) DatePrecision precision,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        @Nullable Span asStated) {

    public static StatedDate of(@Nullable PartialDate date, @Nullable Span asStated) {
        return date == null
                ? new StatedDate(null, DatePrecision.UNKNOWN, null, null, asStated)
                : new StatedDate(date.value(), date.precision(), date.first(), date.last(), asStated);
    }
}
