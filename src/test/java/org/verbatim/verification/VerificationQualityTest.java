package org.verbatim.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.verbatim.quote.Form;
import org.verbatim.quote.QuoteEntity;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/**
 * How good the verdicts are: claims made of every quote of the seeds and of the evaluation set by mutation, each with
 * the verdict that a careful person would give. Labels come from what was done to a text and from this class's own word
 * lists, never from the code under test; where a mutation could be read either way, no claim is made.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerificationQualityTest {

    private static final long SEED = 20261122;

    /** Split at spaces and behind apostrophes: words that turn the sense. */
    private static final Set<String> TURNING = Set.of(
            "ne",
            "n'",
            "pas",
            "jamais",
            "aucun",
            "aucune",
            "ni",
            "sans",
            "rien",
            "plus",
            "personne",
            "non",
            "not",
            "no",
            "never",
            "without",
            "nobody",
            "nothing",
            "nor",
            "cannot");

    private static final Pattern NUMBER = Pattern.compile(
            ".*\\d.*|%|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|trente|cent|cents|mille|millions?"
                    + "|milliards?|moitié|two|three|four|five|six|seven|eight|nine|ten|eleven|hundred|thousand|half"
                    + "|dix-.*|trente-.*|troisième");

    private static final List<String> UNRELATED = List.of(
            "le Maroc doit fermer ses frontières",
            "La pluie est tombée toute la nuit sur les toits de la vieille ville",
            "Nous allons construire trois nouvelles lignes de tramway avant la fin du mandat",
            "Les prix du blé ont encore reculé cette semaine sur le marché de Chicago",
            "L'Union européenne devrait suspendre ses accords commerciaux avec ses voisins",
            "La migration est une menace pour la sécurité de notre continent",
            "Le fonds a perdu la moitié de sa valeur depuis janvier",
            "Je démissionnerai si le conseil ne vote pas le budget demain",
            "Il n'y a plus de place dans les écoles de la région",
            "Les joueurs ont refusé de monter dans l'avion",
            "We will close every border crossing by the end of the month",
            "The committee has never met the minister in person",
            "Taxes on diesel will rise again next spring, whatever the opposition says",
            "I have a dream that one day this nation will rise up",
            "The bridge collapsed because nobody had inspected it for a decade",
            "Our hospitals are ready for the winter and so are our nurses",
            "Ask not what your country can do for you",
            "The fund was never meant to pay for dykes or for pumps",
            "People are tired of waiting for a train that does not come",
            "Every child deserves a school with a roof");

    private final Random random = new Random(SEED);
    private final Map<String, Map<Verdict, Map<Verdict, Integer>>> byMutation = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> falseVerbatim = new ArrayList<>();
    private final List<String> unflagged = new ArrayList<>();
    private Corpus corpus;

    /** All articles but one, by its id. */
    private final Map<String, Corpus> others = new HashMap<>();

    private List<String> vocabulary;
    private List<String> names;
    private List<String> agents;

    @BeforeAll
    void verifyAll() {
        corpus = Corpus.read();
        vocabulary = corpus.quotes().stream()
                .flatMap(quote -> words(whole(quote)).stream())
                .map(word -> word.replaceAll("[^\\p{L}]", ""))
                .filter(word -> word.length() > 4)
                .distinct()
                .toList();
        names = List.of("Dubois", "Espagne", "Genève", "Martinez", "Oslo", "Toyota", "Johnson", "Kenya");
        agents = corpus.articles().stream()
                .flatMap(article -> article.agents().stream())
                .distinct()
                .toList();
        corpus.articles().forEach(article -> {
            article.quotes().forEach(quote -> {
                switch (quote.form()) {
                    case DIRECT -> direct(quote, whole(quote));
                    case MIXED -> mixed(quote);
                    case INDIRECT -> reported("indirect speech", quote, whole(quote));
                }
                elsewhere(article, quote);
            });
            prose(article);
        });
        UNRELATED.forEach(text -> check("unrelated text", Verdict.NOT_FOUND, text, null));
    }

    // --- Mutations ------------------------------------------------------------------------------------------------

    private void direct(Corpus.Quote quote, String text) {
        typography(quote, text);
        withItsClause(quote);
        wrongSpeaker(quote, text);
        List<String> words = words(text);
        fragments(quote, words);
        elisions(quote, words);
        if (words.size() < 5) {
            return;
        }
        changes(quote, words);
        negations(quote, words);
        numbers(quote, words);
        name(quote, words);
    }

    private void typography(Corpus.Quote quote, String text) {
        Verdict label = words(text).size() >= 4 ? Verdict.VERBATIM : Verdict.REPORTED;
        for (String variant : typographic(text)) {
            check("typography", label, variant, quote.speaker());
        }
    }

    /** As it is copied from the article: quotation marks and the reporting clause in its midst. */
    private void withItsClause(Corpus.Quote quote) {
        int segments = quote.segments().size();
        Span extent = new Span(
                quote.segments().get(0).span().start(),
                quote.segments().get(segments - 1).span().end());
        boolean parted = segments > 1;
        for (int i = 1; i < segments; i++) {
            Span gap = new Span(
                    /* start= */ quote.segments().get(i - 1).span().end(),
                    /* end= */ quote.segments().get(i).span().start());
            parted &= quote.text().slice(gap).matches("(?s)[^\\p{L}]*[«»“”\"][^«»“”\"]*\\p{L}[^«»“”\"]*[«»“”\"].*");
        }
        if (parted) {
            String copied = quote.text().slice(extent);
            check("copied with its clause", Verdict.VERBATIM, copied, quote.speaker());
            check("copied with its clause", Verdict.VERBATIM, "« " + copied + " »", quote.speaker());
            Span clause = new Span(
                    /* start= */ quote.segments().get(0).span().end(),
                    /* end= */ quote.segments().get(1).span().start());
            String altered = quote.text().slice(clause).replaceFirst("\\p{L}+", "autrement");
            check(
                    "another clause",
                    Verdict.ALTERED,
                    copied.replace(quote.text().slice(clause), altered),
                    quote.speaker());
        }
    }

    private List<String> typographic(String text) {
        String straight = text.replaceAll("[’‘]", "'").replaceAll("[“”]", "\"").replaceAll("[  ]", " ");
        return List.of(
                text,
                straight,
                straight.replace("'", "’").replaceAll("\"([^\"]*)\"", "« $1 »"),
                "« " + text + " »",
                "“" + straight + "”",
                "\"" + straight.replace(" ", " ") + "\"",
                Normalizer.normalize(text, Normalizer.Form.NFD),
                text.replace(" ", " ").replaceFirst(" ", "\n  "),
                sprinkled(text),
                initial(text, true),
                initial(text, false),
                text.replaceAll("[.,]$", ""),
                text.matches("(?s).*[.!?,]$") ? text : text + ".",
                "— " + text,
                "… " + text.replaceAll("[.,]$", "") + "…",
                text.replace("-", "‑"),
                text.replace(" ", "\u202F"));
    }

    /** Soft hyphens and zero-width spaces within words, as web pages have them. */
    private String sprinkled(String text) {
        return words(text).stream()
                .map(word -> word.length() < 6
                        ? word
                        : word.substring(0, 3) + (random.nextBoolean() ? "\u00AD" : "\u200B") + word.substring(3))
                .collect(Collectors.joining(" "));
    }

    private static String initial(String text, boolean upper) {
        String first = text.substring(0, 1);
        return (upper ? first.toUpperCase(Locale.ROOT) : first.toLowerCase(Locale.ROOT)) + text.substring(1);
    }

    private void wrongSpeaker(Corpus.Quote quote, String text) {
        if (words(text).size() >= 4) {
            for (int i = 0; i < 2; i++) {
                String other = agents.get(random.nextInt(agents.size()));
                if (!other.equals(quote.speaker())) {
                    check("wrong speaker", Verdict.MISATTRIBUTED, text, other);
                }
            }
        }
    }

    private void fragments(Corpus.Quote quote, List<String> words) {
        for (int i = 0; i < 4 && words.size() > 5; i++) {
            int length = 4 + random.nextInt(words.size() - 4);
            int from = random.nextInt(words.size() - length + 1);
            List<String> outside = new ArrayList<>(words.subList(0, from));
            outside.addAll(words.subList(from + length, words.size()));
            if (outside.stream().noneMatch(word -> turns(word) || word.contains("?"))) {
                check("fragment", Verdict.VERBATIM, joined(words.subList(from, from + length)), quote.speaker());
            }
        }
        for (int i = 0; i + 5 <= words.size(); i++) {
            List<String> rest = words.subList(i + 1, words.size());
            boolean split = words.get(i).matches(".*[.,!?:;]\\W*")
                    || rest.stream().limit(1).anyMatch(this::isNegation);
            if (isNegation(words.get(i)) && !split && rest.size() >= 4) {
                check("fragment without its negation", Verdict.ALTERED, joined(rest), quote.speaker());
            }
        }
        if (words.size() >= 4) {
            for (int length : new int[] {2, 3}) {
                List<String> few = words.subList(0, length);
                boolean cut = isNegation(few.get(length - 1))
                        || words.subList(length, Math.min(words.size(), length + 4)).stream()
                                .anyMatch(this::turns);
                if (!cut) {
                    check("too short", Verdict.REPORTED, joined(few), quote.speaker());
                }
            }
        }
    }

    private void elisions(Corpus.Quote quote, List<String> words) {
        List<String> marks = List.of("…", "...", "[…]", "[...]", "(…)", "(...)");
        for (int i = 0; i < 6 && words.size() >= 9; i++) {
            int kept = 3 + random.nextInt(2);
            int from = kept + random.nextInt(words.size() - 2 * kept);
            int to = from + 1 + random.nextInt(Math.min(20, words.size() - kept - from));
            List<String> lost = words.subList(from, to);
            String mark = marks.get(random.nextInt(marks.size()));
            String text = joined(words.subList(0, from)) + " " + mark + " " + joined(words.subList(to, words.size()));
            boolean turns = lost.stream().anyMatch(this::turnsForSure);
            boolean unclear = lost.stream().anyMatch(this::turns)
                    || (words.subList(0, from).stream().anyMatch(this::turns)
                            && lost.stream().anyMatch(word -> word.matches(".*[.,!?:;]\\W*")));
            // Nothing but the beginning and end of two sentences is left of a word before the first full stop.
            if (turns) {
                check("elision that loses a negation or number", Verdict.ALTERED, text, quote.speaker());
            } else if (!unclear) {
                check("elision", Verdict.ELIDED, text, quote.speaker());
            }
        }
    }

    private void changes(Corpus.Quote quote, List<String> words) {
        for (int i = 0; i < 4; i++) {
            int at = 1 + random.nextInt(words.size() - 2);
            String other = vocabulary.get(random.nextInt(vocabulary.size()));
            if (!bare(other).equals(bare(words.get(at)))) {
                check("substitution", Verdict.ALTERED, joined(with(words, at, other)), quote.speaker());
            }
            List<String> more = new ArrayList<>(words);
            more.add(at, other);
            check("insertion", Verdict.ALTERED, joined(more), quote.speaker());
            List<String> fewer = new ArrayList<>(words);
            String dropped = fewer.remove(at);
            if (!bare(dropped).isEmpty() && !bare(dropped).equals(bare(words.get(at + 1)))) {
                check("word dropped", Verdict.ALTERED, joined(fewer), quote.speaker());
            }
        }
        if (words.size() >= 8) {
            int at = words.size() / 2 + random.nextInt(2);
            List<String> swapped = new ArrayList<>(words.subList(at, words.size()));
            swapped.addAll(words.subList(0, at));
            check("reordering", Verdict.ALTERED, joined(swapped), quote.speaker());
            List<String> neighbours = new ArrayList<>(words);
            neighbours.add(at, neighbours.remove(at + 1));
            if (!neighbours.equals(words)) {
                check("reordering", Verdict.ALTERED, joined(neighbours), quote.speaker());
            }
        }
    }

    private void negations(Corpus.Quote quote, List<String> words) {
        List<String> positive = words.stream().filter(word -> !isNegation(word)).toList();
        if (positive.size() < words.size() && positive.size() >= 4) {
            check("negation out", Verdict.ALTERED, joined(positive), quote.speaker(), Judgement::polarityChanged);
        }
        boolean english = quote.article().startsWith("en");
        int at = 1 + random.nextInt(words.size() - 1);
        List<String> negative = new ArrayList<>(words);
        negative.add(at, english ? "not" : random.nextBoolean() ? "pas" : "jamais");
        check("negation in", Verdict.ALTERED, joined(negative), quote.speaker(), Judgement::polarityChanged);
    }

    private void numbers(Corpus.Quote quote, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).matches(".*\\d.*")) {
                String other = words.get(i).replaceAll("\\d+", String.valueOf(2 + random.nextInt(7)) + "1");
                check(
                        "number change",
                        Verdict.ALTERED,
                        joined(with(words, i, other)),
                        quote.speaker(),
                        Judgement::numberChanged);
            }
        }
        int at = 1 + random.nextInt(words.size() - 1);
        List<String> more = new ArrayList<>(words);
        more.add(at, "700");
        check("number change", Verdict.ALTERED, joined(more), quote.speaker(), Judgement::numberChanged);
    }

    private void name(Corpus.Quote quote, List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            boolean initial = words.get(i - 1).matches(".*[.!?:]\\W*");
            if (!initial && words.get(i).matches("(?:\\p{Ll}+[’'])?\\p{Lu}\\p{Ll}{2,}.*")) {
                String other = names.get(random.nextInt(names.size()));
                String swapped = words.get(i).replaceAll("\\p{Lu}\\p{Ll}+", other);
                check(
                        "name swap",
                        Verdict.ALTERED,
                        joined(with(words, i, swapped)),
                        quote.speaker(),
                        Judgement::namesChanged);
            }
        }
    }

    private void mixed(Corpus.Quote quote) {
        for (QuoteEntity.Segment segment : quote.segments()) {
            String text = quote.text().slice(segment.span());
            if (segment.verbatim()) {
                typography(quote, text);
                wrongSpeaker(quote, text);
            }
        }
        reported("mixed speech as a whole", quote, whole(quote));
    }

    private void reported(String mutation, Corpus.Quote quote, String text) {
        if (words(text).size() >= 4) {
            check(mutation, Verdict.REPORTED, text, quote.speaker());
            check(mutation, Verdict.REPORTED, "« " + text.replace("’", "'") + " »", null);
            check(mutation, Verdict.REPORTED, text, agents.get(random.nextInt(agents.size())));
        }
    }

    /** Sentences of the journalist that report nothing. */
    private void prose(Corpus.Article article) {
        List<Span> taken = article.quotes().stream()
                .flatMap(quote -> quote.segments().stream())
                .map(QuoteEntity.Segment::span)
                .toList();
        Corpus.lines(article.text()).forEach(line -> {
            int begin = line.start();
            for (String sentence : article.text().slice(line).split("(?<=[.!?] )", -1)) {
                Span span = new Span(begin, begin + sentence.codePointCount(0, sentence.length()));
                begin = span.end();
                boolean marks = sentence.matches("(?s).*[«»“”\"‘].*");
                if (taken.stream().noneMatch(span::overlaps)
                        && !marks
                        && words(sentence).size() >= 6) {
                    check("prose as quote", Verdict.REPORTED, sentence.strip(), null);
                    check(
                            "prose as quote",
                            Verdict.REPORTED,
                            sentence.strip(),
                            article.agents().stream().findFirst().orElse(null));
                }
            }
        });
    }

    /** What is quoted in one article, asked of the others. */
    private void elsewhere(Corpus.Article article, Corpus.Quote quote) {
        boolean seed = !article.id().contains("-");
        if (!seed && words(whole(quote)).size() >= 4) {
            check(
                    "quote of an article not held",
                    Verdict.NOT_FOUND,
                    whole(quote),
                    null,
                    judgement -> true,
                    others.computeIfAbsent(article.id(), corpus::without));
        }
    }

    // --- Words, without the code under test -----------------------------------------------------------------------

    /** The segments as a journalist would join them. */
    private static String whole(Corpus.Quote quote) {
        StringBuilder whole = new StringBuilder();
        for (QuoteEntity.Segment segment : quote.segments()) {
            String text = quote.text().slice(segment.span());
            if (!whole.isEmpty()) {
                boolean sentence = Character.isUpperCase(text.codePointAt(0));
                boolean closed = whole.toString().matches("(?s).*[.!?,;:]");
                whole.append(quote.form() == Form.DIRECT && sentence && !closed ? ". " : " ");
            }
            whole.append(text);
        }
        return whole.toString();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s\\u00A0\\u202F]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String joined(List<String> words) {
        return String.join(" ", words);
    }

    private static List<String> with(List<String> words, int at, String other) {
        List<String> changed = new ArrayList<>(words);
        changed.set(at, other);
        return changed;
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Stream<String> parts(String word) {
        return Arrays.stream(word.toLowerCase(Locale.ROOT).replace('’', '\'').split("(?<=')", -1))
                .map(part -> part.replaceAll("^[^\\p{L}\\p{N}%]+|[^\\p{L}\\p{N}%']+$", ""));
    }

    private boolean isNegation(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        return plain.contains("n't")
                || parts(word)
                        .anyMatch(part -> TURNING.contains(part) && !part.equals("plus") && !part.equals("personne"));
    }

    /** Whether a word is a negation or number, or could be taken for one. */
    private boolean turns(String word) {
        return word.toLowerCase(Locale.ROOT).replace('’', '\'').contains("n't")
                || parts(word)
                        .anyMatch(part ->
                                TURNING.contains(part) || NUMBER.matcher(part).matches());
    }

    private boolean turnsForSure(String word) {
        return isNegation(word) || word.matches(".*\\d.*|%");
    }

    // --- Counting -------------------------------------------------------------------------------------------------

    private void check(String mutation, Verdict label, String text, String speaker) {
        check(mutation, label, text, speaker, judgement -> true);
    }

    private void check(String mutation, Verdict label, String text, String speaker, Predicate<Judgement> flagged) {
        check(mutation, label, text, speaker, flagged, corpus);
    }

    private void check(
            String mutation, Verdict label, String text, String speaker, Predicate<Judgement> flagged, Corpus held) {
        Ruling ruling = held.verify(text, speaker == null ? null : Set.of(speaker));
        byMutation
                .computeIfAbsent(mutation, key -> new EnumMap<>(Verdict.class))
                .computeIfAbsent(label, key -> new TreeMap<>())
                .merge(ruling.verdict(), 1, Integer::sum);
        String line = "%s: %s, not %s: %s (%s)".formatted(mutation, label, ruling.verdict(), text, speaker);
        if (ruling.verdict() != label) {
            wrong.add(line);
            if (ruling.verdict() == Verdict.VERBATIM) {
                falseVerbatim.add(line);
            }
        } else if (!ruling.matches().isEmpty() && !flagged.test(ruling.matches().get(0))) {
            unflagged.add(line + " " + ruling.matches().get(0).difference());
        }
        for (Judgement judgement : ruling.matches()) {
            Differences.assertRebuilds(judgement, SourceText.of(text));
        }
    }

    @AfterAll
    void print() {
        StringBuilder out = new StringBuilder("\nClaims by label (rows) and verdict (columns)\n");
        out.append("%-42s".formatted(""));
        Arrays.stream(Verdict.values()).forEach(verdict -> out.append("%14s".formatted(verdict)));
        out.append('\n');
        for (Verdict label : Verdict.values()) {
            out.append("%-42s".formatted(label));
            for (Verdict verdict : Verdict.values()) {
                out.append("%14d"
                        .formatted(byMutation.values().stream()
                                .mapToInt(labels ->
                                        labels.getOrDefault(label, Map.of()).getOrDefault(verdict, 0))
                                .sum()));
            }
            out.append('\n');
        }
        out.append("\nBy mutation: label, claims, right\n");
        byMutation.forEach((mutation, labels) -> labels.forEach((label, verdicts) -> out.append("%-42s%14s%8d%8d%n"
                .formatted(
                        mutation,
                        label,
                        verdicts.values().stream().mapToInt(n -> n).sum(),
                        verdicts.getOrDefault(label, 0)))));
        out.append("\nAll: %d, right: %d (%.2f %%), false VERBATIM: %d, flags missing: %d%n"
                .formatted(total(), total() - wrong.size(), 100 * share(), falseVerbatim.size(), unflagged.size()));
        wrong.forEach(line -> out.append("  ").append(line).append('\n'));
        unflagged.forEach(line -> out.append("  unflagged: ").append(line).append('\n'));
        System.out.print(out);
    }

    private int total() {
        return byMutation.values().stream()
                .flatMap(labels -> labels.values().stream())
                .flatMap(verdicts -> verdicts.values().stream())
                .mapToInt(n -> n)
                .sum();
    }

    private double share() {
        return 1 - (double) wrong.size() / total();
    }

    // --- What must hold -------------------------------------------------------------------------------------------

    @Test
    void noVerbatimIsFalse() {
        assertThat(falseVerbatim).isEmpty();
    }

    @Test
    void typographyDoesNotMatter() {
        Map<Verdict, Integer> verdicts = byMutation.get("typography").get(Verdict.VERBATIM);
        int all = verdicts.values().stream().mapToInt(n -> n).sum();
        assertThat((double) verdicts.getOrDefault(Verdict.VERBATIM, 0) / all).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void verdictsAreRight() {
        assertThat(share()).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void changedNegationsNumbersAndNamesAreFlagged() {
        assertThat(unflagged).isEmpty();
    }
}
