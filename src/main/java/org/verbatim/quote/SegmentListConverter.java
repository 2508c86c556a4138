package org.verbatim.quote;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.verbatim.text.SpanListConverter;

/** Keeps segments as {@link SpanListConverter} does spans; a tilde stands before words that are not the speaker's own. */
@Converter
@Immutable
public class SegmentListConverter implements AttributeConverter<List<QuoteEntity.Segment>, String> {

    private static final String NOT_VERBATIM = "~";

    @Override
    public String convertToDatabaseColumn(@Nullable List<QuoteEntity.Segment> segments) {
        return SpanListConverter.column(
                segments,
                segment -> (segment.verbatim() ? "" : NOT_VERBATIM) + SpanListConverter.write(segment.span()));
    }

    @Override
    public List<QuoteEntity.Segment> convertToEntityAttribute(@Nullable String column) {
        return SpanListConverter.list(column, part -> {
            boolean verbatim = !part.startsWith(NOT_VERBATIM);
            return new QuoteEntity.Segment(
                    SpanListConverter.read(verbatim ? part : part.substring(NOT_VERBATIM.length())), verbatim);
        });
    }
}
