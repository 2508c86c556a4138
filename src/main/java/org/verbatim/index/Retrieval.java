package org.verbatim.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.verbatim.index.Candidates.Candidate;
import org.verbatim.index.Passages.Mark;
import org.verbatim.index.Places.Place;
import org.verbatim.text.Span;

/**
 * Answers one {@link CandidateQuery} from one {@link Snapshot}: the documents that share most with the claim, counting its
 * words and its pairs of neighbours, each by how rare it is. A near-copy keeps words when their order is changed, and
 * pairs when every single word of it is common.
 *
 * <p>The cost is bounded whatever the claim and however large the index: so many terms looked up, so many asked for, so
 * many postings read.
 */
final class Retrieval {
    /** So many terms of a claim are looked up, evenly spread: all of one of 250 words. */
    private static final int LOOKED_UP = 512;

    /** So many are asked for: the rarest of each stretch, so that no part of a long claim goes unheard. */
    private static final int ASKED_FOR = 64;

    /** The rarest are asked for whatever they cost, */
    private static final int ALWAYS = 6;

    /** and the others while all together stand in so many documents. */
    private static final long POSTINGS = 200_000;

    /** A body of up to so many code points is its own place. */
    private static final int SHORT = 2 * Passages.SNIPPET;

    /** So many words are used to find the place in a longer body, the rarest. */
    private static final int PLACED_BY = 24;

    private static final int PLACES = 3;

    /** So many places of one word are looked at in one document. */
    private static final int MARKS = 5_000;

    private final Snapshot snapshot;
    private final CandidateQuery asked;
    private final List<Clue> clues;

    /** How far apart the claim's words may lie in the article: half as far again as in the claim. */
    private final int reach;

    /**
     * A word or two neighbours of the claim.
     *
     * @param words the terms of the body that are the word; none for neighbours
     * @param frequency in how many documents it stands
     */
    private record Clue(Query query, List<String> words, long frequency) {
        /** How much it tells, in half bits. A whole number, so that sums are exact, and steady while the index moves. */
        int weight(long documents) {
            double bits = Math.log((double) documents / frequency) / Math.log(2);
            return 1 + (int) Math.max(0, 2 * bits);
        }
    }

    private Retrieval(Snapshot snapshot, CandidateQuery asked) throws IOException {
        this.snapshot = snapshot;
        this.asked = asked;
        int length = Math.min(asked.text().length(), PlainQuery.MAX_LENGTH);
        this.clues = chosen(clues(Word.of(asked.text().substring(0, length))));
        this.reach = length + length / 2 + 50;
    }

    static Candidates run(Snapshot snapshot, CandidateQuery asked) throws IOException {
        return new Candidates(new Retrieval(snapshot, asked).run(), snapshot.version());
    }

    private List<Candidate> run() throws IOException {
        if (clues.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder near = new BooleanQuery.Builder();
        for (Clue clue : clues) {
            int weight = clue.weight(snapshot.reader().maxDoc());
            near.add(new BoostQuery(new ConstantScoreQuery(clue.query()), weight), Occur.SHOULD);
        }
        near.setMinimumNumberShouldMatch(Math.min(2, clues.size()));
        // Within a query of its own beside the filters: in one with them, Lucene would not skip what cannot get in.
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(near.build(), Occur.MUST);
        Snapshot.filter(query, asked.keywords(), Map.of());
        ScoreDoc[] best = snapshot.best(query.build(), Snapshot.BY_RELEVANCE, asked.limit(), null, 1).scoreDocs;
        List<Found> found = new ArrayList<>();
        for (ScoreDoc hit : best) {
            found.add(new Found(hit.doc, snapshot.passages(hit.doc), new ArrayList<>()));
        }
        mark(found.stream().filter(document -> !document.isShort()).toList());
        List<Candidate> candidates = new ArrayList<>();
        for (Found document : found) {
            IndexPlace place = snapshot.place(document.doc());
            candidates.add(new Candidate(place.kind(), place.id(), places(document)));
        }
        return candidates;
    }

    /** The claim's words and pairs that the index has, in the claim's order. */
    private List<Clue> clues(List<Word> claim) throws IOException {
        Map<String, Clue> known = new LinkedHashMap<>();
        int looks = Math.min(claim.size(), LOOKED_UP / 2);
        for (int look = 0; look < looks; look++) {
            int i = (int) ((long) look * claim.size() / looks);
            String folded = claim.get(i).folded();
            if (!known.containsKey(folded)) {
                known.put(folded, clue(Field.BODY, List.of(folded, Word.foldedMark(folded))));
            }
            if (i + 1 < claim.size()) {
                String pair = Word.pair(folded, claim.get(i + 1).folded());
                String name = " " + pair; // the blank keeps it apart from the words
                if (!known.containsKey(name)) {
                    known.put(name, clue(Field.PAIRS, List.of(pair)));
                }
            }
        }
        return known.values().stream().filter(clue -> clue.frequency() > 0).toList();
    }

    private Clue clue(String field, List<String> terms) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        long frequency = 0;
        for (String text : terms) {
            Term term = new Term(field, text);
            TermStates states = TermStates.build(snapshot.searcher(), term, true); // looked up here, and not again
            if (states.docFreq() > 0) {
                any.add(new TermQuery(term, states), Occur.SHOULD);
                frequency += states.docFreq();
            }
        }
        return new Clue(any.build(), field.equals(Field.BODY) ? terms : List.of(), frequency);
    }

