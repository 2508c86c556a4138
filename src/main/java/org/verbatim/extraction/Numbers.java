package org.verbatim.extraction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as a language writes them: <i>12.000</i>, <i>1 150</i>, <i>18,5 millions</i>, <i>trois cent mille</i>,
 * <i>half a million</i>, <i>un million et demi</i>. The words are data, see {@code number-words.txt}.
 */
final class Numbers {

    /** Whoever writes more digits writes no sum of money; it keeps long rows of digits cheap. */
    private static final int MOST_DIGITS = 24;

    /** So do so many words. */
    private static final int MOST_PIECES = 24;

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal MOST = BigDecimal.TEN.pow(MOST_DIGITS);

    private final Phrases words;
    private final char decimal;

    /**
     * A number.
     *
     * @param scale the last multiplier in it, such as 1000000 for <i>3,4 millions</i>; 1 without one
     * @param factor the same with the hundreds before it: 100000 for <i>trois cent mille</i>
     * @param approximate whether the words themselves say so: <i>une centaine de</i>
     * @param to the number of the token behind it
     */
    record Numeral(BigDecimal value, BigDecimal scale, BigDecimal factor, boolean approximate, int to) {
        boolean isScaled() {
            return scale.compareTo(BigDecimal.ONE) > 0;
        }
    }

    Numbers(Lexicon lexicon) {
        words = lexicon.list("number-words");
        decimal = ".,"
                .chars()
                .mapToObj(mark -> (char) mark)
                .filter(mark -> "decimal".equals(words.value(only(String.valueOf(mark)))))
                .findFirst()
                .orElse('.');
    }

    /** The number that begins with the token of this number and ends before {@code limit}; null if none does. */
    @Nullable Numeral at(List<Token> tokens, int from, int limit) {
        return begins(tokens, from, limit) ? new Reader(tokens, limit).read(from, true) : null;
    }

    /** The same, but <i>deux et trois</i> is two numbers; so the lower end of a range is read. */
    @Nullable Numeral withoutAnd(List<Token> tokens, int from, int limit) {
        return begins(tokens, from, limit) ? new Reader(tokens, limit).read(from, false) : null;
    }

    /** Whether a number may begin with a token; most words are told from numbers here. */
    boolean begins(List<Token> tokens, int from, int limit) {
        if (from >= limit) {
            return false;
        }
        Token token = tokens.get(from);
        return token.isNumber()
                || (token.isWord() && (token.lower().indexOf('-') > 0 || words.match(tokens, from, limit) != null));
    }

    /** Whether a word may stand within a number, such as <i>and</i>. */
    boolean isAnd(Token word) {
        return "and".equals(words.value(word));
    }

    private static Token only(String word) {
        return Tokenizer.tokens(word).get(0);
    }

    /** A word of a number, which may be a part of a token: <i>trente-cinq</i>. */
    private record Piece(Token word, int to) {}

    private final class Reader {
        private final List<Token> tokens;
        private final int limit;

        private BigDecimal total = BigDecimal.ZERO;
        private @Nullable BigDecimal current;
        /** What may still be added to the current part must be smaller. */
        private BigDecimal room = MOST;

        private BigDecimal scale = BigDecimal.ONE;
        private BigDecimal factor = BigDecimal.ONE;
        private boolean hundreds;
        private boolean approximate;
        private int end;

        Reader(List<Token> tokens, int limit) {
            this.tokens = tokens;
            this.limit = limit;
        }

        @Nullable Numeral read(int from, boolean and) {
            end = from;
            boolean more = from < limit && (tokens.get(from).isNumber() ? digits() : words(and));
            while (more) {
                more = words(and)
                        || (isScaled() && end < limit && tokens.get(end).isNumber() && digits());
            }
            if (end == from) {
                return null;
            }
            BigDecimal value = current == null ? total : total.add(current);
            return value.compareTo(MOST) < 0 ? new Numeral(plain(value), scale, factor, approximate, end) : null;
        }

