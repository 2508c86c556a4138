package org.verbatim.index;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/**
 * Where a document stands in a list of its kind: by its owner, then by its order, then by its id, of which the shorter
 * comes first, so that {@code a-9} is before {@code a-10}.
 *
 * <p>All documents of the index are in this order, so that a list that is filtered by anything is read from any place
 * on, and no further than it is asked for.
 *
 * @param kind as of {@link IndexedDocument}, and so is the rest; no part but the id may have a NUL in it
 */
public record IndexPlace(String kind, String owner, long order, String id) {

    /** The order, and the length of the id. */
    private static final int BEFORE_ID = Long.BYTES + Integer.BYTES;

    static IndexPlace of(IndexedDocument document) {
        return new IndexPlace(document.kind(), document.owner(), document.order(), document.id());
    }

    /** In the order of which unsigned bytes are as places are. */
    BytesRef bytes() {
        byte[] head = (kind + '\0' + owner + '\0').getBytes(StandardCharsets.UTF_8);
        byte[] tail = id.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + BEFORE_ID + tail.length];
        System.arraycopy(head, 0, all, 0, head.length);
        NumericUtils.longToSortableBytes(order, all, head.length);
        NumericUtils.intToSortableBytes(tail.length, all, head.length + Long.BYTES);
        System.arraycopy(tail, 0, all, head.length + BEFORE_ID, tail.length);
        return new BytesRef(all);
    }

    /** What {@link #bytes} was made of. */
    static IndexPlace of(BytesRef bytes) {
        int end = bytes.offset + bytes.length;
        int owner = behindNul(bytes.bytes, bytes.offset);
        int order = behindNul(bytes.bytes, owner);
        int id = order + BEFORE_ID;
        return new IndexPlace(
                text(bytes.bytes, bytes.offset, owner - 1),
                text(bytes.bytes, owner, order - 1),
                NumericUtils.sortableBytesToLong(bytes.bytes, order),
                text(bytes.bytes, id, end));
    }

    private static int behindNul(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != 0) {
            at++;
        }
        return at + 1;
    }

    private static String text(byte[] bytes, int begin, int end) {
        return new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
    }
}
