package org.verbatim.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * A text without its typography, and the way back: for each of its characters, which original characters it stands for.
 * Two texts that differ in typography alone have the same {@link #text()}; {@link Folding} lists what that means.
 *
 * <p>To normalise is idempotent, depends on no locale, and takes time and space linear in the length of the text,
 * whatever stands in it. All offsets, the original's and the normalised text's alike, are in code points with exclusive
 * ends.
 *
 * <p>Some decisions, and why:
 *
 * <ul>
 *   <li>French sets spaces inside its quotation marks, English none, and of a straight mark nobody can tell whether it
 *       opens or closes. So no space on either side of a double mark counts: {@code migration », a} and
 *       {@code migration", a} are both {@code migration", a}. The mark itself stays and parts the words. Single marks
 *       are apostrophes as well, and the spaces around those do count.
 *   <li>A dash between words is not the hyphen of a compound: {@code soutien—vital} is {@code soutien - vital}. Only
 *       the shapes that are used both ways (the en dash above all) rely on the spaces around them.
 *   <li>A zero-width joiner or non-joiner spells words in Persian or Hindi and makes one emoji of several; there it
 *       stays.
 *   <li>Superscripts and fractions are not folded ({@code 10²} is not {@code 102}), nor are spaces between digits.
 *   <li>A run of more than 30 combining marks, which Unicode's Stream-Safe Text Format (UAX #15) rules out and no
 *       language needs, is not composed: the JDK's {@link Normalizer} takes quadratic time for it.
 * </ul>
 */
public final class NormalisedText {
    private final SourceText source;
    private final SourceText normalised;
    /** For each normalised code point, where what it stands for begins in the original; never decreases. */
    private final int[] starts;
    /** For each normalised code point, where what it stands for ends; never decreases either. */
    private final int[] ends;

    private final Set<Folding> applied;

    private NormalisedText(SourceText source, Folder folder) {
        this.source = source;
        this.normalised = SourceText.of(new String(folder.out, 0, folder.size));
        this.starts = Arrays.copyOf(folder.starts, folder.size);
        this.ends = Arrays.copyOf(folder.ends, folder.size);
        this.applied = Collections.unmodifiableSet(folder.applied);
    }

    /** Normalises a text. */
    public static NormalisedText of(SourceText source) {
        Folder folder = new Folder(source.toString().codePoints().toArray());
        folder.fold();
        return new NormalisedText(source, folder);
    }

    /**
     * Normalises a string.
     *
     * @throws IllegalArgumentException if it has a lone surrogate; see {@link SourceText#of(String)}
     */
    public static NormalisedText of(String source) {
        return of(SourceText.of(source));
    }

    /** The normalised text; empty if the original has nothing but white space and invisible characters. */
    public String text() {
        return normalised.toString();
    }

    /** The length of the normalised text in code points. */
    public int length() {
        return normalised.length();
    }

    /** The original. */
    public SourceText source() {
        return source;
    }

    /** What was done to the original, in the order of the enum; empty exactly if nothing was changed. Unmodifiable. */
    public Set<Folding> applied() {
        return applied;
    }

    /**
     * The normalised characters of a span of the normalised text.
     *
     * @throws IndexOutOfBoundsException if it ends behind the normalised text
     */
    public String slice(Span span) {
        return normalised.slice(span);
    }

    /**
     * The smallest span of the original that holds everything for which the given characters stand. Dropped characters
     * at its edges are left out. Where several characters came of one (… or ﬁ), each stands for the whole of it. An
     * empty span becomes the empty span in front of what the next character stands for.
     *
     * @param span in the normalised text
     * @throws IndexOutOfBoundsException if it ends behind the normalised text
     */
    public Span original(Span span) {
        Objects.checkFromToIndex(span.start(), span.end(), length());
        if (!span.isEmpty()) {
            return new Span(starts[span.start()], ends[span.end() - 1]);
        }
        int place = span.start() < length() ? starts[span.start()] : source.length();
        return new Span(place, place);
    }

    /**
     * The normalised characters that stand for at least one original character of the given span; empty if all of it
     * was dropped. A span that begins or ends within what became one character takes in all of that character, so
     * {@code normalised(original(span))} holds {@code span} unless that is empty.
     *
     * @param span in the original
     * @throws IndexOutOfBoundsException if it ends behind the original
     */
    public Span normalised(Span span) {
        Objects.checkFromToIndex(span.start(), span.end(), source.length());
        int from = firstAbove(ends, span.start());
        int to = firstAbove(starts, span.end() - 1);
        return new Span(from, span.isEmpty() ? from : Math.max(from, to));
    }

    @Override
    public String toString() {
        return text();
    }

    /** The index of the first value above the bound, in values that never decrease. */
    private static int firstAbove(int[] values, int bound) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] > bound) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * One pass over a text. Characters go through four stations, in this order: invisible ones are dropped, shapes
     * folded, spaces held back until it is known what follows them, and letters composed with their marks once no
     * further mark can come. The order makes the pass idempotent: no station leaves anything for an earlier one to do.
     */
    private static final class Folder {
        /** The em dash: wherever it stands, it parts words. A run of dashes of any shape is taken for one. */
        private static final int PARTING_DASH = '—';

        private static final int MOST_MARKS = 30;

        private final int[] in;
        private final Set<Folding> applied = EnumSet.noneOf(Folding.class);

        private int[] out;
        private int[] starts;
        private int[] ends;
        private int size;
        /** Where in the output the last character begins that combining marks may still join. */
        private int segment;
        /** The last character put out, marks aside: it decides whether a joiner has anything to join. */
        private int base = ' ';
        /** The space held back: what it stands for, and whether that is white space or but the edge of a dash. */
        private Space space = Space.NONE;

        private int spaceStart;
        private int spaceEnd;

        private enum Space {
            NONE,
            WRITTEN,
            IMPLIED
        }

        Folder(int[] in) {
            this.in = in;
            this.out = new int[in.length];
            this.starts = new int[in.length];
            this.ends = new int[in.length];
        }

        void fold() {
            for (int at = visible(0); at < in.length; ) {
                int shape = shape(in[at]);
                int end = at + 1;
                base = CodePoints.isMark(shape) ? base : shape;
                int next = visible(end);
                if (shape == '\'' && next < in.length && shape(in[next]) == '\'') {
                    shape = fold(Folding.QUOTATION_MARKS, '"');
                    end = next + 1;
                    next = visible(end);
                }
                while (isDash(shape) && next < in.length && isDash(shape(in[next]))) {
                    shape = fold(Folding.DASHES, PARTING_DASH);
                    end = next + 1;
                    next = visible(end);
                }
                put(shape, at, end);
                at = next;
            }
            compose();
            if (space == Space.WRITTEN) {
                applied.add(Folding.SPACES);
            }
        }

        /** The next place, from this one on, that has a character to be seen. */
        private int visible(int from) {
            int at = from;
            while (at < in.length && isInvisible(in[at])) {
                applied.add(Folding.INVISIBLES);
                at++;
            }
            return at;
        }

        private boolean isInvisible(int c) {
            return switch (c) {
                case 0x00AD, 0x034F, 0x061C, 0x200B, 0x200E, 0x200F, 0xFE0E, 0xFE0F, 0xFEFF -> true;
                case 0x200C, 0x200D -> !isJoined(c);
                default -> (0x202A <= c && c <= 0x202E) || (0x2060 <= c && c <= 0x206F);
            };
        }

        /** Whether a joiner or non-joiner means something behind the character last seen. */
        private boolean isJoined(int joiner) {
            return switch (Character.UnicodeScript.of(base)) {
                case LATIN, GREEK, CYRILLIC, INHERITED -> false;
                case COMMON ->
                    joiner == 0x200D
                            && (Character.getType(base) == Character.OTHER_SYMBOL
                                    || (0x1F3FB <= base && base <= 0x1F3FF));
                default -> true;
            };
        }

        /** One character for all of the same shape. Those with a canonical equivalent are listed beside it. */
        private int shape(int c) {
            return switch (c) {
                case '«', '»', '“', '”', '„', '‟', '″', '〝', '〞', '〟', '⹂' -> fold(Folding.QUOTATION_MARKS, '"');
                case '「', '」', '『', '』', '﹁', '﹂', '﹃', '﹄', '｢', '｣' -> fold(Folding.QUOTATION_MARKS, '"');
                case '‘', '’', '‚', '‛', '‹', '›', '′', '\u02BB', '\u02BC' -> fold(Folding.APOSTROPHES, '\'');
                case '`', '\u1FEF', '\u00B4', '\u1FFD' -> fold(Folding.APOSTROPHES, '\'');
                case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212', '\uFE63' -> fold(Folding.DASHES, '-');
                case '\u2014', '\u2015', '\u2E3A', '\u2E3B', '\uFE58' -> fold(Folding.DASHES, PARTING_DASH);
                case '\u037E' -> fold(Folding.CANONICAL_COMPOSITION, ';');
                case ' ' -> c;
                default -> {
                    if (isWhiteSpace(c)) {
                        yield fold(Folding.SPACES, ' ');
                    }
                    boolean fullWidth = 0xFF01 <= c && c <= 0xFF5E;
                    yield fullWidth ? shape(fold(Folding.FULL_WIDTH_FORMS, c - 0xFF01 + '!')) : c;
                }
            };
        }

        private int fold(Folding folding, int to) {
            applied.add(folding);
            return to;
        }

        private static boolean isDash(int shape) {
            return shape == '-' || shape == PARTING_DASH;
        }

        /** Unicode's property White_Space. */
        private static boolean isWhiteSpace(int c) {
            return Character.isSpaceChar(c) || ('\t' <= c && c <= '\r') || c == 0x85;
        }

        private void put(int shape, int start, int end) {
            switch (shape) {
                case ' ' -> hold(Space.WRITTEN, start, end);
                case PARTING_DASH -> {
                    hold(Space.IMPLIED, start, end);
                    append('-', start, end);
                    hold(Space.IMPLIED, start, end);
                }
                case '…' -> spell(Folding.ELLIPSIS, "...", start, end);
                case 'ﬀ' -> spell(Folding.LIGATURES, "ff", start, end);
                case 'ﬁ' -> spell(Folding.LIGATURES, "fi", start, end);
                case 'ﬂ' -> spell(Folding.LIGATURES, "fl", start, end);
                case 'ﬃ' -> spell(Folding.LIGATURES, "ffi", start, end);
                case 'ﬄ' -> spell(Folding.LIGATURES, "ffl", start, end);
                case 'ﬅ', 'ﬆ' -> spell(Folding.LIGATURES, "st", start, end);
                default -> append(shape, start, end);
            }
        }

        private void spell(Folding folding, String letters, int start, int end) {
            applied.add(folding);
            letters.chars().forEach(letter -> append(letter, start, end));
        }

        /** A run of white space becomes one space; white space outweighs the edge of a dash. */
        private void hold(Space kind, int start, int end) {
            if (kind == Space.WRITTEN && space == Space.WRITTEN) {
                applied.add(Folding.SPACES);
                spaceEnd = end;
            } else if (kind == Space.WRITTEN || space == Space.NONE) {
                space = kind;
                spaceStart = start;
                spaceEnd = end;
            }
        }

        private void append(int c, int start, int end) {
            if (space != Space.NONE) {
                if (size > 0 && isParted(out[size - 1], c)) {
                    store(' ', spaceStart, spaceEnd);
                } else if (space == Space.WRITTEN) {
                    applied.add(Folding.SPACES);
                }
                space = Space.NONE;
            }
            store(c, start, end);
        }

        /** Whether a space between two characters counts. */
        private static boolean isParted(int left, int right) {
            return left != '"'
                    && switch (right) {
                        case '"', ';', ':', '!', '?', '%', '‰' -> false;
                        default -> Character.getType(right) != Character.CURRENCY_SYMBOL;
                    };
        }

        private void store(int c, int start, int end) {
            if (!joinsTheLast(c)) {
                compose();
                segment = size;
            }
            write(c, start, end);
        }

        private void write(int c, int start, int end) {
            if (size == out.length) {
                int capacity = Math.max(16, 2 * size);
                out = Arrays.copyOf(out, capacity);
                starts = Arrays.copyOf(starts, capacity);
                ends = Arrays.copyOf(ends, capacity);
            }
            out[size] = c;
            starts[size] = start;
            ends[size++] = end;
        }

        /** What may compose with the character before it: marks, and some vowels and finals of Hangul and Kirat Rai. */
        private static boolean joinsTheLast(int c) {
            return CodePoints.isMark(c) || (0x1160 <= c && c <= 0x11FF) || c == 0x16D67 || c == 0x16D68;
        }

        /** Composes the last character with its marks; if that changes them, all of them stand for all of it. */
        private void compose() {
            int marks = size - segment - 1;
            if (marks < 0 || marks > MOST_MARKS || (marks == 0 && out[segment] < 0x300)) {
                return;
            }
            String found = new String(out, segment, size - segment);
            String composed = Normalizer.normalize(found, Normalizer.Form.NFC);
            if (!composed.equals(found)) {
                applied.add(Folding.CANONICAL_COMPOSITION);
                int start = starts[segment];
                int end = ends[size - 1];
                size = segment;
                composed.codePoints().forEach(c -> write(c, start, end));
            }
        }
    }
}
