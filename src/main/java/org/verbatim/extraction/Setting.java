package org.verbatim.extraction;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of an article takes for granted: the day from which <i>Thursday</i> counts, and the country whose dollars are meant.
 *
 * @param today null if the article does not state its date
 * @param country ISO 3166-1; null if the article is at home in none
 */
record Setting(@Nullable LocalDate today, @Nullable String country) {

    /** A dateline ends within so many tokens. */
    private static final int DATELINE = 20;

    /** So many paragraphs may stand above the date of an article. */
    private static final int TOP_BLOCKS = 12;

    /** A country named less often is not the article's own. */
    private static final int AT_LEAST = 2;

    private static final int FARTHEST = 20_000;

    static Setting of(Reading reading) {
        return new Setting(today(reading), country(reading));
    }

    private static @Nullable LocalDate today(Reading reading) {
        int paragraphs = 0;
        for (Block block : reading.blocks()
                .subList(0, Math.min(TOP_BLOCKS, reading.blocks().size()))) {
            boolean paragraph = block.kind() == Block.Kind.PARAGRAPH;
            int to = paragraph ? Math.min(block.toToken(), block.fromToken() + DATELINE) : block.toToken();
            for (DateMention date : DateMention.in(reading.tokens(), block.fromToken(), to, reading.lexicon())) {
                boolean stated = date.year() > 0 && date.month() > 0 && date.day() > 0;
                if (stated && (!paragraph || (paragraphs == 0 && isDateline(reading, date, block)))) {
                    return LocalDate.parse(date.value());
                }
            }
            paragraphs += paragraph ? 1 : 0;
        }
        return null;
    }

    /** Whether a dash, a bracket or nothing follows the date: <i>Dakar, 3 May 2025 –</i>. */
    private static boolean isDateline(Reading reading, DateMention date, Block block) {
        int behind = date.toToken();
        return behind >= block.toToken() || reading.token(behind).isMark("-–—(|:)");
    }

    /** Names of towns are names of people, too; behind a preposition, or at the head of a dispatch, they are places. */
    private static boolean isPlaced(Reading reading, int at) {
        return reading.lexicon().list("place-prepositions").contains(reading.token(at - 1));
    }

    /** The country named most often, by itself, its cities or what belongs to it. */
    private static @Nullable String country(Reading reading) {
        Phrases nationalities = reading.lexicon().list("nationalities");
        Places places = new Places(reading.tokens(), reading.lexicon());
        Phrases regions = Lexicon.shared("regions");
        Map<String, Integer> counts = new HashMap<>();
        int limit = Math.min(reading.tokens().size(), FARTHEST);
        for (int i = 0; i < limit; i++) {
            Places.Found place = places.known(i, limit);
            if (place != null && place.country() != null && (place.isCountry() || i == 0 || isPlaced(reading, i))) {
                counts.merge(place.country(), 1, Integer::sum);
                i = place.to() - 1;
                continue;
            }
            Phrases.Match region = reading.token(i).isCapitalised() ? regions.match(reading.tokens(), i, limit) : null;
            if (region != null) {
                counts.merge(region.value(), AT_LEAST, Integer::sum);
                continue;
            }
            String nationality = nationalities.value(reading.token(i));
            if (nationality != null) {
                counts.merge(nationality, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= AT_LEAST)
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
