package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a formula attributes: <i>selon X, …</i>; <i>…, according to X</i>; <i>…, d'après X, …</i>; <i>pour X, …</i> */
final class Formulas {

    private static final int SHORTEST = 2;
    private static final int WIDEST_SOURCE = 16;

    private final Quoting quoting;
    private final Complements complements;
    private final TrailingCues trailing;
    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final Clause clause;

    Formulas(Quoting quoting, Complements complements, TrailingCues trailing) {
        this.quoting = quoting;
        this.complements = complements;
        this.trailing = trailing;
        this.tokens = quoting.tokens;
        this.lexicon = quoting.lexicon;
        this.clause = quoting.clause;
    }

    /** Selon X, …; …, d'après X; …, according to X, … */
    @Nullable ReportedQuote read(int at, Phrases.Match formula, Sentence sentence, int done) {
        int limit = sentence.toToken();
        int from = at + formula.length();
        Clause.Phrase source = clause.behind(from, limit);
        if (source == null) {
            return null;
        }
        boolean weak = formula.value().equals("weak");
        int first = sentence.fromToken();
        while (first < at && !tokens.get(first).isWord()) {
            first++;
        }
        boolean opens = at == first
                || tokens.get(at - 1).isMark(";:")
                || lexicon.list("conjunctions").contains(tokens.get(at - 1));
        if (weak && !opens) {
            return null;
        }
        Cast.Resolved speaker = weak ? viewpoint(source, limit) : quoting.somebody(source, limit);
        if (speaker == null) {
            return null;
        }
        int end = endOfSource(source.to(), limit);
        Cue cue = new Cue(at, from, at, from, null, Verbs.Form.FINITE, -1);
        if (opens) {
            if (end >= limit || !tokens.get(end).is(",")) {
                return null;
            }
            int clauseEnd = complements.clauseEnd(end + 1, limit);
            return new ReportedQuote(
                    "quote.reported.formula-first", cue, speaker, quoting.reported(end + 1, clauseEnd), clauseEnd);
        }
        int bodyEnd = tokens.get(at - 1).is(",") ? at - 1 : at;
        int start = trailing.bodyStart(Math.max(done, sentence.fromToken()), bodyEnd);
        if (bodyEnd - start < SHORTEST) {
            return null;
        }
        List<QuoteDraft.Segment> segments = new ArrayList<>(quoting.reported(start, bodyEnd));
        boolean goesOn =
                end < limit && tokens.get(end).is(",") && tokens.get(at - 1).is(",");
        if (goesOn && end + 1 < limit && !lexicon.list("relative-pronouns").contains(tokens.get(end + 1))) {
            segments.addAll(quoting.reported(end + 1, complements.clauseEnd(end + 1, limit)));
            return new ReportedQuote("quote.reported.formula-within", cue, speaker, segments, limit);
        }
        return new ReportedQuote("quote.reported.formula-last", cue, speaker, segments, end);
    }

    /** Whose view a weak formula gives: somebody named, a known role, or a name before words within marks; not a place. */
    private Cast.@Nullable Resolved viewpoint(Clause.Phrase source, int limit) {
        Cast.Resolved speaker = quoting.cast.resolveNamed(source.from(), source.to());
        boolean named = tokens.get(source.from()).isCapitalised()
                && source.to() < limit
                && complements.holdsUtterance(source.to(), limit);
        boolean role = lexicon.list("definite").contains(tokens.get(source.from())) && quoting.isSomebody(source);
        if (speaker == null && (named || role)) {
            speaker = quoting.somebody(source, limit);
        }
        Agent agent = speaker == null ? null : speaker.agent();
        return agent == null || agent.isPlace() ? null : speaker;
    }

    /** Behind what is in apposition to a source: d'après son directeur, Loïc Berthomieu, … */
    private int endOfSource(int from, int limit) {
        int end = from;
        while (end + 1 < limit && tokens.get(end).is(",")) {
            int next = end + 1;
            int close = next;
            while (close < limit
                    && close < next + WIDEST_SOURCE
                    && !tokens.get(close).isMark(",.;:")
                    && !quoting.isQuoted(close)) {
                close++;
            }
            boolean name = isPersonAlone(next, close);
            boolean role = close < limit && tokens.get(close).is(",") && trailing.isApposition(next, limit);
            if (!name && !role) {
                break;
            }
            end = close;
        }
        return end;
    }

    private boolean isPersonAlone(int from, int to) {
        return quoting.cast.mentionsIn(from, Math.min(to, from + 3)).stream()
                .anyMatch(mention ->
                        mention.agent().isPerson() && mention.titledFrom() == from && mention.toToken() >= to - 1);
    }
}
