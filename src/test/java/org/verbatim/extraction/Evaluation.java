package org.verbatim.extraction;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.verbatim.dossier.Annotator;
import org.verbatim.dossier.Dossier;

/**
 * Measures a program that writes dossiers against those that people wrote. A found quote is a gold one when their bodies
 * share at least 0.8 (strict) or 0.3 (lenient) of all their characters; a funding fact when kind and amount are the same
 * and their evidence overlaps; a meeting when attendees and status are the same and their evidence overlaps.
 *
 * <p>{@code mvn test -Pevaluation} prints the figures. So does {@link #main}, in a second, where the classes are there
 * already. {@code -Devaluation.directory=…} measures another set, {@code -Devaluation.verbose} tells what went wrong.
 */
final class Evaluation {

    /** All languages together. */
    static final String ALL = "all";

    static final String LENIENT = "quotes, lenient";
    static final String STRICT = "quotes, strict";
    static final String DIRECT = "quotes, direct, strict";
    static final String FUNDING = "funding facts";
    static final String MEETINGS = "meetings";

    static final String SPEAKER = "quotes: speaker";
    static final String FORM = "quotes: form";
    static final String CUE = "quotes: cue";

    private static final double STRICT_OVERLAP = 0.8;
    private static final double LENIENT_OVERLAP = 0.3;

    private final Map<String, Map<String, Score>> scores = new TreeMap<>();
    private final Map<String, Map<String, Score>> shares = new TreeMap<>();
    private final Map<String, Score> rules = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();

