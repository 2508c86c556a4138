package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads utterances between quotation marks that stand beside a verb of saying (<i>« A », dit X</i>; <i>X said: “A”</i>),
 * round one (<i>« A, dit X, B »</i>), behind a name and a colon, or alone.
 */
final class DirectSpeech {

    private static final int LONGEST_SUBJECT = 24;
    private static final int SHORTEST = 3;
    private static final int MOST_HEADLINES = 3;
    /** How many marks and numbers may stand beside an utterance that is a sentence of its own. */
    private static final int MOST_MARKS = 20;

    private final Quoting quoting;
    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final Cues cues;
    private final Clause clause;
    private final Attributions attributions;
    private final List<Utterance> headlines = new ArrayList<>();
    private @Nullable QuoteDraft last;
    private int lastSentence = -2;

    DirectSpeech(Quoting quoting) {
        this.quoting = quoting;
        this.tokens = quoting.tokens;
        this.lexicon = quoting.lexicon;
        this.cues = quoting.cues;
        this.clause = quoting.clause;
        this.attributions = new Attributions(quoting);
    }

    /** Reads the utterances that open in a sentence, given by its number, or the dialogue that a dash opens there. */
    void read(int number) {
        Sentence sentence = quoting.reading.sentences().get(number);
        if (tokens.get(sentence.fromToken()).isMark("–—")) {
            dialogue(number, sentence);
        }
        for (int u = quoting.firstUtterance(sentence.fromToken());
                u < quoting.utterances.size() && quoting.utterances.get(u).open() < sentence.toToken();
                u++) {
            if (!quoting.isTaken(u) && quoting.utterances.get(u).length() > 0) {
                read(u, number, sentence);
            }
        }
    }

    private void read(int u, int number, Sentence sentence) {
        Utterance utterance = quoting.utterances.get(u);
        if (headlines.size() < MOST_HEADLINES && opensHeadline(utterance, sentence)) {
            quoting.take(u);
            headlines.add(utterance);
            return;
        }
        boolean within = isWithinProse(utterance, sentence);
        boolean found = (!within && (after(u, utterance) || before(u, utterance, sentence)))
                || (within && adjacent(u, utterance, sentence))
                || (!within && incise(u, utterance))
                || (!within && colon(u, utterance, sentence));
        if (!found && isAlone(utterance, sentence)) {
            alone(u, utterance, number, sentence);
        }
    }

    /** “A”: what happened. What a headline opens with is said by whoever says it below. */
    private boolean opensHeadline(Utterance utterance, Sentence sentence) {
        int colon = utterance.close() + 1;
        return quoting.reading.blocks().get(sentence.block()).kind() == Block.Kind.HEADLINE
                && utterance.open() == sentence.fromToken()
                && utterance.length() > SHORTEST
                && colon < tokens.size()
                && tokens.get(colon).is(":");
    }

    /** Records what headlines quote, once it is known who says the same further down. */
    void endHeadlines() {
        for (Utterance utterance : headlines) {
            List<QuoteDraft.Segment> segments = quoting.verbatim(utterance);
            Cast.Resolved speaker = quoting.whoSays(utterance);
            quoting.add(new QuoteDraft("quote.direct.headline", null, speaker, false, segments), utterance.open());
        }
    }

    /** Whether the opening mark directly follows a word: part of the journalist's sentence. */
    private boolean isWithinProse(Utterance utterance, Sentence sentence) {
        int before = utterance.open() - 1;
        return before >= sentence.fromToken()
                && (tokens.get(before).isWord() || tokens.get(before).is("'"));
    }

    private Sentence sentenceOf(int token) {
        return quoting.reading.sentences().get(quoting.reading.sentenceOf(Math.min(token, tokens.size() - 1)));
    }