        private boolean isScaled() {
            return current == null && scale.signum() > 0 && scale.compareTo(BigDecimal.ONE) > 0;
        }

        /** Digits, with their groups: a number of up to three digits, then groups of three. */
        private boolean digits() {
            StringBuilder digits = new StringBuilder(tokens.get(end).text());
            if (digits.length() > MOST_DIGITS) {
                return false;
            }
            int next = end + 1;
            boolean grouped = digits.length() <= 3 && isDigits(digits);
            while (grouped && digits.length() < MOST_DIGITS) {
                int group = group(next);
                if (group < 0) {
                    break;
                }
                digits.append(tokens.get(group).text());
                next = group + 1;
                grouped = isDigits(digits);
            }
            BigDecimal value = value(digits.toString());
            if (value == null || (current == null && isScaled() && value.compareTo(scale) >= 0)) {
                return false;
            }
            current = value;
            room = BigDecimal.ZERO;
            end = next;
            return true;
        }

        /** The number of the token that is the next group of three digits; -1 if there is none. */
        private int group(int at) {
            boolean apostrophe = at + 1 < limit
                    && tokens.get(at).isMark("'’")
                    && !tokens.get(at).spaced()
                    && !tokens.get(at + 1).spaced();
            int group = apostrophe ? at + 1 : at;
            if (group >= limit || !tokens.get(group).isNumber()) {
                return -1;
            }
            boolean near =
                    apostrophe || tokens.get(group).start() - tokens.get(at - 1).end() == 1;
            String text = tokens.get(group).text();
            boolean three = text.length() == 3 || (text.length() > 4 && ".,".indexOf(text.charAt(3)) >= 0);
            return near && three && isDigits(text.substring(0, 3)) ? group : -1;
        }

        private boolean words(boolean and) {
            List<Piece> pieces = pieces();
            List<Token> row = pieces.stream().map(Piece::word).toList();
            int i = 0;
            while (i < row.size()) {
                Phrases.Match match = words.match(row, i, row.size());
                int joint = 0;
                if (match != null && match.value().equals("and")) {
                    joint = match.length();
                    match = and && mayGoOn() ? words.match(row, i + joint, row.size()) : null;
                    match = mayBeJoined(match) ? match : null;
                }
                if (match == null || !take(match.value())) {
                    break;
                }
                i += joint + match.length();
            }
            // A token is a number as a whole or not at all.
            while (i > 0
                    && i < pieces.size()
                    && pieces.get(i).to() == pieces.get(i - 1).to()) {
                i--;
            }
            if (i == 0) {
                return false;
            }
            end = pieces.get(i - 1).to();
            return true;
        }

        private boolean mayGoOn() {
            return current != null || total.signum() > 0;
        }

        /** <i>vingt et un</i>, <i>two hundred and fifty</i>; but <i>two and three</i> are two numbers. */
        private boolean mayBeJoined(Phrases.@Nullable Match match) {
            return match != null
                    && Character.isDigit(match.value().charAt(0))
                    && new BigDecimal(match.value()).compareTo(current == null ? scale : room) < 0;
        }

        private List<Piece> pieces() {
            List<Piece> pieces = new ArrayList<>();
            for (int i = end;
                    i < limit && pieces.size() < MOST_PIECES && tokens.get(i).isWord();
                    i++) {
                Token token = tokens.get(i);
                if (token.lower().indexOf('-') > 0) {
                    for (Token word : Tokenizer.tokens(token.lower().replace('-', ' '))) {
                        pieces.add(new Piece(word, i + 1));
                    }
                } else {
                    pieces.add(new Piece(token, i + 1));
                }
            }
            return pieces;
        }

        /** Takes what a word stands for; false if it cannot go on the number. */
        private boolean take(String meaning) {
            return switch (meaning.charAt(0)) {
                case 'x' -> multiply(new BigDecimal(meaning.substring(1)));
                case '+' -> addPart(new BigDecimal(meaning.substring(1)));
                case '~' -> add(new BigDecimal(meaning.substring(1)), true);
                default -> Character.isDigit(meaning.charAt(0)) && add(new BigDecimal(meaning), false);
            };
        }

