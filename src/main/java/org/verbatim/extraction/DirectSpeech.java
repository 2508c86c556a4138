package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.quote.AttributionMethod;
import org.verbatim.text.Span;

/**
 * Reads utterances between quotation marks that stand beside a verb of saying (<i>« A », dit X</i>; <i>X said: “A”</i>),
 * round one (<i>« A, dit X, B »</i>), behind a name and a colon, or alone.
 */
final class DirectSpeech {

    private static final int LONGEST_SUBJECT = 24;
    private static final int SHORTEST = 3;
    /** How many marks and numbers may stand beside an utterance that is a sentence of its own. */
    private static final int MOST_MARKS = 20;

    private final Quoting quoting;
    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final Cues cues;
    private final Clause clause;
    private @Nullable QuoteDraft last;
    private int lastSentence = -2;

    DirectSpeech(Quoting quoting) {
        this.quoting = quoting;
        this.tokens = quoting.tokens;
        this.lexicon = quoting.lexicon;
        this.cues = quoting.cues;
        this.clause = quoting.clause;
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
        boolean within = isWithinProse(utterance, sentence);
        boolean found = (!within && (after(u, utterance) || before(u, utterance, sentence)))
                || (within && adjacent(u, utterance, sentence))
                || (!within && incise(u, utterance))
                || (!within && colon(u, utterance, sentence));
        if (!found && isAlone(utterance, sentence)) {
            alone(u, utterance, number, sentence);
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
        Attribution found = inverted(at, limit, parted);
        if (found == null && parted) {
            found = subjectFirst(at, limit);
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

    /**
     * Who says it.
     *
     * @param end behind the last token of cue and subject
     */
    private record Attribution(@Nullable Cue cue, @Nullable Span verb, Cast.@Nullable Resolved speaker, int end) {}

    private @Nullable Attribution inverted(int at, int limit, boolean parted) {
        Cue cue = cues.behindQuotation(at, limit);
        if (cue != null) {
            if (cue.hasPronoun()) {
                return new Attribution(
                        cue,
                        quoting.cue(cue),
                        quoting.resolve(new Clause.Phrase(cue.subjectFrom(), cue.subjectFrom() + 1)),
                        cue.to());
            }
            Clause.Phrase subject = clause.behind(skipAside(skipAdverbials(cue.to(), limit), limit), limit);
            if (subject == null) {
                return null;
            }
            boolean fits = clause.startsPhrase(subject.from()) || clause.hasPerson(subject.from(), subject.to());
            return fits ? new Attribution(cue, quoting.cue(cue), quoting.speaker(subject, limit), subject.to()) : null;
        }
        // », philosophe Jean Dupont: any verb will do where a person follows it
        Token verb = tokens.get(at);
        boolean plain = parted
                && !verb.isCapitalised()
                && !lexicon.list("function-words").contains(verb)
                && !lexicon.list("articles").contains(verb)
                && !lexicon.list("prepositions").contains(verb)
                && lexicon.list("roles").match(tokens, at, limit) == null;
        if (!plain || at + 1 >= limit) {
            return null;
        }
        Clause.Phrase subject = clause.behind(skipAdverbials(at + 1, limit), limit);
        if (subject == null) {
            return null;
        }
        Cast.Resolved speaker = quoting.speaker(subject, limit);
        if (speaker == null) {
            return null;
        }
        Agent agent = speaker.agent();
        boolean named = agent != null
                && agent.isPerson()
                && speaker.mention().start() == tokens.get(subject.from()).start();
        boolean somebody = lexicon.isNounFirst()
                && lexicon.list("articles").contains(tokens.get(subject.from()))
                && lexicon.list("roles").match(tokens, subject.from() + 1, limit) != null;
        return named || somebody ? new Attribution(null, verb.span(), speaker, subject.to()) : null;
    }

    /** a raconté, la gorge serrée, Jean Dupont: behind the second comma, if a name follows it. */
    private int skipAside(int at, int limit) {
        if (at >= limit || !tokens.get(at).is(",")) {
            return at;
        }
        for (int i = at + 1; i + 1 < limit && i < at + 10; i++) {
            if (tokens.get(i).is(",")) {
                return clause.hasPerson(i + 1, Math.min(limit, i + 6)) ? i + 1 : at;
            }
        }
        return at;
    }

    private int skipAdverbials(int at, int limit) {
        int i = at;
        while (i < limit) {
            Phrases.Match adverb = lexicon.list("adverbs").match(tokens, i, limit);
            if (adverb != null) {
                i += adverb.length();
            } else if (lexicon.endsLike("adverb-endings", tokens.get(i))
                    && !tokens.get(i).isCapitalised()) {
                i++;
            } else {
                break;
            }
        }
        // a déclaré à la presse le ministre; confiait en août la directrice
        boolean adverbial = i < limit
                && (lexicon.list("addressing").contains(tokens.get(i))
                        || lexicon.list("prepositions").contains(tokens.get(i)));
        for (int k = i + 2;
                adverbial && k < limit && k < i + 8 && !tokens.get(k).isMark();
                k++) {
            Token before = tokens.get(k - 1);
            boolean linked = lexicon.list("articles").contains(before)
                    || lexicon.list("linking").contains(before)
                    || lexicon.list("prepositions").contains(before)
                    || lexicon.list("addressing").contains(before);
            if (!linked
                    && clause.startsPhrase(k)
                    && (lexicon.isNounFirst() || clause.hasPerson(k, Math.min(limit, k + 4)))) {
                return k;
            }
        }
        return i;
    }

    /** “A,” the mayor said; “A,” Tom Ashgrove, who leads the council, told reporters. */
    private @Nullable Attribution subjectFirst(int at, int limit) {
        if (!clause.startsPhrase(at)) {
            return null;
        }
        for (int i = at + 1; i < limit && i < at + LONGEST_SUBJECT; i++) {
            if (quoting.isQuoted(i) || tokens.get(i).isMark(".;:!?")) {
                break;
            }
            Cue cue = cues.at(i, at, limit);
            if (cue != null && cue.form() == Verbs.Form.FINITE && cue.from() > at && !cue.hasPronoun()) {
                Clause.Phrase subject = clause.before(at, cue.from());
                return subject == null
                        ? null
                        : new Attribution(cue, quoting.cue(cue), quoting.speaker(subject, limit), cue.to());
            }
        }
        // “They all say it,” she grins: any verb will do behind a pronoun
        boolean pronoun = lexicon.list("pronouns").contains(tokens.get(at));
        if (pronoun
                && at + 1 < limit
                && tokens.get(at + 1).isWord()
                && !lexicon.list("auxiliaries").contains(tokens.get(at + 1))) {
            boolean ends = at + 2 == limit || tokens.get(at + 2).isMark(",.");
            if (ends) {
                return new Attribution(
                        null, tokens.get(at + 1).span(), quoting.resolve(new Clause.Phrase(at, at + 1)), at + 2);
            }
        }
        return null;
    }

    private QuoteDraft draft(String rule, Attribution found, int u) {
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
            Attribution found = attribution(cue, from, mark);
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

    private @Nullable Attribution attribution(Cue cue, int from, int limit) {
        Clause.Phrase subject;
        if (cue.hasPronoun()) {
            subject = new Clause.Phrase(cue.subjectFrom(), cue.subjectFrom() + 1);
        } else if (cue.form() == Verbs.Form.GERUND) {
            subject = clause.first(from, cue.from());
        } else {
            subject = clause.before(from, cue.from());
            if (subject == null && !lexicon.list("conjunctions").contains(tokens.get(Math.max(from, cue.from() - 1)))) {
                subject = clause.behind(cue.to(), limit);
            }
        }
        Cast.Resolved speaker = subject == null ? null : quoting.speaker(subject, limit);
        if (speaker == null && cue.form() != Verbs.Form.GERUND) {
            speaker = quoting.known(quoting.cast.coreference().lastSpeaker(cue.from(), 2), cue.from());
        }
        return speaker == null ? null : new Attribution(cue, quoting.cue(cue), speaker, limit);
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
        Attribution found = attribution(cue, from, utterance.open());
        if (found == null) {
            return false;
        }
        draft("quote.direct.cue-adjacent", found, u);
        return true;
    }

    /** « La mairie, s'agace X, n'est venue voir personne. » */
    private boolean incise(int u, Utterance utterance) {
        List<QuoteDraft.Segment> segments = new ArrayList<>();
        Attribution attribution = null;
        for (Quotation part : utterance.parts()) {
            int start = part.open() + 1;
            for (int i = start; i < part.close() && attribution == null; i++) {
                Attribution found = tokens.get(i).isMark(",?!") ? inciseAt(i + 1, part.close()) : null;
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

    private @Nullable Attribution inciseAt(int at, int limit) {
        if (at >= limit) {
            return null;
        }
        Cue cue = cues.behindQuotation(at, limit);
        if (cue == null || cue.verb() == null) {
            return null;
        }
        if (cue.hasPronoun()) {
            boolean ends = cue.to() >= limit || tokens.get(cue.to()).isMark(",.;?!");
            return ends
                    ? new Attribution(
                            cue,
                            quoting.cue(cue),
                            quoting.resolve(new Clause.Phrase(cue.subjectFrom(), cue.subjectFrom() + 1)),
                            cue.to())
                    : null;
        }
        Clause.Phrase subject = clause.behind(cue.to(), limit);
        if (subject == null) {
            return null;
        }
        Cast.Resolved named = quoting.cast.resolveNamed(subject.from(), subject.to());
        Cast.Resolved speaker = named != null
                ? named
                : lexicon.list("definite").contains(tokens.get(subject.from())) ? quoting.resolve(subject) : null;
        if (speaker == null || speaker.agent() == null) {
            return null;
        }
        int end = subject.to();
        // Brigitte Fontanel, fromagère, …: what the speaker is belongs to the incise
        if (end + 1 < limit && tokens.get(end).is(",")) {
            int next = end + 1;
            Phrases.Match role = lexicon.list("roles")
                    .match(tokens, lexicon.list("articles").contains(tokens.get(next)) ? next + 1 : next, limit);
            if (role != null) {
                while (next < limit && !tokens.get(next).isMark(",.;")) {
                    next++;
                }
                end = next;
            }
        }
        return new Attribution(cue, quoting.cue(cue), speaker, end);
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
        Cast.Resolved speaker = whoIsBeforeColon(start, mark);
        boolean headline = quoting.reading.blocks().get(sentence.block()).kind() == Block.Kind.HEADLINE;
        if (speaker == null || (headline && speaker.agent() == null)) {
            return false;
        }
        draft("quote.direct.colon", new Attribution(null, null, speaker, mark), u);
        return true;
    }

    /** Whom a sentence before a colon is about: somebody named, nobody named (Un cheminot hausse les épaules), the last speaker. */
    private Cast.@Nullable Resolved whoIsBeforeColon(int start, int mark) {
        Clause.Phrase subject = clause.first(start, mark);
        Cast.Resolved speaker = subject == null ? null : namedOrPronoun(subject);
        if (speaker != null && speaker.agent() != null) {
            return speaker;
        }
        boolean unnamed = subject != null
                && speaker == null
                && mark - subject.from() > SHORTEST
                && lexicon.list("indefinite").contains(tokens.get(subject.from()))
                && !clause.hasPerson(subject.from(), mark);
        if (subject != null && unnamed) {
            return new Cast.Resolved(
                    null, AttributionMethod.UNKNOWN, quoting.reading.span(subject.from(), subject.to()));
        }
        Cast.Resolved person = firstPerson(start, mark);
        return person != null
                ? person
                : quoting.known(quoting.cast.coreference().lastSpeaker(mark, 3), mark);
    }

    private Cast.@Nullable Resolved namedOrPronoun(Clause.Phrase subject) {
        Cast.Resolved named = quoting.cast.resolveNamed(subject.from(), subject.to());
        if (named != null) {
            return named;
        }
        boolean pronoun =
                lexicon.list("pronouns").contains(tokens.get(subject.from())) && subject.to() == subject.from() + 1;
        boolean role = lexicon.list("definite").contains(tokens.get(subject.from()))
                && lexicon.list("roles").match(tokens, subject.from() + 1, subject.to()) != null;
        return pronoun || role ? quoting.resolve(subject) : null;
    }

    private Cast.@Nullable Resolved firstPerson(int from, int to) {
        for (Mention mention : quoting.cast.mentionsIn(from, to)) {
            if (mention.agent().isPerson()) {
                return quoting.cast.resolveNamed(mention.titledFrom(), mention.toToken());
            }
        }
        return null;
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

    /** The person whom a sentence of a block is about; null if it is about nobody named. */
    private Cast.@Nullable Resolved namedFirst(int number, int block) {
        List<Sentence> sentences = quoting.reading.sentences();
        if (number >= sentences.size() || sentences.get(number).block() != block) {
            return null;
        }
        Sentence sentence = sentences.get(number);
        Clause.Phrase subject = clause.first(sentence.fromToken(), sentence.toToken());
        Cast.Resolved named = subject == null ? null : quoting.cast.resolveNamed(subject.from(), subject.to());
        return named != null && named.agent() != null && named.agent().isPerson() ? named : null;
    }

    /** An utterance that is a sentence of its own: the speaker is the one before, or is named in the next sentence. */
    private void alone(int u, Utterance utterance, int number, Sentence sentence) {
        List<Sentence> sentences = quoting.reading.sentences();
        int next = quoting.reading.sentenceOf(Math.min(utterance.close(), tokens.size() - 1)) + 1;
        boolean sameBlock = number > 0 && sentences.get(number - 1).block() == sentence.block();
        Cast.Resolved speaker = sameBlock ? null : namedFirst(next, sentence.block());
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
            speaker = namedFirst(next, sentence.block());
        }
        if (speaker == null && number > 0 && sentences.get(number - 1).block() == sentence.block()) {
            rule = "quote.direct.previous-sentence";
            mentioned = false;
            Sentence previous = sentences.get(number - 1);
            Clause.Phrase subject = clause.first(previous.fromToken(), previous.toToken());
            speaker = subject == null ? null : namedOrPronoun(subject);
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
            Attribution found = dialogueCue(i + 1, sentence.toToken());
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

    private @Nullable Attribution dialogueCue(int at, int limit) {
        if (at >= limit || !tokens.get(at).isWord()) {
            return null;
        }
        Attribution found = inverted(at, limit, false);
        return found == null ? subjectFirst(at, limit) : found;
    }
}
