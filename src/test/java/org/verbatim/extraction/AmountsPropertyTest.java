package org.verbatim.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.verbatim.funding.AmountStatus;

/** Whatever a newspaper writes as a number is read back, and whatever it writes at all is read to its end. */
class AmountsPropertyTest {

    private static final DecimalFormatSymbols SPACED = symbols(' ', ',');
    private static final DecimalFormatSymbols NARROW = symbols('\u202F', ',');
    private static final DecimalFormatSymbols POINTED = symbols('.', ',');
    private static final DecimalFormatSymbols ENGLISH = symbols(',', '.');

    @Property
    void wholeNumbersAreReadBack(@ForAll @LongRange(min = 1, max = 999_999_999_999L) long number) {
        BigDecimal value = BigDecimal.valueOf(number);
        assertThat(read("fr", new DecimalFormat("#,##0", SPACED).format(number) + " euros"))
                .isEqualByComparingTo(value);
        assertThat(read("fr", new DecimalFormat("#,##0", NARROW).format(number) + " €"))
                .isEqualByComparingTo(value);
        assertThat(read("fr", new DecimalFormat("#,##0", POINTED).format(number) + " euros"))
                .isEqualByComparingTo(value);
        assertThat(read("en", "$" + new DecimalFormat("#,##0", ENGLISH).format(number)))
                .isEqualByComparingTo(value);
        assertThat(read("en", number + " pounds")).isEqualByComparingTo(value);
    }

    @Property
    void decimalsAreReadBack(@ForAll @BigRange(min = "0.1", max = "999.9") @Scale(1) BigDecimal number) {
        BigDecimal millions = number.movePointRight(6);
        String french = number.toPlainString().replace('.', ',');
        assertThat(read("fr", french + " millions d'euros")).isEqualByComparingTo(millions);
        assertThat(read("fr", french + " M€")).isEqualByComparingTo(millions);
        assertThat(read("en", "£" + number.toPlainString() + "m")).isEqualByComparingTo(millions);
        assertThat(read("en", number.toPlainString() + " billion dollars"))
                .isEqualByComparingTo(number.movePointRight(9));
    }

    @Property
    void rangesKeepTheirOrder(
            @ForAll @LongRange(min = 1, max = 400) long low, @ForAll @LongRange(min = 1, max = 500) long more) {
        List<Amount> amounts = in("fr", "entre %d et %d millions d'euros".formatted(low, low + more));
        assertThat(amounts).singleElement().satisfies(amount -> {
            assertThat(amount.status()).isEqualTo(AmountStatus.RANGE);
            assertThat(amount.minValue())
                    .isEqualByComparingTo(BigDecimal.valueOf(low).movePointRight(6));
            assertThat(amount.maxValue())
                    .isEqualByComparingTo(BigDecimal.valueOf(low + more).movePointRight(6));
        });
    }

    @Property
    void nothingIsTooOddToBeRead(@ForAll("odd") String text) {
        for (String language : Lexicon.languages()) {
            assertThatCode(() -> in(language, text)).doesNotThrowAnyException();
        }
    }

    @Provide
    Arbitrary<String> odd() {
        Arbitrary<String> pieces = Arbitraries.of(
                "1",
                "0",
                "999",
                "000",
                "2.5",
                "1.2.3",
                "1,2,3",
                "07",
                "٣",
                "𝟛",
                "12'000",
                "million",
                "millions",
                "et",
                "and",
                "demi",
                "half",
                "a",
                "cent",
                "vingt",
                "quatre",
                "mille",
                "-",
                "–",
                "à",
                "to",
                "de",
                "d'",
                "entre",
                "between",
                "plus de",
                "up to",
                "€",
                "$",
                "£",
                "M",
                "bn",
                "k",
                "euros",
                "dollars",
                "USD",
                "e\u0301",
                "😀");
        return Combinators.combine(pieces, Arbitraries.of(" ", "", "\u00A0", "-", "\n"))
                .as((piece, space) -> piece + space)
                .list()
                .ofMaxSize(40)
                .map(list -> String.join("", list));
    }

    private static BigDecimal read(String language, String text) {
        List<Amount> amounts = in(language, text);
        assertThat(amounts).as(text).hasSize(1);
        return amounts.get(0).value();
    }

    private static List<Amount> in(String language, String text) {
        List<Token> tokens = Tokenizer.tokens(text);
        Lexicon lexicon = Lexicon.of(language);
        return new Amounts(lexicon, new Currencies(lexicon, null)).in(tokens, 0, tokens.size());
    }

    private static DecimalFormatSymbols symbols(char grouping, char decimal) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(grouping);
        symbols.setDecimalSeparator(decimal);
        return symbols;
    }
}
