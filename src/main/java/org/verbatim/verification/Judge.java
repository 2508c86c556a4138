package org.verbatim.verification;

import static org.verbatim.verification.Alignment.Op.DELETED;
import static org.verbatim.verification.Alignment.Op.ELIDED;
import static org.verbatim.verification.Alignment.Op.ELLIPSIS;
import static org.verbatim.verification.Alignment.Op.EQUAL;
import static org.verbatim.verification.Alignment.Op.FREE;
import static org.verbatim.verification.Alignment.Op.INSERTED;
import static org.verbatim.verification.Alignment.Op.REPLACED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbatim.text.NormalisedText;
import org.verbatim.text.Span;
import org.verbatim.verification.Alignment.Step;
import org.verbatim.verification.Judgement.Fidelity;

/**
 * Says how faithful a claim is to a source. When in doubt, the lesser: a claim that is {@link Fidelity#SAME} or {@link
 * Fidelity#ELIDED} has no word, mark, capital or accent that the source has not, in the same order, and drops no
 * negation, no number and no question mark, neither under an ellipsis nor just outside the part it takes.
 */
final class Judge {

    /** A part of a quote with fewer words is nobody's in particular. */
    static final int FEWEST_WORDS = 4;

    /** Some 10 ms. A normal claim takes a hundredth of it. */
    static final long CELLS = 2_000_000;

    private static final int MOST_ELLIPSES = 4;
    private static final int LONGEST_ELISION = 60;
    private static final int SHORTEST_PIECE = 2;

    /** In tokens, marks and all. */
    private static final int LONGEST_NUMBER = 12;

    /** In code points: what may stand between a quote and the words beside it. */
    private static final int MARKS_BESIDE = 20;

    private static final Comparator<Judgement> BEST_FIRST = Comparator.comparing(Judgement::fidelity)
            .thenComparing(Comparator.comparingDouble(Judgement::similarity).reversed())
            .thenComparing(judgement -> !judgement.source().direct())
            .thenComparing(judgement -> judgement.source().article())
            .thenComparing(judgement -> judgement.matched().get(0));

    private final Claim claim;
    private final Alignment.Budget budget;

    private Judge(Claim claim, Alignment.Budget budget) {
        this.claim = claim;
        this.budget = budget;
    }

    /**
     * Holds a claim against sources and keeps those that are close, best first.
     *
     * @param sources the most promising first: the work for one claim is bounded
     */
    static List<Judgement> judge(Claim claim, List<Source> sources) {
        Alignment.Budget budget = new Alignment.Budget(CELLS);
        return sources.stream()
                .map(source -> new Judge(claim.without(source.wording().between()), budget).hold(source))
                .filter(Objects::nonNull)
                .sorted(BEST_FIRST)
                .toList();
    }

    private @Nullable Judgement hold(Source source) {
        List<Token> words = source.wording().tokens();
        List<Step> aligned = Alignment.of(claim, words, budget);
        if (aligned == null) {
            return null;
        }
        int first = aligned.stream()
                .mapToInt(Step::source)
                .filter(j -> j >= 0)
                .findFirst()
                .orElse(-1);
        if (first < 0) {
            return null;
        }
        int last = aligned.stream().mapToInt(Step::source).max().orElse(first);
        boolean same = aligned.stream()
                .allMatch(step ->
                        step.op() == EQUAL || step.op() == FREE || step.op() == ELIDED || step.op() == ELLIPSIS);
        List<Step> steps = withWhatWasCutOff(aligned, words, first, last);
        Elisions elisions = new Elisions(steps, words);
        Fidelity fidelity;
        if (claim.words() < 2) {
            return null;
        }
        if (same && steps.equals(aligned) && elisions.areHarmless()) {
            fidelity = claim.words() < FEWEST_WORDS
                    ? Fidelity.SHORT
                    : elisions.skipOnlyWhatStandsBetweenSegments() ? Fidelity.SAME : Fidelity.ELIDED;
        } else if (claim.words() < FEWEST_WORDS ? same : isClose(aligned, words, source.direct())) {
            fidelity = Fidelity.CHANGED;
        } else {
            return null;
        }
        List<Span> matched = matched(steps, words);
        Changes changes = new Changes(steps, words);
        Changes changesOfWords = new Changes(withoutWhatStandsBeside(steps, source), words);
        return new Judgement(
                source,
                fidelity,
                matched,
                difference(steps, source),
                similarity(steps, words),
                applied(steps, source.wording(), matched),
                changes.any(Lexicon::negation) || elisions.reachWithANegation(),
                changesOfWords.anyNumber(),
                changesOfWords.anyName());
    }