    /** « A », a déclaré X; “A,” X said. */
    private boolean after(int u, Utterance utterance) {
        if (!utterance.parts().get(utterance.parts().size() - 1).closed()) {
            return false;
        }
        int limit = sentenceOf(utterance.close()).toToken();
        int at = utterance.close() + 1;
        boolean parted = endsWithMark(utterance);
        while (at < limit && at < utterance.close() + 4 && tokens.get(at).isMark(",–—-")) {
            parted = true;
            at++;
        }
        if (at >= limit
                || !tokens.get(at).isWord()
                || lexicon.list("complementisers").contains(tokens.get(at))) {
            return false;
        }
        Attributions.Attribution found = attributions.inverted(at, limit, parted);
        if (found == null && parted) {
            found = attributions.subjectFirst(at, limit);
        }
        if (found == null) {
            return false;
        }
        QuoteDraft draft = draft("quote.direct.cue-after", found, u);
        goOn(draft, u + 1, found.end(), limit);
        return true;
    }

    private boolean endsWithMark(Utterance utterance) {
        return utterance.length() > 0 && tokens.get(utterance.close() - 1).isMark(",!?…");
    }

    private QuoteDraft draft(String rule, Attributions.Attribution found, int u) {
        if (found.cue() != null) {
            quoting.use(found.cue());
        }
        Utterance utterance = quoting.utterances.get(u);
        quoting.take(u);
        QuoteDraft draft = new QuoteDraft(rule, found.verb(), found.speaker(), true, quoting.verbatim(utterance));
        remember(quoting.add(draft, utterance.open()), utterance);
        return draft;
    }

    private void remember(QuoteDraft draft, Utterance utterance) {
        last = draft;
        lastSentence = quoting.reading.sentenceOf(Math.min(utterance.close(), tokens.size() - 1));
    }

    /** « A », a-t-il affirmé, « B »: what follows in the same sentence belongs to the same quote, unless it has its own cue. */
    private void goOn(QuoteDraft draft, int next, int end, int limit) {
        int from = end;
        for (int u = next; u < quoting.utterances.size() && goesOn(u, from, limit); u++) {
            Utterance utterance = quoting.utterances.get(u);
            quoting.take(u);
            draft.goesOn(quoting.verbatim(utterance));
            remember(draft, utterance);
            from = utterance.close() + 1;
        }
    }

    private boolean goesOn(int u, int from, int limit) {
        Utterance utterance = quoting.utterances.get(u);
        boolean near = utterance.open() < limit && utterance.open() - from <= 3 * LONGEST_SUBJECT;
        if (!near || quoting.isTaken(u) || isWithin(utterance, from)) {
            return false;
        }
        for (int i = from; i < utterance.open(); i++) {
            Cue cue = quoting.isQuoted(i) ? null : cues.at(i, from, utterance.open());
            boolean another = cue != null && !quoting.isUsed(cue);
            if (another || lexicon.list("complementisers").contains(tokens.get(i))) {
                return false;
            }
        }
        int behind = utterance.close() + 1;
        while (behind < limit
                && behind < utterance.close() + 4
                && tokens.get(behind).isMark(",–—-")) {
            behind++;
        }
        return behind >= limit || cues.behindQuotation(behind, limit) == null;
    }

    private boolean isWithin(Utterance utterance, int from) {
        int before = utterance.open() - 1;
        return before >= from && tokens.get(before).isWord();
    }

    /** X a ajouté : « A »; She said, “A.” */
    private boolean before(int u, Utterance utterance, Sentence sentence) {
        int mark = utterance.open() - 1;
        if (mark <= sentence.fromToken() || !tokens.get(mark).isMark(":,")) {
            return false;
        }
        boolean comma = tokens.get(mark).is(",");
        if (comma && !startsLikeSentence(utterance)) {
            return false;
        }
        int from = Math.max(sentence.fromToken(), endOfQuotationBefore(u));
        for (int i = mark - 1; i >= from && i > mark - 2 * LONGEST_SUBJECT; i--) {
            if (quoting.isQuoted(i)) {
                break;
            }
            Cue cue = cues.at(i, from, mark);
            if (cue == null || quoting.isUsed(cue)) {
                continue;
            }
            if (comma && mark - cue.to() > 6) {
                return false;
            }
            Attributions.Attribution found = attributions.attribution(cue, from, mark);
            if (found != null) {
                draft("quote.direct.cue-before", found, u);
                return true;
            }
        }
        return false;
    }

    private boolean startsLikeSentence(Utterance utterance) {
        Token first = tokens.get(utterance.open() + 1);
        return first.isCapitalised() || first.isNumber() || first.isMark("…") || first.isElided();
    }