    /** What is asked for, rarest first. */
    private static List<Clue> chosen(List<Clue> known) {
        Comparator<Clue> rarest = Comparator.comparingLong(Clue::frequency);
        List<Clue> spread = new ArrayList<>();
        int stretches = Math.min(known.size(), ASKED_FOR);
        for (int s = 0; s < stretches; s++) {
            int from = s * known.size() / stretches;
            int to = (s + 1) * known.size() / stretches;
            spread.add(known.subList(from, to).stream().min(rarest).orElseThrow());
        }
        spread.sort(rarest);
        List<Clue> chosen = new ArrayList<>();
        long postings = 0;
        for (Clue clue : spread) {
            postings += clue.frequency();
            if (chosen.size() < ALWAYS || postings <= POSTINGS) {
                chosen.add(clue);
            }
        }
        return chosen;
    }

    /** A document and where it has the claim's words. */
    private record Found(int doc, Passages passages, List<Mark> marks) {
        boolean isShort() {
            Span whole = passages.whole();
            return whole == null || whole.length() <= SHORT;
        }
    }

    /** Marks the rarest of the claim's words. */
    private void mark(List<Found> found) throws IOException {
        Places places = new Places(snapshot, found.stream().mapToInt(Found::doc));
        List<Clue> words = clues.stream()
                .filter(clue -> !clue.words().isEmpty())
                .limit(PLACED_BY)
                .toList();
        for (int word = 0; word < words.size(); word++) {
            Map<Integer, List<Place>> here = places.of(words.get(word).words(), MARKS);
            for (Found document : found) {
                for (Place place : here.getOrDefault(document.doc(), List.of())) {
                    document.marks().add(new Mark(place.span(), word));
                }
            }
        }
        found.forEach(document -> document.marks().sort(Comparator.comparing(Mark::span)));
    }

    private List<Span> places(Found document) {
        Span whole = document.passages().whole();
        if (whole == null || document.isShort()) {
            return whole == null ? List.of() : List.of(whole);
        }
        List<Mark> left = new ArrayList<>(document.marks());
        List<Span> places = new ArrayList<>();
        int most = 0;
        while (places.size() < PLACES && !left.isEmpty()) {
            Dense dense = densest(left);
            most = Math.max(most, dense.words());
            if (2 * dense.words() < most) {
                break;
            }
            places.add(document.passages().around(dense.span()));
            left.removeIf(mark -> mark.span().overlaps(dense.span()));
        }
        return places.isEmpty() ? List.of(whole) : places; // it shares neighbours by their hash only
    }

    /** A stretch and how many different words of the claim it has. */
    private record Dense(Span span, int words) {}

    /** The stretch within reach that has the most different words of the claim; of several the shortest, then the first. */
    private Dense densest(List<Mark> marks) {
        Dense best = new Dense(marks.get(0).span(), 0);
        int[] counts = new int[PLACED_BY];
        int different = 0;
        int first = 0;
        for (Mark last : marks) {
            if (counts[last.what()]++ == 0) {
                different++;
            }
            while (last.span().end() - marks.get(first).span().start() > reach
                    || counts[marks.get(first).what()] > 1) {
                if (--counts[marks.get(first).what()] == 0) {
                    different--;
                }
                first++;
            }
            Span span = new Span(marks.get(first).span().start(), last.span().end());
            if (different > best.words()
                    || (different == best.words() && span.length() < best.span().length())) {
                best = new Dense(span, different);
            }
        }
        return best;
    }
}
