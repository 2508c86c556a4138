package org.verbatim.extraction;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.verbatim.funding.AmountStatus;
import org.verbatim.funding.CurrencyStatus;

/**
 * A sum of money in a text.
 *
 * @param value null for a range
 * @param minValue the lower end of a range
 * @param maxValue the upper end of a range
 * @param currency ISO 4217; null if not told
 * @param from the number of its first token, of a word such as <i>about</i> if there is one
 * @param to the number of the token behind it
 * @param rate whether it is a price for each of something: <i>a litre</i>
 */
record Amount(
        AmountStatus status,
        @Nullable BigDecimal value,
        @Nullable BigDecimal minValue,
        @Nullable BigDecimal maxValue,
        @Nullable String currency,
        CurrencyStatus currencyStatus,
        int from,
        int to,
        boolean rate) {}
