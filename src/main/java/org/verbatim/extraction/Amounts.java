package org.verbatim.extraction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verbatim.funding.AmountStatus;

/**
 * Finds sums of money: a number with a currency, how exact it is said to be, and ranges of two. <i>$1.2bn</i>,
 * <i>près de 6 M€</i>, <i>entre 1,5 et 2 millions d'euros</i>, <i>more than 320 million Zambian kwacha</i>.
 */
final class Amounts {

    private static final String RANGE = "RANGE";

    private static final BigDecimal MOST = BigDecimal.TEN.pow(18);
    private static final int MOST_DECIMALS = 6;

    private static final Set<String> DASHES = Set.of("-", "–", "—");

    private final Numbers numbers;
    private final Currencies currencies;
    private final Phrases modifiers;
    private final Phrases small;

    Amounts(Lexicon lexicon, Currencies currencies) {
        this.numbers = new Numbers(lexicon);
        this.currencies = currencies;
        this.modifiers = lexicon.list("amount-modifiers");
        this.small = lexicon.list("amount-words");
    }

    /** A number and its currency, where there is one. */
    private record Money(Numbers.Numeral number, Currencies.@Nullable Mention currency, int to) {
        BigDecimal value() {
            return number.value();
        }

        boolean isScaled() {
            return number.isScaled();
        }
    }

    /** All sums among the tokens {@code [from, limit)}, in order; none overlaps another. */
    List<Amount> in(List<Token> tokens, int from, int limit) {
        List<Amount> found = new ArrayList<>();
        for (int i = from; i < limit; ) {
            Amount amount = at(tokens, i, limit);
            if (amount == null) {
                Numbers.Numeral number = numbers.at(tokens, i, limit);
                i = number == null ? i + 1 : number.to();
            } else {
                found.add(amount);
                i = amount.to();
            }
        }
        return found;
    }

    /** The sum that begins with the token of this number; null if none does. */
    @Nullable Amount at(List<Token> tokens, int from, int limit) {
        Phrases.Match modifier = modifiers.match(tokens, from, limit);
        if (modifier != null && modifier.value().equals(RANGE)) {
            Amount range = range(tokens, from, from + modifier.length(), limit);
            if (range != null) {
                return range;
            }
        }
        if (modifier != null && !modifier.value().equals(RANGE)) {
            Amount amount = sum(tokens, from, from + modifier.length(), limit, AmountStatus.valueOf(modifier.value()));
            if (amount != null) {
                return amount;
            }
        }
        Amount range = range(tokens, from, from, limit);
        return range != null ? range : sum(tokens, from, from, limit, null);
    }

    private @Nullable Amount sum(List<Token> tokens, int from, int at, int limit, @Nullable AmountStatus modifier) {
        Money money = money(tokens, at, limit, true);
        if (money == null || money.currency() == null || !isSum(money.value())) {
            return null;
        }
        AmountStatus status = modifier != null
                ? modifier
                : money.number().approximate() ? AmountStatus.APPROXIMATE : AmountStatus.STATED;
        int to = money.to();
        Phrases.Match behind = small.match(tokens, to, limit);
        if (modifier == null && behind != null && isStatus(behind.value())) {
            status = AmountStatus.valueOf(behind.value());
            to += behind.length();
        }
        Currencies.Mention currency = money.currency();
        return new Amount(
                status,
                money.value(),
                null,
                null,
                currency.code(),
                currency.status(),
                from,
                to,
                isRate(tokens, to, limit));
    }

    /** Two sums, of which the first may leave its currency and its multiplier to the second. */
    private @Nullable Amount range(List<Token> tokens, int from, int at, int limit) {
        Money low = money(tokens, at, limit, false);
        if (low == null) {
            return null;
        }
        int second = joint(tokens, low.to(), limit, at > from);
        Money high = second < 0 ? null : money(tokens, second, limit, true);
        if (high == null) {
            return null;
        }
        Currencies.Mention currency = high.currency() != null ? high.currency() : low.currency();
        boolean dashed = DASHES.contains(tokens.get(low.to()).text()) && high.isScaled();
        if (currency == null || (at == from && high.currency() == null && !dashed)) {
            return null;
        }
        BigDecimal least = low.isScaled() ? low.value() : scaled(low.value(), high);
        if (least.compareTo(high.value()) >= 0 || !isSum(least) || !isSum(high.value())) {
            return null;
        }
        return new Amount(
                AmountStatus.RANGE,
                null,
                least,
                high.value(),
                currency.code(),
                currency.status(),
                from,
                high.to(),
                isRate(tokens, high.to(), limit));
    }

    /** <i>deux à | trois cent mille</i>, <i>1,5 à | 2 millions</i>: the lower end may leave its multiplier to the upper one. */
    private static BigDecimal scaled(BigDecimal low, Money high) {
        for (BigDecimal factor : List.of(high.number().factor(), high.number().scale())) {
            BigDecimal scaled = low.multiply(factor);
            if (scaled.compareTo(high.value()) < 0) {
                return scaled;
            }
        }
        return low;
    }

    /** The number of the token behind what joins the ends of a range; -1 if nothing does. */
    private int joint(List<Token> tokens, int at, int limit, boolean announced) {
        if (at >= limit) {
            return -1;
        }
        if (DASHES.contains(tokens.get(at).text())) {
            return at + 1;
        }
        // "and" joins the ends of a range only behind "between".
        Phrases.Match word = small.match(tokens, at, limit);
        if (word == null || !word.value().equals("to")) {
            return -1;
        }
        return announced || !numbers.isAnd(tokens.get(at)) ? at + word.length() : -1;
    }

    /** Nobody gives nothing, and no sum of money has more digits. */
    private static boolean isSum(BigDecimal value) {
        return value.signum() > 0 && value.compareTo(MOST) < 0 && value.scale() <= MOST_DECIMALS;
    }

    private @Nullable Money money(List<Token> tokens, int from, int limit, boolean and) {
        Currencies.Mention before = currencies.at(tokens, from, limit);
        if (before != null && before.isName()) {
            return null;
        }
        int at = before == null ? from : before.to();
        Numbers.Numeral number = and ? numbers.at(tokens, at, limit) : numbers.withoutAnd(tokens, at, limit);
        if (number == null) {
            return null;
        }
        if (before != null) {
            return new Money(number, before, number.to());
        }
        Currencies.Mention behind = currencies.at(tokens, number.to(), limit);
        if (behind == null) {
            Phrases.Match of = small.match(tokens, number.to(), limit);
            if (of != null && of.value().equals("of")) {
                behind = currencies.at(tokens, number.to() + of.length(), limit);
            }
        }
        if (behind != null && !behind.isName() && belongsToNext(tokens, behind.to(), limit)) {
            behind = null;
        }
        return new Money(number, behind, behind == null ? number.to() : behind.to());
    }

    /** <i>In 2024 $350 million</i>: the sign is that of the number glued to it. */
    private static boolean belongsToNext(List<Token> tokens, int at, int limit) {
        return at < limit && tokens.get(at).isNumber() && !tokens.get(at).spaced();
    }

    private boolean isRate(List<Token> tokens, int at, int limit) {
        Phrases.Match behind = small.match(tokens, at, limit);
        return (behind != null && behind.value().equals("rate"))
                || (at + 1 < limit
                        && tokens.get(at).isMark("/")
                        && tokens.get(at + 1).isWord());
    }

    private static boolean isStatus(String value) {
        return Character.isUpperCase(value.isEmpty() ? ' ' : value.charAt(0));
    }
}
