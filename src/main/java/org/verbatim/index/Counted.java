package org.verbatim.index;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
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

    int total(IndexSearcher searcher, IndexQuery asked, Query query) throws IOException {
        Key key = new Key(asked.text(), asked.keywords(), asked.numbers());
        Integer known = get(key);
        int total = known == null ? searcher.count(query) : known;
        put(key, total);
        return total;
    }

    private synchronized @Nullable Integer get(Key key) {
        return totals.get(key);
    }

    private synchronized void put(Key key, int total) {
        totals.put(key, total);
    }
}
