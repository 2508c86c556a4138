package org.verbatim.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * What somebody typed, taken as words and phrases and as nothing else. There is no grammar that it could break: the
 * query is put together here, from at most {@value #MAX_WORDS} words.
 *
 * @param typed the text, up to {@value #MAX_LENGTH} UTF-16 characters
 * @param parts what must be there, each once, in the order typed
 * @param pairs neighbours among them, {@link Word#pair}
 */
record PlainQuery(String typed, List<Part> parts, Set<String> pairs) {
    /** As long as the longest claim; a longer question is read this far. */
    static final int MAX_LENGTH = 10_000;

    /**
     * More words than anybody types into a search box; each becomes at most ten terms (exact, two folded, two stems, in
     * two fields), together well under Lucene's limit of 1,024, and every one costs a walk through its postings.
     */
    static final int MAX_WORDS = 32;

    /** Any of these begins a phrase, and the next of them ends it; « is ended by ». */
    private static final String QUOTES = "\"“”„‟";

    // Powers of two, so that their sums are exact in whatever order Lucene adds them up: scores must not differ by a
    // rounding between one page and the next. Small enough that no usual number of folded words outweighs one exact.
    private static final float STEMMED = 1 / 16f;
    private static final float FOLDED = 1 / 64f;
    private static final float NEIGHBOURS = 1 / 2f;

    /**
     * One thing that must be there.
     *
     * @param words one; or as a phrase one or more
     */
    record Part(List<Word> words, boolean phrase) {
        Query in(String field) {
            return phrase ? phrase(field) : forms(field);
        }

        /** Where it stands in the article or anywhere else in the document. */
        Query anywhere() {
            Query body = in(Field.BODY);
            if (phrase && words.size() > 1) {
                // Documents without the neighbours are left out before any position is read: a phrase of words that
                // every document has would otherwise be walked through in every document.
                BooleanQuery.Builder cheap = new BooleanQuery.Builder().add(body, Occur.MUST);
                neighbours(words).forEach(pair -> cheap.add(pairQuery(pair), Occur.FILTER));
                body = cheap.build();
            }
            return new DisjunctionMaxQuery(List.of(body, in(Field.ABOUT)), 0);
        }

        private Query phrase(String field) {
            PhraseQuery.Builder builder = new PhraseQuery.Builder();
            words.forEach(word -> builder.add(new Term(field, word.exact())));
            return builder.build();
        }

        private Query forms(String field) {
            SynonymQuery.Builder builder = new SynonymQuery.Builder(field);
            terms().forEach((term, weight) -> builder.addTerm(new Term(field, term), weight));
            return builder.build();
        }

        /** All that it is found by, with its weight. */
        Map<String, Float> terms() {
            Map<String, Float> terms = new LinkedHashMap<>();
            for (Word word : words) {
                terms.put(word.exact(), 1f);
                if (!phrase) {
                    String folded = word.folded();
                    terms.putIfAbsent(folded, FOLDED); // documents that leave the accents out
                    terms.put(Word.foldedMark(folded), FOLDED); // documents that have other ones
                    if (!word.isCommon()) {
                        Word.STEMMED.forEach(language -> terms.put(word.stemMark(language), STEMMED));
                    }
                }
            }
            return terms;
        }

        boolean isCommon() {
            return !phrase && words.get(0).isCommon();
        }

        private String shown() {
            String text = String.join(" ", words.stream().map(Word::exact).toList());
            return phrase ? '"' + text + '"' : text;
        }
    }

    static PlainQuery of(String text) {
        Reader reader = new Reader(text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH));
        int plain = 0; // where the words begin that are not read yet
        for (int at = 0; at < reader.typed.length(); at++) {
            int end = endOfPhrase(reader.typed, at);
            if (end >= 0) {
                reader.words(plain, at);
                reader.phrase(at + 1, end);
                at = end;
                plain = end + 1;
            }
        }
        reader.words(plain, reader.typed.length());
        List<Part> parts = new ArrayList<>(reader.parts.values());
        if (!parts.stream().allMatch(Part::isCommon)) {
            parts.removeIf(Part::isCommon);
        }
        return new PlainQuery(reader.typed, List.copyOf(parts), reader.pairs);
    }

    /** Where the phrase ends whose opening mark is at a place; -1 if there is none, or nothing ends it. */
    private static int endOfPhrase(String text, int at) {
        char c = text.charAt(at);
        if (c == '«') {
            return text.indexOf('»', at + 1);
        }
        if (QUOTES.indexOf(c) >= 0) {
            for (int i = at + 1; i < text.length(); i++) {
                if (QUOTES.indexOf(text.charAt(i)) >= 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** All parts must be there; neighbours that are neighbours there too make it better. */
    Query query() {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        parts.forEach(part -> query.add(part.anywhere(), Occur.MUST));
        pairs.forEach(
                pair -> query.add(new BoostQuery(new ConstantScoreQuery(pairQuery(pair)), NEIGHBOURS), Occur.SHOULD));
        return query.build();
    }

    List<String> shown() {
        return parts.stream().map(Part::shown).toList();
    }

    static Query pairQuery(String pair) {
        return new TermQuery(new Term(Field.PAIRS, pair));
    }

    static List<String> neighbours(List<Word> words) {
        List<String> pairs = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(Word.pair(words.get(i - 1).folded(), words.get(i).folded()));
        }
        return pairs;
    }

    /** Takes what fits. */
    private static final class Reader {
        private final String typed;
        private final Map<String, Part> parts = new LinkedHashMap<>(); // by how it is shown: each once
        private final Set<String> pairs = new LinkedHashSet<>();
        private int room = MAX_WORDS;

        Reader(String typed) {
            this.typed = typed;
        }

        void words(int from, int to) {
            List<Word> words = read(from, to);
            words.forEach(word -> add(new Part(List.of(word), false)));
            neighbours(words).stream().limit(MAX_WORDS - pairs.size()).forEach(pairs::add);
        }

        void phrase(int from, int to) {
            List<Word> words = read(from, to);
            if (!words.isEmpty()) {
                add(new Part(List.copyOf(words.subList(0, Math.min(words.size(), Math.max(1, room)))), true));
            }
        }

        private void add(Part part) {
            int size = part.isCommon() ? 0 : part.words().size(); // there are only so many common ones
            if (size <= room && parts.putIfAbsent(part.shown(), part) == null) {
                room -= size;
            }
        }

        private List<Word> read(int from, int to) {
            if (from >= to || room == 0) {
                return List.of();
            }
            return Word.of(typed.substring(from, to)).stream()
                    .map(word -> word.at(from + word.start(), from + word.end()))
                    .toList();
        }
    }
}
