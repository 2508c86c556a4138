package org.verbatim.index;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TotalHitCountCollector;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** How many documents of a snapshot the questions found that were asked last, so that a list is counted once in it. */
final class Counted {

    private static final int KEPT = 1000;

    private record Key(String text, List<IndexQuery.Keyword> keywords, Map<String, IndexQuery.Range> numbers) {}

    private final Map<Key, Integer> totals = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Integer> eldest) {
            return size() > KEPT;
        }
    };

    /** @param found what was asked for, to be counted if it was not asked for lately */
    int total(Snapshot snapshot, IndexQuery asked, Weight found) throws IOException {
        Key key = new Key(asked.text(), asked.keywords(), asked.numbers());
        Integer known = get(key);
        int total = known == null ? count(snapshot, found) : known;
        put(key, total);
        return total;
    }

    private static int count(Snapshot snapshot, Weight found) throws IOException {
        int total = 0;
        for (LeafReaderContext leaf : snapshot.reader().leaves()) {
            int known = found.count(leaf); // negative where it takes more than a look-up
            total += known < 0 ? counted(leaf, found) : known;
        }
        return total;
    }

    private static int counted(LeafReaderContext leaf, Weight found) throws IOException {
        TotalHitCountCollector collector = new TotalHitCountCollector();
        BulkScorer scorer = found.bulkScorer(leaf);
        if (scorer != null) {
            scorer.score(
                    collector.getLeafCollector(leaf), leaf.reader().getLiveDocs(), 0, DocIdSetIterator.NO_MORE_DOCS);
        }
        return collector.getTotalHits();
    }

    private synchronized @Nullable Integer get(Key key) {
        return totals.get(key);
    }

    private synchronized void put(Key key, int total) {
        totals.put(key, total);
    }
}
