package org.verbatim.article;

import jakarta.inject.Singleton;
import java.util.List;
import org.verbatim.http.Forms;
import org.verbatim.http.Node;

/** An article as a row and as a schema.org {@code NewsArticle}. */
@Singleton
public class ArticleForms implements Forms<Article> {

    private static final List<Column<Article>> COLUMNS = List.of(
            new Column<>("id", Article::id),
            new Column<>("url", Article::url),
            new Column<>("headline", Article::headline),
            new Column<>("publisher", Article::publisher),
            new Column<>("authors", article -> String.join(Evidence.IN_A_CELL, article.authors())),
            new Column<>("datePublished", Article::datePublished),
            new Column<>(
                    "datePublishedAsStated",
                    article -> article.datePublishedAsStated() == null
                            ? null
                            : article.datePublishedAsStated().exact()),
            new Column<>("inLanguage", Article::inLanguage),
            new Column<>("sourceUrl", Article::sourceUrl),
            new Column<>("text", article -> article.links().text()),
            new Column<>("sha256", Article::sha256),
            new Column<>("lengthCodePoints", Article::lengthCodePoints),
            new Column<>("quotes", article -> article.counts().quotes()),
            new Column<>("fundingFacts", article -> article.counts().fundingFacts()),
            new Column<>("meetings", article -> article.counts().meetings()));

    @Override
    public Class<Article> type() {
        return Article.class;
    }

    @Override
    public String path() {
        return "/v1/articles";
    }

    @Override
    public List<Column<Article>> columns() {
        return COLUMNS;
    }

    @Override
    public Node linkedData(Article article) {
        return Node.of("NewsArticle")
                .with("id", article.url())
                .with("identifier", article.id())
                .with("headline", article.headline())
                .with(
                        "publisher",
                        article.publisher() == null
                                ? null
                                : Node.of("Organization").with("name", article.publisher()))
                // A byline can be a person or an agency.
                .with(
                        "author",
                        article.authors().stream()
                                .map(name -> new Node().with("name", name))
                                .toList())
                .with("datePublished", article.datePublished())
                .with("datePublishedAsStated", RecordForms.evidence(article.datePublishedAsStated()))
                .with("inLanguage", article.inLanguage())
                .with("publishedAt", article.sourceUrl())
                .with(
                        "encoding",
                        Node.of("MediaObject")
                                .with("id", article.links().text())
                                .with("encodingFormat", "text/plain")
                                .with("sha256", article.sha256()));
    }
}
