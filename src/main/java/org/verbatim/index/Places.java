package org.verbatim.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.verbatim.text.Span;

/**
 * Where a few documents have words in their bodies. Lucene's own way, {@code Weight.matches}, asks the dictionary again
 * for each document; here each word is looked up once and its postings are walked through once.
 */
final class Places {
    private final Map<LeafReaderContext, List<Integer>> documents = new LinkedHashMap<>();

    /**
     * Where a word stands.
     *
     * @param position counted in words
     * @param span in the article
     */
    record Place(int position, Span span) {}

    Places(Snapshot snapshot, IntStream documents) {
        documents
                .sorted() // as postings are
                .forEach(doc -> this.documents
                        .computeIfAbsent(snapshot.leaf(doc), leaf -> new ArrayList<>())
                        .add(doc));
    }

    /**
     * The places of any of these terms by document, each once and in order.
     *
     * @param most so many places of one term are looked at in one document
     */
    Map<Integer, List<Place>> of(Collection<String> terms, int most) throws IOException {
        Map<Integer, List<Place>> places = new HashMap<>();
        for (Map.Entry<LeafReaderContext, List<Integer>> entry : documents.entrySet()) {
            LeafReaderContext leaf = entry.getKey();
            TermsEnum dictionary = Terms.getTerms(leaf.reader(), Field.BODY).iterator();
            for (String term : terms) {
                if (!dictionary.seekExact(new BytesRef(term))) {
                    continue;
                }
                PostingsEnum postings = dictionary.postings(null, PostingsEnum.OFFSETS);
                for (int doc : entry.getValue()) {
                    if (postings.docID() < doc - leaf.docBase) {
                        postings.advance(doc - leaf.docBase);
                    }
                    if (postings.docID() == doc - leaf.docBase) {
                        read(postings, most, places.computeIfAbsent(doc, any -> new ArrayList<>()));
                    }
                }
            }
        }
        places.replaceAll((doc, unsorted) -> unsorted.stream()
                .sorted(Comparator.comparingInt(Place::position))
                .distinct() // a word stands there in each of its forms
                .toList());
        return places;
    }

    private static void read(PostingsEnum postings, int most, List<Place> into) throws IOException {
        for (int i = Math.min(most, postings.freq()); i > 0; i--) {
            int position = postings.nextPosition();
            into.add(new Place(position, new Span(postings.startOffset(), postings.endOffset())));
        }
    }
}
