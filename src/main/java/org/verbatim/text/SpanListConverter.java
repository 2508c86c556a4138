package org.verbatim.text;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a list of spans in one column, as {@code 765-792 801-840}: such a list is read and written as a whole, and nothing
 * asks for a span by itself.
 */
@Converter
@Immutable
public class SpanListConverter implements AttributeConverter<List<Span>, String> {

    private static final String SEPARATOR = " ";

    @Override
    public String convertToDatabaseColumn(@Nullable List<Span> spans) {
        return column(spans, SpanListConverter::write);
    }

    @Override
    public List<Span> convertToEntityAttribute(@Nullable String column) {
        return list(column, SpanListConverter::read);
    }

    /** The column of what has a span each. */
    public static <T> String column(@Nullable List<T> list, Function<T, String> part) {
        return list == null ? "" : list.stream().map(part).collect(Collectors.joining(SEPARATOR));
    }

    /** What {@link #column} was made of. */
    public static <T> List<T> list(@Nullable String column, Function<String, T> part) {
        return column == null || column.isEmpty()
                ? List.of()
                : Stream.of(column.split(SEPARATOR)).map(part).toList();
    }

    /** A span, as a part of such a column. */
    public static String write(Span span) {
        return "%s-%s".formatted(span.start(), span.end());
    }

    /** What {@link #write} has written. */
    public static Span read(String part) {
        int hyphen = part.indexOf('-');
        return new Span(Integer.parseInt(part, 0, hyphen, 10), Integer.parseInt(part, hyphen + 1, part.length(), 10));
    }
}