    private int endOfQuotationBefore(int u) {
        return u == 0 ? 0 : Math.min(quoting.utterances.get(u - 1).close() + 1, tokens.size());
    }

    /** Il lance « A »: a verb directly before an utterance that begins like a sentence. */
    private boolean adjacent(int u, Utterance utterance, Sentence sentence) {
        int verb = utterance.open() - 1;
        if (!startsLikeSentence(utterance) || utterance.length() < SHORTEST) {
            return false;
        }
        int from = Math.max(sentence.fromToken(), endOfQuotationBefore(u));
        Cue cue = cues.at(verb, from, utterance.open());
        if (cue == null || cue.form() != Verbs.Form.FINITE || cue.to() != utterance.open()) {
            return false;
        }
        Attributions.Attribution found = attributions.attribution(cue, from, utterance.open());
        if (found == null) {
            return false;
        }
        draft("quote.direct.cue-adjacent", found, u);
        return true;
    }

    /** « La mairie, s'agace X, n'est venue voir personne. » */
    private boolean incise(int u, Utterance utterance) {
        List<QuoteDraft.Segment> segments = new ArrayList<>();
        Attributions.Attribution attribution = null;
        for (Quotation part : utterance.parts()) {
            int start = part.open() + 1;
            for (int i = start; i < part.close() && attribution == null; i++) {
                Attributions.Attribution found =
                        tokens.get(i).isMark(",?!") ? attributions.inciseAt(i + 1, part.close()) : null;
                if (found != null) {
                    attribution = found;
                    add(segments, start, i + (tokens.get(i).is(",") ? 0 : 1));
                    start = found.end();
                    if (start < part.close() && tokens.get(start).isMark(",.")) {
                        start++;
                    }
                }
            }
            add(segments, start, part.close());
        }
        if (attribution == null || segments.isEmpty()) {
            return false;
        }
        if (attribution.cue() != null) {
            quoting.use(attribution.cue());
        }
        quoting.take(u);
        QuoteDraft draft =
                new QuoteDraft("quote.direct.incise", attribution.verb(), attribution.speaker(), true, segments);
        remember(quoting.add(draft, utterance.open()), utterance);
        return true;
    }

    private void add(List<QuoteDraft.Segment> segments, int from, int to) {
        if (from < to) {
            segments.add(new QuoteDraft.Segment(quoting.reading.span(from, to), true));
        }
    }

    /** Léna Cosquer, éleveuse : « A »; a name, or a sentence about somebody, and a colon. */
    private boolean colon(int u, Utterance utterance, Sentence sentence) {
        int mark = utterance.open() - 1;
        int from = Math.max(Math.max(sentence.fromToken(), endOfQuotationBefore(u)), mark - 3 * LONGEST_SUBJECT);
        if (mark <= from || !tokens.get(mark).is(":") || utterance.length() < 2) {
            return false;
        }
        int start = from;
        while (start < mark && (tokens.get(start).isMark() || tokens.get(start).isNumber())) {
            start++;
        }
        if (start == mark) {
            return false;
        }
        Cast.Resolved speaker = attributions.whoIsBeforeColon(start, mark);
        boolean headline = quoting.reading.blocks().get(sentence.block()).kind() == Block.Kind.HEADLINE;
        if (speaker == null || (headline && speaker.agent() == null)) {
            return false;
        }
        draft("quote.direct.colon", new Attributions.Attribution(null, null, speaker, mark), u);
        return true;
    }

    /** Whether no word stands in the sentence besides the utterance. */
    private boolean isAlone(Utterance utterance, Sentence sentence) {
        if (utterance.open() - sentence.fromToken() > MOST_MARKS) {
            return false;
        }
        for (int i = sentence.fromToken(); i < utterance.open(); i++) {
            if (tokens.get(i).isWord()) {
                return false;
            }
        }
        int limit = utterance.close() < tokens.size()
                ? sentenceOf(utterance.close()).toToken()
                : tokens.size();
        if (limit - utterance.close() > MOST_MARKS) {
            return false;
        }
        for (int i = utterance.close() + 1; i < limit; i++) {
            if (tokens.get(i).isWord()) {
                return false;
            }
        }
        return true;
    }

