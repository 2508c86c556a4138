package org.verbatim.extraction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Pairs quotation marks: « » “ ” „ " ‘ ’ ‹ › and the apostrophe in their place. */
final class Quotations {

    private static final String OPENING = "«“„‟‹‘";
    private static final int DEEPEST = 8;
    /** How many captions and notices may stand between two paragraphs of one quotation. */
    private static final int FARTHEST = 8;

    private final List<Token> tokens;
    private final List<Quotation> found = new ArrayList<>();

    private record Open(int token, char mark) {}

    private Quotations(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The quotations of all content blocks, by their place; of nested ones the outer one comes first. */
    static List<Quotation> in(List<Token> tokens, List<Block> blocks) {
        Quotations quotations = new Quotations(tokens);
        boolean unclosed = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.isContent() && block.fromToken() < block.toToken()) {
                unclosed = quotations.read(block, unclosed, reopens(tokens, blocks, i + 1));
            }
        }
        quotations.found.sort(Comparator.comparingInt(Quotation::open));
        return quotations.found;
    }

    /** Whether the next paragraph begins with an opening mark. */
    private static boolean reopens(List<Token> tokens, List<Block> blocks, int next) {
        for (int i = next; i < blocks.size() && i < next + FARTHEST; i++) {
            Block block = blocks.get(i);
            if (block.kind() == Block.Kind.PARAGRAPH && block.fromToken() < block.toToken()) {
                return isDouble(mark(tokens.get(block.fromToken())));
            }
        }
        return false;
    }

    private static boolean isDouble(char mark) {
        return "«»“”„‟\"".indexOf(mark) >= 0;
    }

    private static char mark(Token token) {
        return token.isMark() && token.text().length() == 1 ? token.text().charAt(0) : 0;
    }

    /** Reads a block; returns whether it leaves a quotation open for the next one. */
    private boolean read(Block block, boolean goesOn, boolean reopened) {
        Deque<Open> stack = new ArrayDeque<>();
        int[] open = new int[6];
        int firstFound = found.size();
        for (int i = block.fromToken(); i < block.toToken(); i++) {
            char mark = mark(tokens.get(i));
            int family = family(mark);
            if (family < 0) {
                continue;
            }
            boolean first = i == block.fromToken();
            if (opens(mark, i, block, open[family] > 0) || (goesOn && first && isDouble(mark))) {
                if (stack.size() < DEEPEST) {
                    stack.push(new Open(i, mark));
                    open[family]++;
                }
            } else if (open[family] > 0) {
                close(
                        stack,
                        open,
                        family,
                        i,
                        goesOn && stack.peekLast() != null && stack.peekLast().token() == block.fromToken());
            }
        }
        return unclosed(block, stack, firstFound, goesOn, reopened);
    }

    private void close(Deque<Open> stack, int[] open, int family, int at, boolean goesOn) {
        while (true) {
            Open opened = stack.pop();
            open[family(opened.mark())]--;
            if (family(opened.mark()) == family) {
                found.add(new Quotation(opened.token(), at, true, stack.size(), goesOn && stack.isEmpty()));
                return;
            }
        }
    }

    private boolean unclosed(Block block, Deque<Open> stack, int firstFound, boolean goesOn, boolean reopened) {
        Open outermost = stack.peekLast();
        if (outermost == null) {
            return false;
        }
        boolean last = stack.size() == 1 && isDouble(outermost.mark()) && isAlone(outermost, firstFound);
        if (last && reopened) {
            boolean continues = goesOn && outermost.token() == block.fromToken();
            found.add(new Quotation(outermost.token(), block.toToken(), false, 0, continues));
            return true;
        }
        // A mark that nothing closes: what was found behind it stands on its own.
        for (int i = firstFound; i < found.size(); i++) {
            Quotation inner = found.get(i);
            if (inner.open() > outermost.token()) {
                found.set(
                        i,
                        new Quotation(inner.open(), inner.close(), true, inner.depth() - before(stack, inner), false));
            }
        }
        return false;
    }

    /** How many of the marks that nothing closes stand before a quotation. */
    private static int before(Deque<Open> unclosed, Quotation quotation) {
        return (int) unclosed.stream()
                .filter(open -> open.token() < quotation.open())
                .count();
    }

    /** Whether no quotation of the same kind was found within one that is still open. */
    private boolean isAlone(Open outermost, int firstFound) {
        for (int i = firstFound; i < found.size(); i++) {
            Quotation inner = found.get(i);
            if (inner.open() > outermost.token() && mark(tokens.get(inner.open())) == outermost.mark()) {
                return false;
            }
        }
        return true;
    }

    /** The number of the family of marks that close one another; -1 for no quotation mark. */
    private static int family(char mark) {
        return switch (mark) {
            case '«', '»' -> 0;
            case '“', '”', '„', '‟' -> 1;
            case '"' -> 2;
            case '‘', '’' -> 3;
            case '‹', '›' -> 4;
            case '\'' -> 5;
            default -> -1;
        };
    }

    private boolean opens(char mark, int at, Block block, boolean isOpen) {
        if (OPENING.indexOf(mark) >= 0) {
            return mark != '“' || !isOpen || nextIsGlued(at, block);
        }
        if (mark == '"') {
            return !isOpen;
        }
        if (mark == '\'') {
            return !isOpen && tokens.get(at).spaced() && nextIsGlued(at, block);
        }
        return false;
    }

    private boolean nextIsGlued(int at, Block block) {
        return at + 1 < block.toToken()
                && !tokens.get(at + 1).spaced()
                && (tokens.get(at + 1).isWord() || tokens.get(at + 1).isNumber());
    }
}