    // --- What stands just outside ---------------------------------------------------------------------------------

    /** The same steps, with a deletion at either end of what changes the sense of the part that the claim takes. */
    private static List<Step> withWhatWasCutOff(List<Step> steps, List<Token> words, int first, int last) {
        int from = cutOffBefore(words, first);
        int to = cutOffBehind(words, last + 1);
        if (from == first && to == last + 1) {
            return steps;
        }
        List<Step> more = new ArrayList<>();
        for (int j = from; j < first; j++) {
            more.add(new Step(DELETED, -1, j));
        }
        more.addAll(steps);
        for (int j = last + 1; j < to; j++) {
            more.add(new Step(DELETED, -1, j));
        }
        return more;
    }

    /**
     * From where on the claim should have quoted: a number that its first word belongs to, or a negation of the same
     * clause. A negation reaches through commas, unless a subject or “but” opens a clause behind one; so that nobody
     * gets “accept this” out of “we do not, as I said, accept this”.
     */
    private static int cutOffBefore(List<Token> words, int first) {
        for (Numbers.Valued number : numbersAround(words, first, first + 1)) {
            if (number.from() < first && first <= number.to()) {
                return number.from();
            }
        }
        return negationBefore(words, first);
    }

    /** The numbers near a token, before a place, and of the same segment. */
    private static List<Numbers.Valued> numbersAround(List<Token> words, int at, int end) {
        int from = Math.max(0, at - LONGEST_NUMBER);
        while (words.get(from).segment() != words.get(at).segment()) {
            from++;
        }
        int to = Math.min(words.size(), end);
        while (words.get(to - 1).segment() != words.get(at).segment()) {
            to--;
        }
        return Numbers.in(words, from, to);
    }

    /** The nearest negation before a token that reaches it; the token itself if there is none. */
    private static int negationBefore(List<Token> words, int first) {
        for (int k = first - 1; k >= 0; k--) {
            if (isClauseEnd(words, k)) {
                return first;
            }
            if (Lexicon.negation(words.get(k)) != null) {
                return k;
            }
        }
        return first;
    }

    /** Whether no negation reaches from this token, or before it, to the next. */
    private static boolean isClauseEnd(List<Token> words, int k) {
        Token token = words.get(k);
        Token next = words.get(k + 1);
        if (token.isMark("!?;") || (token.isMark(".") && !(k > 0 && Lexicon.isAbbreviation(words.get(k - 1))))) {
            return true;
        }
        if (token.segment() != next.segment() && next.isCapitalised()) {
            return true;
        }
        boolean mayOpen = token.segment() != next.segment()
                || token.isMark(",:-()")
                || token.lower().equals("et")
                || token.lower().equals("and");
        return mayOpen && Lexicon.opensClause(next);
    }

    /** Up to where it should have quoted: a number or question mark right behind, or a negation a few words on. */
    private static int cutOffBehind(List<Token> words, int end) {
        if (end == words.size()
                || words.get(end).segment() != words.get(end - 1).segment()) {
            return end;
        }
        if (words.get(end).isMark("?")) {
            return end + 1;
        }
        for (Numbers.Valued number : numbersAround(words, end, end + LONGEST_NUMBER)) {
            if (number.from() <= end && end < number.to()) {
                return number.to();
            }
        }
        for (int k = end; k < Math.min(end + 4, words.size()); k++) {
            Token token = words.get(k);
            boolean mark = token.isMark(",:-");
            if (token.segment() != words.get(end - 1).segment()
                    || (!token.isWord() && !mark)
                    || Lexicon.isJoint(token)
                    || (mark && (k + 1 == words.size() || Lexicon.negation(words.get(k + 1)) == null))) {
                return end;
            }
            if (Lexicon.negation(token) != null) {
                return k + 1;
            }
        }
        return end;
    }

    // --- What changed ---------------------------------------------------------------------------------------------