    /** An utterance that is a sentence of its own: the speaker is the one before, or is named in the next sentence. */
    private void alone(int u, Utterance utterance, int number, Sentence sentence) {
        List<Sentence> sentences = quoting.reading.sentences();
        int next = quoting.reading.sentenceOf(Math.min(utterance.close(), tokens.size() - 1)) + 1;
        boolean sameBlock = number > 0 && sentences.get(number - 1).block() == sentence.block();
        Cast.Resolved speaker = sameBlock ? null : attributions.namedFirst(next, sentence.block());
        if (last != null && lastSentence == number - 1 && speaker == null) {
            quoting.take(u);
            last.goesOn(quoting.verbatim(utterance));
            remember(last, utterance);
            return;
        }
        if (utterance.length() < SHORTEST
                || quoting.reading.blocks().get(sentence.block()).kind() == Block.Kind.HEADLINE) {
            return;
        }
        String rule = "quote.direct.next-sentence";
        boolean mentioned = true;
        if (speaker == null) {
            speaker = attributions.namedFirst(next, sentence.block());
        }
        if (speaker == null && number > 0 && sentences.get(number - 1).block() == sentence.block()) {
            rule = "quote.direct.previous-sentence";
            mentioned = false;
            Sentence previous = sentences.get(number - 1);
            Clause.Phrase subject = clause.first(previous.fromToken(), previous.toToken());
            speaker = subject == null ? null : attributions.namedOrPronoun(subject);
            speaker = speaker != null
                            && speaker.agent() != null
                            && speaker.agent().isPerson()
                    ? speaker
                    : null;
        }
        if (speaker == null) {
            rule = "quote.direct.continued";
            mentioned = false;
            speaker = quoting.known(quoting.cast.coreference().lastSpeaker(utterance.open(), 3), utterance.open());
        }
        if (speaker == null && utterance.length() < 2 * SHORTEST) {
            return;
        }
        quoting.take(u);
        QuoteDraft draft = new QuoteDraft(
                speaker == null ? "quote.direct.unattributed" : rule,
                null,
                speaker,
                mentioned,
                quoting.verbatim(utterance));
        remember(quoting.add(draft, utterance.open()), utterance);
    }

    /** — Jamais de la vie, répond l'architecte. On le chauffe, c'est tout. */
    private void dialogue(int number, Sentence sentence) {
        Block block = quoting.reading.blocks().get(sentence.block());
        if (sentence.fromToken() != block.fromToken()) {
            return;
        }
        int start = sentence.fromToken() + 1;
        for (int i = start + 1; i < sentence.toToken(); i++) {
            if (quoting.isQuoted(i) || !tokens.get(i).isMark(",?!…")) {
                continue;
            }
            Attributions.Attribution found = dialogueCue(i + 1, sentence.toToken());
            if (found == null) {
                continue;
            }
            List<QuoteDraft.Segment> segments = new ArrayList<>();
            add(segments, start, i + (tokens.get(i).is(",") ? 0 : 1));
            int rest = found.end();
            while (rest < block.toToken() && !tokens.get(rest).isMark(".,")) {
                rest++;
            }
            if (rest < sentence.toToken()
                    && tokens.get(rest).is(",")
                    && tokens.get(sentence.toToken() - 1).is(".")
                    && isApposed(rest + 1, sentence.toToken())) {
                rest = sentence.toToken() - 1;
            }
            add(segments, rest + 1, block.toToken());
            if (found.cue() != null) {
                quoting.use(found.cue());
            }
            last = quoting.add(
                    new QuoteDraft("quote.direct.dialogue", found.verb(), found.speaker(), true, segments), start);
            lastSentence = number;
            return;
        }
    }

    private boolean isApposed(int at, int limit) {
        int noun = at < limit && lexicon.list("articles").contains(tokens.get(at)) ? at + 1 : at;
        return lexicon.list("roles").match(tokens, noun, limit) != null
                || clause.hasPerson(at, Math.min(limit, at + 3));
    }

    private Attributions.@Nullable Attribution dialogueCue(int at, int limit) {
        if (at >= limit || !tokens.get(at).isWord()) {
            return null;
        }
        Attributions.Attribution found = attributions.inverted(at, limit, false);
        return found == null ? attributions.subjectFirst(at, limit) : found;
    }
}
