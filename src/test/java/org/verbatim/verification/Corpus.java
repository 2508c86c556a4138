package org.verbatim.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verbatim.quote.Form;
import org.verbatim.quote.QuoteEntity;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/** Articles and their quotes without a database: the seeds, and the evaluation set. */
record Corpus(List<Article> articles) {

    record Article(
            String id, SourceText text, List<Quote> quotes, Set<String> agents, List<Held> quoted, List<Held> prose) {}

    /** Sources that are candidates together, and the words they have. */
    record Held(List<Source> sources, Set<String> words) {

        static Held of(List<Source> sources) {
            return new Held(
                    sources,
                    sources.stream()
                            .flatMap(source -> source.wording().words().stream())
                            .collect(Collectors.toSet()));
        }
    }

    record Quote(
            String article, String id, Form form, String speaker, SourceText text, List<QuoteEntity.Segment> segments) {

        List<Source> sources() {
            return Source.ofQuote(article, id, speaker, form, text, segments);
        }
    }

    static Corpus read() {
        List<Article> articles = new ArrayList<>();
        for (Path folder : List.of(Path.of("seeds"), Path.of("src/test/resources/evaluation/dev"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".json"))
                        .sorted()
                        .forEach(file -> articles.add(read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Corpus(articles);
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
            return new Article(
                    id,
                    text,
                    quotes,
                    agents,
                    quotes.stream().map(quote -> Held.of(quote.sources())).toList(),
                    lines(text)
                            .map(line -> Held.of(Source.ofProse(id, text, line, speech)))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Quote> quotes() {
        return articles.stream().flatMap(article -> article.quotes().stream()).toList();
    }

    /** The same way through candidates, judge and ruling as in the service. */
    Ruling verify(String text, Set<String> speakers) {
        return verify(text, speakers, article -> true);
    }

    Ruling verify(String text, Set<String> speakers, Predicate<Article> within) {
        Claim claim = Claim.of(SourceText.of(text));
        return Ruling.of(Judge.judge(claim, sources(claim, within)), speakers);
    }

    /** The best candidates by the length of the words they share with the claim. */
    List<Source> sources(Claim claim, Predicate<Article> within) {
        Set<String> wanted = new HashSet<>(claim.wording().words());
        List<Source> sources = new ArrayList<>();
        best(wanted, within, Article::quoted, Candidates.MOST_QUOTES).forEach(sources::addAll);
        best(wanted, within, Article::prose, Candidates.MOST_PASSAGES).forEach(sources::addAll);
        return sources;
    }

    private Stream<List<Source>> best(
            Set<String> wanted, Predicate<Article> within, Function<Article, List<Held>> part, int most) {
        record Scored(Held held, int score) {}
        return articles.stream()
                .filter(within)
                .flatMap(article -> part.apply(article).stream())
                .map(held -> new Scored(
                        held,
                        held.words().stream()
                                .filter(wanted::contains)
                                .mapToInt(String::length)
                                .sum()))
                .sorted(Comparator.comparingInt(scored -> -scored.score()))
                .limit(most)
                .map(scored -> scored.held().sources());
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
