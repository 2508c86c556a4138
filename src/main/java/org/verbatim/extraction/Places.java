package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where something happens: what is called by a name behind <i>à</i>, <i>in</i> and the like, and its country, if it is known. */
final class Places {

    private static final int LONGEST = 5;

    private final List<Token> tokens;
    private final Phrases prepositions;
    private final Phrases cities;
    private final Phrases localCities = Lexicon.shared("cities");
    private final Phrases countries;
    private final Phrases days;
    private final Phrases months;
    private final Phrases particles = Lexicon.shared("name-particles");

    /**
     * A place in the text.
     *
     * @param country ISO 3166-1; null if the place is not known
     * @param from the number of the first token of its name
     * @param to the number of the token behind it
     */
    record Found(@Nullable String country, int from, int to, boolean isCountry) {}

    Places(List<Token> tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.prepositions = lexicon.list("place-prepositions");
        this.cities = lexicon.foldedList("cities");
        this.countries = lexicon.foldedList("countries");
        this.days = lexicon.list("weekdays");
        this.months = lexicon.list("months");
    }

    /** The places among the tokens {@code [from, to)} that stand behind a preposition, in order. */
    List<Found> in(int from, int to) {
        List<Found> found = new ArrayList<>();
        for (int i = from; i + 1 < to; i++) {
            Phrases.Match preposition = prepositions.match(tokens, i, to);
            if (preposition != null) {
                Found place = at(i + preposition.length(), to);
                if (place != null) {
                    found.add(place);
                    i = place.to() - 1;
                }
            }
        }
        return found;
    }

    /** The place whose name begins with a token; null if none does. */
    @Nullable Found at(int from, int to) {
        if (from >= to || !tokens.get(from).isCapitalised()) {
            return null;
        }
        Found known = known(from, to);
        if (known != null) {
            return known;
        }
        if (days.contains(tokens.get(from))
                || months.contains(tokens.get(from))
                || tokens.get(from).isAllCapitals()) {
            return null;
        }
        int end = from + 1;
        while (end < to && end - from < LONGEST && goesOn(end, to)) {
            end++;
        }
        return new Found(null, from, end, false);
    }

    /** The city or country of a list that begins with a token; null if none does. */
    @Nullable Found known(int from, int to) {
        if (!tokens.get(from).isCapitalised()) {
            return null;
        }
        Phrases.Match country = countries.match(tokens, from, to);
        Phrases.Match city = longer(cities.match(tokens, from, to), localCities.match(tokens, from, to));
        if (country != null && (city == null || country.length() >= city.length())) {
            return new Found(country.value().split(" ", 2)[0], from, from + country.length(), true);
        }
        if (city == null || goesOn(from + city.length(), to)) {
            return null;
        }
        return new Found(city.value(), from, from + city.length(), false);
    }

    private static Phrases.@Nullable Match longer(Phrases.@Nullable Match one, Phrases.@Nullable Match other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.length() > one.length() ? other : one;
    }

    private boolean goesOn(int at, int to) {
        if (at >= to || !tokens.get(at).spaced()) {
            return false;
        }
        boolean capital = tokens.get(at).isCapitalised() && !days.contains(tokens.get(at));
        boolean particle = particles.contains(tokens.get(at))
                && at + 1 < to
                && tokens.get(at + 1).isCapitalised();
        return capital || particle;
    }
}
