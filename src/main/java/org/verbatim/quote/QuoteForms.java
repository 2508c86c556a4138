package org.verbatim.quote;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.ArticleEntity;
import org.verbatim.article.ArticleRepository;
import org.verbatim.article.RecordForms;
import org.verbatim.http.Addresses;
import org.verbatim.http.Citation;
import org.verbatim.http.Forms;
import org.verbatim.http.Node;

/**
 * A quote as a row, as a schema.org {@code Quotation}, and as it is cited. An indirect one is nobody's words, so it is no
 * {@code Quotation}, and is not put in quotation marks.
 */
@Singleton
public class QuoteForms implements Forms<Quote> {

    private static final List<Column<Quote>> COLUMNS = RecordForms.columns(
            QuoteForms::shared,
            List.of(
                    new Column<>("form", Quote::form),
                    new Column<>("text", Quote::text),
                    new Column<>(
                            "speakerId",
                            quote -> quote.speaker() == null
                                    ? null
                                    : quote.speaker().id()),
                    new Column<>(
                            "speakerType",
                            quote -> quote.speaker() == null
                                    ? null
                                    : quote.speaker().type()),
                    new Column<>(
                            "speakerName",
                            quote -> quote.speaker() == null
                                    ? null
                                    : quote.speaker().name()),
                    new Column<>(
                            "speakerRoleAsStated",
                            quote -> quote.speaker() == null
                                    ? null
                                    : quote.speaker().roleAsStated()),
                    new Column<>("attribution", quote -> quote.attribution().method()),
                    new Column<>("start", quote -> quote.segments()
                            .get(0)
                            .evidence()
                            .position()
                            .start()),
                    new Column<>(
                            "end", quote -> last(quote).evidence().position().end()),
                    new Column<>("inLanguage", Quote::inLanguage)));

    private final ArticleRepository articles;
    private final Addresses addresses;

    QuoteForms(ArticleRepository articles, Addresses addresses) {
        this.articles = articles;
        this.addresses = addresses;
    }

    @Override
    public Class<Quote> type() {
        return Quote.class;
    }

    @Override
    public String path() {
        return RecordKind.QUOTE.path();
    }

    @Override
    public List<Column<Quote>> columns() {
        return COLUMNS;
    }

    @Override
    public Node linkedData(Quote quote) {
        boolean words = quote.form() != Form.INDIRECT;
        Quote.Attribution attribution = quote.attribution();
        Node node = (words
                        ? RecordForms.begin(shared(quote), "Quotation")
                        : RecordForms.begin(shared(quote), "ReportedSpeech", "CreativeWork"))
                .with("text", quote.text())
                .with("form", quote.form())
                .with(words ? "speaker" : "attributedTo", RecordForms.agent(quote.speaker(), addresses))
                .with("attribution", attribution.method())
                .with("cue", RecordForms.evidence(attribution.cue()))
                .with("speakerMention", RecordForms.evidence(attribution.speakerMention()))
                .with("inLanguage", quote.inLanguage())
                .with(
                        words ? "quotedFrom" : "evidence",
                        quote.segments().stream()
                                .map(segment ->
                                        segment.evidence().linkedData().with("verbatimWords", segment.verbatim()))
                                .toList());
        return RecordForms.end(node, shared(quote), "isPartOf");
    }

    @Override
    @Transactional
    public Citation citation(Quote quote) {
        ArticleEntity article = articles.existing(quote.article().id());
        boolean words = quote.form() != Form.INDIRECT;
        String text = words ? "“%s”".formatted(quote.text()) : quote.text();
        String speaker = quote.speaker() == null ? null : quote.speaker().name();
        String sourceUrl = article.sourceUrl();
        return new Citation(
                quote.id(),
                Objects.requireNonNullElse(article.headline(), article.id()),
                article.authors(),
                article.publisher(),
                article.datePublished(),
                article.inLanguage(),
                sourceUrl == null ? quote.url() : URI.create(sourceUrl),
                speaker == null ? text : "%s: %s".formatted(speaker, text),
                quote.url());
    }

    private static Quote.Segment last(Quote quote) {
        return quote.segments().get(quote.segments().size() - 1);
    }

    private static RecordForms.Shared shared(Quote quote) {
        return new RecordForms.Shared(
                quote.id(),
                quote.url(),
                quote.article(),
                quote.alsoReportedIn(),
                quote.reviewStatus(),
                quote.extraction(),
                quote.links());
    }
}
