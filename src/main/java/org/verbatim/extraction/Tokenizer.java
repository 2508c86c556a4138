package org.verbatim.extraction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.verbatim.text.Span;

/**
 * Cuts a text into tokens. A word keeps its inner hyphens and apostrophes (<i>Solberg-Haas</i>, <i>aujourd'hui</i>,
 * <i>won't</i>), but what is merely leant on it is a word of its own: an elided article or pronoun in front
 * (<i>l'</i>, <i>qu'</i>), a possessive <i>'s</i> behind, an inverted pronoun (<i>a</i>, <i>-</i>, <i>t</i>, <i>-</i>,
 * <i>elle</i>). A number keeps its inner points and commas; a unit glued to it is another token (<i>3,2</i> <i>M</i>).
 */
final class Tokenizer {

    private static final Set<String> ELIDED =
            Set.of("l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu");
    private static final Set<String> INVERTED = Set.of("il", "elle", "on", "ils", "elles", "je", "ce", "nous", "vous");
    private static final Set<String> NOT_INVERTED = Set.of("rendez-vous", "vis-à-vis", "qui-vive");

    /** What is longer is no word of any language. */
    private static final int LONGEST = 200;

    private final int[] text;
    private final int from;
    private final int to;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(int[] text, int start, int end) {
        this.text = text;
        this.from = start;
        this.to = end;
        this.at = start;
    }

    /** The tokens of a stretch of a text, given as code points. */
    static List<Token> tokens(int[] text, int start, int end) {
        Tokenizer tokenizer = new Tokenizer(text, start, end);
        tokenizer.run();
        return tokenizer.tokens;
    }

    static List<Token> tokens(String text) {
        int[] codePoints = text.codePoints().toArray();
        return tokens(codePoints, 0, codePoints.length);
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200B || c == 0xFEFF;
    }

    private void run() {
        while (at < to) {
            int c = text[at];
            if (isSpace(c)) {
                at++;
            } else if (Character.isDigit(c)) {
                number();
            } else if (Character.isLetter(c)) {
                word();
            } else {
                add(Token.Kind.MARK, at, ++at);
            }
        }
    }

    private void number() {
        int start = at;
        while (at < to && Character.isDigit(text[at])) {
            at++;
            boolean inner = at + 1 < to && (text[at] == '.' || text[at] == ',') && Character.isDigit(text[at + 1]);
            if (inner) {
                at++;
            }
        }
        add(Token.Kind.NUMBER, start, at);
    }

    private void word() {
        int start = at;
        while (at < to && at - start < LONGEST) {
            int c = text[at];
            if (isWordCharacter(c)) {
                at++;
            } else if (isApostrophe(c) && isElided(start, at)) {
                at++;
                add(Token.Kind.WORD, start, at);
                return;
            } else if ((isApostrophe(c) || c == '-' || c == '\u2011') && letterAt(at + 1) && !isPossessive()) {
                at++;
            } else {
                break;
            }
        }
        int inversion = inversion(start, at);
        if (inversion > start) {
            at = inversion;
        }
        add(Token.Kind.WORD, start, at);
        if (at < to && isApostrophe(text[at]) && isPossessive()) {
            add(Token.Kind.WORD, at, at + 2);
            at += 2;
        }
    }

    private static boolean isWordCharacter(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == 0xAD;
    }

    static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC' || c == '`' || c == '\u00B4';
    }

    private boolean letterAt(int index) {
        return index < to && Character.isLetter(text[index]);
    }

    private boolean isElided(int start, int end) {
        return end - start <= 7 && (end + 1 == to || letterOrMarkAt(end + 1)) && ELIDED.contains(lower(start, end));
    }

    /** An elided word may lean on a quotation: l'« état de grâce ». */
    private boolean letterOrMarkAt(int index) {
        return index < to && (Character.isLetterOrDigit(text[index]) || "«“\"".indexOf(text[index]) >= 0);
    }

    private boolean isPossessive() {
        return isApostrophe(text[at])
                && at + 1 < to
                && (text[at + 1] == 's' || text[at + 1] == 'S')
                && !(at + 2 < to && isWordCharacter(text[at + 2]));
    }

    /** Where the hyphen before an inverted pronoun stands, or -1: a|-t-elle, dit|-il. */
    private int inversion(int start, int end) {
        int hyphen = -1;
        for (int i = end - 1; i > start && end - i <= 6; i--) {
            if (text[i] == '-' || text[i] == '\u2011') {
                hyphen = i;
                break;
            }
        }
        if (hyphen < 0 || !INVERTED.contains(lower(hyphen + 1, end)) || NOT_INVERTED.contains(lower(start, end))) {
            return -1;
        }
        boolean euphonic = hyphen - 2 > start
                && (text[hyphen - 1] == 't' || text[hyphen - 1] == 'T')
                && (text[hyphen - 2] == '-' || text[hyphen - 2] == '\u2011');
        return euphonic ? hyphen - 2 : hyphen;
    }

    private void add(Token.Kind kind, int start, int end) {
        String written = new String(text, start, end - start);
        String lower = kind == Token.Kind.WORD ? lower(start, end) : written;
        boolean spaced = start == from || isSpace(text[start - 1]);
        tokens.add(new Token(kind, written, lower, unaccented(lower), new Span(start, end), spaced));
    }

    private String lower(int start, int end) {
        String lower = new String(text, start, end - start).toLowerCase(Locale.ROOT);
        StringBuilder plain = null;
        boolean ascii = true;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            ascii &= c < 0x80;
            if ((c != '\'' && isApostrophe(c)) || c == 0xAD || c == '\u2011') {
                plain = plain == null ? new StringBuilder(lower) : plain;
                plain.setCharAt(i, c == '\u2011' ? '-' : c == 0xAD ? '\u00AD' : '\'');
            }
        }
        String result = plain == null ? lower : plain.toString().replace("\u00AD", "");
        return ascii ? result : Normalizer.normalize(result, Normalizer.Form.NFC);
    }

    private static String unaccented(String lower) {
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) >= 0x80) {
                StringBuilder plain = new StringBuilder(lower.length());
                Normalizer.normalize(lower, Normalizer.Form.NFD)
                        .codePoints()
                        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                        .forEach(c -> {
                            switch (c) {
                                case 'œ' -> plain.append("oe");
                                case 'æ' -> plain.append("ae");
                                case 'ø' -> plain.append('o');
                                case 'ł' -> plain.append('l');
                                default -> plain.appendCodePoint(c);
                            }
                        });
                return plain.toString();
            }
        }
        return lower;
    }
}
