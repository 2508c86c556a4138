package org.verbatim.quote;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentEntity;
import org.verbatim.agent.NamesInArticles;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.ArticleEntity;
import org.verbatim.article.RecordEntity;
import org.verbatim.article.RecordId;
import org.verbatim.index.IndexedDocument;
import org.verbatim.text.SourceText;
import org.verbatim.text.Span;

/** One act of speech that an article reports. */
@Entity(name = "Quote")
@Table(name = "quote")
public class QuoteEntity extends RecordEntity {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    Form form = Form.DIRECT;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    AttributionMethod attribution = AttributionMethod.UNKNOWN;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "speaker_id")
    @Nullable AgentEntity speaker;

    @Nullable Span cue;

    @Nullable Span speakerMention;

    @Convert(converter = SegmentListConverter.class)
    @Column(nullable = false)
    List<Segment> segments = List.of();

    /** A part of a quote, and whether its words are the speaker's own. */
    public record Segment(Span span, boolean verbatim) {}

    /** What an article says about an act of speech; segments in the order of the article. */
    public record Content(
            Form form,
            AttributionMethod attribution,
            @Nullable AgentEntity speaker,
            @Nullable Span cue,
            @Nullable Span speakerMention,
            List<Segment> segments) {}

    protected QuoteEntity() {}

    public QuoteEntity(RecordId id, ArticleEntity article) {
        super(id, article);
    }

    public void set(Content content) {
        form = content.form();
        attribution = content.attribution();
        speaker = content.speaker();
        cue = content.cue();
        speakerMention = content.speakerMention();
        segments = List.copyOf(content.segments());
    }

    /** What {@link #set} was given. */
    public Content content() {
        return new Content(form, attribution, speaker, cue, speakerMention, segments);
    }

    @Override
    public List<AgentEntity> agents() {
        return Stream.ofNullable(speaker).toList();
    }

    @Override
    protected String said() {
        return content().toString();
    }

    IndexedDocument document(NamesInArticles names) {
        IndexedDocument document = document(RecordKind.QUOTE)
                .keyword("form", form.name())
                .keyword("attribution", attribution.name())
                .keyword("speaker", speaker == null ? null : speaker.id())
                .about(names.of(article().id(), speaker));
        for (Segment segment : segments) {
            document = body(document, segment.span());
        }
        return document;
    }

    public Form form() {
        return form;
    }

    public @Nullable AgentEntity speaker() {
        return speaker;
    }

    /** In the order of the article. */
    public List<Segment> segments() {
        return segments;
    }

    /** From its first character to its last, with whatever stands between. */
    Span extent() {
        return new Span(
                segments.get(0).span().start(),
                segments.get(segments.size() - 1).span().end());
    }

    /**
     * The quote as one reads it: the article's characters. Where a reporting clause stands between two segments, it is
     * replaced by {@code […]}; in a quote of mixed form, the quotation marks round the speaker's own words stay.
     */
    public String readable() {
        SourceText text = article().text();
        StringBuilder readable = new StringBuilder();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (i > 0) {
                Span gap = new Span(
                        /* start= */ segments.get(i - 1).span().end(),
                        /* end= */ segment.span().start());
                String between = text.slice(gap);
                boolean clause = between.codePoints().anyMatch(Character::isLetterOrDigit);
                readable.append(clause ? " […] " : form == Form.MIXED ? between : " ");
            } else if (form == Form.MIXED && segment.verbatim()) {
                readable.append(Marks.before(text, segment.span().start()));
            }
            readable.append(text.slice(segment.span()));
        }
        Segment last = segments.get(segments.size() - 1);
        if (form == Form.MIXED && last.verbatim()) {
            readable.append(Marks.after(text, last.span().end()));
        }
        return readable.toString();
    }
}