    private Evaluation() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String directory = System.getProperty("evaluation.directory");
        Annotator annotator = annotator();
        if (directory != null) {
            of(annotator, GoldArticle.readAll(Path.of(directory))).print(directory, out);
        } else {
            developmentSet(annotator).print("the development set", out);
            heldOut(annotator).print("what nobody looked at", out);
            seeds(annotator).print("the seeds", out);
        }
    }

    static Evaluation developmentSet(Annotator annotator) {
        return of(annotator, GoldArticle.readAll(Path.of("src/test/resources/evaluation")));
    }

    /** Articles like those of the development set, which whoever wrote the rules has never seen. */
    static Evaluation heldOut(Annotator annotator) {
        return of(annotator, GoldArticle.readAll(Path.of("src/test/resources/held-out")));
    }

    static Evaluation seeds(Annotator annotator) {
        return of(annotator, GoldArticle.readAll(Path.of("seeds")));
    }

    static Evaluation of(Annotator annotator, List<GoldArticle> articles) {
        var evaluation = new Evaluation();
        articles.forEach(article -> evaluation.add(article, article.annotatedBy(annotator)));
        return evaluation;
    }

    /** The program to measure. */
    static Annotator annotator() {
        return new Extractor();
    }

    /** What was found of one kind, in one language or in {@link #ALL}. */
    Score score(String language, String measure) {
        return scores.getOrDefault(language, Map.of()).getOrDefault(measure, Score.NONE);
    }

    /** How many of the matched records have something right, in percent. */
    double share(String language, String measure) {
        return shares.getOrDefault(language, Map.of())
                .getOrDefault(measure, Score.NONE)
                .precision();
    }

    /** What the records of a rule are worth. */
    Map<String, Score> rules() {
        return rules;
    }

    void add(GoldArticle article, Dossier found) {
        var gold = new Annotation(article.text(), article.dossier());
        new Article(article.id(), article.language(), gold, new Annotation(article.text(), found)).measure();
    }

    /** The two dossiers of one article. */
    private final class Article {
        private final String id;
        private final String language;
        private final Annotation gold;
        private final Annotation found;

        Article(String id, String language, Annotation gold, Annotation found) {
            this.id = id;
            this.language = language;
            this.gold = gold;
            this.found = found;
        }

        void measure() {
            measureQuotes();
            measureFundingFacts();
            measureMeetings();
        }

        private void measureQuotes() {
            Matching<Dossier.QuotePart> lenient =
                    Matching.of(gold.quotes(), found.quotes(), this::overlap, LENIENT_OVERLAP);
            Matching<Dossier.QuotePart> strict =
                    Matching.of(gold.quotes(), found.quotes(), this::overlap, STRICT_OVERLAP);
            count(LENIENT, lenient);
            count(STRICT, strict);
            count(DIRECT, Matching.of(gold.directQuotes(), found.directQuotes(), this::overlap, STRICT_OVERLAP));
            share(
                    SPEAKER,
                    lenient,
                    (one, other) -> Annotation.sameAgent(gold, one.speaker(), found, other.speaker()),
                    Dossier.QuotePart::speaker);
            share(FORM, lenient, (one, other) -> one.form() == other.form(), Dossier.QuotePart::form);
            share(
                    CUE,
                    lenient,
                    (one, other) -> Objects.equals(gold.spanOrNull(one.cue()), found.spanOrNull(other.cue())),
                    quote -> quote.cue() == null ? null : quote.cue().exact());
            rules(strict, Dossier.QuotePart::extraction);
            remark("quote", lenient);
            for (Matching.Pair<Dossier.QuotePart> pair : lenient.pairs()) {
                if (overlap(pair.gold(), pair.found()) < STRICT_OVERLAP) {
                    remark(
                            "other span",
                            Annotation.describe(pair.gold()) + "\n      found " + Annotation.describe(pair.found()));
                }
            }
        }

        private void measureFundingFacts() {
            Matching<Dossier.FundingFactPart> matching =
                    Matching.of(gold.fundingFacts(), found.fundingFacts(), this::overlap, 0);
            count(FUNDING, matching);
            share(
                    "funding facts: provider",
                    matching,
                    (one, other) -> Annotation.sameAgent(gold, one.provider(), found, other.provider()),
                    Dossier.FundingFactPart::provider);
            share(
                    "funding facts: receiver",
                    matching,
                    (one, other) -> Annotation.sameAgent(gold, one.receiver(), found, other.receiver()),
                    Dossier.FundingFactPart::receiver);
            share(
                    "funding facts: fund",
                    matching,
                    (one, other) -> Objects.equals(one.fund(), other.fund()),
                    Dossier.FundingFactPart::fund);
            share(
                    "funding facts: date",
                    matching,
                    (one, other) -> sameDate(one.date(), other.date()),
                    Dossier.FundingFactPart::date);
            rules(matching, Dossier.FundingFactPart::extraction);
            remark("funding fact", matching);
        }

        private void measureMeetings() {
            Matching<Dossier.MeetingPart> matching = Matching.of(gold.meetings(), found.meetings(), this::overlap, 0);
            count(MEETINGS, matching);
            share("meetings: kind", matching, (one, other) -> one.kind() == other.kind(), Dossier.MeetingPart::kind);
            share(
                    "meetings: place",
                    matching,
                    (one, other) -> samePlace(one.place(), other.place()),
                    Dossier.MeetingPart::place);
            share(
                    "meetings: date",
                    matching,
                    (one, other) -> sameDate(one.date(), other.date()),
                    Dossier.MeetingPart::date);
            rules(matching, Dossier.MeetingPart::extraction);
            remark("meeting", matching);
        }

        private double overlap(Dossier.QuotePart one, Dossier.QuotePart other) {
            return Annotation.jaccard(gold.body(one), found.body(other));
        }

        private double overlap(Dossier.FundingFactPart one, Dossier.FundingFactPart other) {
            return one.kind() == other.kind() && Annotation.sameAmount(one.amount(), other.amount())
                    ? Annotation.jaccard(gold.covered(one.evidence()), found.covered(other.evidence()))
                    : 0;
        }

        private double overlap(Dossier.MeetingPart one, Dossier.MeetingPart other) {
            return one.status() == other.status() && Annotation.sameAttendees(gold, one, found, other)
                    ? Annotation.jaccard(gold.covered(one.evidence()), found.covered(other.evidence()))
                    : 0;
        }

        private boolean sameDate(Dossier.@Nullable DatePart one, Dossier.@Nullable DatePart other) {
            if (one == null || other == null) {
                return one == null && other == null;
            }
            return one.precision() == other.precision() && Objects.equals(one.value(), other.value());
        }

        private boolean samePlace(Dossier.@Nullable PlacePart one, Dossier.@Nullable PlacePart other) {
            if (one == null || other == null) {
                return one == null && other == null;
            }
            return Objects.equals(one.name(), other.name()) && Objects.equals(one.country(), other.country());
        }

        private void count(String measure, Matching<?> matching) {
            add(scores, measure, matching.score());
        }

        private <T> void share(
                String measure, Matching<T> matching, BiPredicate<T, T> same, Function<T, @Nullable Object> shown) {
            int right = 0;
            for (Matching.Pair<T> pair : matching.pairs()) {
                if (same.test(pair.gold(), pair.found())) {
                    right++;
                } else {
                    remark(
                            "wrong " + measure,
                            "%s, not %s: %s"
                                    .formatted(
                                            shown.apply(pair.found()),
                                            shown.apply(pair.gold()),
                                            Annotation.describe(pair.gold())));
                }
            }
            int all = matching.pairs().size();
            add(shares, measure, new Score(all, all, right));
        }

        private void add(Map<String, Map<String, Score>> to, String measure, Score score) {
            for (String scope : List.of(language, ALL)) {
                to.computeIfAbsent(scope, key -> new LinkedHashMap<>()).merge(measure, score, Score::plus);
            }
        }

        private <T> void rules(Matching<T> matching, Function<T, Dossier.@Nullable ExtractionPart> extraction) {
            matching.pairs().forEach(pair -> rule(extraction.apply(pair.found()), 1));
            matching.superfluous().forEach(record -> rule(extraction.apply(record), 0));
        }

        private void rule(Dossier.@Nullable ExtractionPart extraction, int right) {
            String rule = extraction == null || extraction.rule() == null ? "(no rule)" : extraction.rule();
            rules.merge(rule, new Score(0, 1, right), Score::plus);
        }

        private void remark(String kind, Matching<?> matching) {
            matching.missed().forEach(record -> remark("missed " + kind, Annotation.describe(record)));
            matching.superfluous().forEach(record -> remark("superfluous " + kind, Annotation.describe(record)));
        }

        private void remark(String what, String record) {
            remarks.add("%s  %s: %s".formatted(id, what, record));
        }
    }

    void print(String set, PrintStream out) {
        out.printf("%n%-32s gold found right   precision recall     F1%n", "Measured on " + set);
        scores.forEach((language, measures) ->
                measures.forEach((measure, score) -> out.printf("%-4s%-27s %s%n", language, measure, score)));
        out.printf("%nOf the records matched (quotes leniently), right%n");
        shares.forEach((language, measures) -> measures.forEach((measure, score) -> out.printf(
                Locale.ROOT,
                "%-4s%-27s %5d of %5d  %6.1f %%%n",
                language,
                measure,
                score.right(),
                score.found(),
                score.precision())));
        out.printf("%nPrecision of each rule (quotes strictly)%n");
        rules.forEach((rule, score) -> out.printf(
                Locale.ROOT, "%-38s %5d of %5d  %6.1f %%%n", rule, score.right(), score.found(), score.precision()));
        if (System.getProperty("evaluation.verbose") != null) {
            out.println();
            remarks.forEach(out::println);
        }
    }
}
