package org.verbatim.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a client accepts (RFC 9110, section 12.5.1). Parameters other than the weight are passed over: nothing is offered
 * in two forms that differ only in them.
 */
record Accept(List<Range> ranges) {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    private static final Pattern RANGE = Pattern.compile("\\s*(" + TOKEN + ")/(" + TOKEN + ")((?:\\s*;.*)?)\\s*");

    /** Between the commas that stand outside of quoted strings. */
    private static final Pattern ELEMENT = Pattern.compile("(?:[^,\"]|\"(?:[^\"\\\\]|\\\\.)*+(?:\"|$))++");

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

    /** A parameter: how much something is liked, from 0 to 1 (section 12.4.2). */
    static final Pattern WEIGHT = Pattern.compile("\\s*[qQ]\\s*=\\s*(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)\\s*");

    private static final BigDecimal FULL = BigDecimal.ONE;

    /**
     * A media range and how much it is liked.
     *
     * @param precision 0 for any type, 1 for any subtype, 2 for one media type
     * @param weight 0 (not acceptable) to 1
     */
    record Range(String type, String subtype, int precision, BigDecimal weight) {

        boolean matches(String mediaType) {
            return precision == 0
                    || (precision == 1 ? mediaType.startsWith(type + "/") : mediaType.equals(type + "/" + subtype));
        }
    }

    /** Reads a header; null, where there is none, accepts anything. What is no media range in it counts for nothing. */
    static Accept of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return new Accept(List.of(new Range("*", "*", 0, FULL)));
        }
        List<Range> ranges = new ArrayList<>();
        Matcher elements = ELEMENT.matcher(header);
        while (elements.find()) {
            range(elements.group()).ifPresent(ranges::add);
        }
        return new Accept(List.copyOf(ranges));
    }

    /** As a header again, with nothing but what was understood. */
    String header() {
        return ranges.stream()
                .map(range -> "%s/%s;q=%s".formatted(range.type(), range.subtype(), range.weight()))
                .collect(Collectors.joining(","));
    }

    private static Optional<Range> range(String element) {
        Matcher matcher = RANGE.matcher(element);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String type = matcher.group(1).toLowerCase(Locale.ROOT);
        String subtype = matcher.group(2).toLowerCase(Locale.ROOT);
        boolean anySubtype = subtype.equals("*");
        if (type.equals("*") && !anySubtype) {
            return Optional.empty();
        }
        BigDecimal weight = FULL;
        for (String parameter : QUOTED.matcher(matcher.group(3)).replaceAll("").split(";", -1)) {
            Matcher given = WEIGHT.matcher(parameter);
            if (given.matches()) {
                weight = new BigDecimal(given.group(1).replaceFirst("\\.$", ""));
            } else if (parameter.strip().toLowerCase(Locale.ROOT).startsWith("q=")) {
                return Optional.empty();
            }
        }
        return Optional.of(new Range(type, subtype, type.equals("*") ? 0 : anySubtype ? 1 : 2, weight));
    }

    /**
     * The offered format that is liked best: by the weight of the most precise range that it matches, then by how precise
     * that is, then in our own order. Empty where none is acceptable.
     */
    Optional<Format> best(List<Format> offered) {
        record Rated(Format format, Range range) {}
        return offered.stream()
                .flatMap(format -> range(format).map(range -> new Rated(format, range)).stream())
                .filter(rated -> rated.range().weight().signum() > 0)
                .min(Comparator.comparing((Rated rated) -> rated.range().weight())
                        .thenComparing(rated -> rated.range().precision())
                        .reversed()
                        .thenComparing(rated -> offered.indexOf(rated.format())))
                .map(Rated::format);
    }

    private Optional<Range> range(Format format) {
        return ranges.stream()
                .filter(range -> range.matches(format.mediaType()))
                .max(Comparator.comparingInt(Range::precision).thenComparing(Range::weight));
    }
}
