package org.verbatim.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;
import org.verbatim.index.IndexQuery.Keyword;
import org.verbatim.index.IndexQuery.Range;

/** The index as it was at one dataset version: what one answer is answered from, however the index moves meanwhile. */
record Snapshot(DirectoryReader reader, IndexSearcher searcher, long version, Counted counted) {
    private static final SortField ORDER = new SortField(Field.ORDER, SortField.Type.LONG);
    private static final SortField KEY = new SortField(Field.KEY, SortField.Type.LONG);

    static final Sort IN_ORDER = new Sort(ORDER, KEY);
    static final Sort BY_RELEVANCE = new Sort(SortField.FIELD_SCORE, ORDER, KEY);

    private static final int WITHOUT_SCORE = 2 * Long.BYTES;
    private static final int WITH_SCORE = Float.BYTES + WITHOUT_SCORE;

    static Snapshot of(DirectoryReader reader, long version) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new Relevance());
        searcher.setQueryCache(null); // memory that nobody bounded, for filters that are cheap
        return new Snapshot(reader, searcher, version, new Counted());
    }

    /**
     * The best, after one given, in a total order.
     *
     * @param counted how many matches are counted before those that cannot be among the best are skipped unseen
     */
    TopFieldDocs best(Query query, Sort sort, int limit, @Nullable FieldDoc after, int counted) throws IOException {
        int room = Math.max(1, Math.min(limit, reader.maxDoc())); // it is allocated
        return searcher.search(query, new TopFieldCollectorManager(sort, room, after, counted, false));
    }

    IndexPlace place(int doc) throws IOException {
        LeafReaderContext leaf = leaf(doc);
        SortedDocValues places = DocValues.getSorted(leaf.reader(), Field.PLACE);
        places.advanceExact(doc - leaf.docBase); // every document has one
        return IndexPlace.of(places.lookupOrd(places.ordValue()));
    }

    Passages passages(int doc) throws IOException {
        LeafReaderContext leaf = leaf(doc);
        BinaryDocValues values = DocValues.getBinary(leaf.reader(), Field.PASSAGES);
        values.advanceExact(doc - leaf.docBase); // every document has them
        return Passages.decoded(values.binaryValue());
    }

    LeafReaderContext leaf(int doc) {
        return reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    }

    static void filter(BooleanQuery.Builder query, List<Keyword> keywords, Map<String, Range> numbers) {
        keywords.forEach(keyword -> query.add(keyword(keyword.name(), keyword.values()), Occur.FILTER));
        numbers.forEach((name, range) -> query.add(
                DoublePoint.newRangeQuery(
                        Field.number(name),
                        range.min() == null
                                ? Double.NEGATIVE_INFINITY
                                : range.min().doubleValue(),
                        range.max() == null
                                ? Double.POSITIVE_INFINITY
                                : range.max().doubleValue()),
                Occur.FILTER));
    }

    private static Query keyword(String name, Set<String> values) {
        if (values.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        if (values.size() == 1) {
            return new TermQuery(
                    Field.keyword(name, values.iterator().next())); // which the index can count by looking up
        }
        return new TermInSetQuery(
                Field.keyword(name, "").field(),
                values.stream().map(value -> Field.keyword(name, value).bytes()).toList());
    }

    /** Where a page ended, as text that can stand in a URL: the fields it is sorted by, score or not. */
    static String cursor(FieldDoc last) {
        ByteBuffer bytes = ByteBuffer.allocate(last.fields.length == 3 ? WITH_SCORE : WITHOUT_SCORE);
        for (Object field : last.fields) {
            if (field instanceof Float score) {
                bytes.putFloat(score);
            } else {
                bytes.putLong((Long) field);
            }
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** How the answer to a question is ordered. */
    static Sort order(String text) {
        return text.isBlank() ? IN_ORDER : BY_RELEVANCE;
    }

    /** @throws IllegalArgumentException if it is not a cursor of an answer to such a question */
    static FieldDoc after(String cursor, String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
        boolean scored = order(text).equals(BY_RELEVANCE);
        if (bytes.remaining() != (scored ? WITH_SCORE : WITHOUT_SCORE)) {
            throw new IllegalArgumentException("not a cursor of this question");
        }
        Object[] fields = scored
                ? new Object[] {bytes.getFloat(), bytes.getLong(), bytes.getLong()}
                : new Object[] {bytes.getLong(), bytes.getLong()};
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, fields); // no document after it counts as the same
    }
}
