package org.verbatim.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verbatim.funding.AmountStatus;
import org.verbatim.funding.CurrencyStatus;

/** Sums of money as French and English newspapers write them. */
class AmountsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12 000 euros                              | 12000 EUR STATED
            12.000 euros                              | 12000 EUR STATED
            1'250'000 CHF                             | 1250000 CHF STATED
            12,75 euros                               | 12.75 EUR STATED
            4,2 M€                                    | 4200000 EUR STATED
            1,3 Md€                                   | 1300000000 EUR STATED
            350 k€                                    | 350000 EUR STATED
            9,6 millions d’euros                      | 9600000 EUR STATED
            2 milliards 400 millions de francs CFA    | 2400000000 XOF INFERRED
            sept cent cinquante mille euros           | 750000 EUR STATED
            quatre-vingt-dix-sept euros               | 97 EUR STATED
            vingt et un mille dirhams                 | 21000 MAD INFERRED
            soixante et onze millions de dollars US   | 71000000 USD STATED
            un million et demi de dollars             | 1500000 USD INFERRED
            un demi-milliard d'euros                  | 500000000 EUR STATED
            30 millions de couronnes norvégiennes     | 30000000 NOK STATED
            90 000 £                                  | 90000 GBP INFERRED
            200 millions de dirhams marocains         | 200000000 MAD STATED
            3 millions USD                            | 3000000 USD STATED
            dix mille milliards d'euros               | 10000000000000 EUR STATED
            """)
    void readsFrenchSums(String text, String expected) {
        assertThat(read("fr", text)).isEqualTo(expected + " STATED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            €12,000                                   | 12000 EUR STATED
            $3.4bn                                    | 3400000000 USD INFERRED
            £14.25m                                   | 14250000 GBP INFERRED
            £400k                                     | 400000 GBP INFERRED
            US$2.5 million                            | 2500000 USD STATED
            C$30m                                     | 30000000 CAD STATED
            CHF 6 million                             | 6000000 CHF STATED
            NOK 250 million                           | 250000000 NOK STATED
            1,234,567.89 US dollars                   | 1234567.89 USD STATED
            nine hundred thousand pounds              | 900000 GBP INFERRED
            two hundred and fifty thousand euros      | 250000 EUR STATED
            twenty-five million yen                   | 25000000 JPY STATED
            half a billion dollars                    | 500000000 USD INFERRED
            a quarter of a million pounds             | 250000 GBP INFERRED
            a million and a half dollars              | 1500000 USD INFERRED
            one and a half million euros              | 1500000 EUR STATED
            60 million Danish kroner                  | 60000000 DKK STATED
            70 million CFA francs                     | 70000000 XOF INFERRED
            300 million naira                         | 300000000 NGN STATED
            """)
    void readsEnglishSums(String text, String expected) {
        assertThat(read("en", text)).isEqualTo(expected + " STATED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | près de 7 M€                             | 7000000 EUR STATED APPROXIMATE
            fr | une centaine de millions d'euros         | 100000000 EUR STATED APPROXIMATE
            fr | 40 000 euros environ                     | 40000 EUR STATED APPROXIMATE
            fr | plus de 5 000 euros                      | 5000 EUR STATED AT_LEAST
            fr | 9 millions d'euros au moins              | 9000000 EUR STATED AT_LEAST
            fr | jusqu’à 10 millions d’euros              | 10000000 EUR STATED AT_MOST
            fr | plafonnée à 2,5 millions d'euros         | 2500000 EUR STATED AT_MOST
            fr | entre 3 et 5 millions d'euros            | 3000000-5000000 EUR STATED RANGE
            fr | entre deux et trois millions d'euros     | 2000000-3000000 EUR STATED RANGE
            fr | entre 500 000 et 2 millions de dollars   | 500000-2000000 USD INFERRED RANGE
            fr | de 12 à 15 euros                         | 12-15 EUR STATED RANGE
            fr | 3-5 M€                                   | 3000000-5000000 EUR STATED RANGE
            en | about 12 million euros                   | 12000000 EUR STATED APPROXIMATE
            en | some £8m                                 | 8000000 GBP INFERRED APPROXIMATE
            en | $20m or so                               | 20000000 USD INFERRED APPROXIMATE
            en | more than £2.5m                          | 2500000 GBP INFERRED AT_LEAST
            en | €4m or more                              | 4000000 EUR STATED AT_LEAST
            en | up to €9 million                         | 9000000 EUR STATED AT_MOST
            en | no more than $40,000                     | 40000 USD INFERRED AT_MOST
            en | between €3 million and €3.5 million      | 3000000-3500000 EUR STATED RANGE
            en | between two and three million dollars    | 2000000-3000000 USD INFERRED RANGE
            en | $600,000 to $800,000                     | 600000-800000 USD INFERRED RANGE
            en | $3-5 million                             | 3000000-5000000 USD INFERRED RANGE
            """)
    void readsHowExactASumIs(String language, String text, String expected) {
        assertThat(read(language, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "dollars,CA,CAD",
        "dollars,FR,USD",
        "livres,EG,EGP",
        "francs CFA,CM,XAF",
        "dinars,TN,TND",
        "couronnes,SE,SEK"
    })
    void aNameThatSeveralCurrenciesShareIsReadWhereTheArticleIsAtHome(String name, String country, String code) {
        Amount amount = in("fr", country, "40 millions de " + name).get(0);
        assertThat(amount.currency()).isEqualTo(code);
        assertThat(amount.currencyStatus()).isEqualTo(CurrencyStatus.INFERRED);
    }

    @Test
    void aNameThatSeveralCurrenciesShareWithoutACommonReadingIsNoCurrency() {
        Amount amount = in("fr", null, "40 millions de dinars").get(0);
        assertThat(amount.currency()).isNull();
        assertThat(amount.currencyStatus()).isEqualTo(CurrencyStatus.NOT_STATED);
    }

    @ParameterizedTest
    @CsvSource({
        "fr,1.300 jeunes",
        "fr,en 2025",
        "fr,le 12 mai 2025",
        "fr,dix pour cent",
        "fr,20 mad",
        "fr,des millions d'euros",
        "en,17 million people",
        "en,a hundred days",
        "en,all three of them",
        "en,the dollar fell",
        "en,10.5.2025"
    })
    void aNumberWithoutACurrencyIsNoSum(String language, String text) {
        assertThat(in(language, null, text)).isEmpty();
    }

    @Test
    void aYearBeforeASumIsNotAPartOfIt() {
        assertThat(read("fr", "en 2025 300 000 euros")).isEqualTo("300000 EUR STATED STATED");
        assertThat(read("en", "in 2024 $350 million")).isEqualTo("350000000 USD INFERRED STATED");
    }

    @Test
    void twoSumsAreTwoSums() {
        assertThat(in("en", null, "$10m and $20m")).hasSize(2);
        assertThat(in("fr", null, "3 millions d'euros et 5 millions de dollars"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"en,£3 a litre", "en,$90 per barrel", "fr,9 euros le kilo", "fr,12 euros par personne", "fr,4 €/mois"})
    void whatIsPaidForEachOfSomethingIsARate(String language, String text) {
        assertThat(in(language, null, text)).extracting(Amount::rate).containsExactly(true);
    }

    private static String read(String language, String text) {
        List<Amount> amounts = in(language, null, text);
        assertThat(amounts).as(text).hasSize(1);
        Amount amount = amounts.get(0);
        BigDecimal value = amount.value();
        String number = amount.status() == AmountStatus.RANGE
                ? amount.minValue().toPlainString() + "-" + amount.maxValue().toPlainString()
                : value.toPlainString();
        return "%s %s %s %s".formatted(number, amount.currency(), amount.currencyStatus(), amount.status());
    }

    private static List<Amount> in(String language, @Nullable String country, String text) {
        List<Token> tokens = Tokenizer.tokens(text);
        Lexicon lexicon = Lexicon.of(language);
        return new Amounts(lexicon, new Currencies(lexicon, country)).in(tokens, 0, tokens.size());
    }
}
