package org.verbatim.extraction;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbatim.funding.CurrencyStatus;

/** Reads names, signs and codes of currencies; what they are called is data, see {@code currencies.txt}. */
final class Currencies {

    private static final String ANY = "any ";

    /** What the euro is among currencies, gold and the like are not: they have no country. */
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .filter(code -> !code.startsWith("X") || code.equals("XAF") || code.equals("XOF") || code.equals("XPF"))
            .collect(Collectors.toUnmodifiableSet());

    private final Phrases names;
    private final Phrases symbols = Lexicon.shared("currency-symbols");
    private final Map<String, Family> families;
    private final @Nullable String country;

    /**
     * A currency as a text names it.
     *
     * @param code ISO 4217; null if the name is that of several ones, and the text does not tell which
     * @param to the number of the token behind the name
     * @param isName a word such as <i>euros</i>, which stands behind a number only
     */
    record Mention(@Nullable String code, CurrencyStatus status, int to, boolean isName) {}

    private record Family(@Nullable String usual, Map<String, String> byCountry) {}

    /** @param country where the article is at home (ISO 3166-1), which decides whose dollars it speaks of */
    Currencies(Lexicon lexicon, @Nullable String country) {
        this.names = lexicon.list("currencies");
        this.families = Families.ALL;
        this.country = country;
    }

    /** The currency named by the tokens from this one on; null if they name none. */
    @Nullable Mention at(List<Token> tokens, int from, int limit) {
        if (from >= limit) {
            return null;
        }
        Phrases.Match symbol = symbols.match(tokens, from, limit);
        Phrases.Match name = names.match(tokens, from, limit);
        if (name != null && (symbol == null || name.length() >= symbol.length())) {
            return mention(name, from, true);
        }
        if (symbol != null && isWritten(tokens, from, symbol.length())) {
            return mention(symbol, from, false);
        }
        Token token = tokens.get(from);
        return token.text().length() == 3 && token.isAllCapitals() && CODES.contains(token.text())
                ? new Mention(token.text(), CurrencyStatus.STATED, from + 1, false)
                : null;
    }

    /** A sign that begins with a letter has a capital (<i>Rs</i>; but <i>kr</i>, <i>zł</i>), and none stands apart: not <i>a $5 note</i>. */
    private static boolean isWritten(List<Token> tokens, int from, int length) {
        Token first = tokens.get(from);
        if (!first.isWord()) {
            return true;
        }
        boolean small = length == 1 && (first.is("kr") || first.is("zł"));
        boolean apart =
                length > 1 && first.text().length() == 1 && tokens.get(from + 1).spaced();
        return (first.isCapitalised() && !apart) || small;
    }

    private Mention mention(Phrases.Match match, int from, boolean isName) {
        int to = from + match.length();
        String value = match.value();
        if (!value.startsWith(ANY)) {
            return new Mention(value, CurrencyStatus.STATED, to, isName);
        }
        Family family = families.get(value.substring(ANY.length()));
        String code = family == null ? null : family.byCountry().getOrDefault(country, family.usual());
        return new Mention(code, code == null ? CurrencyStatus.NOT_STATED : CurrencyStatus.INFERRED, to, isName);
    }

    /** What a name shared by several currencies stands for. */
    private static final class Families {
        static final Map<String, Family> ALL = read();

        private static Map<String, Family> read() {
            Map<String, Family> families = new HashMap<>();
            for (String line : Lexicon.lines("extraction/currency-families.txt")) {
                String[] parts = line.split("\\s*=\\s*", 2);
                String usual = null;
                Map<String, String> byCountry = new HashMap<>();
                for (String reading : parts[1].split("\\s+", -1)) {
                    int colon = reading.indexOf(':');
                    if (colon < 0) {
                        usual = reading;
                    } else {
                        byCountry.put(reading.substring(0, colon), reading.substring(colon + 1));
                    }
                }
                families.put(parts[0], new Family(usual, byCountry));
            }
            return Map.copyOf(families);
        }
    }
}
