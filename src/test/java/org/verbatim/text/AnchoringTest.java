package org.verbatim.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

class AnchoringTest {
    private static final SourceText TEXT = SourceText.of("😀 une fois, deux fois");
    private static final Anchor ORPHANED = new Anchor.Orphaned();

    @Test
    void foundWhereItIsSaidToStand() {
        assertThat(Anchoring.anchor(TEXT, "fois", 17, 21)).isEqualTo(found(17, 21));
        assertThat(Anchoring.anchor(TEXT, "fois", 17, null)).isEqualTo(found(17, 21));
        assertThat(Anchoring.anchor(TEXT, "fois", null, 21)).isEqualTo(found(17, 21));
    }

    @Test
    void foundWithoutAPlaceIfThereIsButOne() {
        assertThat(Anchoring.anchor(TEXT, "deux", null, null)).isEqualTo(found(12, 16));
    }

    @Test
    void ambiguousIfThereAreSeveral() {
        assertThat(Anchoring.anchor(TEXT, "fois", null, null))
                .isInstanceOfSatisfying(Anchor.Ambiguous.class, it -> assertThat(it.spans())
                        .containsExactly(new Span(6, 10), new Span(17, 21)));
        assertThat(Anchoring.anchor(SourceText.of("a".repeat(99)), "a", null, null))
                .isInstanceOfSatisfying(
                        Anchor.Ambiguous.class, it -> assertThat(it.spans()).hasSize(5));
    }

    @Test
    void orphanedIfOtherTextStandsThere() {
        assertThat(Anchoring.anchor(TEXT, "fois", 16, 20)).isEqualTo(ORPHANED);
        assertThat(Anchoring.anchor(TEXT, "fois", 17, 22)).isEqualTo(ORPHANED);
        assertThat(Anchoring.anchor(TEXT, "trois", null, null)).isEqualTo(ORPHANED);
    }

    @Test
    void orphanedIfThePlaceIsNone() {
        assertThat(Anchoring.anchor(TEXT, "fois", -1, 3)).isEqualTo(ORPHANED);
        assertThat(Anchoring.anchor(TEXT, "fois", 21, 17)).isEqualTo(ORPHANED);
        assertThat(Anchoring.anchor(TEXT, "fois", null, 2)).isEqualTo(ORPHANED);
        assertThat(Anchoring.anchor(TEXT, "fois", Integer.MAX_VALUE, null)).isEqualTo(ORPHANED);
        assertThat(Anchoring.anchor(TEXT, "fois", Integer.MIN_VALUE, Integer.MAX_VALUE))
                .isEqualTo(ORPHANED);
    }

    @Test
    void quotesNeedTheirContext() {
        assertThat(Anchoring.anchor(TEXT, new TextQuoteSelector("fois", "deux ", null)))
                .isEqualTo(found(17, 21));
        assertThat(Anchoring.anchor(TEXT, new TextQuoteSelector("fois", null, ",")))
                .isEqualTo(found(6, 10));
        assertThat(Anchoring.anchor(TEXT, new TextQuoteSelector("fois", "trois ", null)))
                .isEqualTo(ORPHANED);
        assertThat(Anchoring.anchor(TEXT, new TextQuoteSelector("fois", null, null)))
                .isInstanceOf(Anchor.Ambiguous.class);
    }

    @Test
    void nothingCannotBeAnchored() {
        assertThatIllegalArgumentException().isThrownBy(() -> Anchoring.anchor(TEXT, "", 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new TextQuoteSelector("", null, null));
    }

    @Property
    @Domain(Texts.class)
    void aSliceIsFoundAtItsPlace(@ForAll Tuple2<SourceText, Span> place) {
        Span span = place.get2();
        assertThat(Anchoring.anchor(place.get1(), place.get1().slice(span), span.start(), span.end()))
                .isEqualTo(new Anchor.Found(span));
    }

    private static Anchor found(int start, int end) {
        return new Anchor.Found(new Span(start, end));
    }
}