    /** Without what the claim has of the article's own text right before or behind the quote. */
    private List<Step> withoutWhatStandsBeside(List<Step> steps, Source source) {
        int from = 0;
        int to = steps.size();
        if (steps.get(0).op() != INSERTED && steps.get(to - 1).op() != INSERTED) {
            return steps;
        }
        while (from < to && steps.get(from).op() == INSERTED) {
            from++;
        }
        while (to > from && steps.get(to - 1).op() == INSERTED) {
            to--;
        }
        if (from == to || steps.get(from).source() < 0 || steps.get(to - 1).source() < 0) {
            return steps;
        }
        List<Token> words = source.wording().tokens();
        int start = words.get(steps.get(from).source()).span().start();
        int end = words.get(steps.get(to - 1).source()).span().end();
        int length = claim.wording().text().length() + MARKS_BESIDE;
        int articleLength = source.wording().text().length();
        List<String> before = beside(source, new Span(Math.max(0, start - length), start));
        List<String> behind = beside(source, new Span(end, Math.min(articleLength, end + length)));
        List<String> first = claimed(steps.subList(0, from));
        List<String> last = claimed(steps.subList(to, steps.size()));
        boolean begins = before.size() >= first.size()
                && before.subList(before.size() - first.size(), before.size()).equals(first);
        boolean ends =
                behind.size() >= last.size() && behind.subList(0, last.size()).equals(last);
        return steps.subList(begins ? from : 0, ends ? to : steps.size());
    }

    private static List<String> beside(Source source, Span span) {
        return Wording.of(source.wording().text(), List.of(span)).tokens().stream()
                .filter(Token::isWord)
                .map(Token::loose)
                .toList();
    }

    private List<String> claimed(List<Step> steps) {
        return steps.stream()
                .map(step -> claim.tokens().get(step.claim()))
                .filter(Token::isWord)
                .map(Token::loose)
                .toList();
    }

    private static boolean isSame(Step step) {
        return step.op() == EQUAL || step.op() == FREE;
    }

    /** The runs of steps at which claim and source differ, or the claim has an ellipsis. */
    private final class Changes {
        private final List<List<Token>> claimed = new ArrayList<>();
        private final List<List<Token>> held = new ArrayList<>();
        /** All of the source but what the claim has as well, so with what stands outside the part it takes. */
        private final List<Token> unmatched = new ArrayList<>();

        Changes(List<Step> steps, List<Token> words) {
            Set<Integer> matched =
                    steps.stream().filter(Judge::isSame).map(Step::source).collect(Collectors.toSet());
            for (int j = 0; j < words.size(); j++) {
                if (!matched.contains(j)) {
                    unmatched.add(words.get(j));
                }
            }
            boolean open = false;
            for (Step step : steps) {
                if (isSame(step)) {
                    open = false;
                    continue;
                }
                if (!open) {
                    claimed.add(new ArrayList<>());
                    held.add(new ArrayList<>());
                    open = true;
                }
                if (step.claim() >= 0) {
                    claimed.get(claimed.size() - 1).add(claim.tokens().get(step.claim()));
                }
                if (step.source() >= 0) {
                    held.get(held.size() - 1).add(words.get(step.source()));
                }
            }
        }

        /** Whether one of these runs has not the same on both sides. */
        boolean any(Function<Token, @Nullable String> kind) {
            return anyRun((some, others) -> !counted(some, kind).equals(counted(others, kind)));
        }

        boolean anyNumber() {
            return anyRun((some, others) -> !Numbers.areSame(some, others));
        }

        /**
         * A name that is but written otherwise, begins a sentence on one side or has moved is still there; not so one
         * that has taken the place of another.
         */
        boolean anyName() {
            List<Token> all = claimed.stream().flatMap(List::stream).toList();
            List<Token> allHeld = held.stream().flatMap(List::stream).toList();
            return lacksName(all, unmatched) || lacksName(allHeld, all) || anyRun(Changes::areOtherNames);
        }

        private boolean anyRun(BiPredicate<List<Token>, List<Token>> changed) {
            return IntStream.range(0, claimed.size()).anyMatch(i -> changed.test(claimed.get(i), held.get(i)));
        }

        private static boolean lacksName(List<Token> named, List<Token> there) {
            Map<String, Integer> counts = counted(there, Token::folded);
            return counted(named, Lexicon::name).entrySet().stream()
                    .anyMatch(name -> name.getValue() > counts.getOrDefault(name.getKey(), 0));
        }

        /** Whether both are names and nothing else, and not the same. */
        private static boolean areOtherNames(List<Token> some, List<Token> others) {
            return Stream.of(some, others)
                            .allMatch(names ->
                                    !names.isEmpty() && names.stream().allMatch(token -> Lexicon.name(token) != null))
                    && (lacksName(some, others) || lacksName(others, some));
        }

        private static Map<String, Integer> counted(List<Token> tokens, Function<Token, @Nullable String> kind) {
            Map<String, Integer> counts = new HashMap<>();
            for (Token token : tokens) {
                String found = kind.apply(token);
                if (found != null) {
                    counts.merge(found, 1, Integer::sum);
                }
            }
            return counts;
        }
    }

    // --- What was left out ----------------------------------------------------------------------------------------

