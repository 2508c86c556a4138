package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.verbatim.dossier.Dossier;
import org.verbatim.quote.AttributionMethod;
import org.verbatim.text.Span;

/** What the readers of direct and of reported speech share: the article, its utterances, and the quotes found so far. */
final class Quoting {

    private static final int LONGEST_SUBJECT = 24;

    final Reading reading;
    final List<Token> tokens;
    final Lexicon lexicon;
    final Cast cast;
    final Cues cues;
    final Clause clause;
    final List<Utterance> utterances;

    private final List<QuoteDraft> drafts = new ArrayList<>();
    private final BitSet taken = new BitSet();
    private final BitSet usedCues = new BitSet();

    Quoting(Reading reading, Cast cast) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.lexicon = reading.lexicon();
        this.cast = cast;
        this.cues = new Cues(reading);
        this.clause = new Clause(reading, cast);
        this.utterances = Utterance.in(reading.quotations());
    }

    /** Whether an utterance, by its number, belongs to a quote already. */
    boolean isTaken(int utterance) {
        return taken.get(utterance);
    }

    void take(int utterance) {
        taken.set(utterance);
    }

    boolean isUsed(Cue cue) {
        return usedCues.get(cue.cueTo() - 1);
    }

    void use(Cue cue) {
        usedCues.set(cue.cueTo() - 1);
    }

    /** The number of the first token of the sentence in which a token stands. */
    int startOfSentence(int token) {
        int sentence = reading.sentenceOf(token);
        return sentence < reading.sentences().size()
                ? reading.sentences().get(sentence).fromToken()
                : token;
    }

    /** The number of the first utterance that opens at or behind a token. */
    int firstUtterance(int token) {
        int low = 0;
        int high = utterances.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (utterances.get(middle).open() < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean isQuoted(int token) {
        return cast.coreference().isQuoted(token);
    }

    Cast.@Nullable Resolved resolve(Clause.@Nullable Phrase phrase) {
        return phrase == null || phrase.from() >= phrase.to() ? null : cast.resolve(phrase.from(), phrase.to());
    }

    /** Whom a phrase means; somebody who is said not to be named in the words behind it is nobody. */
    Cast.@Nullable Resolved speaker(Clause.Phrase subject, int limit) {
        Cast.Resolved named = cast.resolveNamed(subject.from(), subject.to());
        if (named != null) {
            return named;
        }
        int anonymous = endOfAnonymity(subject, limit);
        return anonymous < 0
                ? resolve(subject)
                : new Cast.Resolved(
                        null,
                        AttributionMethod.UNKNOWN,
                        reading.span(subject.from(), Math.max(subject.to(), anonymous)));
    }

    /** Behind the words that say that the one of a phrase is not named; -1 if there are none. */
    private int endOfAnonymity(Clause.Phrase subject, int limit) {
        int end = subject.to();
        while (end < limit
                && end < subject.to() + LONGEST_SUBJECT
                && !tokens.get(end).isMark(".;:")
                && !isQuoted(end)) {
            end++;
        }
        for (int i = subject.from(); i < end; i++) {
            Phrases.Match match = lexicon.list("anonymous").match(tokens, i, end);
            if (match != null) {
                return i + match.length();
            }
        }
        return -1;
    }

    /** Whether a phrase that stands for nobody known is somebody all the same: une bénévole, analysts, une source. */
    boolean isSomebody(Clause.Phrase subject) {
        for (int i = subject.from(); i < subject.to(); i++) {
            boolean role = lexicon.list("roles").match(tokens, i, subject.to()) != null
                    || lexicon.list("anonymous").match(tokens, i, subject.to()) != null
                    || lexicon.list("people").contains(tokens.get(i))
                    || lexicon.list("pronouns").contains(tokens.get(i));
            if (role) {
                return true;
            }
            if (lexicon.list("linking").contains(tokens.get(i))
                    || lexicon.list("relative-pronouns").contains(tokens.get(i))) {
                return false;
            }
        }
        return false;
    }

    /** Whom a subject means; null if it is nothing that can speak. */
    Cast.@Nullable Resolved somebody(Clause.Phrase subject, int limit) {
        Cast.Resolved resolved = speaker(subject, limit);
        if (resolved == null || resolved.agent() != null) {
            return resolved;
        }
        return isSomebody(subject) || isAnonymous(subject, limit) ? resolved : null;
    }

    /** Whether the words of a phrase, or those behind it, say that somebody is not named. */
    boolean isAnonymous(Clause.Phrase subject, int limit) {
        return endOfAnonymity(subject, limit) >= 0;
    }

    /** Somebody known from elsewhere in the text; no words stand for the speaker here. */
    Cast.@Nullable Resolved known(@Nullable Agent agent, int token) {
        return agent == null
                ? null
                : new Cast.Resolved(
                        agent, AttributionMethod.COREFERENCE, tokens.get(token).span());
    }

    /** Who says the words of an utterance elsewhere; null if nobody named does. */
    Cast.@Nullable Resolved whoSays(Utterance utterance) {
        String words = words(utterance.open() + 1, utterance.close());
        for (QuoteDraft draft : drafts) {
            Cast.Resolved speaker = draft.speaker();
            if (speaker == null || speaker.agent() == null) {
                continue;
            }
            for (QuoteDraft.Segment segment : draft.segments()) {
                int from = reading.tokenAt(segment.span().start());
                int to = reading.tokenAt(segment.span().end());
                if (segment.verbatim() && words(from, to).contains(words)) {
                    return known(speaker.agent(), utterance.open());
                }
            }
        }
        return null;
    }

    /** The words between two tokens, folded, without marks. */
    private String words(int from, int to) {
        StringBuilder words = new StringBuilder(" ");
        for (int i = from; i < to; i++) {
            if (!tokens.get(i).isMark()) {
                words.append(tokens.get(i).folded()).append(' ');
            }
        }
        return words.toString();
    }

    QuoteDraft add(QuoteDraft draft, int token) {
        drafts.add(draft);
        Cast.Resolved speaker = draft.speaker();
        cast.coreference().spoke(speaker == null ? null : speaker.agent(), token);
        return draft;
    }

    /** One verbatim segment for each part, without marks and the space within them. */
    List<QuoteDraft.Segment> verbatim(Utterance utterance) {
        List<QuoteDraft.Segment> segments = new ArrayList<>();
        for (Quotation part : utterance.parts()) {
            if (part.length() > 0) {
                segments.add(new QuoteDraft.Segment(reading.span(part.open() + 1, part.close()), true));
            }
        }
        return segments;
    }

    /**
     * The segments of a reported clause: what stands between marks verbatim, the rest not. The utterances within are
     * taken.
     *
     * @param limit ends the clause, exclusive
     */
    List<QuoteDraft.Segment> reported(int from, int limit) {
        List<QuoteDraft.Segment> segments = new ArrayList<>();
        int start = from;
        for (int u = firstUtterance(from);
                u < utterances.size() && utterances.get(u).open() < limit;
                u++) {
            Utterance utterance = utterances.get(u);
            addPlain(segments, start, utterance.open());
            segments.addAll(verbatim(utterance));
            take(u);
            start = utterance.close() + 1;
        }
        addPlain(segments, start, limit);
        return segments;
    }

    private void addPlain(List<QuoteDraft.Segment> segments, int from, int to) {
        int start = from;
        int end = Math.min(to, tokens.size());
        while (start < end && tokens.get(start).isMark(",.;:–—…!?")) {
            start++;
        }
        while (end > start && tokens.get(end - 1).isMark(",.;:–—…!")) {
            end--;
        }
        for (int i = start; i < end; i++) {
            if (!tokens.get(i).isMark()) {
                segments.add(new QuoteDraft.Segment(reading.span(start, end), false));
                return;
            }
        }
    }

    Span cue(Cue cue) {
        return reading.span(cue.cueFrom(), cue.cueTo());
    }

    /** The records, by place; no two have the same segments. */
    List<Dossier.QuotePart> parts() {
        List<QuoteDraft> sorted = new ArrayList<>(drafts);
        sorted.sort(Comparator.comparingInt(QuoteDraft::start));
        List<Dossier.QuotePart> parts = new ArrayList<>();
        QuoteDraft last = null;
        for (QuoteDraft draft : sorted) {
            if (last == null || !Objects.equals(last.segments(), draft.segments())) {
                parts.add(draft.part(reading, cast));
            }
            last = draft;
        }
        return parts;
    }
}
