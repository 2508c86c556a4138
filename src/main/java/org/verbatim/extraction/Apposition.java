package org.verbatim.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people are from what stands beside their names between commas: <i>Étienne Valbray, directeur pour
 * l'Afrique du CICR</i>; <i>la Directrice générale de l'OIM, Amy Pope</i>; <i>Bangladesh's environment secretary</i>.
 */
final class Apposition {

    private static final int LONGEST = 16;
    /** Without a comma, a title is short: le ministre de l'Intérieur | Abdelouafi Laftit. */
    private static final int CLOSE = 7;

    private final Reading reading;
    private final List<Token> tokens;
    private final List<Mention> mentions;
    private final Lexicon lexicon;

    private Apposition(Reading reading, List<Mention> mentions) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.mentions = mentions;
        this.lexicon = reading.lexicon();
    }

    static void read(Reading reading, List<Mention> mentions) {
        Apposition apposition = new Apposition(reading, mentions);
        for (int i = 0; i < mentions.size(); i++) {
            if (mentions.get(i).agent().isPerson()) {
                apposition.behind(i);
                apposition.before(i);
                apposition.origin(mentions.get(i));
            }
        }
    }

    private void behind(int number) {
        Mention mention = mentions.get(number);
        int at = mention.toToken();
        if (at + 1 >= tokens.size() || !tokens.get(at).isMark(",(")) {
            return;
        }
        int limit = Math.min(sentence(at).toToken(), at + 1 + LONGEST);
        int end = at + 1;
        while (end < limit
                && !tokens.get(end).isMark(",.;:«»“”\"!?")
                && !lexicon.list("relative-pronouns").contains(tokens.get(end))
                && !isClause(end)) {
            end++;
        }
        role(number + 1, at + 1, end, mention.agent(), true);
    }

    /** Mayor Anna Holt | of Northmoor: what tells her from another mayor. */
    private void origin(Mention mention) {
        int at = mention.toToken();
        if (at + 1 >= tokens.size()
                || !(lexicon.list("linking").contains(tokens.get(at))
                        || lexicon.list("place-prepositions").contains(tokens.get(at)))) {
            return;
        }
        int limit = Math.min(sentence(at).toToken(), at + 5);
        for (int i = at + 1; i < limit && tokens.get(i).isWord(); i++) {
            if (tokens.get(i).isCapitalised()) {
                mention.agent().calledFor(tokens.get(i).folded());
            } else if (!lexicon.list("definite").contains(tokens.get(i))
                    && !lexicon.list("linking").contains(tokens.get(i))) {
                return;
            }
        }
    }

    private void before(int number) {
        Mention mention = mentions.get(number);
        int end = mention.titledFrom();
        if (end > 0 && tokens.get(end - 1).is(",")) {
            end--;
        }
        int start = end;
        int first = sentence(mention.fromToken()).fromToken();
        boolean apart = end < mention.titledFrom();
        while (start > first && end - start < LONGEST && !isBoundary(start - 1) && !isClause(start - 1)) {
            start--;
        }
        start = lastTitle(start, end);
        int named = number;
        while (named > 0 && mentions.get(named - 1).fromToken() >= start) {
            named--;
            if (mentions.get(named).agent().isPerson()) {
                return;
            }
        }
        role(named, apart ? start : Math.max(start, end - CLOSE), end, mention.agent(), apart);
    }

    private Sentence sentence(int token) {
        return reading.sentences()
                .get(Math.min(reading.sentenceOf(token), reading.sentences().size() - 1));
    }

    private boolean isBoundary(int at) {
        Token token = tokens.get(at);
        return token.isMark(",.;:()«»“”\"!?–—•") || (lexicon.verbs().verb(token) != null && !isNounLike(at));
    }

    /** Whether a word belongs to a clause and to no title: a reçu, par, avec, who. */
    private boolean isClause(int at) {
        return lexicon.list("title-bounds").contains(tokens.get(at))
                || (lexicon.list("auxiliaries").contains(tokens.get(at))
                        && !tokens.get(at).isCapitalised());
    }

    /** Of several noun phrases, the last with a role that does not complete another: reçoit le préfet, | le maire. */
    private int lastTitle(int from, int to) {
        for (int i = to - 1; i > from; i--) {
            boolean article = lexicon.list("definite").contains(tokens.get(i))
                    && !lexicon.list("linking").contains(tokens.get(i))
                    && !lexicon.list("linking").contains(tokens.get(i - 1))
                    && !lexicon.list("title-links").contains(tokens.get(i - 1));
            for (int k = i + 1; article && k < to; k++) {
                if (lexicon.list("roles").match(tokens, k, to) != null) {
                    return i;
                }
            }
        }
        return from;
    }

    /** Whether an article makes a noun of a form of a verb: une annonce. */
    private boolean isNounLike(int at) {
        return at > 0 && lexicon.list("articles").contains(tokens.get(at - 1));
    }

    /** Notes the role between two tokens, if there is one that the rest only completes. */
    private void role(int firstMention, int from, int to, Agent person, boolean apart) {
        for (int i = from; i < to; i++) {
            Phrases.Match match = lexicon.list("roles").match(tokens, i, to);
            if (match == null) {
                continue;
            }
            boolean opens = i == from
                    || lexicon.list("articles").contains(tokens.get(i - 1))
                    || !lexicon.isNounFirst()
                    || lexicon.list("role-modifiers").contains(tokens.get(i - 1));
            if (!opens) {
                continue;
            }
            int noun = i + match.length();
            boolean goesOn = noun < to
                    && !lexicon.list("linking").contains(tokens.get(noun))
                    && !lexicon.list("nationalities").contains(tokens.get(noun));
            if (!apart && goesOn) {
                return;
            }
            Agent organization = organization(firstMention, from, i, noun, to);
            int end = organization == null ? to : Math.min(to, endBefore(firstMention, noun, to));
            Roles.add(reading, i, noun, match, person, organization, Math.max(noun, end));
            return;
        }
    }

    /** The organisation of a role: named right behind it (of the WHO) or right before it (Harbour Aid's director). */
    private @Nullable Agent organization(int firstMention, int from, int role, int noun, int to) {
        for (int m = firstMention; m < mentions.size() && mentions.get(m).fromToken() < to; m++) {
            Mention mention = mentions.get(m);
            if (mention.agent().isPerson() || mention.fromToken() < from) {
                continue;
            }
            boolean behind = mention.fromToken() >= noun;
            boolean before = mention.toToken() <= role;
            if (behind || before) {
                return mention.agent();
            }
        }
        return null;
    }

    /** Where the title ends before the organisation and what links it: directeur | de l'OIM. */
    private int endBefore(int firstMention, int noun, int to) {
        for (int m = firstMention; m < mentions.size() && mentions.get(m).fromToken() < to; m++) {
            int at = mentions.get(m).fromToken();
            if (at >= noun && !mentions.get(m).agent().isPerson()) {
                while (at > noun
                        && (lexicon.list("linking").contains(tokens.get(at - 1))
                                || lexicon.list("definite").contains(tokens.get(at - 1)))) {
                    at--;
                }
                return at;
            }
        }
        return to;
    }
}
