package org.verbatim.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What has to be known of a language, read from its folder of word lists, {@code extraction/LANGUAGE/*.txt}. Each list is
 * read once. Another language is another folder and a line in {@code extraction/languages.txt}.
 */
final class Lexicon {

    private static final String ROOT = "extraction/";
    private static final List<String> LANGUAGES = lines(ROOT + "languages.txt");
    private static final Map<String, Lexicon> LEXICONS = new ConcurrentHashMap<>();

    private final String language;
    private final Map<String, Phrases> lists = new ConcurrentHashMap<>();
    private final Map<String, Phrases> foldedLists = new ConcurrentHashMap<>();
    private final Map<String, List<String>> endings = new ConcurrentHashMap<>();
    private final Verbs verbs;

    private Lexicon(String language) {
        this.language = language;
        this.verbs = Verbs.of(lines(ROOT + language + "/verbs-of-saying.txt"));
    }

    /** The languages that there are word lists for, as BCP 47 tags; the first is the one to fall back on. */
    static List<String> languages() {
        return LANGUAGES;
    }

    /**
     * The lexicon of a language; regions make no difference, and a language without word lists is read with those of
     * the first one.
     */
    static Lexicon of(String language) {
        return LEXICONS.computeIfAbsent(isFor(language) ? primary(language) : LANGUAGES.get(0), Lexicon::new);
    }

    /** Whether there are word lists for a language; regions make no difference. */
    static boolean isFor(String language) {
        return LANGUAGES.contains(primary(language));
    }

    private static String primary(String language) {
        return language.split("-", 2)[0];
    }

    /** The primary language tag, such as {@code fr}. */
    String language() {
        return language;
    }

    /** A list in which accents matter. */
    Phrases list(String name) {
        return lists.computeIfAbsent(name, key -> Phrases.of(lines(ROOT + language + "/" + key + ".txt"), false));
    }

    /** A list of names and the like, in which accents make no difference. */
    Phrases foldedList(String name) {
        return foldedLists.computeIfAbsent(name, key -> Phrases.of(lines(ROOT + language + "/" + key + ".txt"), true));
    }

    /** Whether a noun comes before its adjectives and complements, as in French; otherwise it comes last. */
    boolean isNounFirst() {
        return !list("adjective-endings").isEmpty();
    }

    /** Whether a word ends with one of the listed endings. */
    boolean endsLike(String name, Token word) {
        String lower = word.lower();
        for (String ending : endings.computeIfAbsent(name, key -> lines(ROOT + language + "/" + key + ".txt"))) {
            if (lower.endsWith(ending) && (lower.length() > ending.length() + 1 || lower.length() == ending.length())) {
                return true;
            }
        }
        return false;
    }

    /** A list that all languages share. */
    static Phrases shared(String name) {
        return Shared.LISTS.computeIfAbsent(name, key -> Phrases.of(lines(ROOT + key + ".txt"), true));
    }

    Verbs verbs() {
        return verbs;
    }

    private static final class Shared {
        static final Map<String, Phrases> LISTS = new ConcurrentHashMap<>();
    }

    /** The lines of a list, without comments and empty ones. */
    static List<String> lines(String resource) {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            String content = new String(
                    Objects.requireNonNull(stream, () -> "no resource " + resource)
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            return content.lines()
                    .map(line -> line.contains("#") ? line.substring(0, line.indexOf('#')) : line)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
