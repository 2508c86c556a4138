package org.verbatim.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * An immutable, well-formed text addressed by Unicode code points, as the W3C Web Annotation model counts.
 *
 * <p>Java strings count UTF-16 code units, so each offset has to be converted. That is free where the text has no
 * surrogate pair; otherwise every 64th code point is remembered and the rest is counted from there.
 */
public final class SourceText {
    private static final int STRIDE = 64;
    private static final int[] NO_PAIRS = {};

    /** More than a script has letters. */
    private static final int LEAPS = 256;

    private final String text;
    private final int length;
    /** The char index of each code point whose number is a multiple of the stride; empty where the numbers agree. */
    private final int[] milestones;

    private SourceText(String text) {
        this.text = text;
        this.length = CodePoints.count(text);
        this.milestones = length == text.length() ? NO_PAIRS : milestones(text, length);
    }

    /**
     * Takes the text as it is; nothing is normalised.
     *
     * @throws IllegalArgumentException if the text has a surrogate without its other half; the message says at which
     *     code point
     */
    public static SourceText of(String text) {
        int lone = loneSurrogate(text);
        if (lone >= 0) {
            throw new IllegalArgumentException("lone surrogate U+%04X at code point %d"
                    .formatted((int) text.charAt(lone), text.codePointCount(0, lone)));
        }
        return new SourceText(text);
    }

    /** The number of code points. */
    public int length() {
        return length;
    }

    /**
     * The characters of a span.
     *
     * @throws IndexOutOfBoundsException if it ends behind the text
     */
    public String slice(Span span) {
        return slice(span.start(), span.end());
    }

    /**
     * The characters from one code point up to another, exclusive.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= start <= end <= length()}
     */
    public String slice(int start, int end) {
        Objects.checkFromToIndex(start, end, length);
        return text.substring(charIndex(start), charIndex(end));
    }

    /**
     * The code point at a position.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= position < length()}
     */
    public int codePointAt(int position) {
        return text.codePointAt(charIndex(Objects.checkIndex(position, length)));
    }

    /**
     * The index in {@code toString()}, in UTF-16 code units, at which a code point begins.
     *
     * @param codePoint 0 to {@link #length()}, both included
     * @throws IndexOutOfBoundsException outside that range
     */
    public int charIndex(int codePoint) {
        Objects.checkIndex(codePoint, length + 1);
        if (milestones.length == 0) {
            return codePoint;
        }
        return text.offsetByCodePoints(milestones[codePoint / STRIDE], codePoint % STRIDE);
    }

    /**
     * The code point to which a UTF-16 code unit of {@code toString()} belongs; both halves of a surrogate pair belong
     * to the same one.
     *
     * @param charIndex 0 to the number of code units, both included
     * @throws IndexOutOfBoundsException outside that range
     */
    public int codePointIndex(int charIndex) {
        Objects.checkIndex(charIndex, text.length() + 1);
        if (milestones.length == 0) {
            return charIndex;
        }
        boolean withinPair = charIndex < text.length() && Character.isLowSurrogate(text.charAt(charIndex));
        int begin = withinPair ? charIndex - 1 : charIndex;
        int found = Arrays.binarySearch(milestones, begin);
        int milestone = found >= 0 ? found : -found - 2;
        return milestone * STRIDE + text.codePointCount(milestones[milestone], begin);
    }

    /**
     * Where a string stands in this text, in order, overlapping occurrences included. A string with a lone surrogate
     * stands nowhere.
     *
     * <p>Most of the text is leapt over (as Horspool does, 1980). Where the two repeat themselves so much that this looks
     * at more characters than there are, the rest is read one by one (as Knuth, Morris and Pratt do, 1977), so that it
     * takes time linear in the two lengths, whatever they are.
     *
     * @param exact at least one character
     * @param limit the most spans to return, at least 0
     * @throws IllegalArgumentException if {@code exact} is empty or {@code limit} negative
     */
    public List<Span> occurrences(String exact, int limit) {
        if (exact.isEmpty() || limit < 0) {
            throw new IllegalArgumentException(exact.isEmpty() ? "nothing to look for" : "negative limit " + limit);
        }
        List<Span> found = new ArrayList<>();
        if (exact.length() > text.length() || loneSurrogate(exact) >= 0) {
            return found;
        }
        int last = exact.length() - 1;
        byte[] leaps = leaps(exact);
        int begin = 0;
        for (long seen = 0; seen <= text.length() && begin + last < text.length() && found.size() < limit; seen++) {
            char end = text.charAt(begin + last);
            if (end == exact.charAt(last)) {
                seen += last;
                if (text.startsWith(exact, begin)) {
                    found.add(spanOf(begin, begin + last + 1));
                }
            }
            begin += leaps[end % LEAPS];
        }
        if (begin + last < text.length() && found.size() < limit) {
            readOn(exact, begin, limit, found);
        }
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text itself. */
    @Override
    public String toString() {
        return text;
    }

    /** Adds those that begin at a character or behind it. */
    private void readOn(String exact, int from, int limit, List<Span> found) {
        int[] borders = borders(exact);
        int matched = 0;
        for (int i = from; i < text.length() && found.size() < limit; i++) {
            matched = extend(exact, borders, matched, text.charAt(i));
            if (matched == exact.length()) {
                found.add(spanOf(i + 1 - matched, i + 1));
                matched = borders[matched - 1];
            }
        }
    }

    private Span spanOf(int beginChar, int endChar) {
        return new Span(codePointIndex(beginChar), codePointIndex(endChar));
    }

    /**
     * How far the needle can be moved on when it stands over a text with this character, by its remainder, under the
     * needle's end: to where the needle has such a character before its own last one.
     */
    private static byte[] leaps(String needle) {
        int last = needle.length() - 1;
        byte[] leaps = new byte[LEAPS];
        Arrays.fill(leaps, leap(needle.length()));
        for (int i = 0; i < last; i++) {
            leaps[needle.charAt(i) % LEAPS] = leap(last - i);
        }
        return leaps;
    }

    /** A shorter one leads to the same, and a table of bytes is soon made for each of the many needles of a page. */
    private static byte leap(int length) {
        return (byte) Math.min(length, Byte.MAX_VALUE);
    }

    /** For each prefix of the needle, the length of the longest shorter prefix that also ends it. */
    private static int[] borders(String needle) {
        int[] borders = new int[needle.length()];
        for (int i = 1; i < borders.length; i++) {
            borders[i] = extend(needle, borders, borders[i - 1], needle.charAt(i));
        }
        return borders;
    }

    private static int extend(String needle, int[] borders, int matched, char next) {
        int length = matched;
        while (length > 0 && needle.charAt(length) != next) {
            length = borders[length - 1];
        }
        return needle.charAt(length) == next ? length + 1 : 0;
    }

    private static int[] milestones(String text, int length) {
        int[] milestones = new int[length / STRIDE + 1];
        for (int i = 1; i < milestones.length; i++) {
            milestones[i] = text.offsetByCodePoints(milestones[i - 1], STRIDE);
        }
        return milestones;
    }

    /** The char index of the first surrogate without its other half, or -1. */
    private static int loneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
