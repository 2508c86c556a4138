package org.verbatim.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists as the index has them: all that a filter finds, each once, in the order of lists, from any place on. */
class WalkTest {

    private static final Comparator<IndexPlace> ORDER = Comparator.comparing(IndexPlace::kind)
            .thenComparing(IndexPlace::owner)
            .thenComparingLong(IndexPlace::order)
            .thenComparingInt(place -> place.id().length())
            .thenComparing(IndexPlace::id);

    /** What happens to an index: some documents come in the place of all that their owner had, and may be published. */
    record Step(String owner, List<IndexedDocument> documents, boolean published) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<IndexedDocument> documents = Combinators.combine(
                        Arbitraries.of("Quote", "Meeting"),
                        Arbitraries.of("", "-2", "-9", "-10", "-11"),
                        Arbitraries.longs().between(-1, 300),
                        Arbitraries.of("amy", "ban", "cai"),
                        Arbitraries.integers().between(0, 9))
                .as((kind, further, order, speaker, amount) -> IndexedDocument.of(
                                kind, "q" + order + further, "", "fr", order)
                        .keyword("speaker", speaker)
                        .number("amount", BigDecimal.valueOf(amount)));
        return Combinators.combine(
                        Arbitraries.of("a", "a-1", "a1", "b", "agent:a"),
                        documents.list().ofMaxSize(6).uniqueElements(document -> document.kind() + document.id()),
                        Arbitraries.of(true, false))
                .as((owner, some, published) -> new Step(
                        owner, some.stream().map(one -> owned(one, owner)).toList(), published))
                .list()
                .ofMaxSize(12);
    }

    private static IndexedDocument owned(IndexedDocument document, String owner) {
        return new IndexedDocument(
                document.kind(),
                owner + "." + document.id(),
                owner,
                document.language(),
                document.order(),
                document.body(),
                document.about(),
                document.keywords(),
                document.numbers());
    }

    @Property
    void readsAListPageByPage(@ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 5) int most)
            throws IOException {
        TreeMap<IndexPlace, IndexedDocument> held = new TreeMap<>(ORDER);
        try (Generation generation = Generation.inMemory()) {
            for (Step step : steps) {
                generation.remove(Set.of(step.owner()));
                held.keySet().removeIf(place -> place.owner().equals(step.owner()));
                for (IndexedDocument document : step.documents()) {
                    generation.add(document);
                    held.put(IndexPlace.of(document), document);
                }
                if (step.published()) {
                    generation.reader().close();
                }
            }
            try (DirectoryReader reader = generation.reader()) {
                Snapshot snapshot = Snapshot.of(reader, 1);
                IndexQuery quotes = IndexQuery.of("").only(Field.KIND, "Quote");
                List<IndexPlace> all = held.keySet().stream()
                        .filter(place -> place.kind().equals("Quote"))
                        .toList();
                assertThat(paged(snapshot, quotes, held, most)).isEqualTo(all);
                assertThat(paged(snapshot, quotes.only("speaker", "amy"), held, most))
                        .isEqualTo(all.stream()
                                .filter(place -> speaker(held, place).equals("amy"))
                                .toList());
                assertThat(paged(snapshot, quotes.only("speaker", Set.of("ban", "cai")), held, most))
                        .isEqualTo(all.stream()
                                .filter(place -> !speaker(held, place).equals("amy"))
                                .toList());
                assertThat(paged(snapshot, quotes.between("amount", BigDecimal.valueOf(5), null), held, most))
                        .isEqualTo(all.stream()
                                .filter(place -> number(held, place) >= 5)
                                .toList());
            }
        }
    }

    private static String speaker(Map<IndexPlace, IndexedDocument> held, IndexPlace place) {
        return held.get(place).keywords().get("speaker").iterator().next();
    }

    private static int number(Map<IndexPlace, IndexedDocument> held, IndexPlace place) {
        return held.get(place).numbers().get("amount").intValue();
    }

    /** Reads page after page, and looks whether each says how many there are. */
    private static List<IndexPlace> paged(
            Snapshot snapshot, IndexQuery query, Map<IndexPlace, IndexedDocument> held, int most) throws IOException {
        List<IndexPlace> read = new ArrayList<>();
        List<Long> totals = new ArrayList<>();
        @Nullable IndexPlace last = null;
        List<String> page;
        do {
            Matches matches = Search.matches(snapshot, query, last, most);
            totals.add(matches.total());
            page = matches.ids();
            for (String id : page) {
                last = held.keySet().stream()
                        .filter(place ->
                                place.kind().equals("Quote") && place.id().equals(id))
                        .findAny()
                        .orElseThrow();
                read.add(last);
            }
        } while (page.size() == most);
        assertThat(totals).containsOnly((long) read.size());
        return read;
    }

    /** Also with a NUL in it. */
    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings().withCharRange('\0', '\uD7FF');
    }

    @Property
    void isReadFromItsBytes(
            @ForAll @NotEmpty @AlphaChars String kind,
            @ForAll @CharRange(from = '\1', to = '\uD7FF') String owner,
            @ForAll long order,
            @ForAll("ids") String id) {
        IndexPlace place = new IndexPlace(kind, owner, order, id);
        assertThat(IndexPlace.of(place.bytes())).isEqualTo(place);
    }

    /** The record behind which a page was to begin may be gone when it is asked for. */
    @Test
    void beginsBehindAPlaceWhereNothingIs() {
        Held held = Held.of(at("a", 1), at("a", 3), at("b", 0), at("b", 9));
        try (Index index = held.indexed()) {
            IndexQuery all = IndexQuery.of("").only(Field.KIND, "Quote");
            assertThat(index.matches(all, new IndexPlace("Quote", "a", 2, "a.q2"), 9)
                            .ids())
                    .containsExactly("a.q3", "b.q0", "b.q9");
            assertThat(index.matches(all, new IndexPlace("Quote", "aa", 0, "aa.q0"), 2)
                            .ids())
                    .containsExactly("b.q0", "b.q9");
            assertThat(index.matches(all, new IndexPlace("A", "z", 0, "z"), 1).ids())
                    .containsExactly("a.q1");
            assertThat(index.matches(all, new IndexPlace("Quote", "z", 0, "z.q0"), 9))
                    .isEqualTo(new Matches(4, List.of()));
        }
    }

    private static IndexedDocument at(String owner, int order) {
        return IndexedDocument.of("Quote", owner + ".q" + order, owner, "fr", order);
    }
}
