package org.verbatim.extraction;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verbatim.text.Span;

/** Finds what a page's pictures leave behind in its text: their file names and credits, often fused to the next sentence. */
final class Pictures {

    private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "png", "webp", "gif", "heic");
    /** Name prefixes that are followed by a capital: McDonald, LeBlanc. */
    private static final Set<String> PREFIXES =
            Set.of("Mc", "Mac", "De", "Di", "Du", "Des", "La", "Le", "Van", "Fitz", "O");

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_CREDIT = 90;
    private static final int MOST_WORDS = 9;

    private final int[] text;
    private final Lexicon lexicon;

    Pictures(int[] text, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
    }

    /** Where the name of a picture file that begins a line ends: IMG 20250904 1127 2|Le Japon …; start if there is none. */
    int endOfFileName(int start, int end) {
        int limit = Math.min(end, start + LONGEST_NAME);
        List<Token> tokens = Tokenizer.tokens(text, start, limit);
        for (int i = 1; i + 1 < tokens.size(); i++) {
            String extension = tokens.get(i + 1).lower();
            if (tokens.get(i).is(".") && !tokens.get(i + 1).spaced()) {
                String known = EXTENSIONS.stream()
                        .filter(extension::startsWith)
                        .findFirst()
                        .orElse("");
                if (!known.isEmpty()) {
                    return tokens.get(i + 1).start() + longest(extension).length();
                }
            }
            if (tokens.get(i).isMark(",;!?«")) {
                break;
            }
        }
        Phrases.Match match = lexicon.foldedList("picture-files").match(tokens, 0, tokens.size());
        if (match == null || match.length() == tokens.size()) {
            return start;
        }
        int i = match.length();
        int digits = 0;
        while (i < tokens.size()
                && (tokens.get(i).isNumber() || tokens.get(i).isMark(".-_:()") || isAt(tokens.get(i)))) {
            digits += tokens.get(i).isNumber() ? 1 : 0;
            i++;
        }
        return digits < 2 ? start : tokens.get(i - 1).end();
    }

    private static boolean isAt(Token token) {
        return token.is("at") || token.is("à") || token.is("wa");
    }

    private static String longest(String extension) {
        return EXTENSIONS.stream()
                .filter(extension::startsWith)
                .reduce("", (one, other) -> one.length() > other.length() ? one : other);
    }

    /** The credit that comes first in a line. */
    @Nullable Span credit(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] == '©') {
                return new Span(i, endOfCredit(i + 1, end));
            }
            if (i > start
                    && (text[i] == 'P' || text[i] == 'p' || text[i] == 'C' || text[i] == 'c' || text[i] == 'I')
                    && follows(i)) {
                List<Token> tokens = Tokenizer.tokens(text, i, Math.min(end, i + 30));
                Phrases.Match match = lexicon.list("credits").match(tokens, 0, tokens.size());
                if (match != null) {
                    boolean bracketed = text[i - 1] == '(';
                    int named = tokens.get(match.length() - 1).end();
                    return new Span(bracketed ? i - 1 : i, bracketed ? bracket(named, end) : endOfCredit(named, end));
                }
            }
        }
        return null;
    }

    /** Whether a credit may begin here: behind a bracket or the end of a sentence. */
    private boolean follows(int at) {
        int before = at - 1;
        while (before > 0 && Tokenizer.isSpace(text[before])) {
            before--;
        }
        return text[before] == '(' || ".!?»”)\"".indexOf(text[before]) >= 0;
    }

    private int bracket(int from, int end) {
        for (int i = from; i < end && i - from < LONGEST_CREDIT; i++) {
            if (text[i] == ')') {
                return i + 1;
            }
        }
        return endOfCredit(from, end);
    }

    private int endOfCredit(int from, int end) {
        int words = 0;
        for (int i = from; i < end && i - from < LONGEST_CREDIT; i++) {
            boolean begins = i > from && Character.isLetter(text[i]) && !Character.isLetterOrDigit(text[i - 1]);
            words += begins ? 1 : 0;
            if (words > MOST_WORDS) {
                return firstWord(from, end);
            }
            if (isFused(i, end)) {
                return i;
            }
            boolean ends = text[i] == '.' || text[i] == ')';
            if (ends && i - from > 3 && (i + 1 == end || Tokenizer.isSpace(text[i + 1]))) {
                return i + 1;
            }
        }
        return end - from <= LONGEST_CREDIT ? end : firstWord(from, end);
    }

    /** No end in sight: a credit of one word. */
    private int firstWord(int from, int end) {
        int i = from;
        while (i < end && Tokenizer.isSpace(text[i])) {
            i++;
        }
        while (i < end && !Tokenizer.isSpace(text[i]) && i - from < LONGEST_CREDIT) {
            i++;
        }
        return i;
    }

    /** Whether a capital begins the next sentence without a space: MriguaÀ, AFPLe, 2025Le. */
    private boolean isFused(int at, int end) {
        if (at == 0 || !Character.isUpperCase(text[at])) {
            return false;
        }
        int before = text[at - 1];
        if (Character.isDigit(before)) {
            return true;
        }
        if (Character.isLowerCase(before)) {
            int start = at - 1;
            while (start > 0 && Character.isLetter(text[start - 1]) && at - start < 20) {
                start--;
            }
            return !PREFIXES.contains(new String(text, start, at - start));
        }
        boolean small = at + 1 < end && (Character.isLowerCase(text[at + 1]) || Tokenizer.isApostrophe(text[at + 1]));
        return small
                && Character.isUpperCase(before)
                && at >= 3
                && Character.isUpperCase(text[at - 2])
                && Character.isUpperCase(text[at - 3]);
    }
}
