package org.verbatim.funding;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.verbatim.text.Span;

/**
 * An amount of money as an article states it.
 *
 * @param value in whole units of the currency, for all but {@code RANGE} and {@code NOT_STATED}
 * @param minValue for {@code RANGE}
 * @param maxValue for {@code RANGE}
 * @param currency ISO 4217
 * @param asStated the article's words
 */
@Embeddable
public record StatedAmount(
        @Enumerated(EnumType.STRING) @Column(length = 20) AmountStatus status,
        @Column(precision = 24, scale = 6) @Nullable BigDecimal value,
        @Column(precision = 24, scale = 6) @Nullable BigDecimal minValue,
        @Column(precision = 24, scale = 6) @Nullable BigDecimal maxValue,
        @Column(length = 3) @Nullable String currency,
        @Enumerated(EnumType.STRING) @Column(length = 20) CurrencyStatus currencyStatus,
        @Nullable Span asStated) {

    static final StatedAmount NONE =
            new StatedAmount(AmountStatus.NOT_STATED, null, null, null, null, CurrencyStatus.NOT_STATED, null);

    /** Without the zeros that a database column adds, so that 100 million reads 100000000. */
    public StatedAmount plain() {
        return new StatedAmount(
                status, plain(value), plain(minValue), plain(maxValue), currency, currencyStatus, asStated);
    }

    static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The least it is for certain; null where the article does not say. */
    @Nullable BigDecimal atLeast() {
        return switch (status) {
            case STATED, APPROXIMATE, AT_LEAST -> value;
            case RANGE -> minValue;
            case AT_MOST, NOT_STATED -> null;
        };
    }

    /** The most it is for certain; null where the article does not say. */
    @Nullable BigDecimal atMost() {
        return switch (status) {
            case STATED, APPROXIMATE, AT_MOST -> value;
            case RANGE -> maxValue;
            case AT_LEAST, NOT_STATED -> null;
        };
    }
}
