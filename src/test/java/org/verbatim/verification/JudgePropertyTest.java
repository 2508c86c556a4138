package org.verbatim.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.verbatim.quote.Form;
import org.verbatim.quote.QuoteEntity;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;
import org.verbatim.verification.Corpus.Quote;

/** What holds of every claim. */
class JudgePropertyTest {

    private static final Corpus CORPUS = Corpus.read();

    /** Pieces that meet in hostile texts, and few enough that they meet often. */
    private static final List<String> PIECES = List.of(
            "le ", "Le ", "Maroc ", "l’", "n'", "est ", "pas ", "… ", "[…]", "(...)", ". ", ", ", "? ", "« ", " »", "“",
            "'", "12 ", "000 ", "%", "-", " — ", "(", ")", "\u0301", "\u202E", "\u200B", "\u00AD", "\u00A0", "\n", "🙂",
            "𝔘", "ﬁ", "œ", "É", "not ", "don't ", "[", "]", "...", "…", "\u200D", "ß", "İ");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings().all().ofMaxLength(200).filter(text -> text.codePoints()
                .noneMatch(c -> Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE));
    }

    @Provide
    Arbitrary<Quote> directQuotes() {
        return Arbitraries.of(CORPUS.quotes().stream()
                .filter(quote -> quote.form() == Form.DIRECT)
                .toList());
    }

    private static void judge(String claimed, String held, String heldToo) {
        SourceText text = SourceText.of(held + heldToo);
        int middle = held.codePointCount(0, held.length());
        List<Source> sources = Source.ofQuote(
                "a",
                "a.q0",
                null,
                Form.DIRECT,
                text,
                List.of(
                        new QuoteEntity.Segment(new Span(0, middle), true),
                        new QuoteEntity.Segment(new Span(middle, text.length()), true)));
        SourceText claim = SourceText.of(claimed);
        Judge.judge(Claim.of(claim), sources).forEach(judgement -> {
            Differences.assertRebuilds(judgement, claim);
            assertThat(judgement.similarity()).isBetween(0.0, 1.0);
        });
    }

    @Property
    void theDifferenceRebuildsBothSides(
            @ForAll("texts") String claimed, @ForAll("texts") String held, @ForAll("texts") String heldToo) {
        judge(claimed, held, heldToo);
        judge(held, held, heldToo);
        judge(held + " … " + heldToo, held + claimed, heldToo);
    }

    @Property
    void noTextIsTooOdd(@ForAll("anything") String claimed, @ForAll("anything") String held) {
        judge(claimed, held, claimed);
    }

    /** A sense of the words cannot change without the words: nothing but what is there comes out as verbatim. */
    @Property
    void verbatimHasTheWordsOfTheSource(@ForAll("texts") String claimed, @ForAll("texts") String held) {
        SourceText text = SourceText.of(held);
        Judge.judge(
                        Claim.of(SourceText.of(claimed)),
                        Source.ofQuote(
                                "a",
                                "a.q0",
                                null,
                                Form.DIRECT,
                                text,
                                List.of(new QuoteEntity.Segment(new Span(0, text.length()), true))))
                .stream()
                .filter(judgement -> judgement.fidelity() == Judgement.Fidelity.SAME)
                .forEach(judgement -> assertThat(folded(claimed))
                        .isEqualTo(judgement.matched().stream()
                                .map(span -> folded(text.slice(span)))
                                .collect(Collectors.joining())));
    }

    private static String folded(String text) {
        return Wording.of(SourceText.of(text)).tokens().stream()
                .filter(Token::isWord)
                .map(Token::loose)
                .collect(Collectors.joining(" ", "", " "));
    }

    @Property
    void typographyNeverMatters(@ForAll("directQuotes") Quote quote, @ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder claim = new StringBuilder();
        for (QuoteEntity.Segment segment : quote.segments()) {
            quote.text().slice(segment.span()).codePoints().forEach(c -> {
                String same = random.nextInt(4) > 0 ? "" : equivalent(c, random);
                claim.append(same.isEmpty() ? Character.toString(c) : same);
            });
            claim.append(random.nextBoolean() ? " " : "\u00A0\n");
        }
        Ruling ruling = CORPUS.verify(claim.toString(), quote.speaker() == null ? null : Set.of(quote.speaker()));
        assertThat(ruling.verdict()).as(claim.toString()).isEqualTo(Verdict.VERBATIM);
    }

    private static String equivalent(int c, Random random) {
        return switch (c) {
            case ' ', '\u00A0', '\u202F' ->
                List.of("\u00A0", "\u202F", "\n", "  ", "\u2009 ").get(random.nextInt(5));
            case '\'', '’' -> List.of("'", "’", "\u02BC").get(random.nextInt(3));
            case '“', '”' -> List.of("\"", "“", "«", "»").get(random.nextInt(4));
            case '-' -> List.of("\u2011", "\u2010", "-").get(random.nextInt(3));
            case 'é' -> "e\u0301";
            case 'è' -> "e\u0300";
            case 'a', 'e', 'n' ->
                Character.toString(c) + List.of("\u00AD", "\u200B", "\u2060").get(random.nextInt(3));
            default -> "";
        };
    }
}
