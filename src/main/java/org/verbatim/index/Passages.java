package org.verbatim.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.verbatim.index.IndexedDocument.Piece;
import org.verbatim.text.Span;

/**
 * Where a body can be cut: about at its sentences, and longer ones in parts of at most {@value #PART} code points. Kept in
 * the index as a few bytes for each, so that a snippet can be chosen without the text, in a megabyte as in a line.
 *
 * <p>Home-made, because {@code java.text.BreakIterator} is neither quick nor known to work in a native binary, and this
 * need only be good enough to look at: an abbreviation taken for the end of a sentence is usually healed, as neighbours
 * are shown together while they fit.
 */
final class Passages {
    /** The longest snippet, in code points. */
    static final int SNIPPET = 200;

    /** The longest part, in code points. */
    private static final int PART = 40;

    private final int[] starts;
    private final int[] ends;

    /** The parts that begin a piece of the body. */
    private final BitSet pieces;

    /** The parts that begin a sentence, or a piece. */
    private final BitSet sentences;

    /** A place that has something of what was asked. */
    record Mark(Span span, int what) {}

    private Passages(int[] starts, int[] ends, BitSet pieces, BitSet sentences) {
        this.starts = starts;
        this.ends = ends;
        this.pieces = pieces;
        this.sentences = sentences;
    }

    static Passages of(List<Piece> body) {
        List<Span> parts = new ArrayList<>();
        BitSet pieces = new BitSet();
        BitSet sentences = new BitSet();
        for (Piece piece : body) {
            pieces.set(parts.size());
            cut(piece, parts, sentences);
        }
        return new Passages(
                parts.stream().mapToInt(Span::start).toArray(),
                parts.stream().mapToInt(Span::end).toArray(),
                pieces,
                sentences);
    }

    private static void cut(Piece piece, List<Span> parts, BitSet sentences) {
        int start = -1; // of the part; -1 between two
        int word = -1; // start of the word; -1 between two
        int end = piece.start(); // of the last whole word
        int letters = 0; // in the word
        boolean closed = false; // by a full stop, with nothing behind it but quotation marks and the like
        int place = piece.start();
        int[] text = piece.text().codePoints().toArray();
        for (int c : text) {
            if (Character.isWhitespace(c)) { // no-break spaces are none: «. »» keeps together
                if (word >= 0) {
                    end = place;
                    word = -1;
                    letters = 0;
                }
                if (start >= 0 && (closed || c == '\n')) {
                    parts.add(new Span(start, end));
                    start = -1;
                }
                closed = false;
            } else {
                if (word < 0) {
                    word = place;
                }
                if (start < 0) {
                    start = place;
                    sentences.set(parts.size());
                } else if (place - start >= PART) {
                    boolean whole = word > start; // or one word is longer than a part
                    parts.add(new Span(start, whole ? end : place));
                    start = whole ? word : place;
                }
                if (Character.isLetterOrDigit(c)) {
                    letters++;
                    closed = false;
                } else if (c == '.') {
                    closed = letters > 2; // not in «M. Bourita», «S.E.»
                } else if (c == '!' || c == '?' || c == '…') {
                    closed = true;
                } else if ("\"'’”»)]\u00A0\u202F".indexOf(c) < 0) {
                    closed = false;
                }
            }
            place++;
        }
        if (start >= 0) {
            parts.add(new Span(start, word >= 0 ? place : end));
        }
    }

    static Passages decoded(BytesRef bytes) {
        ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        int size = in.readVInt();
        int[] starts = new int[size];
        int[] ends = new int[size];
        BitSet pieces = new BitSet(size);
        BitSet sentences = new BitSet(size);
        int end = 0;
        for (int i = 0; i < size; i++) {
            int gap = in.readVInt();
            pieces.set(i, (gap & 1) != 0);
            sentences.set(i, (gap & 2) != 0);
            starts[i] = end + (gap >>> 2);
            end = starts[i] + in.readVInt();
            ends[i] = end;
        }
        return new Passages(starts, ends, pieces, sentences);
    }

    BytesRef encoded() {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            out.writeVInt(starts.length);
            for (int i = 0; i < starts.length; i++) {
                int gap = starts[i] - (i == 0 ? 0 : ends[i - 1]);
                out.writeVInt((gap << 2) | (sentences.get(i) ? 2 : 0) | (pieces.get(i) ? 1 : 0));
                out.writeVInt(ends[i] - starts[i]);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it writes to memory
        }
        return new BytesRef(out.toArrayCopy());
    }

    /** From the start of the body to its end. */
    @Nullable Span whole() {
        return starts.length == 0 ? null : new Span(starts[0], ends[ends.length - 1]);
    }

    /** The sentences that a stretch touches. */
    Span around(Span stretch) {
        int last = at(Math.max(stretch.start(), stretch.end() - 1));
        while (last + 1 < ends.length && !sentences.get(last + 1)) {
            last++;
        }
        return new Span(
                Math.min(stretch.start(), starts[sentence(at(stretch.start()))]), Math.max(stretch.end(), ends[last]));
    }

    /** A span without what lies between two pieces of the body: the reporting clause that splits a quote, say. */
    List<Span> within(Span span) {
        List<Span> parts = new ArrayList<>(1);
        int start = span.start();
        int last = at(span.end() - 1);
        for (int i = at(start); i < last; i++) {
            if (pieces.get(i + 1)) {
                parts.add(new Span(start, ends[i]));
                start = starts[i + 1];
            }
        }
        parts.add(new Span(start, span.end()));
        return parts;
    }

    /**
     * The neighbouring parts, together at most {@value #SNIPPET} code points, that have the most different things of what
     * was asked, then the most of them, then begin a sentence, then come first.
     *
     * @param marks by their start; none: the body's beginning
     */
    @Nullable Span snippet(List<Mark> marks) {
        if (starts.length == 0) {
            return null;
        }
        int best = 0;
        int most = 0;
        int seen = -1;
        for (int i = 0; i < marks.size(); i++) {
            int part = at(marks.get(i).span().start());
            if (part == seen) {
                continue; // its first mark has stood for all
            }
            seen = part;
            for (int first : new int[] {sentence(part), part}) {
                int worth = worth(marks, i, starts[first], ends[upTo(first)]);
                if (worth > most) {
                    most = worth;
                    best = first;
                }
            }
        }
        int to = upTo(best);
        int from = best;
        for (int part = best - 1; part >= 0 && ends[to] - starts[part] <= SNIPPET; part--) {
            if (sentences.get(part) || !sentences.get(best)) {
                from = part; // what room is left is for what comes before, but not to begin in the middle of it
            }
        }
        return new Span(starts[from], ends[to]);
    }

    private static int worth(List<Mark> marks, int near, int start, int end) {
        int first = near;
        while (first > 0 && marks.get(first - 1).span().start() >= start) {
            first--;
        }
        BitSet different = new BitSet();
        int count = 0;
        for (int i = first; i < marks.size() && marks.get(i).span().end() <= end; i++) {
            different.set(marks.get(i).what());
            count++;
        }
        return different.cardinality() * 1000 + Math.min(count, 999);
    }

    /** The last part that fits into a snippet from this one on. */
    private int upTo(int part) {
        int last = part;
        while (last + 1 < ends.length && ends[last + 1] - starts[part] <= SNIPPET) {
            last++;
        }
        return last;
    }

    /** The part that begins the sentence of this one. */
    private int sentence(int part) {
        return Math.max(0, sentences.previousSetBit(part));
    }

    /** The part that a code point is in, or the one before. */
    private int at(int place) {
        int found = Arrays.binarySearch(starts, place);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }
}
