package org.verbatim.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    static Claim of(SourceText text) {
        Wording wording = Wording.of(text);
        int from = 0;
        int to = wording.tokens().size();
        while (from < to && isDispensable(wording.tokens().get(from))) {
            from++;
        }
        while (from < to && isDispensable(wording.tokens().get(to - 1))) {
            to--;
        }
        List<Token> tokens = wording.tokens().subList(from, to);
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