    /** The ellipses of a claim that has no other difference. */
    private static final class Elisions {
        private final List<Step> steps;
        private final List<Token> words;

        Elisions(List<Step> steps, List<Token> words) {
            this.steps = steps;
            this.words = words;
        }

        boolean skipOnlyWhatStandsBetweenSegments() {
            for (int k = 0; k < steps.size(); k++) {
                Step step = steps.get(k);
                if (step.op() == ELIDED || (step.op() == ELLIPSIS && !standsBetweenSegments(k))) {
                    return false;
                }
            }
            return true;
        }

        private boolean standsBetweenSegments(int k) {
            int before = neighbour(k, -1);
            int behind = neighbour(k, 1);
            return before >= 0
                    && behind >= 0
                    && words.get(before).segment() != words.get(behind).segment();
        }

        /** The nearest token of the source on one side of a step, -1 if there is none. */
        private int neighbour(int k, int direction) {
            for (int i = k + direction; i >= 0 && i < steps.size(); i += direction) {
                if (steps.get(i).source() >= 0) {
                    return steps.get(i).source();
                }
            }
            return -1;
        }

        /** Few, bounded, between pieces worth the name, and without a negation or number under them. */
        boolean areHarmless() {
            int ellipses = 0;
            int elided = 0;
            int piece = 0;
            int kept = 0;
            int shortest = Integer.MAX_VALUE;
            for (Step step : steps) {
                if (step.op() == ELIDED) {
                    Token token = words.get(step.source());
                    elided += token.isWord() ? 1 : 0;
                    if (Lexicon.negation(token) != null || Lexicon.number(token) != null || elided > LONGEST_ELISION) {
                        return false;
                    }
                } else if (step.op() == ELLIPSIS) {
                    ellipses++;
                    shortest = Math.min(shortest, piece);
                    piece = 0;
                    elided = 0;
                } else if (step.op() == EQUAL && words.get(step.source()).isWord()) {
                    piece++;
                    kept++;
                }
            }
            shortest = Math.min(shortest, piece);
            boolean pieces = ellipses == 0
                    || (ellipses <= MOST_ELLIPSES && shortest >= SHORTEST_PIECE && kept >= 3 * (ellipses + 1));
            return pieces && !reachWithANegation();
        }

        /**
         * Whether an ellipsis joins the open end of a negated clause to another sentence: “this is not […] fair” out of
         * “This is not easy. We are fair.”
         */
        boolean reachWithANegation() {
            for (int k = 0; k < steps.size(); k++) {
                boolean begins = steps.get(k).op() == ELIDED
                        && (k == 0 || steps.get(k - 1).op() != ELIDED);
                if (begins && leavesSentence(k) && isNegated(steps.get(k).source())) {
                    return true;
                }
            }
            return false;
        }

