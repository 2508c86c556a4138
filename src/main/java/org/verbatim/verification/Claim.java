package org.verbatim.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/**
 * A claimed quotation, cut into words once for all candidates.
 *
 * @param tokens without the marks at either end that are typography: dashes, ellipses, full stops, commas and the like,
 *     but not question marks
 * @param exact a number for each key; {@code loose}: for each key with its first letter in lower case; {@code folded}:
 *     for each key without case and accents
 */
record Claim(
        Wording wording,
        List<Token> tokens,
        Map<String, Integer> exact,
        Map<String, Integer> loose,
        Map<String, Integer> folded) {

    private static final String DISPENSABLE_AT_THE_ENDS = "-,.;:!";

    private static final String QUOTATION_MARKS = "«»\"“”„‟";
    private static final String BESIDE_A_CLAUSE = ",.;:-–—";

    static Claim of(SourceText text) {
        return of(Wording.of(text));
    }

    private static Claim of(Wording wording) {
        int from = 0;
        int to = wording.tokens().size();
        while (from < to && isDispensable(wording.tokens().get(from))) {
            from++;
        }
        while (from < to && isDispensable(wording.tokens().get(to - 1))) {
            to--;
        }
        return of(wording, wording.tokens().subList(from, to));
    }

    private static Claim of(Wording wording, List<Token> tokens) {
        return new Claim(
                wording,
                tokens,
                numbered(tokens, Token::key),
                numbered(tokens, Token::loose),
                numbered(tokens, Token::folded));
    }

    private static boolean isDispensable(Token token) {
        return token.kind() == Token.Kind.ELLIPSIS || token.isMark(DISPENSABLE_AT_THE_ENDS);
    }

    private static Map<String, Integer> numbered(List<Token> tokens, Function<Token, String> form) {
        Map<String, Integer> numbers = new HashMap<>();
        tokens.forEach(token -> numbers.putIfAbsent(form.apply(token), numbers.size()));
        return numbers;
    }

    /**
     * The claim without the reporting clauses that it was copied with: « A », a déclaré X. « B » claims A and B. Only where
     * quotation marks part the clause from what is quoted, and it is word by word the article's.
     *
     * @param clauses of the quote, as {@link Wording#between} has them
     */
    Claim without(List<List<Token>> clauses) {
        List<Token> kept = tokens;
        for (List<Token> clause : clauses) {
            Span aside = aside(kept, clause);
            if (aside != null) {
                kept = kept.stream()
                        .filter(token -> !aside.contains(token.span().start()))
                        .toList();
            }
        }
        return kept.size() == tokens.size() ? this : of(wording, kept);
    }

    /** Where the first copy of a clause stands, quotation marks included; null if there is none between two of them. */
    private @Nullable Span aside(List<Token> from, List<Token> clause) {
        for (int i = 1; i < from.size(); i++) {
            int end = endOf(clause, from, i);
            if (end > i) {
                int opening = mark(from.get(i).span().start() - 1, -1);
                int closing = mark(from.get(end - 1).span().end(), 1);
                if (opening >= 0 && closing >= 0) {
                    return new Span(opening, closing);
                }
            }
        }
        return null;
    }

    /** Behind the token that ends a clause which begins here, whatever marks stand in it; here if none does. */
    private static int endOf(List<Token> clause, List<Token> from, int begin) {
        int at = begin;
        int matched = 0;
        while (matched < clause.size() && at < from.size()) {
            if (from.get(at).key().equals(clause.get(matched).key())) {
                matched++;
            } else if (matched == 0 || from.get(at).isWord()) {
                return begin;
            }
            at++;
        }
        return matched == clause.size() ? at : begin;
    }

    /** The next quotation mark in one direction, if nothing but punctuation stands before it; else -1. */
    private int mark(int from, int direction) {
        for (int at = from; at >= 0 && at < wording.text().length(); at += direction) {
            int c = wording.text().codePointAt(at);
            if (QUOTATION_MARKS.indexOf(c) >= 0) {
                return at;
            }
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && BESIDE_A_CLAUSE.indexOf(c) < 0) {
                return -1;
            }
        }
        return -1;
    }

    /** How many words it has, as people count: l’OIM is one. */
    int words() {
        return (int) tokens.stream()
                .filter(token -> token.isWord() && !token.isElided())
                .count();
    }

    /** The characters of some of its tokens, with what stands between and behind them; all tokens give the whole text. */
    String slice(int from, int to) {
        SourceText text = wording.text();
        int start = from == 0 ? 0 : tokens.get(from).span().start();
        int end = to == tokens.size() ? text.length() : tokens.get(to).span().start();
        return text.slice(new Span(start, end));
    }
}
