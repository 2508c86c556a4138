package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.verbatim.text.Span;

/**
 * Tells the article from the page it was copied from. A line is one block, except where a picture's file name or credit
 * is fused to the text behind it ({@code ©Said MriguaÀ Casablanca, …}) or a dispatch begins with its place and date.
 */
final class Layout {

    /** Beyond it, a line is prose whatever it begins with. */
    private static final int LONGEST_NOTICE = 25;

    private static final int LONGEST_META = 18;

    private final int[] text;
    private final Lexicon lexicon;
    private final Pictures pictures;
    private final List<Piece> pieces = new ArrayList<>();
    private boolean ended;

    /** A block to be; {@code kind} may change until all are known. */
    private static final class Piece {
        Block.Kind kind;
        final int start;
        final int end;
        final List<Token> tokens;

        Piece(Block.Kind kind, int start, int end, List<Token> tokens) {
            this.kind = kind;
            this.start = start;
            this.end = end;
            this.tokens = tokens;
        }
    }

    private Layout(int[] text, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
        this.pictures = new Pictures(text, lexicon);
    }

    /**
     * The blocks of a page, from top to bottom.
     *
     * @param tokens gets the tokens of all blocks
     */
    static List<Block> blocks(int[] text, Lexicon lexicon, List<Token> tokens) {
        Layout layout = new Layout(text, lexicon);
        layout.readLines();
        layout.chooseHeadline();
        List<Block> blocks = new ArrayList<>();
        for (Piece piece : layout.pieces) {
            int from = tokens.size();
            tokens.addAll(piece.tokens);
            blocks.add(new Block(piece.kind, new Span(piece.start, piece.end), from, tokens.size()));
        }
        return blocks;
    }