        private boolean leavesSentence(int k) {
            int begin = steps.get(k).source();
            for (int i = k; i < steps.size() && steps.get(i).op() == ELIDED; i++) {
                int j = steps.get(i).source();
                if (j > begin && isClauseEnd(words, j - 1)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isNegated(int begin) {
            return begin > 0 && !isClauseEnd(words, begin) && negationBefore(words, begin) < begin;
        }
    }

    // --- How close ------------------------------------------------------------------------------------------------

    private boolean isClose(List<Step> steps, List<Token> words, boolean direct) {
        int equal = 0;
        int run = 0;
        int longestRun = 0;
        for (Step step : steps) {
            boolean word = step.source() >= 0 && words.get(step.source()).isWord();
            if (word && isCommon(step, words)) {
                equal++;
                longestRun = Math.max(longestRun, ++run);
            } else if (word || step.op() == INSERTED || step.op() == REPLACED) {
                run = 0;
            }
        }
        int claimed = (int) claim.tokens().stream().filter(Token::isWord).count();
        int needed = Math.min(FEWEST_WORDS, claimed - 1);
        if (equal < Math.max(needed, 2)) {
            return false;
        }
        double similarity = similarity(steps, words);
        return direct ? similarity >= 0.5 || longestRun >= 8 : similarity >= 0.7;
    }

    private boolean isCommon(Step step, List<Token> words) {
        return step.op() == EQUAL
                || (step.op() == REPLACED
                        && claim.tokens()
                                .get(step.claim())
                                .folded()
                                .equals(words.get(step.source()).folded()));
    }

    private double similarity(List<Step> steps, List<Token> words) {
        int equal = 0;
        int all = 0;
        for (Step step : steps) {
            boolean claimed =
                    step.claim() >= 0 && claim.tokens().get(step.claim()).isWord();
            boolean held = step.source() >= 0 && words.get(step.source()).isWord() && step.op() != ELIDED;
            all += (claimed ? 1 : 0) + (held ? 1 : 0);
            equal += claimed && held && isCommon(step, words) ? 2 : 0;
        }
        return all == 0 ? 0 : Math.round(1000.0 * equal / all) / 1000.0;
    }

    private Set<Normalisation> applied(List<Step> steps, Wording source, List<Span> matched) {
        Set<Normalisation> applied = Normalisation.of(claim.wording().applied());
        for (Span span : matched) {
            String text = source.text().slice(span);
            applied.addAll(Normalisation.of(NormalisedText.of(text).applied()));
        }
        boolean trimmed = claim.tokens().size() < claim.wording().tokens().size();
        int segment = -1;
        for (Step step : steps) {
            if (step.op() == FREE || trimmed) {
                applied.add(Normalisation.END_PUNCTUATION);
            }
            if (step.op() == EQUAL
                    && !claim.tokens()
                            .get(step.claim())
                            .key()
                            .equals(source.tokens().get(step.source()).key())) {
                applied.add(Normalisation.FIRST_LETTER_CASE);
            }
            if (step.source() >= 0) {
                int next = source.tokens().get(step.source()).segment();
                if (segment >= 0 && next != segment) {
                    applied.add(Normalisation.JOINED_SEGMENTS);
                }
                segment = next;
            }
        }
        return applied;
    }

    // --- What is shown --------------------------------------------------------------------------------------------

    private static List<Span> matched(List<Step> steps, List<Token> words) {
        List<Span> spans = new ArrayList<>();
        int segment = -1;
        for (Step step : steps) {
            if (step.source() >= 0) {
                Token token = words.get(step.source());
                Span span = token.span();
                if (token.segment() == segment) {
                    int last = spans.size() - 1;
                    spans.set(last, new Span(spans.get(last).start(), span.end()));
                } else {
                    spans.add(span);
                    segment = token.segment();
                }
            }
        }
        return List.copyOf(spans);
    }

    /** Neighbouring steps to which the same happened are one entry, unless they stand in different segments. */
    private List<Difference> difference(List<Step> steps, Source source) {
        List<Difference> entries = new ArrayList<>();
        int lastSource = steps.stream().mapToInt(Step::source).max().orElse(-1);
        int begin = 0;
        for (int k = 1; k <= steps.size(); k++) {
            if (k == steps.size()
                    || !belongTogether(steps, begin, k, source.wording().tokens())) {
                entries.add(entry(steps.subList(begin, k), source, lastSource));
                begin = k;
            }
        }
        return List.copyOf(entries);
    }

    private static boolean belongTogether(List<Step> steps, int begin, int k, List<Token> words) {
        if (kind(steps.get(k)) != kind(steps.get(begin))) {
            return false;
        }
        int next = steps.get(k).source();
        for (int i = k - 1; i >= begin && next >= 0; i--) {
            int j = steps.get(i).source();
            if (j >= 0) {
                return words.get(j).segment() == words.get(next).segment();
            }
        }
        return true;
    }

    private static DifferenceOp kind(Step step) {
        return switch (step.op()) {
            case EQUAL, FREE -> DifferenceOp.EQUAL;
            case ELIDED, ELLIPSIS -> DifferenceOp.ELIDED;
            default -> DifferenceOp.REPLACED;
        };
    }

    private Difference entry(List<Step> steps, Source source, int lastSource) {
        int[] claimed = steps.stream().mapToInt(Step::claim).filter(i -> i >= 0).toArray();
        int[] held = steps.stream().mapToInt(Step::source).filter(j -> j >= 0).toArray();
        DifferenceOp op = kind(steps.get(0));
        if (op == DifferenceOp.REPLACED && (claimed.length == 0 || held.length == 0)) {
            op = claimed.length == 0 ? DifferenceOp.DELETED : DifferenceOp.INSERTED;
        }
        String claimedText = claimed.length == 0 ? null : claim.slice(claimed[0], claimed[claimed.length - 1] + 1);
        if (held.length == 0) {
            return new Difference(op, claimedText, null, null, null);
        }
        List<Token> words = source.wording().tokens();
        int last = held[held.length - 1];
        boolean followed = last < lastSource
                && words.get(last + 1).segment() == words.get(last).segment();
        Span span = new Span(
                words.get(held[0]).span().start(),
                followed
                        ? words.get(last + 1).span().start()
                        : words.get(last).span().end());
        return new Difference(op, claimedText, source.wording().text().slice(span), span.start(), span.end());
    }
}
