package org.verbatim.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What a question finds in one segment, one after the other in the order of the places, which is that of the segment
 * ({@link Field#SORT}): beginning anywhere costs a look-up, and what is not asked for is not read.
 */
final class Walk implements Comparable<Walk> {

    private final DocIdSetIterator found;
    private final @Nullable Bits live;
    private final SortedDocValues places;
    private BytesRef place = new BytesRef();

    private Walk(DocIdSetIterator found, @Nullable Bits live, SortedDocValues places) {
        this.found = found;
        this.live = live;
        this.places = places;
    }

    /** The ids of the first that are found behind a place, in the order of the places. */
    static List<String> ids(Snapshot snapshot, Weight found, @Nullable IndexPlace after, int most) throws IOException {
        PriorityQueue<Walk> walks = new PriorityQueue<>();
        BytesRef behind = after == null ? null : after.bytes();
        for (LeafReaderContext leaf : snapshot.reader().leaves()) {
            Scorer scorer = found.scorer(leaf);
            if (scorer != null) {
                LeafReader reader = leaf.reader();
                Walk walk = new Walk(scorer.iterator(), reader.getLiveDocs(), DocValues.getSorted(reader, Field.PLACE));
                if (behind == null ? walk.step() : walk.stepBehind(behind)) {
                    walks.add(walk);
                }
            }
        }
        List<String> ids = new ArrayList<>();
        while (ids.size() < most && !walks.isEmpty()) {
            Walk next = walks.remove();
            ids.add(IndexPlace.of(next.place).id());
            if (next.step()) {
                walks.add(next);
            }
        }
        return ids;
    }

    private boolean step() throws IOException {
        return stoppedAt(found.nextDoc());
    }

    /** A segment has each place once, but for what was replaced soon after it came: that is there again, dead. */
    private boolean stepBehind(BytesRef after) throws IOException {
        int ordinal = places.lookupTerm(after);
        int passed = ordinal < 0 ? -ordinal - 2 : ordinal;
        // No place is there less than once, so that no document before this number is behind it.
        int doc = found.advance(passed + 1);
        while (doc != DocIdSetIterator.NO_MORE_DOCS && ordinal(doc) <= passed) {
            doc = found.nextDoc();
        }
        return stoppedAt(doc);
    }

    private boolean stoppedAt(int found) throws IOException {
        int doc = found;
        while (doc != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(doc)) {
            doc = this.found.nextDoc();
        }
        if (doc == DocIdSetIterator.NO_MORE_DOCS) {
            return false;
        }
        place = BytesRef.deepCopyOf(places.lookupOrd(ordinal(doc)));
        return true;
    }

    private int ordinal(int doc) throws IOException {
        places.advanceExact(doc); // every document has one
        return places.ordValue();
    }

    @Override
    public int compareTo(Walk other) {
        return place.compareTo(other.place);
    }
}
