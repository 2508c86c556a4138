package org.verbatim.page;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.net.URI;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.Elision;
import org.verbatim.article.Article;
import org.verbatim.article.Evidence;
import org.verbatim.funding.FundingFact;
import org.verbatim.http.Addresses;
import org.verbatim.meeting.Meeting;
import org.verbatim.quote.Quote;
import org.verbatim.text.Span;
import org.verbatim.text.TextPositionSelector;
import org.verbatim.text.TextQuoteSelector;
import org.verbatim.verification.Difference;
import org.verbatim.verification.QuoteVerification;

/** How values look on a page. */
@TemplateExtension
final class Display {

    private Display() {}

    /** A name behind the French “de”. */
    static String withDe(String name) {
        return Elision.de(name);
    }

    /** A sum, with the separators of a language. */
    static String figure(@Nullable BigDecimal value, String language) {
        return value == null
                ? ""
                : NumberFormat.getNumberInstance(Locale.forLanguageTag(language))
                        .format(value);
    }

    /** What an enumeration calls it, as style sheets do. */
    static String name(Enum<?> value) {
        return value.name();
    }

    /** A date of reduced precision (ISO 8601), in words. */
    static String inWords(String date, String language) {
        Locale locale = Locale.forLanguageTag(language);
        return switch (date.length()) {
            case 4 -> Year.parse(date).toString();
            case 7 -> YearMonth.parse(date).format(DateTimeFormatter.ofPattern("MMMM uuuu", locale));
            default -> LocalDate.parse(date).format(DateTimeFormatter.ofPattern("d MMMM uuuu", locale));
        };
    }

    /** The article's own words. */
    static String exact(Evidence evidence) {
        return evidence.selector().stream()
                .filter(TextQuoteSelector.class::isInstance)
                .map(selector -> ((TextQuoteSelector) selector).exact())
                .findFirst()
                .orElse("");
    }

    /** Where they stand, in code points. */
    static Span span(Evidence evidence) {
        return evidence.selector().stream()
                .filter(TextPositionSelector.class::isInstance)
                .map(TextPositionSelector.class::cast)
                .map(selector -> new Span(selector.start(), selector.end()))
                .findFirst()
                .orElseThrow();
    }

    /** All of the article's words for something, with {@code […]} between what does not stand together. */
    static String joined(List<Evidence> evidence) {
        return evidence.stream().map(Display::exact).collect(Collectors.joining(" […] "));
    }

    /** Who took part, as far as they have a name or the article has words for them. */
    static List<String> names(Meeting meeting) {
        return meeting.attendees().stream()
                .map(attendee -> attendee.agent() != null
                        ? attendee.agent().name()
                        : attendee.asNamed() == null ? "" : exact(attendee.asNamed()))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    static Entry entry(Quote quote) {
        return Entry.of(quote);
    }

    static Entry entry(FundingFact fact) {
        return Entry.of(fact);
    }

    static Entry entry(Meeting meeting) {
        return Entry.of(meeting);
    }

    /** A text as it stands in a query. */
    static String encoded(String text) {
        return Addresses.encode(text);
    }

    /** Where an article was published, if a browser may be sent there. */
    static @Nullable URI webSource(Article article) {
        return web(article.sourceUrl());
    }

    /** An address that a browser may be sent to: an article can have any, such as {@code javascript:}. */
    static @Nullable URI web(@Nullable URI uri) {
        return uri != null && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                ? uri
                : null;
    }

    /** The place of what was matched in its article's page. */
    static String place(QuoteVerification.Match match) {
        return "/articles/%s?passage=%s#passage"
                .formatted(
                        match.article().id(),
                        match.evidence().stream()
                                .map(Display::span)
                                .map(span -> span.start() + "-" + span.end())
                                .collect(Collectors.joining(",")));
    }

    /** The claim's characters without the space behind them, which is not to be struck through. */
    static String claimedWords(Difference difference) {
        return claimedText(difference).stripTrailing();
    }

    static String claimedSpace(Difference difference) {
        return claimedText(difference).substring(claimedWords(difference).length());
    }

    /** The article's characters without the space behind them. */
    static String sourceWords(Difference difference) {
        return sourceText(difference).stripTrailing();
    }

    static String sourceSpace(Difference difference) {
        return sourceText(difference).substring(sourceWords(difference).length());
    }

    private static String claimedText(Difference difference) {
        return Objects.requireNonNullElse(difference.claimed(), "");
    }

    private static String sourceText(Difference difference) {
        return Objects.requireNonNullElse(difference.source(), "");
    }

    /** A whole percentage, rounded down: only what is the same is the same to 100 %. */
    static int percent(double fraction) {
        return (int) Math.floor(fraction * 100);
    }
}