        private boolean add(BigDecimal number, boolean about) {
            boolean fits = current == null
                    ? scale.compareTo(BigDecimal.ONE) == 0 || number.compareTo(scale) < 0
                    : number.compareTo(room) < 0;
            if (!fits) {
                return false;
            }
            current = current == null ? number : current.add(number);
            hundreds = false;
            approximate |= about;
            room = roomBehind(number);
            return true;
        }

        /** Behind <i>twenty</i> and <i>dix</i> there is room for 1 to 9; behind <i>soixante</i> and <i>quatre-vingt</i>, for 1 to 19. */
        private BigDecimal roomBehind(BigDecimal number) {
            int tens = number.compareTo(BigDecimal.valueOf(100)) < 0 ? number.intValue() : 0;
            if (tens < 10 || tens % 10 != 0) {
                return BigDecimal.ZERO;
            }
            return BigDecimal.valueOf(tens == 60 || tens == 80 ? 20 : 10);
        }

        private boolean multiply(BigDecimal factor) {
            if (factor.compareTo(THOUSAND) < 0) {
                BigDecimal times = current == null ? BigDecimal.ONE : current;
                current = times.multiply(factor);
                room = factor;
                hundreds = true;
                return times.compareTo(factor) < 0;
            }
            if (current == null && total.signum() == 0 && factor.compareTo(THOUSAND) != 0) {
                return false;
            }
            if (current == null && total.signum() > 0) {
                // dix mille milliards
                total = total.multiply(factor);
            } else {
                total = total.add((current == null ? BigDecimal.ONE : current).multiply(factor));
            }
            if (total.compareTo(MOST) > 0) {
                return false;
            }
            current = null;
            scale = factor;
            room = factor;
            this.factor = hundreds ? factor.multiply(BigDecimal.valueOf(100)) : factor;
            hundreds = false;
            return true;
        }

        private boolean addPart(BigDecimal part) {
            if (current != null) {
                current = current.add(part);
            } else if (total.signum() > 0) {
                total = total.add(part.multiply(scale));
            } else {
                return false;
            }
            return true;
        }
    }

    /** What digits, points and commas stand for; null if they are no number: a date, a version. */
    private @Nullable BigDecimal value(String written) {
        if (!isDigits(written.replace(".", "").replace(",", ""))) {
            return null;
        }
        int first = firstSeparator(written, 0);
        if (first < 0) {
            return new BigDecimal(written);
        }
        char separator = written.charAt(first);
        int other = written.indexOf(separator == '.' ? ',' : '.');
        if (other > 0) {
            // 1,234.56: the last one is the decimal one
            boolean groups = areGroups(written.substring(0, other), separator);
            return groups && firstSeparator(written, other + 1) < 0
                    ? new BigDecimal(written.substring(0, other).replace(String.valueOf(separator), "")
                            + "."
                            + written.substring(other + 1))
                    : null;
        }
        boolean several = written.indexOf(separator, first + 1) > 0;
        boolean groups = areGroups(written, separator);
        if (several || (groups && separator != decimal)) {
            return groups ? new BigDecimal(written.replace(String.valueOf(separator), "")) : null;
        }
        return new BigDecimal(written.replace(',', '.'));
    }

    private static int firstSeparator(String written, int from) {
        for (int i = from; i < written.length(); i++) {
            if (written.charAt(i) == '.' || written.charAt(i) == ',') {
                return i;
            }
        }
        return -1;
    }

    /** Without zeros behind the point, and without an exponent. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** One to three digits, not a lone zero, then groups of three. */
    private static boolean areGroups(String written, char separator) {
        int last = written.indexOf(separator);
        if (last < 1 || last > 3 || written.charAt(0) == '0') {
            return false;
        }
        for (int at = last; at >= 0; at = written.indexOf(separator, at + 1)) {
            int next = written.indexOf(separator, at + 1);
            if ((next < 0 ? written.length() : next) - at != 4) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigits(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
