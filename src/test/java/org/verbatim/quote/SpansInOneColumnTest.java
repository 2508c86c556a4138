package org.verbatim.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.verbatim.text.Span;
import org.verbatim.text.SpanListConverter;

class SpansInOneColumnTest {

    private final SpanListConverter spans = new SpanListConverter();
    private final SegmentListConverter segments = new SegmentListConverter();

    @Example
    void areWrittenAsTheMigrationWroteThem() {
        Span first = new Span(765, 792);
        Span second = new Span(801, 840);
        assertThat(spans.convertToDatabaseColumn(List.of())).isEmpty();
        assertThat(spans.convertToDatabaseColumn(List.of(first, second))).isEqualTo("765-792 801-840");
        assertThat(segments.convertToDatabaseColumn(
                        List.of(new QuoteEntity.Segment(first, true), new QuoteEntity.Segment(second, false))))
                .isEqualTo("765-792 ~801-840");
    }

    @Property
    void spansAreReadAsTheyWereWritten(@ForAll("spanLists") List<Span> list) {
        assertThat(spans.convertToEntityAttribute(spans.convertToDatabaseColumn(list)))
                .isEqualTo(list);
    }

    @Property
    void segmentsAreReadAsTheyWereWritten(@ForAll("segmentLists") List<QuoteEntity.Segment> list) {
        assertThat(segments.convertToEntityAttribute(segments.convertToDatabaseColumn(list)))
                .isEqualTo(list);
    }

    @Provide
    Arbitrary<List<Span>> spanLists() {
        return span().list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<QuoteEntity.Segment>> segmentLists() {
        return Combinators.combine(span(), Arbitraries.of(true, false))
                .as(QuoteEntity.Segment::new)
                .list()
                .ofMaxSize(20);
    }

    private static Arbitrary<Span> span() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, Integer.MAX_VALUE),
                        Arbitraries.integers().between(0, Integer.MAX_VALUE))
                .as((one, other) -> new Span(Math.min(one, other), Math.max(one, other)));
    }
}
