package org.verbatim.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.verbatim.index.IndexedDocument.Piece;

/**
 * The fields of the index, and how a document is laid out in them. No text is stored: the article is the truth, and what
 * is served are places in it.
 */
final class Field {
    /**
     * Changes whenever what is written here, what a source hands over of the same article, or how {@link Word} cuts, does:
     * an index on disk of another format is built anew.
     */
    static final String FORMAT = "6";

    /** The words that stand in the article, in all their forms; their offsets are code points of the article. */
    static final String BODY = "body";

    /** The words that stand nowhere in particular, in all their forms. */
    static final String ABOUT = "about";

    /** Neighbouring words of the body, {@link Word#pair}: makes near-copies and phrases cheap to find. */
    static final String PAIRS = "pairs";

    /** Where the body can be cut, {@link Passages}. */
    static final String PASSAGES = "passages";

    static final String KIND = "kind";

    static final String OWNER = "owner";
    static final String LANGUAGE = "language";
    static final String ORDER = "order";

    /** A hash of kind and id that orders what is otherwise equal: to compare strings costs a quarter of a search. */
    static final String KEY = "key";

    /** {@link IndexPlace}, by which all segments are sorted, and which says what is handed out of a document. */
    static final String PLACE = "place";

    static final Sort SORT = new Sort(new SortField(PLACE, SortField.Type.STRING));

    private static final FieldType BODY_TYPE = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, false);
    private static final FieldType ABOUT_TYPE = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    private static final FieldType PAIRS_TYPE = type(IndexOptions.DOCS, true);

    /** Between two texts of {@link #ABOUT}, so that no phrase runs from one name into the next. */
    private static final int GAP = 100;

    private Field() {}

    /** A keyword, as it is filtered by. Cut, because Lucene refuses a term of more than 32,766 bytes. */
    static Term keyword(String name, String value) {
        String field =
                switch (name) {
                    case KIND, OWNER, LANGUAGE -> name;
                    default -> "keyword." + name;
                };
        return new Term(field, value.length() <= 1000 ? value : value.substring(0, 1000));
    }

    static String number(String name) {
        return "number." + name;
    }

    static Document document(IndexedDocument indexed) {
        Document document = new Document();
        document.add(new SortedDocValuesField(PLACE, IndexPlace.of(indexed).bytes()));
        document.add(new NumericDocValuesField(KEY, key(indexed.kind() + '\0' + indexed.id())));
        document.add(new NumericDocValuesField(ORDER, indexed.order()));
        document.add(new LongPoint(ORDER, indexed.order())); // lets a walk in this order skip what lies before it
        addKeyword(document, KIND, indexed.kind());
        addKeyword(document, OWNER, indexed.owner());
        addKeyword(document, LANGUAGE, indexed.language());
        for (Map.Entry<String, Set<String>> keyword : indexed.keywords().entrySet()) {
            keyword.getValue().forEach(value -> addKeyword(document, keyword.getKey(), value));
        }
        indexed.numbers().forEach((name, value) -> document.add(new DoublePoint(number(name), value.doubleValue())));

        List<Token> body = new ArrayList<>();
        for (Piece piece : indexed.body()) {
            addPlaced(body, piece);
        }
        if (!body.isEmpty()) {
            document.add(new org.apache.lucene.document.Field(BODY, new Forms(body, indexed.language()), BODY_TYPE));
            document.add(new org.apache.lucene.document.Field(PAIRS, new Pairs(body), PAIRS_TYPE));
        }
        document.add(
                new BinaryDocValuesField(PASSAGES, Passages.of(indexed.body()).encoded()));
        List<Token> about = new ArrayList<>();
        for (String text : indexed.about()) {
            int step = GAP;
            for (Word word : Word.of(text)) {
                about.add(new Token(word.at(0, 0), step));
                step = 1;
            }
        }
        if (!about.isEmpty()) {
            document.add(new org.apache.lucene.document.Field(ABOUT, new Forms(about, indexed.language()), ABOUT_TYPE));
        }
        return document;
    }

    /** 64 bits, by FNV-1a and a finishing shuffle: of a million documents no two are expected to share them. */
    private static long key(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }

    private static void addKeyword(Document document, String name, String value) {
        Term term = keyword(name, value);
        document.add(new StringField(term.field(), term.text(), org.apache.lucene.document.Field.Store.NO));
    }

    /** The words of a piece, at their places in the article: UTF-16 offsets become code points here, and only here. */
    private static void addPlaced(List<Token> tokens, Piece piece) {
        String text = piece.text();
        int offset = 0;
        int codePoint = piece.start();
        for (Word word : Word.of(text)) {
            int start = codePoint + text.codePointCount(offset, word.start());
            int end = start + text.codePointCount(word.start(), word.end());
            offset = word.end();
            codePoint = end;
            tokens.add(new Token(word.at(start, end), 1));
        }
    }

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }

    /** A word and how far it is from the one before. */
    private record Token(Word word, int step) {}

    /** Every word in all its forms, one above the other. */
    private static final class Forms extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final List<Token> tokens;
        private final String language;
        private final Deque<String> marks = new ArrayDeque<>(2);
        private int next;

        Forms(List<Token> tokens, String language) {
            this.tokens = tokens;
            this.language = language;
        }

        @Override
        public boolean incrementToken() {
            String mark = marks.poll();
            if (mark != null) {
                term.setEmpty().append(mark);
                step.setPositionIncrement(0);
                return true;
            }
            if (next == tokens.size()) {
                return false;
            }
            Token token = tokens.get(next++);
            marks.addAll(token.word().marks(language));
            term.setEmpty().append(token.word().exact());
            offset.setOffset(token.word().start(), token.word().end());
            step.setPositionIncrement(token.step());
            return true;
        }
    }

    /** Every two neighbours. */
    private static final class Pairs extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final List<Token> tokens;
        private String before;
        private int next = 1;

        Pairs(List<Token> tokens) {
            this.tokens = tokens;
            this.before = tokens.get(0).word().folded();
        }

        @Override
        public boolean incrementToken() {
            if (next >= tokens.size()) {
                return false;
            }
            String folded = tokens.get(next++).word().folded();
            term.setEmpty().append(Word.pair(before, folded));
            before = folded;
            return true;
        }
    }
}
