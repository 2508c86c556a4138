package org.verbatim.extraction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of words and phrases, each with a value (empty where the list gives none), to be found in a row of tokens. */
final class Phrases {

    /** No phrase of ours is longer; it bounds the look-ahead. */
    private static final int LONGEST = 12;

    private final Map<String, Node> roots = new HashMap<>();
    private final boolean folded;

    /**
     * A phrase found.
     *
     * @param length how many tokens it has
     */
    record Match(int length, String value) {}

    private static final class Node {
        final Map<String, Node> next = new HashMap<>(2);

        @Nullable String value;
    }

    /**
     * Reads lines such as {@code premier ministre = office}; what follows a # is a comment.
     *
     * @param folded whether accents make no difference
     */
    static Phrases of(List<String> lines, boolean folded) {
        Phrases phrases = new Phrases(folded);
        for (String line : lines) {
            int sign = line.indexOf('=');
            String phrase = sign < 0 ? line : line.substring(0, sign);
            phrases.add(phrase.strip(), sign < 0 ? "" : line.substring(sign + 1).strip());
        }
        return phrases;
    }

    private Phrases(boolean folded) {
        this.folded = folded;
    }

    private void add(String phrase, String value) {
        Map<String, Node> level = roots;
        Node node = null;
        for (Token token : Tokenizer.tokens(phrase)) {
            node = level.computeIfAbsent(key(token), key -> new Node());
            level = node.next;
        }
        if (node != null) {
            node.value = value;
        }
    }

    /** The longest phrase that begins with the token of this number and ends before {@code limit}. */
    @Nullable Match match(List<Token> tokens, int from, int limit) {
        Match longest = null;
        Map<String, Node> level = roots;
        for (int i = from; i < limit && i - from < LONGEST; i++) {
            Node node = level.get(key(tokens.get(i)));
            if (node == null) {
                break;
            }
            if (node.value != null) {
                longest = new Match(i + 1 - from, node.value);
            }
            level = node.next;
        }
        return longest;
    }

    boolean isEmpty() {
        return roots.isEmpty();
    }

    boolean contains(Token word) {
        return value(word) != null;
    }

    /** The value of a single word; null if it is not listed. */
    @Nullable String value(Token word) {
        Node node = roots.get(key(word));
        return node == null ? null : node.value;
    }

    private String key(Token token) {
        return folded ? token.folded() : token.lower();
    }
}
