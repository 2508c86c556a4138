package org.verbatim.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.verbatim.dossier.Dossier;
import org.verbatim.text.SourceText;

/**
 * How long an article takes, how that grows up to 1 MB, and what hostile texts of that size do. A main, not a test: its
 * figures are for people.
 *
 * <pre>mvn test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.verbatim.extraction.ExtractionBenchmark</pre>
 */
final class ExtractionBenchmark {

    private static final int MEGABYTE = 1_000_000;
    private static final Dossier.ArticlePart UNKNOWN =
            new Dossier.ArticlePart("benchmark", null, null, null, null, null, null, null, null);
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private ExtractionBenchmark() {}

    public static void main(String[] args) throws IOException {
        Extractor extractor = new Extractor();
        for (String name : new String[] {"fr-01", "en-02"}) {
            String article = article(name);
            warm(extractor, article);
            for (int size : new int[] {3_000, 30_000, 300_000, MEGABYTE}) {
                OUT.printf(
                        "%s repeated to %,9d characters: %,9.2f ms%n",
                        name, size, time(extractor, repeated(article, size)));
            }
        }
        for (Map.Entry<String, String> hostile : hostile().entrySet()) {
            String whole = repeated(hostile.getValue(), MEGABYTE);
            String half = whole.substring(0, MEGABYTE / 2);
            OUT.printf(
                    "%-28s %,9.1f ms, half of it %,9.1f ms%n",
                    hostile.getKey(), once(extractor, whole), once(extractor, half));
        }
    }

    private static Map<String, String> hostile() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("opening guillemets", "«");
        texts.put("guillemets, nested", "« « ” » “ ");
        texts.put("straight marks", "\"");
        texts.put("apostrophes", "'");
        texts.put("one word", "a");
        texts.put("no spaces", "a,b.c:d");
        texts.put("line breaks", "\n");
        texts.put("capitalised words", "Jean Paul Marie ");
        texts.put("one capital and a comma", "Zed, ");
        texts.put("capitals in brackets", "Comité (ABC) ");
        texts.put("digits", "1234567890");
        texts.put("numbers", "12 ");
        texts.put("credits", "©");
        texts.put("credit words", ") Photo : ");
        texts.put("verbs of saying", "a dit que ");
        texts.put("said", "said ");
        texts.put("said, within marks", "« dit-il, « ");
        texts.put("formulas", "selon la ministre, ");
        texts.put("pronouns", "Elle a dit que il. ");
        texts.put("descriptions", "La ministre a dit que oui. ");
        texts.put("short quotes", "« Oui. » ");
        texts.put("paragraphs that reopen", "« Un mot\n");
        texts.put("commas", ", ");
        texts.put("dashes", "— oui, dit-il.\n");
        texts.put("organisations", "ministère de la Santé et de la Culture ");
        texts.put("captions", "Une image. ©X\n");
        texts.put("sums", "5 millions d'euros ");
        texts.put("multipliers", "million ");
        texts.put("hundreds", "cent mille ");
        texts.put("ranges", "entre 3 et 5 ");
        texts.put("gifts", "Le Maroc a versé 3 millions d'euros au Fonds Bleu, ");
        texts.put("gifts in English", "Zed Fund gave $7 to X. ");
        texts.put("loans", "un prêt de ");
        texts.put("meetings", "Jean Petit a rencontré Paul Grand et ");
        texts.put("meetings, all told", "Jean Petit a rencontré Paul Grand. ");
        texts.put("lists of those who met", "Une réunion entre Jean Petit, Paul Grand, ");
        texts.put("dates", "le 3 mai 2025, ");
        texts.put("places", "à Genève ");
        texts.put("surrogate pairs", "\uD83D\uDE00 ");
        texts.put("combining marks", "e\u0301\u0301\u0301");
        return texts;
    }

    private static void warm(Extractor extractor, String article) {
        SourceText text = SourceText.of(article);
        for (int i = 0; i < 500; i++) {
            extractor.annotate(UNKNOWN, text);
        }
    }

    /** The mean of as many runs as take a second. */
    private static double time(Extractor extractor, String article) {
        SourceText text = SourceText.of(article);
        int runs = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < 1_000_000_000L) {
            extractor.annotate(UNKNOWN, text);
            runs++;
        }
        return (System.nanoTime() - start) / 1e6 / runs;
    }

    private static double once(Extractor extractor, String article) {
        SourceText text = SourceText.of(article);
        long start = System.nanoTime();
        extractor.annotate(UNKNOWN, text);
        return (System.nanoTime() - start) / 1e6;
    }

    private static String repeated(String part, int length) {
        String whole = part.repeat(length / part.length() + 1);
        int end = Character.isHighSurrogate(whole.charAt(length - 1)) ? length - 1 : length;
        return whole.substring(0, end);
    }

    private static String article(String name) throws IOException {
        try (InputStream stream = ExtractionBenchmark.class.getResourceAsStream("/evaluation/" + name + ".txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8) + "\n\n";
        }
    }
}
