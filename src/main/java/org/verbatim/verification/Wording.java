package org.verbatim.verification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.verbatim.text.Folding;
import org.verbatim.text.NormalisedText;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/**
 * A text, or some segments of it, as words and marks, each with its place in the original. Takes time linear in the
 * length of the segments.
 *
 * <p>White space, quotation marks and single marks outside a word are no tokens: they never tell two wordings apart.
 * Every other character is part of one. {@code l’eau} is two words, {@code don’t} and {@code au-delà} are one, and so is
 * a number with its thousands apart ({@code 1 150}); its key has no spaces.
 *
 * @param text the original
 * @param tokens in order, through all segments
 * @param applied what normalising the segments folded
 */
record Wording(SourceText text, List<Token> tokens, Set<Folding> applied) {

    private static final Set<String> ELIDED =
            Set.of("l", "d", "n", "s", "c", "j", "m", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu");

    /** The segments' spans are in code points of the text, in order. */
    static Wording of(SourceText text, List<Span> segments) {
        List<Token> tokens = new ArrayList<>();
        EnumSet<Folding> applied = EnumSet.noneOf(Folding.class);
        for (int i = 0; i < segments.size(); i++) {
            NormalisedText normalised = NormalisedText.of(text.slice(segments.get(i)));
            applied.addAll(normalised.applied());
            new Cutter(normalised, segments.get(i).start(), i, tokens).cut();
        }
        return new Wording(text, List.copyOf(tokens), applied);
    }

    static Wording of(SourceText text) {
        return of(text, List.of(new Span(0, text.length())));
    }

    /** What stands between each two segments: the reporting clauses that part them, without their marks. */
    List<List<Token>> between() {
        List<List<Token>> clauses = new ArrayList<>();
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).segment() != tokens.get(i - 1).segment()) {
                Span gap = new Span(
                        /* start= */ tokens.get(i - 1).span().end(),
                        /* end= */ tokens.get(i).span().start());
                List<Token> clause = of(text, List.of(gap)).tokens().stream()
                        .filter(Token::isWord)
                        .toList();
                if (!clause.isEmpty()) {
                    clauses.add(clause);
                }
            }
        }
        return clauses;
    }

    private static final class Cutter {
        private final NormalisedText normalised;
        private final int[] in;
        private final int base;
        private final int segment;
        private final List<Token> out;
        private boolean opens = true;
        private boolean initial = true;

        Cutter(NormalisedText normalised, int base, int segment, List<Token> out) {
            this.normalised = normalised;
            this.in = normalised.text().codePoints().toArray();
            this.base = base;
            this.segment = segment;
            this.out = out;
        }

        void cut() {
            for (int at = 0; at < in.length; ) {
                int c = in[at];
                int ellipsis = ellipsis(at);
                if (ellipsis > at) {
                    add(Token.Kind.ELLIPSIS, "...", at, ellipsis);
                    at = ellipsis;
                } else if (isNumber(at)) {
                    at = number(at);
                } else if (isLetter(c)) {
                    at = word(at);
                } else {
                    if (c != ' ' && c != '"' && c != '\'') {
                        add(Token.Kind.MARK, Character.toString(c), at, at + 1);
                    }
                    at++;
                }
            }
        }

        /** Where the ellipsis ends that begins here, brackets included; here if none does. */
        private int ellipsis(int from) {
            int at = from;
            int closing = at < in.length ? (in[at] == '[' ? ']' : in[at] == '(' ? ')' : 0) : 0;
            if (closing != 0) {
                at = skipSpace(at + 1);
            }
            int dots = at;
            while (at < in.length && in[at] == '.') {
                at++;
            }
            if (at - dots < 3) {
                return from;
            }
            if (closing == 0) {
                return at;
            }
            at = skipSpace(at);
            return at < in.length && in[at] == closing ? at + 1 : from;
        }

        private int skipSpace(int at) {
            return at < in.length && in[at] == ' ' ? at + 1 : at;
        }

        private boolean isNumber(int at) {
            boolean signed = in[at] == '-' && at + 1 < in.length && (at == 0 || in[at - 1] == ' ');
            return Character.isDigit(in[signed ? at + 1 : at]);
        }

        private int number(int from) {
            int at = from + 1;
            StringBuilder key = new StringBuilder().appendCodePoint(in[from]);
            boolean groups = true; // so far only digits, in groups of three behind the first
            int group = in[from] == '-' ? 0 : 1;
            while (at < in.length) {
                int c = in[at];
                if (Character.isDigit(c)) {
                    group++;
                } else if (c == ' ' && groups && 0 < group && group <= 3 && isThreeDigits(at + 1)) {
                    group = 0;
                    at++;
                    continue;
                } else if (isLetter(c) || (isInner(c) && at + 1 < in.length && Character.isDigit(in[at + 1]))) {
                    groups = false;
                } else {
                    break;
                }
                key.appendCodePoint(c);
                at++;
            }
            add(Token.Kind.WORD, key.toString(), from, at);
            return at;
        }

        private boolean isThreeDigits(int at) {
            for (int i = at; i < at + 3; i++) {
                if (i >= in.length || !Character.isDigit(in[i])) {
                    return false;
                }
            }
            return at + 3 >= in.length || !(Character.isDigit(in[at + 3]) || isLetter(in[at + 3]));
        }

        private static boolean isInner(int c) {
            return c == '.' || c == ',' || c == '-' || c == '\'' || c == '/';
        }

        private int word(int from) {
            int at = from + 1;
            while (at < in.length) {
                int c = in[at];
                if (c == '\'' && isElided(from, at)) {
                    at++;
                    break;
                }
                boolean joins = (c == '\'' || c == '-') && at + 1 < in.length && isLetterOrDigit(in[at + 1]);
                if (!joins && !isLetterOrDigit(c)) {
                    break;
                }
                at++;
            }
            add(Token.Kind.WORD, new String(in, from, at - from), from, at);
            return at;
        }

        private boolean isElided(int from, int to) {
            return to - from <= 6 && ELIDED.contains(new String(in, from, to - from).toLowerCase(Locale.ROOT));
        }

        private static boolean isLetterOrDigit(int c) {
            return isLetter(c) || Character.isDigit(c);
        }

        /** What only makes sense with a letter, such as a combining mark or a joiner, counts as one. */
        private static boolean isLetter(int c) {
            return Character.isLetter(c)
                    || switch (Character.getType(c)) {
                        case Character.NON_SPACING_MARK,
                                Character.COMBINING_SPACING_MARK,
                                Character.ENCLOSING_MARK,
                                Character.FORMAT,
                                Character.LETTER_NUMBER,
                                Character.OTHER_NUMBER -> true;
                        default -> false;
                    };
        }

        private void add(Token.Kind kind, String key, int start, int end) {
            Span original = normalised.original(new Span(start, end));
            Span span = new Span(base + original.start(), base + original.end());
            out.add(Token.of(kind, key, span, segment, opens, initial));
            switch (kind) {
                case WORD -> {
                    opens = false;
                    initial = false;
                }
                case ELLIPSIS -> {
                    opens = true;
                    initial = true;
                }
                case MARK -> initial |= ".!?:".contains(key);
            }
        }
    }
}
