package org.verbatim.index;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.fr.FrenchLightStemmer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * A word, and the forms it is found by. Texts, questions and claims are all cut into words here, whatever their language,
 * so that they agree; only the stem depends on it.
 *
 * @param exact the word in lower case and NFKC, with a straight apostrophe, without an elided article, without soft
 *     hyphens and other invisible characters
 * @param folded without accents and ligatures
 * @param start where it begins in the text it was cut from, after the elided article
 * @param end where it ends there
 */
record Word(String exact, String folded, int start, int end) {
    /** Before a form that is no spelling. No word has it, so forms and spellings can share a field. */
    static final char MARK = '~';

    static final List<String> STEMMED = List.of("fr", "en");

    /** Elided before a vowel in French, and in no English word that matters. */
    private static final Set<String> ELIDED =
            Set.of("l", "d", "c", "j", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu");

    /**
     * Words that nearly every text has, and which a question with others can do without. No negation is among them, and
     * nothing that is a name in capitals (UN, WHO, US, IT).
     */
    private static final Set<String> COMMON =
            Set.of(("à au aux ce ces cette dans de des du en et l la le les par pour que qui se sur une "
                            + "a an and at by for from in of on that the to with")
                    .split(" "));

    private static final String APOSTROPHES = "'’‘ʼ＇";

    /** The words of a text; their places are UTF-16 offsets. Takes any characters, in linear time. */
    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        try (StandardTokenizer tokens = new StandardTokenizer()) {
            CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
            tokens.setReader(new StringReader(cuttable(text)));
            tokens.reset();
            while (tokens.incrementToken()) {
                String token = term.toString();
                int elided = elided(token);
                String exact = exact(token.substring(elided));
                if (!exact.isEmpty()) {
                    words.add(new Word(exact, fold(exact), offset.startOffset() + elided, offset.endOffset()));
                }
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a StringReader does not fail
        }
        return words;
    }

    /**
     * The text as it is to be cut, of the same length. By the Unicode rules that the tokenizer follows (UAX 29), a narrow
     * no-break space joins two words and a zero-width space parts one; people see it the other way round. What cannot be
     * seen becomes a word joiner, which they pass over.
     */
    private static String cuttable(String text) {
        return text.replace('\u202F', ' ')
                .replace('\u200B', '\u2060')
                .replace('\u034F', '\u2060')
                .replace('\uFE0E', '\u2060')
                .replace('\uFE0F', '\u2060');
    }

    /** How many characters to cut off: {@code l’} off {@code l’OIM}. */
    private static int elided(String token) {
        for (int i = 1; i < token.length() - 1 && i <= 6; i++) {
            if (APOSTROPHES.indexOf(token.charAt(i)) >= 0) {
                return ELIDED.contains(token.substring(0, i).toLowerCase(Locale.ROOT)) ? i + 1 : 0;
            }
        }
        return 0;
    }

    private static String exact(String token) {
        String word = Normalizer.isNormalized(token, Normalizer.Form.NFKC)
                ? token
                : Normalizer.normalize(token, Normalizer.Form.NFKC);
        StringBuilder kept = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (APOSTROPHES.indexOf(c) >= 0) {
                kept.append('\'');
            } else if (Character.getType(c) != Character.FORMAT) {
                kept.append(c);
            }
        }
        return kept.toString().toLowerCase(Locale.ROOT);
    }

    /** Whether it says too little to be asked for when there are other words. */
    boolean isCommon() {
        return COMMON.contains(exact);
    }

    /** The same word at another place. */
    Word at(int newStart, int newEnd) {
        return new Word(exact, folded, newStart, newEnd);
    }

    private static String fold(String word) {
        int i = 0;
        while (i < word.length() && word.charAt(i) < 0x80) {
            i++;
        }
        if (i == word.length()) {
            return word;
        }
        char[] from = word.toCharArray();
        char[] to = new char[4 * from.length];
        return new String(to, 0, ASCIIFoldingFilter.foldToASCII(from, 0, to, 0, from.length));
    }

    /**
     * What else it is indexed as, beside {@link #exact}: folded if that differs, so that one spelt without accents finds
     * it, and stemmed if it has a stem.
     */
    List<String> marks(String language) {
        List<String> marks = new ArrayList<>(2);
        if (!folded.equals(exact)) {
            marks.add(foldedMark(folded));
        }
        if (STEMMED.contains(language) && !isCommon()) {
            marks.add(stemMark(language));
        }
        return marks;
    }

    static String foldedMark(String folded) {
        return MARK + folded;
    }

    /** Its stem in a language, without accents: the light stemmer for French, Porter's second for English. */
    String stemMark(String language) {
        return MARK + language + MARK + fold(language.equals("fr") ? french() : english());
    }

    private String french() {
        char[] word = exact.toCharArray();
        return new String(word, 0, new FrenchLightStemmer().stem(word, word.length));
    }

    private String english() {
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(exact);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    /**
     * Two neighbouring words as one term: a 24-bit hash of both, folded. That bounds the dictionary at 16 million terms
     * whatever is indexed; the rare false neighbour only costs a candidate that the alignment refuses.
     *
     * @param folded the first word, {@link #folded}
     * @param next the second
     */
    static String pair(String folded, String next) {
        int hash = (folded.hashCode() * 0x85EBCA6B + next.hashCode()) * 0x9E3779B1;
        char[] term = new char[4];
        for (int i = 0; i < 4; i++) {
            term[i] = (char) ('0' + (hash >>> (26 - 6 * i) & 63));
        }
        return new String(term);
    }
}
