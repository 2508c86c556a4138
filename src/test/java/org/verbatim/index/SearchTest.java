package org.verbatim.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbatim.index.IndexHits.Hit;
import org.verbatim.text.Span;

class SearchTest {
    static Corpus corpus;
    static Index index;

    @BeforeAll
    static void indexTheSeedsAndTexts() {
        corpus = Corpus.read();
        index = Held.of(corpus.documents).indexed();
    }

    @AfterAll
    static void close() {
        index.close();
    }

    static List<String> search(String text) {
        return ids(index.search(IndexQuery.of(text).limit(1000)));
    }

    static List<String> ids(IndexHits hits) {
        return hits.hits().stream().map(Hit::id).toList();
    }

    static List<String> found(List<IndexedDocument> documents, String text) {
        try (Index index = Held.of(documents).indexed()) {
            return ids(index.search(IndexQuery.of(text)));
        }
    }

    /** The machine may be busy; what is measured is our own work. */
    static double processorSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    static IndexedDocument text(String id, String language, String text) {
        return IndexedDocument.of("Text", id, id, language, 0).body(text, 0);
    }

    @Nested
    class Words {
        @Test
        void areStemmedInFrench() {
            assertThat(search("partenaires")).contains(Corpus.VISIT, Corpus.VISIT + ".q764");
            assertThat(found(List.of(text("a", "fr", "un partenaire essentiel")), "partenaires"))
                    .containsExactly("a");
        }

        @Test
        void areStemmedInEnglish() {
            assertThat(found(List.of(text("a", "en", "Norway signed a loan")), "signs loans"))
                    .containsExactly("a");
            assertThat(search("dyke")).contains("en-01");
        }

        @Test
        void areNotStemmedInAnotherLanguage() {
            assertThat(found(List.of(text("a", "de", "Partnern"), text("b", "de", "Partner")), "Partner"))
                    .containsExactly("b");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "developpement",
                    "développement",
                    "DÉVELOPPEMENT",
                    "de\u0301veloppement",
                    "dévelop\u00ADpement"
                })
        void areFoundHoweverTheyAreSpelt(String word) {
            assertThat(search(word)).contains(Corpus.VISIT, Corpus.VISIT + ".q764");
        }

        @ParameterizedTest
        @ValueSource(strings = {"l'OIM", "OIM", "l’OIM", "L'oim", "L＇OIM", "oim"})
        void areFoundWithoutTheElidedArticle(String word) {
            assertThat(search(word)).contains(Corpus.VISIT, Corpus.FUND, Corpus.FUND + ".q2");
        }

        @Test
        void areFoundWithoutThePossessive() {
            assertThat(search("Bangladesh secretary")).contains("en-01");
        }

        @Test
        void countMoreTheCloserTheirSpelling() {
            List<IndexedDocument> texts = List.of(
                    text("folded", "fr", "La marche"),
                    text("other", "fr", "La mârchê, la marchê, encore la marchê, la mârche"),
                    text("exact", "fr", "Le marché " + "est un lieu où chacun vient vendre et acheter ".repeat(100)));
            assertThat(found(texts, "marché")).startsWith("exact").hasSize(3);
            assertThat(found(texts, "marche")).startsWith("folded").hasSize(3);
        }

        @Test
        void mustAllBeThere() {
            assertThat(search("Casablanca leadership")).containsExactly(Corpus.VISIT);
            assertThat(search("Casablanca Copenhague")).isEmpty();
        }

        @Test
        void mayStandInDifferentFields() {
            assertThat(search("Pope partenaire")).contains(Corpus.VISIT + ".q764");
        }

        @Test
        void countMoreWhenTheyAreNeighbours() {
            List<IndexedDocument> texts = List.of(
                    text("apart", "fr", "La résilience des fonds marins"),
                    text("together", "fr", "Marins, les fonds résilience sont là"));
            assertThat(found(texts, "fonds résilience")).containsExactly("together", "apart");
        }

        @Test
        void thatEveryTextHasAreAskedForOnlyAlone() {
            assertThat(index.search(IndexQuery.of("la visite de la ministre")).searched())
                    .containsExactly("visite", "ministre");
            assertThat(search("de")).contains(Corpus.VISIT, Corpus.FUND).hasSizeGreaterThan(10);
            assertThat(search("de la")).contains(Corpus.VISIT, Corpus.FUND);
            assertThat(index.search(IndexQuery.of("de la")).searched()).containsExactly("de", "la");
        }

