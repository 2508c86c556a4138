package org.verbatim.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbatim.text.Span;

/** The seed articles and the development texts, with the quotes that the latter's dossiers mark. */
final class Corpus {
    static final String VISIT = "fbf5bc84079181b5";
    static final String FUND = "d5de80af24a298a5";

    final Map<String, String> articles = new LinkedHashMap<>();
    final List<IndexedDocument> documents = new ArrayList<>();
    final List<IndexedDocument> quotes = new ArrayList<>();

    private Corpus() {}

    static Corpus read() {
        try {
            Corpus corpus = new Corpus();
            for (Path file : files("seeds", ".txt")) {
                String name = file.getFileName().toString();
                corpus.article(name.substring(name.indexOf('_') + 1, name.length() - 4), "fr", Files.readString(file));
            }
            corpus.seedQuotes();
            for (Path file : files("src/test/resources/evaluation", ".txt")) {
                String id = file.getFileName().toString().replace(".txt", "");
                corpus.article(id, id.substring(0, 2), Files.readString(file));
                corpus.devQuotes(
                        id,
                        new ObjectMapper()
                                .readTree(file.resolveSibling(id + ".json").toFile()));
            }
            return corpus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private void article(String id, String language, String text) {
        articles.put(id, text);
        documents.add(IndexedDocument.of("NewsArticle", id, id, language, documents.size())
                .body(text, 0)
                .about(text.lines().filter(line -> !line.isBlank()).findFirst().orElse("")));
    }

    private void seedQuotes() {
        quote(
                VISIT + ".q764",
                VISIT,
                "fr",
                "Amy Pope",
                List.of(
                        place(VISIT, "Le Maroc, pays champion", "en matière de migration"),
                        place(VISIT, "Sa vision centrée", "urgemment besoin.")));
        quote(
                FUND + ".q1",
                FUND,
                "fr",
                "Amy Pope",
                List.of(place(FUND, "un soutien vital", "populations vulnérables")));
        quote(FUND + ".q2", FUND, "fr", "Amy Pope", List.of(place(FUND, "Grâce au soutien", "solidarité mondiale.")));
    }

    private void devQuotes(String article, JsonNode dossier) {
        int number = 0;
        for (JsonNode quote : dossier.get("quotes")) {
            List<Span> places = new ArrayList<>();
            for (JsonNode segment : quote.get("segments")) {
                places.add(new Span(
                        segment.get("start").asInt(), segment.get("end").asInt()));
            }
            quote(
                    article + ".q" + number++,
                    article,
                    dossier.get("article").get("inLanguage").asText(),
                    quote.path("speaker").asText(""),
                    places);
        }
    }

    private void quote(String id, String article, String language, String speaker, List<Span> places) {
        IndexedDocument quote = IndexedDocument.of("Quote", id, article, language, documents.size())
                .about(speaker.replace('-', ' '))
                .keyword("speaker", speaker);
        for (Span place : places) {
            quote = quote.body(text(article, place), place.start());
        }
        documents.add(quote);
        quotes.add(quote);
    }

    /** What stands at a place of an article. */
    String text(String article, @Nullable Span place) {
        Objects.requireNonNull(place);
        String text = Objects.requireNonNull(articles.get(article));
        int start = text.offsetByCodePoints(0, place.start());
        return text.substring(start, text.offsetByCodePoints(start, place.length()));
    }

    /** From the first place of some words to the end of the next place of others. */
    Span place(String article, String from, String to) {
        String text = Objects.requireNonNull(articles.get(article));
        int start = text.indexOf(from);
        int end = text.indexOf(to, start) + to.length();
        return new Span(text.codePointCount(0, start), text.codePointCount(0, end));
    }
}
