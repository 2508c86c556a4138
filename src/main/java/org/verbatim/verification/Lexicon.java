package org.verbatim.verification;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The French and English words on which the sense of a sentence turns. */
final class Lexicon {

    private static final Map<String, String> NEGATIONS = Map.ofEntries(
            Map.entry("ne", "ne"),
            Map.entry("n'", "ne"),
            Map.entry("pas", "pas"),
            Map.entry("jamais", "jamais"),
            Map.entry("aucun", "aucun"),
            Map.entry("aucune", "aucun"),
            Map.entry("aucuns", "aucun"),
            Map.entry("aucunes", "aucun"),
            Map.entry("aucunement", "aucunement"),
            Map.entry("nul", "nul"),
            Map.entry("nulle", "nul"),
            Map.entry("nullement", "nullement"),
            Map.entry("ni", "ni"),
            Map.entry("non", "non"),
            Map.entry("sans", "sans"),
            Map.entry("rien", "rien"),
            Map.entry("guère", "guère"),
            Map.entry("not", "not"),
            Map.entry("cannot", "not"),
            Map.entry("no", "no"),
            Map.entry("never", "never"),
            Map.entry("without", "without"),
            Map.entry("nor", "nor"),
            Map.entry("neither", "neither"),
            Map.entry("nobody", "nobody"),
            Map.entry("none", "none"),
            Map.entry("nothing", "nothing"),
            Map.entry("nowhere", "nowhere"));

    /** Without un, une and one, which are articles and pronouns far more often. */
    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("zéro", "0"),
            Map.entry("zero", "0"),
            Map.entry("deux", "2"),
            Map.entry("two", "2"),
            Map.entry("trois", "3"),
            Map.entry("three", "3"),
            Map.entry("quatre", "4"),
            Map.entry("four", "4"),
            Map.entry("cinq", "5"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("sept", "7"),
            Map.entry("seven", "7"),
            Map.entry("huit", "8"),
            Map.entry("eight", "8"),
            Map.entry("neuf", "9"),
            Map.entry("nine", "9"),
            Map.entry("dix", "10"),
            Map.entry("ten", "10"),
            Map.entry("onze", "11"),
            Map.entry("eleven", "11"),
            Map.entry("douze", "12"),
            Map.entry("twelve", "12"),
            Map.entry("treize", "13"),
            Map.entry("thirteen", "13"),
            Map.entry("quatorze", "14"),
            Map.entry("fourteen", "14"),
            Map.entry("quinze", "15"),
            Map.entry("fifteen", "15"),
            Map.entry("seize", "16"),
            Map.entry("sixteen", "16"),
            Map.entry("seventeen", "17"),
            Map.entry("eighteen", "18"),
            Map.entry("nineteen", "19"),
            Map.entry("vingt", "20"),
            Map.entry("twenty", "20"),
            Map.entry("vingts", "20"),
            Map.entry("trente", "30"),
            Map.entry("thirty", "30"),
            Map.entry("quarante", "40"),
            Map.entry("forty", "40"),
            Map.entry("cinquante", "50"),
            Map.entry("fifty", "50"),
            Map.entry("soixante", "60"),
            Map.entry("sixty", "60"),
            Map.entry("septante", "70"),
            Map.entry("seventy", "70"),
            Map.entry("quatre-vingts", "80"),
            Map.entry("eighty", "80"),
            Map.entry("nonante", "90"),
            Map.entry("ninety", "90"),
            Map.entry("cent", "100"),
            Map.entry("cents", "100"),
            Map.entry("hundred", "100"),
            Map.entry("hundreds", "hundreds"),
            Map.entry("centaine", "hundreds"),
            Map.entry("centaines", "hundreds"),
            Map.entry("mille", "1000"),
            Map.entry("thousand", "1000"),
            Map.entry("thousands", "thousands"),
            Map.entry("millier", "thousands"),
            Map.entry("milliers", "thousands"),
            Map.entry("million", "million"),
            Map.entry("millions", "million"),
            Map.entry("milliard", "billion"),
            Map.entry("milliards", "billion"),
            Map.entry("billion", "billion"),
            Map.entry("billions", "billion"),
            Map.entry("trillion", "trillion"),
            Map.entry("dizaine", "tens"),
            Map.entry("dizaines", "tens"),
            Map.entry("douzaine", "dozen"),
            Map.entry("dozen", "dozen"),
            Map.entry("dozens", "dozen"),
            Map.entry("moitié", "half"),
            Map.entry("half", "half"),
            Map.entry("tiers", "third"),
            Map.entry("quart", "quarter"),
            Map.entry("double", "double"),
            Map.entry("triple", "triple"),
            Map.entry("percent", "%"));

    /** Words that begin a clause of its own behind a comma, so that a negation before it does not reach it. */
    private static final Set<String> CLAUSE_OPENERS = Set.of(
            "je", "j'", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "c'", "ça", "mais", "car", "i", "we",
            "you", "he", "she", "it", "they", "but", "there", "i'm", "we're", "you're", "he's", "she's", "it's",
            "they're", "i've", "we've", "i'll", "we'll", "it'll", "they'll", "there's");

    /** Words that begin a further clause, to which a negation behind them belongs. */
    private static final Set<String> JOINTS = Set.of(
            "que", "qu'", "qui", "dont", "où", "parce", "car", "mais", "et", "ou", "quand", "lorsque", "lorsqu'", "si",
            "puisque", "puisqu'", "tandis", "because", "but", "and", "or", "that", "which", "who", "whose", "when",
            "while", "where", "if", "so", "as");

    private static final Set<String> ABBREVIATIONS = Set.of("mme", "mlle", "mm", "mr", "mrs", "ms", "dr", "st", "art");

    private Lexicon() {}

    /** Which negation a token is, in one form for all its forms; null if it is none. */
    static @Nullable String negation(Token token) {
        if (!token.isWord()) {
            return null;
        }
        String lower = token.lower();
        return lower.endsWith("n't") ? "not" : NEGATIONS.get(lower);
    }

    /** Which number a token is, in one form for all its forms; null if it is none. */
    static @Nullable String number(Token token) {
        if (token.isMark("%‰")) {
            return token.key();
        }
        if (!token.isWord()) {
            return null;
        }
        String lower = token.lower();
        if (lower.codePoints().anyMatch(Lexicon::isNumeric)) {
            return lower;
        }
        boolean compound =
                lower.indexOf('-') > 0 && Arrays.stream(lower.split("-")).anyMatch(NUMBERS::containsKey);
        return compound ? lower : NUMBERS.get(lower);
    }

    /** The same for a word in lower case, compounds aside. */
    static @Nullable String numberWord(String word) {
        return NUMBERS.get(word);
    }

    /** Digits, superscripts, fractions, Roman numerals of one character. */
    private static boolean isNumeric(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /** Which name a token is, whatever its case and accents; null if it does not look like one. */
    static @Nullable String name(Token token) {
        boolean name = token.isCapitalised()
                && !token.initial()
                && !token.key().equals("I")
                && !token.key().startsWith("I'");
        return name ? token.folded() : null;
    }

    static boolean opensClause(Token token) {
        return CLAUSE_OPENERS.contains(token.lower());
    }

    static boolean isJoint(Token token) {
        return JOINTS.contains(token.lower());
    }

    /** Whether a full stop behind this token belongs to it. */
    static boolean isAbbreviation(Token token) {
        return token.isWord()
                && (token.key().codePointCount(0, token.key().length()) == 1 || ABBREVIATIONS.contains(token.lower()));
    }
}