        @Test
        void ofANegationAreNeverLeftOut() {
            assertThat(index.search(IndexQuery.of("sans les ministres")).searched())
                    .containsExactly("sans", "ministres");
        }
    }

    @Nested
    class Phrases {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"gouvernance migratoire\"",
                    "« gouvernance migratoire »",
                    "“gouvernance migratoire”",
                    "«\u00A0Gouvernance\u00A0migratoire\u00A0»",
                    "„gouvernance migratoire“"
                })
        void areWordsThatFollowEachOther(String phrase) {
            assertThat(search(phrase)).contains(Corpus.VISIT, Corpus.FUND);
            assertThat(index.search(IndexQuery.of(phrase)).searched()).containsExactly("\"gouvernance migratoire\"");
        }

        @Test
        void areExact() {
            assertThat(search("\"migratoire gouvernance\"")).isEmpty();
            assertThat(search("\"gouvernances migratoires\"")).isEmpty();
            assertThat(search("\"developpement durable\"")).isEmpty();
            assertThat(search("\"développement durable\"")).containsExactly(Corpus.VISIT);
            assertThat(search("\"partenaires\"")).containsExactly("fr-12");
        }

        @Test
        void canStandBesideWords() {
            assertThat(search("Meryem \"gouvernance migratoire\" Hafiani")).containsExactly(Corpus.FUND);
            assertThat(search("Casablanca \"premier pays\"")).containsExactly(Corpus.VISIT);
        }

        @Test
        void mayHaveCommonWordsOnly() {
            assertThat(search("\"au sein des\"")).containsExactly(Corpus.VISIT);
            assertThat(search("\"des sein au\"")).isEmpty();
        }

        @Test
        void runAcrossTheSegmentsOfAQuote() {
            assertThat(search("\"migration sa vision\"")).containsExactly(Corpus.VISIT + ".q764");
        }

        @Test
        void doNotRunFromOneNameIntoTheNext() {
            IndexedDocument names = IndexedDocument.of("Text", "a", "a", "fr", 0)
                    .about("Amy Pope")
                    .about("Nasser Bourita");
            assertThat(found(List.of(names), "\"Amy Pope\"")).containsExactly("a");
            assertThat(found(List.of(names), "\"Pope Nasser\"")).isEmpty();
        }

        @Test
        void thatAreNotEndedAreWords() {
            assertThat(index.search(IndexQuery.of("\"gouvernance migratoire")).searched())
                    .containsExactly("gouvernance", "migratoire");
        }
    }

    @Nested
    class Filters {
        static final List<IndexedDocument> MEETINGS = IntStream.range(0, 10)
                .mapToObj(i -> IndexedDocument.of(i % 2 == 0 ? "Meeting" : "Funding", "m" + i, "a", "fr", 10 - i)
                        .body("rencontre", 0)
                        .keyword("attendee", "p" + i % 3)
                        .keyword("attendee", "all")
                        .number("amount", new BigDecimal(i + ".25")))
                .toList();

        List<String> ids(IndexQuery query) {
            try (Index index = Held.of(MEETINGS).indexed()) {
                return SearchTest.ids(index.search(query));
            }
        }

        @Test
        void areByKeyword() {
            assertThat(ids(IndexQuery.of("rencontre").only("kind", "Meeting")))
                    .containsExactly("m8", "m6", "m4", "m2", "m0");
            assertThat(ids(IndexQuery.of("rencontre").only("attendee", "p2"))).containsExactly("m8", "m5", "m2");
            assertThat(ids(IndexQuery.of("rencontre")
                            .only("attendee", Set.of("p2", "p0"))
                            .only("kind", "Funding")))
                    .containsExactly("m9", "m5", "m3");
            assertThat(ids(IndexQuery.of("rencontre").only("attendee", Set.of())))
                    .isEmpty();
            assertThat(ids(IndexQuery.of("rencontre").only("owner", "b"))).isEmpty();
            assertThat(ids(IndexQuery.of("rencontre").only("nobody", "x".repeat(50_000))))
                    .isEmpty();
        }

        @Test
        void areByRange() {
            assertThat(ids(IndexQuery.of("rencontre")
                            .between("amount", new BigDecimal("2.25"), new BigDecimal("4.25"))))
                    .containsExactly("m4", "m3", "m2");
            assertThat(ids(IndexQuery.of("rencontre").between("amount", new BigDecimal("8.26"), null)))
                    .containsExactly("m9");
            assertThat(ids(IndexQuery.of("rencontre").between("amount", null, new BigDecimal("0.25"))))
                    .containsExactly("m0");
            assertThat(ids(IndexQuery.of("rencontre").between("other", null, null)))
                    .isEmpty();
        }

        @Test
        void aloneGiveEverythingInItsOrder() {
            assertThat(ids(IndexQuery.of(" ")))
                    .containsExactly("m9", "m8", "m7", "m6", "m5", "m4", "m3", "m2", "m1", "m0");
            assertThat(ids(IndexQuery.of("").only("kind", "Funding").limit(2))).containsExactly("m9", "m7");
        }
    }

    @Nested
    class Suggestions {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "gouvernence | gouvernance",
                    "Gouvernence  MIGRATOIRE | gouvernance  MIGRATOIRE",
                    "gouvernence mondail | gouvernance mondial",
                    "\"gouvernence migratoire\" Maroc | \"gouvernance migratoire\" Maroc",
                    "\"developpement durable\" | \"développement durable\"",
                    "l’organisatoin de Bourida | l’organisation de bourita",
                    "kouvernance | gouvernance",
                    "adjektives | adjectives",
                })
        void areTheNearestSpellingOfTheWholeQuestion(String asked, String suggested) {
            IndexHits hits = index.search(IndexQuery.of(asked));
            assertThat(hits.total()).isZero();
            assertThat(hits.suggestion()).isEqualTo(suggested);
            assertThat(search(suggested)).isNotEmpty();
        }

        @Test
        void areNotMadeWhenThereAreHitsOrNothingIsNear() {
            assertThat(index.search(IndexQuery.of("gouvernance")).suggestion()).isNull();
            assertThat(index.search(IndexQuery.of("xyzzyqwxk")).suggestion()).isNull();
            assertThat(index.search(IndexQuery.of("Casablanca Copenhague")).suggestion())
                    .isNull();
            assertThat(index.search(IndexQuery.of("")).suggestion()).isNull();
        }

        @Test
        void findSomethingUnderTheSameFilters() {
            assertThat(index.search(IndexQuery.of("gouvernence").only("kind", "Nothing"))
                            .suggestion())
                    .isNull();
        }
    }

    @Nested
    class Highlights {
        @Test
        void areTheWordsInTheArticle() {
            Hit article = hit("partenaires l'OIM", Corpus.VISIT);
            assertThat(article.highlights())
                    .extracting(span -> corpus.text(Corpus.VISIT, span))
                    .contains("partenaire", "OIM")
                    .allMatch(text -> text.matches("partenaires?|partenariats?|OIM"));
            Hit quote = hit("partenaires", Corpus.VISIT + ".q764");
            assertThat(quote.highlights())
                    .extracting(span -> corpus.text(Corpus.VISIT, span))
                    .containsExactly("partenaire");
        }

        @Test
        void areOneForAPhrase() {
            assertThat(hit("\"gouvernance migratoire mondiale\"", Corpus.FUND).highlights())
                    .hasSizeGreaterThan(2)
                    .extracting(span -> corpus.text(Corpus.FUND, span))
                    .containsOnly("gouvernance migratoire mondiale");
        }

        @Test
        void leaveOutWhatStandsBetweenTheSegmentsOfAQuote() {
            assertThat(hit("\"migration sa vision\"", Corpus.VISIT + ".q764").highlights())
                    .extracting(span -> corpus.text(Corpus.VISIT, span))
                    .containsExactly("migration", "Sa vision");
        }

        @Test
        void countCodePoints() {
            String text = "🎙️𝔄 « L’𝒪IM 👩‍👩‍👧 a dit : l’OIM reste 🇲🇦 flexible. »";
            try (Index index = Held.of(
                            IndexedDocument.of("Text", "a", "a", "fr", 0).body(text, 1000))
                    .indexed()) {
                Hit hit = index.search(IndexQuery.of("oim flexible")).hits().get(0);
                int[] codePoints = text.codePoints().toArray();
                assertThat(hit.highlights())
                        .extracting(span -> new String(codePoints, span.start() - 1000, span.length()))
                        .contains("OIM", "flexible");
                assertThat(hit.snippet()).isEqualTo(new Span(1000, 1000 + codePoints.length));
            }
        }

        @Test
        void areNoneForANameBesideTheText() {
            Hit hit = hit("Pope", Corpus.VISIT + ".q764");
            assertThat(hit.highlights()).isEmpty();
            assertThat(corpus.text(Corpus.VISIT, hit.snippet())).startsWith("Le Maroc, pays champion");
        }

        @Test
        void comeWithTheBestPassage() {
            assertThat(corpus.text(Corpus.VISIT, hit("TIBU sport", Corpus.VISIT).snippet()))
                    .contains("TIBU", "sport");
            assertThat(corpus.text(Corpus.FUND, hit("dollars", Corpus.FUND).snippet()))
                    .contains("100 millions de dollars")
                    .hasSizeLessThanOrEqualTo(200);
        }

        @Test
        void areQuickInAMegabyte() {
            String filler = "Il est dit que la réunion de la commission a été longue, et que rien n’en est sorti. ";
            String text = filler.repeat(6000) + "Le mot rare est ici. " + filler.repeat(6000);
            try (Index index = Held.of(text("long", "fr", text)).indexed()) {
                index.search(IndexQuery.of("réunion rare"));
                double start = processorSeconds();
                Hit hit = index.search(IndexQuery.of("réunion rare")).hits().get(0);
                assertThat(processorSeconds() - start).isLessThan(0.5);
                Span snippet = Objects.requireNonNull(hit.snippet());
                assertThat(text.substring(snippet.start(), snippet.end())).contains("rare", "réunion");
                assertThat(hit.highlights()).hasSizeBetween(100, 110);
                assertThat(hit.highlights())
                        .extracting(span -> text.substring(span.start(), span.end()))
                        .contains("rare")
                        .containsOnly("réunion", "rare");
            }
        }

        static Hit hit(String text, String id) {
            return index.search(IndexQuery.of(text).limit(1000)).hits().stream()
                    .filter(hit -> hit.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class Pages {
        @ParameterizedTest
        @ValueSource(strings = {"migration", "de", "", "OIM Maroc", "\"le maroc\""})
        void areTogetherOneBigPage(String text) {
            IndexQuery query = IndexQuery.of(text);
            IndexHits all = index.search(query.limit(1000));
            for (int limit : new int[] {1, 2, 7}) {
                assertThat(walk(index, query.limit(limit))).isEqualTo(ids(all)).doesNotHaveDuplicates();
            }
            assertThat(all.total()).isEqualTo(all.hits().size());
            assertThat(all.next()).isNull();
        }

        @Test
        void ofEquallyGoodOnesAreStable() {
            List<IndexedDocument> same = IntStream.range(0, 100)
                    .mapToObj(i -> IndexedDocument.of("Text", "t" + (i * 37 + 11) % 100, "o", "fr", i / 50)
                            .body("pareil", 0))
                    .toList();
            try (Index index = Held.of(same).indexed()) {
                List<String> walk = walk(index, IndexQuery.of("pareil").limit(9));
                assertThat(walk).hasSize(100).doesNotHaveDuplicates();
                assertThat(walk.subList(0, 50))
                        .containsExactlyInAnyOrderElementsOf(same.subList(0, 50).stream()
                                .map(IndexedDocument::id)
                                .toList());
                assertThat(walk(index, IndexQuery.of("pareil").limit(100))).isEqualTo(walk);
            }
        }

        @Test
        void goOnAfterAnUpdateWhereTheyWere() {
            Held held = Held.of(corpus.documents);
            try (Index index = held.indexed()) {
                IndexQuery query = IndexQuery.of("migration").limit(2);
                List<String> before = walk(index, query);
                IndexHits first = index.search(query);
                // Corpus statistics move, the worst that an update does to a ranking: ours has none.
                for (int i = 0; i < 50; i++) {
                    held.put(text("new" + i, "fr", "Autre chose de long " + "migration ".repeat(i % 2)));
                }
                index.update(held.documents.keySet(), 2);
                List<String> rest = walk(index, query.after(first.next()));
                rest.removeIf(id -> id.startsWith("new"));
                assertThat(rest).isEqualTo(before.subList(2, before.size()));
            }
        }

        @Test
        void areTheSameHoweverTheIndexCameAbout() {
            Held held = new Held();
            try (Index grown = Index.open(Index.Settings.inMemory(), List.of(held))) {
                grown.rebuild(0);
                for (int i = 0; i < corpus.documents.size(); i++) {
                    held.put(corpus.documents.get(i));
                    grown.update(Set.of(corpus.documents.get(i).owner()), i + 1);
                }
                for (String text : List.of("migration", "de", "Maroc", "l'OIM Maroc", "the", "")) {
                    assertThat(ids(grown.search(IndexQuery.of(text).limit(100))))
                            .isEqualTo(ids(index.search(IndexQuery.of(text).limit(100))));
                }
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "!!!", "AAAA", "MDow", ""})
        void refuseWhatIsNoCursor(String cursor) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> index.search(IndexQuery.of("de").after(cursor)));
        }

        @Test
        void refuseTheCursorOfAnotherOrder() {
            String cursor = index.search(IndexQuery.of("").limit(1)).next();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> index.search(IndexQuery.of("de").after(cursor)));
        }

        @Test
        void haveALimit() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IndexQuery.of("de").limit(0));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IndexQuery.of("de").limit(1001));
        }

        static List<String> walk(Index index, IndexQuery query) {
            List<String> walked = new ArrayList<>();
            String after = query.after();
            do {
                IndexHits page = index.search(query.after(after));
                assertThat(page.hits()).hasSizeLessThanOrEqualTo(query.limit());
                walked.addAll(ids(page));
                after = page.next();
            } while (after != null);
            return walked;
        }
    }

    @Nested
    class Hostile {
        static List<String> texts() {
            List<String> texts = new ArrayList<>(List.of(
                    "speaker:pope AND OR NOT (a) [1 TO 2] {x} ^2 ~3 * ? \\ / && || ! - + :",
                    "*",
                    "?",
                    "\"",
                    "\"\"",
                    "\" \"",
                    "«»",
                    "« ( »",
                    "\\\"",
                    "a\\",
                    "'",
                    "’",
                    "l'",
                    "'''l''",
                    "\0",
                    "a\0b",
                    "\uD800",
                    "\uDC00",
                    "Maroc\uD83D",
                    "\uD83D\"\uDE00\"",
                    "\uFFFF",
                    "\u202E\u200F abc",
                    "(".repeat(10_000),
                    "(".repeat(10_000) + "Maroc",
                    "\"".repeat(10_001),
                    "«".repeat(10_000),
                    "«a".repeat(5_000),
                    "\"a ".repeat(5_000),
                    "a*".repeat(5_000),
                    "e\u0301".repeat(5_000),
                    "e" + "\u0301".repeat(10_000),
                    "x".repeat(1_000_000),
                    "Maroc ".repeat(200_000),
                    "é".repeat(1_000_000),
                    "\"" + "de la ".repeat(5_000) + "\"",
                    "~fr~migration",
                    "~developpement",
                    "\uFDFA".repeat(9_000)));
            StringBuilder many = new StringBuilder();
            StringBuilder quotes = new StringBuilder();
            for (int i = 0; i < 20_000; i++) {
                many.append("mot").append(i).append(' ');
                quotes.append('"').append(i).append("\" ");
            }
            texts.add(many.toString());
            texts.add(quotes.toString());
            StringBuilder all = new StringBuilder();
            for (char c = 0; c < 0xFFFF; c++) {
                all.append(c);
                if (all.length() == 5000) {
                    texts.add(all.toString());
                    all.setLength(0);
                }
            }
            return texts;
        }

        @ParameterizedTest
        @MethodSource("texts")
        void questionsAreAnswered(String text) {
            double start = processorSeconds();
            IndexHits hits = index.search(IndexQuery.of(text));
            assertThat(hits.searched()).hasSizeLessThanOrEqualTo(PlainQuery.MAX_WORDS + 50);
            index.search(IndexQuery.of('"' + text + '"'));
            index.candidates(CandidateQuery.of(text, "Quote", 50));
            assertThat(processorSeconds() - start).isLessThan(3);
        }

        @ParameterizedTest
        @MethodSource("texts")
        void textsAreIndexed(String text) {
            String body = text + " Maroc";
            try (Index index = Held.of(text("a", "fr", body).about(text).keyword("k", text))
                    .indexed()) {
                Hit hit = index.search(IndexQuery.of("maroc").only("k", text))
                        .hits()
                        .get(0);
                int[] codePoints = body.codePoints().toArray();
                assertThat(hit.highlights()).isNotEmpty().allSatisfy(span -> assertThat(
                                new String(codePoints, span.start(), span.length()))
                        .isEqualToIgnoringCase("maroc"));
            }
        }

        @Test
        void wordsInParenthesesAreFound() {
            assertThat(search("(".repeat(9_000) + "Casablanca")).contains(Corpus.VISIT);
            assertThat(search("Casablanca NOT (leadership)")).isEmpty(); // NOT is a word
            assertThat(search("Casablanca (leadership)*")).containsExactly(Corpus.VISIT);
            assertThat(search("((")).isEmpty();
        }
    }
}
