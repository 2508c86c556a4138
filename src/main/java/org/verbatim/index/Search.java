package org.verbatim.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.verbatim.index.IndexHits.Hit;
import org.verbatim.index.Passages.Mark;
import org.verbatim.index.Places.Place;
import org.verbatim.text.Span;

/** Answers one {@link IndexQuery} from one {@link Snapshot}. */
final class Search {
    /** So many highlights are handed out, and those in the snippet. */
    private static final int HIGHLIGHTS = 100;

    /** So many places of a word are looked at in one document: all of them, unless it is hostile. */
    private static final int MARKS = 20_000;

    private final Snapshot snapshot;
    private final IndexQuery asked;
    private final PlainQuery plain;

    private Search(Snapshot snapshot, IndexQuery asked) {
        this.snapshot = snapshot;
        this.asked = asked;
        this.plain = PlainQuery.of(asked.text());
    }

    /** @throws IllegalArgumentException if the cursor is none, or of another question */
    static IndexHits run(Snapshot snapshot, IndexQuery asked) throws IOException {
        return new Search(snapshot, asked).run();
    }

    /** @param most so many are named, or as many as there are */
    static Matches matches(Snapshot snapshot, IndexQuery asked, @Nullable IndexPlace after, int most)
            throws IOException {
        Weight weight = new Search(snapshot, asked).weight(); // its words are looked up once for both
        long total = snapshot.counted().total(snapshot, asked, weight);
        return new Matches(total, total == 0 ? List.of() : Walk.ids(snapshot, weight, after, most));
    }

    static long count(Snapshot snapshot, IndexQuery asked) throws IOException {
        return snapshot.counted().total(snapshot, asked, new Search(snapshot, asked).weight());
    }

    private IndexHits run() throws IOException {
        boolean everything = asked.text().isBlank();
        Sort sort = Snapshot.order(asked.text());
        FieldDoc after = asked.after() == null ? null : Snapshot.after(asked.after(), asked.text());
        if (!everything && plain.parts().isEmpty()) {
            return hits(List.of(), 0, null, null);
        }
        // one more than asked for, to know whether there is a next page
        TopFieldDocs found = snapshot.best(query(plain), sort, asked.limit() + 1, after, IndexHits.COUNTED);
        List<FieldDoc> page = Arrays.stream(found.scoreDocs)
                .limit(asked.limit())
                .map(FieldDoc.class::cast)
                .toList();
        return hits(
                hits(page),
                found.totalHits.value,
                page.size() < found.scoreDocs.length ? Snapshot.cursor(page.get(page.size() - 1)) : null,
                found.totalHits.value == 0 && !everything ? suggestion() : null);
    }

    private IndexHits hits(List<Hit> hits, long total, @Nullable String next, @Nullable String suggestion) {
        return new IndexHits(
                hits,
                Math.min(total, IndexHits.COUNTED),
                total <= IndexHits.COUNTED,
                next,
                suggestion,
                plain.shown(),
                snapshot.version());
    }

    private Query query(PlainQuery words) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(words.parts().isEmpty() ? new MatchAllDocsQuery() : words.query(), Occur.MUST);
        Snapshot.filter(query, asked.keywords(), asked.numbers());
        return query.build();
    }

    private Weight weight() throws IOException {
        Query query = snapshot.searcher().rewrite(query(plain));
        return snapshot.searcher().createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    private @Nullable String suggestion() throws IOException {
        for (String text : Spelling.respelt(snapshot.reader(), plain)) {
            if (snapshot.best(query(PlainQuery.of(text)), Snapshot.BY_RELEVANCE, 1, null, 1).totalHits.value > 0) {
                return text;
            }
        }
        return null;
    }

    private List<Hit> hits(List<FieldDoc> page) throws IOException {
        Places places = new Places(snapshot, page.stream().mapToInt(hit -> hit.doc));
        List<Map<Integer, List<Span>>> parts = new ArrayList<>();
        for (PlainQuery.Part part : plain.parts()) {
            parts.add(part.phrase() ? phrases(part, places) : words(part, places));
        }
        List<Hit> hits = new ArrayList<>();
        for (FieldDoc hit : page) {
            Passages passages = snapshot.passages(hit.doc);
            List<Mark> marks = new ArrayList<>();
            for (int part = 0; part < parts.size(); part++) {
                for (Span span : parts.get(part).getOrDefault(hit.doc, List.of())) {
                    for (Span within : passages.within(span)) {
                        marks.add(new Mark(within, part));
                    }
                }
            }
            marks.sort(Comparator.comparing(Mark::span));
            Span snippet = passages.snippet(marks);
            IndexPlace place = snapshot.place(hit.doc);
            hits.add(new Hit(place.kind(), place.id(), highlights(marks, snippet), snippet));
        }
        return hits;
    }

    private static Map<Integer, List<Span>> words(PlainQuery.Part part, Places places) throws IOException {
        Map<Integer, List<Span>> spans = new HashMap<>();
        places.of(part.terms().keySet(), MARKS)
                .forEach((doc, some) ->
                        spans.put(doc, some.stream().map(Place::span).toList()));
        return spans;
    }

    /** Where all the words of a phrase follow each other; from the first to the last of them. */
    private static Map<Integer, List<Span>> phrases(PlainQuery.Part part, Places places) throws IOException {
        Map<Integer, Map<Integer, Span>> begun = new HashMap<>(); // by document and last position
        for (int word = 0; word < part.words().size(); word++) {
            Map<Integer, Map<Integer, Span>> longer = new HashMap<>();
            for (var entry :
                    places.of(List.of(part.words().get(word).exact()), MARKS).entrySet()) {
                Map<Integer, Span> before = begun.getOrDefault(entry.getKey(), Map.of());
                Map<Integer, Span> now = new TreeMap<>();
                for (Place place : entry.getValue()) {
                    Span start = word == 0 ? place.span() : before.get(place.position() - 1);
                    if (start != null) {
                        now.put(
                                place.position(),
                                new Span(start.start(), place.span().end()));
                    }
                }
                longer.put(entry.getKey(), now);
            }
            begun = longer;
        }
        Map<Integer, List<Span>> spans = new HashMap<>();
        begun.forEach((doc, some) -> spans.put(doc, List.copyOf(some.values())));
        return spans;
    }

    private static List<Span> highlights(List<Mark> marks, @Nullable Span snippet) {
        List<Span> highlights = new ArrayList<>();
        for (Mark mark : marks) {
            Span span = mark.span();
            int last = highlights.size() - 1;
            if (last >= 0 && highlights.get(last).overlaps(span)) { // a word and a phrase around it
                Span before = highlights.get(last);
                highlights.set(last, new Span(before.start(), Math.max(before.end(), span.end())));
            } else if (highlights.size() < HIGHLIGHTS || (snippet != null && snippet.contains(span))) {
                highlights.add(span);
            }
        }
        return highlights;
    }
}
