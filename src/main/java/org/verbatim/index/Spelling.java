package org.verbatim.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.verbatim.index.PlainQuery.Part;

/** The nearest spellings that the index has, for a question that found nothing. */
final class Spelling {
    /** So many spellings of a word are tried, nearest first. */
    private static final int TRIED = 3;

    /** With more unknown words than these it is no slip of the pen, and each costs a search through the dictionary. */
    private static final int UNKNOWN = 4;

    /** Longer ones are no words, and Lucene refuses to look for their likes. */
    private static final int LONGEST = 40;

    private static final List<String> FIELDS = List.of(Field.BODY, Field.ABOUT);

    private Spelling() {}

    /**
     * The question with every word that the index does not have in the spelling nearest to it, then with the next
     * nearest; all else stays as typed. Empty if it has them all (only not together), or none is near.
     */
    static List<String> respelt(IndexReader index, PlainQuery asked) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < TRIED; i++) {
            texts.add(asked.typed());
        }
        int unknown = 0;
        for (int p = asked.parts().size() - 1; p >= 0; p--) { // from the end, so that offsets stay right
            Part part = asked.parts().get(p);
            for (int w = part.words().size() - 1; w >= 0; w--) {
                Word word = part.words().get(w);
                if (isKnown(index, new Part(List.of(word), part.phrase()))) {
                    continue;
                }
                unknown++;
                if (unknown > UNKNOWN || word.exact().length() > LONGEST) {
                    return List.of();
                }
                List<String> near = near(index, word.exact());
                if (near.isEmpty()) {
                    return List.of();
                }
                for (int i = 0; i < TRIED; i++) {
                    String text = texts.get(i);
                    String spelling = near.get(Math.min(i, near.size() - 1));
                    texts.set(i, text.substring(0, word.start()) + spelling + text.substring(word.end()));
                }
            }
        }
        return unknown > 0 ? texts.stream().distinct().toList() : List.of();
    }

    private static boolean isKnown(IndexReader index, Part part) throws IOException {
        for (String field : FIELDS) {
            for (String term : part.terms().keySet()) {
                if (index.docFreq(new Term(field, term)) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Nearest first, then most frequent. With the same first letter, which is cheap; only if there is none, without. */
    private static List<String> near(IndexReader index, String word) throws IOException {
        for (int prefix = 1; prefix >= 0; prefix--) {
            DirectSpellChecker checker = new DirectSpellChecker();
            checker.setMinPrefix(prefix);
            checker.setMinQueryLength(3);
            checker.setMaxQueryFrequency(0);
            List<SuggestWord> near = new ArrayList<>();
            for (String field : FIELDS) {
                for (SuggestWord suggested :
                        checker.suggestSimilar(new Term(field, word), 10, index, SuggestMode.SUGGEST_ALWAYS)) {
                    if (suggested.string.charAt(0) != Word.MARK) {
                        near.add(suggested);
                    }
                }
            }
            if (!near.isEmpty()) {
                near.sort(Comparator.<SuggestWord>comparingDouble(suggested -> -suggested.score)
                        .thenComparingInt(suggested -> -suggested.freq)
                        .thenComparing(suggested -> suggested.string));
                Set<String> seen = new HashSet<>();
                return near.stream()
                        .map(suggested -> suggested.string)
                        .filter(seen::add)
                        .limit(TRIED)
                        .toList();
            }
        }
        return List.of();
    }
}
