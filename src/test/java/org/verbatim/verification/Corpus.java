package org.verbatim.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.verbatim.index.Index;
import org.verbatim.index.IndexSource;
import org.verbatim.index.IndexedDocument;
import org.verbatim.quote.Form;
import org.verbatim.quote.QuoteEntity;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/** Articles and their quotes without a database, but with the index: the seeds, and the evaluation set. */
record Corpus(List<Article> articles, Index index) {

    record Article(
            String id, String language, SourceText text, List<Quote> quotes, Set<String> agents, List<Span> speech) {}

    record Quote(
            String article, String id, Form form, String speaker, SourceText text, List<QuoteEntity.Segment> segments) {

        List<Source> sources() {
            return Source.ofQuote(article, id, speaker, form, text, segments);
        }
    }

    static Corpus read() {
        List<Article> articles = new ArrayList<>();
        for (Path folder : List.of(Path.of("seeds"), Path.of("src/test/resources/evaluation"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".json"))
                        .sorted()
                        .forEach(file -> articles.add(read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Corpus(articles, indexed(articles));
    }

    private static Article read(Path json) {
        try {
            JsonNode dossier = new ObjectMapper().readTree(json.toFile());
            SourceText text =
                    SourceText.of(Files.readString(Path.of(json.toString().replace(".json", ".txt"))));
            String id = dossier.at("/article/id").asText();
            List<Quote> quotes = new ArrayList<>();
            for (JsonNode quote : dossier.path("quotes")) {
                List<QuoteEntity.Segment> segments = new ArrayList<>();
                for (JsonNode segment : quote.path("segments")) {
                    Span span = segment.hasNonNull("start")
                            ? new Span(
                                    segment.path("start").asInt(),
                                    segment.path("end").asInt())
                            : text.occurrences(segment.path("exact").asText(), 1)
                                    .get(0);
                    segments.add(new QuoteEntity.Segment(
                            span, segment.path("verbatim").asBoolean()));
                }
                quotes.add(new Quote(
                        id,
                        id + ".q" + segments.get(0).span().start() + "-" + quotes.size(),
                        Form.valueOf(quote.path("form").asText()),
                        quote.hasNonNull("speaker") ? quote.path("speaker").asText() : null,
                        text,
                        segments));
            }
            Set<String> agents = new TreeSet<>();
            dossier.path("agents").forEach(agent -> agents.add(agent.path("id").asText()));
            List<Span> speech = quotes.stream()
                    .filter(quote -> quote.form() == Form.DIRECT)
                    .flatMap(quote -> quote.segments().stream())
                    .map(QuoteEntity.Segment::span)
                    .toList();
            return new Article(id, dossier.at("/article/inLanguage").asText(), text, quotes, agents, speech);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Corpus without(String id) {
        List<Article> others =
                articles.stream().filter(article -> !article.id().equals(id)).toList();
        return new Corpus(others, indexed(others));
    }

    List<Quote> quotes() {
        return articles.stream().flatMap(article -> article.quotes().stream()).toList();
    }

    /** The same way through candidates, judge and ruling as in the service. */
    Ruling verify(String text, Set<String> speakers) {
        Claim claim = Claim.of(SourceText.of(text));
        return Ruling.of(Judge.judge(claim, sources(claim)), speakers);
    }

    private List<Source> sources(Claim claim) {
        Candidates candidates = Candidates.of(claim.wording().text().toString(), null, index::candidates);
        List<Source> sources = new ArrayList<>();
        for (String id : candidates.quotes()) {
            quotes().stream().filter(quote -> quote.id().equals(id)).forEach(quote -> sources.addAll(quote.sources()));
        }
        for (Candidates.Passage passage : candidates.passages()) {
            articles.stream()
                    .filter(article -> article.id().equals(passage.article()))
                    .forEach(article -> sources.addAll(
                            Source.ofProse(article.id(), article.text(), passage.span(), article.speech())));
        }
        return sources;
    }

    private static Index indexed(List<Article> articles) {
        List<IndexedDocument> documents = new ArrayList<>();
        for (Article article : articles) {
            documents.add(IndexedDocument.of("Article", article.id(), article.id(), article.language(), 0)
                    .body(article.text().toString(), 0));
            for (Quote quote : article.quotes()) {
                IndexedDocument document = IndexedDocument.of("Quote", quote.id(), article.id(), article.language(), 0);
                for (QuoteEntity.Segment segment : quote.segments()) {
                    document = document.body(
                            quote.text().slice(segment.span()), segment.span().start());
                }
                documents.add(document);
            }
        }
        IndexSource source = new IndexSource() {
            @Override
            public void all(Consumer<IndexedDocument> into) {
                documents.forEach(into);
            }

            @Override
            public void of(Set<String> owners, Consumer<IndexedDocument> into) {
                documents.stream()
                        .filter(document -> owners.contains(document.owner()))
                        .forEach(into);
            }
        };
        Index index = Index.open(Index.Settings.inMemory(), List.of(source));
        index.rebuild(1);
        return index;
    }

    static Stream<Span> lines(SourceText text) {
        Stream.Builder<Span> lines = Stream.builder();
        int begin = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.codePointAt(at) == '\n') {
                if (at > begin) {
                    lines.add(new Span(begin, at));
                }
                begin = at + 1;
            }
        }
        return lines.build();
    }
}
