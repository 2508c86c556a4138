package org.verbatim.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is reported in the journalist's words, with or without some between quotation marks: a clause (<i>X affirme
 * que …</i>), a thing (<i>X salue …</i>), a request (<i>X appelle à …</i>), a clause before its cue (<i>…, a annoncé X</i>),
 * or what a formula attributes (<i>selon X, …</i>).
 */
final class ReportedSpeech {

    private static final int LONGEST_PARTICIPLE = 100;
    private final Quoting quoting;
    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final Cues cues;
    private final Clause clause;
    private final Complements complements;
    private final TrailingCues trailing;
    private final Formulas formulas;
    /** Where the last quote of the sentence ends. */
    private int done;
    /** Who spoke in it; who goes on to speak in a coordinated clause. */
    private Cast.@Nullable Resolved lastSpeaker;

    ReportedSpeech(Quoting quoting) {
        this.quoting = quoting;
        this.tokens = quoting.tokens;
        this.lexicon = quoting.lexicon;
        this.cues = quoting.cues;
        this.clause = quoting.clause;
        this.complements = new Complements(quoting);
        this.trailing = new TrailingCues(quoting, complements);
        this.formulas = new Formulas(quoting, complements, trailing);
    }

    /** Reads a sentence, given by its number. */
    void read(int number) {
        Sentence sentence = quoting.reading.sentences().get(number);
        boolean headline = quoting.reading.blocks().get(sentence.block()).kind() == Block.Kind.HEADLINE;
        if (headline) {
            return;
        }
        int from = sentence.fromToken();
        done = from;
        lastSpeaker = null;
        for (int i = from; i < sentence.toToken(); i++) {
            if (quoting.isQuoted(i) || i < done) {
                continue;
            }
            Phrases.Match formula = lexicon.list("formulas").match(tokens, i, sentence.toToken());
            if (formula != null) {
                add(formulas.read(i, formula, sentence, done));
                continue;
            }
            Cue cue = cues.at(i, from, sentence.toToken());
            if (cue != null && !quoting.isUsed(cue)) {
                cue(cue, sentence);
            }
        }
    }

    private void cue(Cue cue, Sentence sentence) {
        if (cue.verb() == null) {
            return;
        }
        if (trailing.isBehindItsClause(cue, sentence)) {
            add(trailing.behind(cue, sentence, done));
            return;
        }
        Complements.Complement complement = complements.complement(cue, sentence);
        if (complement == null || complement.from() >= complement.to()) {
            return;
        }
        Cast.Resolved speaker = speaker(cue, sentence);
        if (speaker == null) {
            return;
        }
        int end = complement.to();
        if (cue.form() == Verbs.Form.GERUND
                && speaker.mention().start() > tokens.get(complement.from()).start()) {
            // Réaffirmant son engagement, | le Maroc …
            end = Math.min(end, quoting.reading.tokenAt(speaker.mention().start()));
        }
        add(new ReportedQuote(complement.rule(), cue, speaker, quoting.reported(complement.from(), end), end));
    }

    private void add(@Nullable ReportedQuote found) {
        if (found == null || found.segments().isEmpty()) {
            return;
        }
        quoting.use(found.cue());
        quoting.add(
                new QuoteDraft(found.rule(), quoting.cue(found.cue()), found.speaker(), true, found.segments()),
                found.cue().from());
        done = found.end();
        lastSpeaker = found.speaker();
    }

    private Cast.@Nullable Resolved speaker(Cue cue, Sentence sentence) {
        Clause.Phrase subject;
        int from = sentence.fromToken();
        if (lastSpeaker != null && cue.from() > from && clause.isJoint(cue.from() - 1)) {
            return lastSpeaker;
        }
        if (cue.hasPronoun()) {
            subject = new Clause.Phrase(cue.subjectFrom(), cue.subjectFrom() + 1);
        } else if (cue.form() == Verbs.Form.GERUND) {
            subject = cue.from() > from + 1 ? clause.first(from, cue.from()) : afterParticiple(cue, sentence);
        } else {
            subject = clause.before(from, cue.from());
        }
        if (subject == null || isWithinRelative(cue, from)) {
            return null;
        }
        return quoting.somebody(subject, sentence.toToken());
    }

    /** what they call …, ce qu'il appelle …: what is said is the clause's own object. */
    private boolean isWithinRelative(Cue cue, int from) {
        for (int i = cue.from() - 1; i > from && i >= cue.from() - 3; i--) {
            if (lexicon.list("free-relatives").contains(tokens.get(i))
                    && !tokens.get(i - 1).is(",")) {
                return true;
            }
        }
        return false;
    }

    /** Réaffirmant son engagement, le Maroc …: the subject stands behind the comma. */
    private Clause.@Nullable Phrase afterParticiple(Cue cue, Sentence sentence) {
        for (int i = cue.to(); i < sentence.toToken() && i < cue.to() + LONGEST_PARTICIPLE; i++) {
            if (tokens.get(i).is(",") && i + 1 < sentence.toToken() && clause.startsPhrase(i + 1)) {
                return clause.first(i + 1, sentence.toToken());
            }
        }
        return null;
    }
}
