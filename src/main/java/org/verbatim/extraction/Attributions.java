package org.verbatim.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.quote.AttributionMethod;
import org.verbatim.text.Span;

/** Finds who says what stands between quotation marks, in the words beside them. */
final class Attributions {

    private static final int LONGEST_SUBJECT = 24;
    private static final int SHORTEST = 3;
    /** How far before a colon somebody without a name may stand. */
    private static final int LAST_WORDS = 5;

    private final Quoting quoting;
    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final Cues cues;
    private final Clause clause;

    Attributions(Quoting quoting) {
        this.quoting = quoting;
        this.tokens = quoting.tokens;
        this.lexicon = quoting.lexicon;
        this.cues = quoting.cues;
        this.clause = quoting.clause;
    }

    /**
     * Who says it.
     *
     * @param end behind the last token of cue and subject
     */
    record Attribution(@Nullable Cue cue, @Nullable Span verb, Cast.@Nullable Resolved speaker, int end) {}

    @Nullable Attribution inverted(int at, int limit, boolean parted) {
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
    @Nullable Attribution subjectFirst(int at, int limit) {
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

    @Nullable Attribution attribution(Cue cue, int from, int limit) {
        Clause.Phrase subject;
        if (cue.hasPronoun()) {
            subject = new Clause.Phrase(cue.subjectFrom(), cue.subjectFrom() + 1);
        } else if (cue.form() == Verbs.Form.GERUND) {
            subject = clause.first(quoting.startOfSentence(cue.from()), cue.from());
        } else if (cue.from() > from && clause.isJoint(cue.from() - 1)) {
            subject = clause.first(quoting.startOfSentence(cue.from()), cue.from());
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

    @Nullable Attribution inciseAt(int at, int limit) {
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

    /** Whom a sentence before a colon is about: somebody named, nobody named (Un cheminot hausse les épaules), the last speaker. */
    Cast.@Nullable Resolved whoIsBeforeColon(int start, int mark) {
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
        for (int i = Math.max(start, mark - LAST_WORDS); i < mark && !clause.hasPerson(start, mark); i++) {
            if (lexicon.list("indefinite").contains(tokens.get(i)) && quoting.isSomebody(new Clause.Phrase(i, mark))) {
                return new Cast.Resolved(null, AttributionMethod.UNKNOWN, quoting.reading.span(i, mark));
            }
        }
        Cast.Resolved person = firstPerson(start, mark);
        return person != null
                ? person
                : quoting.known(quoting.cast.coreference().lastSpeaker(mark, 3), mark);
    }

    Cast.@Nullable Resolved namedOrPronoun(Clause.Phrase subject) {
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

    Cast.@Nullable Resolved firstPerson(int from, int to) {
        for (Mention mention : quoting.cast.mentionsIn(from, to)) {
            if (mention.agent().isPerson()) {
                return quoting.cast.resolveNamed(mention.titledFrom(), mention.toToken());
            }
        }
        return null;
    }

    /** The person whom a sentence of a block is about; null if it is about nobody named. */
    Cast.@Nullable Resolved namedFirst(int number, int block) {
        List<Sentence> sentences = quoting.reading.sentences();
        if (number >= sentences.size() || sentences.get(number).block() != block) {
            return null;
        }
        Sentence sentence = sentences.get(number);
        Clause.Phrase subject = clause.first(sentence.fromToken(), sentence.toToken());
        Cast.Resolved named = subject == null ? null : quoting.cast.resolveNamed(subject.from(), subject.to());
        return named != null && named.agent() != null && named.agent().isPerson() ? named : null;
    }
}