    private void readLines() {
        int start = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i == text.length || text[i] == '\n' || text[i] == '\r' || text[i] == 0x2028 || text[i] == 0x2029) {
                line(start, i);
                start = i + 1;
            }
        }
    }

    private void line(int from, int to) {
        int start = from;
        while (start < to) {
            while (start < to && Tokenizer.isSpace(text[start])) {
                start++;
            }
            int end = to;
            while (end > start && Tokenizer.isSpace(text[end - 1])) {
                end--;
            }
            start = start == end ? to : piece(start, end, to);
        }
    }

    /** Takes the first piece off a line; returns where the rest of it begins. */
    private int piece(int start, int end, int to) {
        int named = pictures.endOfFileName(start, end);
        if (named > start) {
            add(Block.Kind.NOISE, start, named);
            return named;
        }
        Span credit = pictures.credit(start, end);
        if (credit != null) {
            if (credit.start() > start) {
                captioned(start, credit.start());
            }
            add(Block.Kind.NOISE, credit.start(), credit.end());
            return credit.end();
        }
        classify(start, end);
        return to;
    }

    /** What stands before a credit is the caption of the picture, unless it is too long for one. */
    private void captioned(int from, int to) {
        int end = to;
        while (end > from && (Tokenizer.isSpace(text[end - 1]) || text[end - 1] == '(')) {
            end--;
        }
        if (end > from) {
            List<Token> tokens = tokens(from, end);
            add(tokens.size() > 100 ? Block.Kind.PARAGRAPH : Block.Kind.CAPTION, from, end, tokens);
        }
    }

    private void classify(int start, int end) {
        List<Token> tokens = tokens(start, end);
        if (ended || isNotice(tokens)) {
            add(Block.Kind.NOISE, start, end, tokens);
            return;
        }
        if (isMeta(tokens)) {
            add(Block.Kind.META, start, end, tokens);
            return;
        }
        int dateline = dateline(tokens);
        if (dateline > 0) {
            int cut = tokens.get(dateline).start();
            add(Block.Kind.META, start, tokens.get(dateline - 1).end());
            add(Block.Kind.PARAGRAPH, cut, end);
            return;
        }
        boolean caption = lexicon.list("captions").match(tokens, 0, tokens.size()) != null;
        add(caption ? Block.Kind.CAPTION : Block.Kind.PARAGRAPH, start, end, tokens);
    }

    /** A button, a link to another article, a comment box. */
    private boolean isNotice(List<Token> tokens) {
        if (tokens.size() > 3 * LONGEST_NOTICE) {
            return false;
        }
        Phrases notices = lexicon.foldedList("notices");
        int first = firstWord(tokens);
        if (first == tokens.size()) {
            return true;
        }
        Phrases.Match match = notices.match(tokens, first, tokens.size());
        if (match != null && !match.value().equals("whole") && words(tokens) <= LONGEST_NOTICE) {
            ended = match.value().equals("end") && !pieces.isEmpty() && isWhole(tokens, notices);
            return !match.value().equals("end") || ended;
        }
        return isWhole(tokens, notices) || isBreadcrumb(tokens) || isInitials(tokens) || isFusedCapitals(tokens);
    }

    /** Nothing but notices: Share | Comments (88). */
    private static boolean isWhole(List<Token> tokens, Phrases notices) {
        int i = 0;
        while (i < tokens.size()) {
            Phrases.Match match = notices.match(tokens, i, tokens.size());
            if (match != null) {
                i += match.length();
            } else if (!tokens.get(i).isWord()) {
                i++;
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean isBreadcrumb(List<Token> tokens) {
        long separators = tokens.stream().filter(token -> token.isMark(">›»")).count();
        return separators > 0
                && words(tokens) <= 10
                && tokens.stream().noneMatch(token -> token.isMark("«.!?:"))
                && tokens.get(0).isWord();
    }

    /** The initials of an agency's desk below a dispatch: ldv/mrc. */
    private static boolean isInitials(List<Token> tokens) {
        return tokens.size() <= 5
                && tokens.stream().anyMatch(token -> token.is("/"))
                && tokens.stream()
                        .allMatch(token -> token.is("/")
                                || (token.isWord()
                                        && !token.isCapitalised()
                                        && token.text().length() <= 4));
    }

    /** The entries of a menu without what parted them: ACCUEILMONDE. */
    private static boolean isFusedCapitals(List<Token> tokens) {
        return words(tokens) <= 3
                && tokens.stream().allMatch(token -> token.isAllCapitals())
                && tokens.stream().anyMatch(token -> token.text().length() >= 12);
    }

    private boolean isMeta(List<Token> tokens) {
        int words = words(tokens);
        boolean item =
                tokens.get(0).isMark("•*·") || tokens.get(tokens.size() - 1).isMark(".;");
        if (words > LONGEST_META || item) {
            return false;
        }
        int first = firstWord(tokens);
        Phrases.Match byline = lexicon.list("bylines").match(tokens, first, tokens.size());
        if (byline != null) {
            int next = first + byline.length();
            boolean named = next < tokens.size()
                    && (tokens.get(next).isCapitalised()
                            || lexicon.list("desks").match(tokens, next, tokens.size()) != null
                            || tokens.get(next).is(":"));
            if (named) {
                return true;
            }
        }
        if (isHandle(tokens)) {
            return true;
        }
        if (lexicon.list("metas").match(tokens, first, tokens.size()) != null) {
            return true;
        }
        return words <= 14
                && tokens.stream().noneMatch(token -> token.isMark("?!«“\":"))
                && DateMention.in(tokens, 0, tokens.size(), lexicon).stream().anyMatch(DateMention::isOfPublication);
    }

    /** An author by the name of an account, in the list below a headline: - gherrrabi. */
    private static boolean isHandle(List<Token> tokens) {
        return tokens.size() == 2
                && tokens.get(0).isMark("-–•·")
                && tokens.get(1).isWord();
    }

    /** The number of the first token behind the place and date at the head of a dispatch; 0 if there are none. */
    private int dateline(List<Token> tokens) {
        if (!tokens.get(0).isCapitalised()) {
            return 0;
        }
        int limit = Math.min(tokens.size() - 3, 24);
        for (int i = 1; i < limit; i++) {
            Token token = tokens.get(i);
            if (token.isMark("-–—") && token.spaced() && tokens.get(i + 1).spaced()) {
                List<Token> head = tokens.subList(0, i);
                boolean agency = head.get(i - 1).is(")") && i <= 14;
                boolean place = head.stream().allMatch(word -> word.isAllCapitals() || word.isMark(",-"));
                boolean dated = !DateMention.in(head, 0, head.size(), lexicon).isEmpty();
                return agency || place || dated ? i + 1 : 0;
            }
            if (token.isMark(".!?:;«“\"") && !isAbbreviated(tokens, i)) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean isAbbreviated(List<Token> tokens, int at) {
        return tokens.get(at).is(".")
                && at > 0
                && tokens.get(at - 1).text().length() <= 5
                && tokens.get(at - 1).isCapitalised();
    }

    /** The first line that reads like one; the same line again further down is no second one. */
    private void chooseHeadline() {
        Piece headline = null;
        int looked = 0;
        for (Piece piece : pieces) {
            if (piece.kind != Block.Kind.PARAGRAPH) {
                continue;
            }
            if (looked++ > 8 || isProse(piece)) {
                break;
            }
            int rank = rank(piece);
            if (rank > 0 && (headline == null || rank > rank(headline))) {
                headline = piece;
                if (rank == 3) {
                    break;
                }
            }
        }
        if (headline == null && !pieces.isEmpty() && pieces.get(0).kind == Block.Kind.PARAGRAPH && pieces.size() > 1) {
            headline = words(pieces.get(0).tokens) <= 30 && !isProse(pieces.get(0)) ? pieces.get(0) : null;
        }
        if (headline != null) {
            settleTop(headline);
        }
    }

    /** What stands above the headline is the page's, and so is the headline when it is repeated. */
    private void settleTop(Piece headline) {
        headline.kind = Block.Kind.HEADLINE;
        boolean above = true;
        int looked = 0;
        for (Piece piece : pieces) {
            if (piece == headline) {
                above = false;
            } else if (above && piece.kind == Block.Kind.PARAGRAPH) {
                piece.kind = Block.Kind.META;
            } else if (!above && looked++ < 5 && isSame(piece, headline)) {
                piece.kind = Block.Kind.NOISE;
            }
        }
    }

    private boolean isSame(Piece one, Piece other) {
        return Arrays.equals(text, one.start, one.end, text, other.start, other.end);
    }

    /** Whether a line ends as a sentence does, and is longer than a headline. */
    private static boolean isProse(Piece piece) {
        Token last = piece.tokens.get(piece.tokens.size() - 1);
        boolean ends = last.isMark(".…") || (last.isMark("»”\"") && words(piece.tokens) > 25);
        return words(piece.tokens) > 40 || (ends && words(piece.tokens) > 12);
    }

    /** How much a line is like a headline, 0 to 3. */
    private int rank(Piece piece) {
        List<Token> tokens = piece.tokens;
        int words = words(tokens);
        long small = tokens.stream()
                .filter(token -> token.isWord()
                        && !token.isCapitalised()
                        && !lexicon.list("function-words").contains(token))
                .count();
        boolean capitals = tokens.stream()
                .filter(Token::isWord)
                .allMatch(token -> token.isAllCapitals() || token.text().length() == 1);
        if (words < 3 || tokens.get(0).isMark("•-–*·")) {
            return 0;
        }
        if (capitals) {
            return words >= 5 ? 1 : 0;
        }
        return small >= 2 && words >= 4 ? 3 : words >= 5 && !lexicon.isNounFirst() ? 2 : 1;
    }

    private static int words(List<Token> tokens) {
        int words = 0;
        for (Token token : tokens) {
            words += token.isMark() ? 0 : 1;
        }
        return words;
    }

    private static int firstWord(List<Token> tokens) {
        int first = 0;
        while (first < tokens.size() && tokens.get(first).isMark()) {
            first++;
        }
        return first;
    }

    private List<Token> tokens(int start, int end) {
        return Tokenizer.tokens(text, start, end);
    }

    private void add(Block.Kind kind, int start, int end) {
        add(kind, start, end, null);
    }

    private void add(Block.Kind kind, int from, int to, @Nullable List<Token> known) {
        int start = from;
        int end = to;
        while (start < end && Tokenizer.isSpace(text[start])) {
            start++;
        }
        while (end > start && Tokenizer.isSpace(text[end - 1])) {
            end--;
        }
        if (start < end) {
            int first = start;
            int last = end;
            pieces.add(new Piece(kind, start, end, Objects.requireNonNullElseGet(known, () -> tokens(first, last))));
        }
    }
}
