package org.verbatim.verification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers of a text by value, in French and English: {@code 300,000}, {@code 300.000} and {@code three hundred
 * thousand} are one. A point or comma before exactly three digits groups them; elsewhere it is the decimal one. What
 * cannot be read is a number of its own, so that it is never taken for another one.
 */
final class Numbers {

    /** One number, of the tokens from a place on and before another, without a “one” in front of a hundred. */
    record Valued(int from, int to, String value) {}

    private static final Pattern GROUPED =
            Pattern.compile("(-?[1-9][0-9]{0,2}(?:(,[0-9]{3})+|(\\.[0-9]{3})+|('[0-9]{3})+))([.,][0-9]+)?");
    private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:[.,][0-9]+)?");

    /** Longer ones are codes, and slow to reckon with. */
    private static final int MOST_DIGITS = 30;

    private static final Map<String, Integer> ZEROS = Map.of("million", 6, "billion", 9, "trillion", 12);
    private static final Set<String> PLURALS = Set.of("millions", "milliards", "billions");
    private static final Set<String> ONES = Set.of("un", "une", "one", "a");
    private static final Set<String> AND = Set.of("and", "et");

    /** A word of a number; a compound is several. */
    private record Piece(int token, String word) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final List<Token> tokens;

    /** Whether un, une and one on their own are numbers, and not articles or pronouns. */
    private final boolean ones;

    private Numbers(List<Token> tokens, boolean ones) {
        this.tokens = tokens;
        this.ones = ones;
        for (int i = 0; i < tokens.size(); i++) {
            String lower = tokens.get(i).lower();
            List<String> parts = List.of(lower.split("-"));
            if (parts.size() > 1 && parts.stream().allMatch(Numbers::isPart)) {
                for (String part : parts) {
                    pieces.add(new Piece(i, part));
                }
            } else {
                pieces.add(new Piece(i, lower));
            }
        }
    }

    /** Whether two runs of tokens have the same numbers, in any order. */
    static boolean areSame(List<Token> some, List<Token> others) {
        return values(some, false).equals(values(others, false))
                || values(some, true).equals(values(others, true));
    }

    private static List<String> values(List<Token> tokens, boolean ones) {
        return in(tokens, ones).stream().map(Valued::value).sorted().toList();
    }

    /** All numbers of the tokens from a place on and before another, in order. */
    static List<Valued> in(List<Token> tokens, int from, int to) {
        return in(tokens.subList(from, to), false).stream()
                .map(number -> new Valued(from + number.from(), from + number.to(), number.value()))
                .toList();
    }

    private static List<Valued> in(List<Token> tokens, boolean ones) {
        Numbers numbers = new Numbers(tokens, ones);
        List<Valued> found = new ArrayList<>();
        for (int at = 0; at < numbers.pieces.size(); ) {
            Reading reading = numbers.new Reading(at);
            reading.read();
            at = Math.max(at + 1, reading.at);
            if (reading.value != null) {
                int first = numbers.pieces.get(reading.begin).token();
                int last = numbers.pieces.get(at - 1).token();
                found.add(new Valued(first, last + 1, reading.value));
            }
        }
        return found;
    }

    private static boolean isPart(String word) {
        return small(word) > 0 || isHundred(word) || zeros(word) > 0 || AND.contains(word) || isOne(word);
    }

    private static boolean isOne(String word) {
        return ONES.contains(word);
    }

    private static boolean isHundred(String word) {
        return "100".equals(Lexicon.numberWord(word));
    }

    /** The zeros of a thousand and the like; 0 for any other word. */
    private static int zeros(String word) {
        String number = Lexicon.numberWord(word);
        return "1000".equals(number) ? 3 : number == null ? 0 : ZEROS.getOrDefault(number, 0);
    }

    /** The value of a word below a hundred but for one, 0 for any other. */
    private static int small(String word) {
        String number = Lexicon.numberWord(word);
        return number != null && number.length() <= 2 && Character.isDigit(number.charAt(0))
                ? Integer.parseInt(number)
                : 0;
    }

    private String word(int at) {
        return at < pieces.size() ? pieces.get(at).word() : "";
    }

    /** The reading of one number; it ends where a word does not go on with it. */
    private final class Reading {
        private int begin;
        private int at;
        private @Nullable String value;
        private BigDecimal total = BigDecimal.ZERO;
        private BigDecimal current = BigDecimal.ZERO;
        private boolean digits;
        private int lastZeros = Integer.MAX_VALUE;

        Reading(int at) {
            this.begin = at;
            this.at = at;
        }

        void read() {
            Token token = tokens.get(pieces.get(at).token());
            BigDecimal figure = figure(word(at));
            if (figure != null) {
                current = figure;
                digits = true;
                at++;
            } else if ((word(at).equals("pour") || word(at).equals("per"))
                    && word(at + 1).equals("cent")) {
                value = "%";
                at += 2;
                return;
            } else if (small(word(at)) > 0) {
                current = BigDecimal.valueOf(small(word(at++)));
            } else if (isOne(word(at)) && isScale(at + 1)) {
                current = BigDecimal.ONE;
                begin = ++at;
            } else if (ones && isOne(word(at)) && !word(at).equals("a")) {
                value = "1";
                return;
            } else if (!isScale(at) || zeros(word(at)) > 3) {
                value = Lexicon.number(token);
                return;
            }
            while (goesOn()) {
                at++;
            }
            value = total.add(current).stripTrailingZeros().toPlainString();
        }

        private boolean isScale(int place) {
            return isHundred(word(place)) || (zeros(word(place)) > 0 && !PLURALS.contains(word(place)));
        }

        private boolean goesOn() {
            String word = word(at);
            if (AND.contains(word)) {
                int low = low();
                boolean joins = word.equals("et")
                        ? low >= 20 && (isOne(word(at + 1)) || small(word(at + 1)) == 11)
                        : low == 0 && small(word(at + 1)) + (word(at + 1).equals("one") ? 1 : 0) > 0;
                if (joins && add(at + 1)) {
                    at++;
                    return true;
                }
                return false;
            }
            if (isHundred(word)) {
                return multiplyByHundred(word);
            }
            int zeros = zeros(word);
            if (zeros > 0) {
                return multiply(zeros);
            }
            return add(at);
        }

        private boolean multiplyByHundred(String word) {
            boolean may = word.equals("hundred")
                    ? current.compareTo(BigDecimal.valueOf(100)) < 0
                    : !digits && current.compareTo(BigDecimal.TEN) < 0;
            if (may) {
                current = (current.signum() == 0 ? BigDecimal.ONE : current).scaleByPowerOfTen(2);
            }
            return may;
        }

        private boolean multiply(int zeros) {
            if (zeros < lastZeros) {
                total = total.add((current.signum() == 0 ? BigDecimal.ONE : current).scaleByPowerOfTen(zeros));
            } else if (zeros > lastZeros && current.signum() == 0) {
                total = total.scaleByPowerOfTen(zeros);
            } else {
                return false;
            }
            current = BigDecimal.ZERO;
            digits = false;
            lastZeros = zeros;
            return true;
        }

        /** The last two figures so far. */
        private int low() {
            return current.remainder(BigDecimal.valueOf(100)).intValue();
        }

        private boolean add(int place) {
            String word = word(place);
            int more = isOne(word) && !word.equals("a") ? 1 : small(word);
            if (more == 0 || digits) {
                return false;
            }
            int low = low();
            if (low == 4 && word.startsWith("vingt")) {
                current = current.add(BigDecimal.valueOf(76));
                return true;
            }
            boolean fits = low == 0
                    || (low >= 20 && low % 10 == 0 && more < 10)
                    || ((low == 60 || low == 80) && 10 <= more && more < 20)
                    || (7 <= more && more < 10 && word(place - 1).equals("dix"));
            if (fits) {
                current = current.add(BigDecimal.valueOf(more));
            }
            return fits;
        }
    }

    private static @Nullable BigDecimal figure(String word) {
        if (word.length() > MOST_DIGITS) {
            return null;
        }
        Matcher grouped = GROUPED.matcher(word);
        if (grouped.matches()) {
            String decimals = grouped.group(5);
            boolean same = decimals != null && grouped.group(decimals.startsWith(",") ? 2 : 3) != null;
            return same
                    ? null
                    : new BigDecimal(grouped.group(1).replaceAll("[,.']", "")
                            + (decimals == null ? "" : decimals.replace(',', '.')));
        }
        return DECIMAL.matcher(word).matches() ? new BigDecimal(word.replace(',', '.')) : null;
    }
}
