package org.verbatim.article;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbatim.dataset.Followed;
import org.verbatim.index.IndexedDocument;
import org.verbatim.text.LanguageTag;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;
import org.verbatim.text.SpanListConverter;

/** An article: its text, which never changes, and what its dossier says about it as a whole. */
@Entity(name = "Article")
@Table(name = "article")
public class ArticleEntity {

    /** What the index calls its kind. */
    public static final String KIND = "Article";

    @Id
    @Column(length = 64)
    String id = "";

    /** Of the bytes as published: lower-case hexadecimal. */
    @Column(nullable = false, updatable = false, length = 64)
    String sha256 = "";

    @Column(nullable = false, updatable = false)
    String text = "";

    @Column(nullable = false, updatable = false)
    int lengthCodePoints;

    @Column(nullable = false, updatable = false)
    Instant addedAt = Instant.EPOCH;

    @Column(length = 64)
    @Nullable String inLanguage;

    @Nullable String headline;

    @Nullable Span headlineSpan;

    /** The headline that its sender gave and that does not stand in the text. */
    @Column(length = 1000)
    @Nullable String headlineAsSupplied;

    @Column(length = 1000)
    @Nullable String publisher;

    /** In lower case, to find it by: databases do not agree on what that is. */
    @Column(length = 3000)
    @Nullable String publisherFolded;

    @Column(length = 10)
    @Nullable String datePublished;

    @Nullable Span datePublishedAsStated;

    @Column(length = 2000)
    @Nullable String sourceUrl;

    /** Each author's name, as it stands in the article. */
    @Convert(converter = SpanListConverter.class)
    @Column(nullable = false)
    List<Span> authors = List.of();

    /** The digest of the dossier that the records came from; null while there is none. */
    @Column(length = 64)
    @Nullable String dossierSha256;

    /** Which extractor wrote the dossier; null where a person did, or where there is none. */
    @Column(length = 64)
    @Nullable String extractor;

    @Transient
    private @Nullable SourceText sourceText;

    protected ArticleEntity() {}

    public ArticleEntity(String id, String sha256, SourceText text, Instant addedAt) {
        this.id = id;
        this.sha256 = sha256;
        this.sourceText = text;
        this.text = text.toString();
        this.lengthCodePoints = text.length();
        this.addedAt = addedAt;
    }

    /**
     * What a dossier says about an article as a whole.
     *
     * @param dossierSha256 the digest of that dossier; null where there is none
     */
    public record Description(
            @Nullable String dossierSha256,
            String inLanguage,
            @Nullable Span headline,
            @Nullable String headlineAsSupplied,
            @Nullable String publisher,
            List<Span> authors,
            @Nullable String datePublished,
            @Nullable Span datePublishedAsStated,
            @Nullable String sourceUrl) {}

    /**
     * Takes what a dossier says of it.
     *
     * @param extractor which one wrote the dossier; null where a person did
     */
    public void describe(Description description, @Nullable String extractor) {
        this.extractor = extractor;
        dossierSha256 = description.dossierSha256();
        inLanguage = description.inLanguage();
        headlineSpan = description.headline();
        headlineAsSupplied = description.headlineAsSupplied();
        headline = headlineSpan == null ? headlineAsSupplied : text().slice(headlineSpan);
        publisher = description.publisher();
        publisherFolded = publisher == null ? null : publisher.toLowerCase(Locale.ROOT);
        authors = List.copyOf(description.authors());
        datePublished = description.datePublished();
        datePublishedAsStated = description.datePublishedAsStated();
        sourceUrl = description.sourceUrl();
    }

    /** What the index is told of it. */
    IndexedDocument document() {
        return languageKeywords(IndexedDocument.of(KIND, id, id, indexLanguage(), 0))
                .body(text, 0)
                .about(headlineAsSupplied)
                .about(publisher)
                .keyword("publisher", publisherFolded);
    }

    String indexLanguage() {
        return inLanguage == null ? LanguageTag.UNKNOWN : inLanguage;
    }

    /** So that {@code fr} finds {@code fr-MA}: its tag, and every shorter one. */
    IndexedDocument languageKeywords(IndexedDocument document) {
        IndexedDocument tagged = document;
        String tag = inLanguage;
        while (tag != null) {
            tagged = tagged.keyword("lang", tag);
            int hyphen = tag.lastIndexOf('-');
            tag = hyphen < 0 ? null : tag.substring(0, hyphen);
        }
        return tagged;
    }

    public String id() {
        return id;
    }

    public String sha256() {
        return sha256;
    }

    public @Nullable String dossierSha256() {
        return dossierSha256;
    }

    /** Whether its records came from this dossier, by its digest, and from this extractor. */
    public boolean isFrom(@Nullable String dossier, @Nullable String writtenBy) {
        return Objects.equals(dossier, dossierSha256) && Objects.equals(writtenBy, extractor);
    }

    /** Which extractor wrote its dossier; null where a person did, or where there is none. */
    public @Nullable String extractor() {
        return extractor;
    }

    /** BCP 47; null where it is not known. */
    public @Nullable String inLanguage() {
        return LanguageTag.UNKNOWN.equals(inLanguage) ? null : inLanguage;
    }

    /** As it stands in the text, or else as its sender gave it. */
    public @Nullable String headline() {
        return headline;
    }

    /** What its dossier says of it, the other way round. */
    public Description description() {
        return new Description(
                dossierSha256,
                indexLanguage(),
                headlineSpan,
                headlineAsSupplied,
                publisher,
                authors,
                datePublished,
                datePublishedAsStated,
                sourceUrl);
    }

    /** The text, addressed by code points. */
    public SourceText text() {
        SourceText known = sourceText;
        if (known == null) {
            known = SourceText.of(text);
            sourceText = known;
        }
        return known;
    }

    /** How it is served, to tell whether that has changed; its records are not counted in it. */
    Followed.State state() {
        String said = Stream.of(
                        sha256,
                        inLanguage,
                        headline,
                        headlineSpan,
                        publisher,
                        authors,
                        datePublished,
                        datePublishedAsStated,
                        sourceUrl)
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
        return new Followed.State(id, said, "", Set.of());
    }

    /** When it was first held here. */
    public Instant addedAt() {
        return addedAt;
    }

    /** Who published it; null where that is not known. */
    public @Nullable String publisher() {
        return publisher;
    }

    /** Its authors, as it names them. */
    public List<String> authors() {
        return authors.stream().map(text()::slice).toList();
    }

    /** ISO 8601 with reduced precision; null where it is not known. */
    public @Nullable String datePublished() {
        return datePublished;
    }

    /** Where it was published; null where that is not known. */
    public @Nullable String sourceUrl() {
        return sourceUrl;
    }
}
