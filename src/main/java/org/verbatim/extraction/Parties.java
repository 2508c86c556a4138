package org.verbatim.extraction;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.verbatim.quote.AttributionMethod;

/** Tells who does something in a clause, and to whom. */
final class Parties {

    /** What links a party to the rest of the clause. */
    enum Link {
        TO,
        OF,
        BY,
        BETWEEN,
        WITH,
        OTHER
    }

    private static final int LONGEST_LINK = 4;
    private static final int LONGEST_PHRASE = 14;

    private final List<Token> tokens;
    private final Cast cast;
    private final NounPhrases nounPhrases;
    private final Phrases links;
    private final Phrases articles;
    private final Phrases pronouns;
    private final Phrases datives;
    private final Phrases auxiliaries;
    private final Phrases adverbs;

    /**
     * Who is meant, and by which words.
     *
     * @param agent null if nobody named
     */
    record Party(@Nullable Agent agent, int from, int to) {}

    Parties(Reading reading, Cast cast) {
        Lexicon lexicon = reading.lexicon();
        this.tokens = reading.tokens();
        this.cast = cast;
        this.nounPhrases = new NounPhrases(reading);
        this.links = lexicon.list("parties");
        this.articles = lexicon.list("definite");
        this.pronouns = lexicon.list("pronouns");
        this.datives = lexicon.list("datives");
        this.auxiliaries = lexicon.list("auxiliaries");
        this.adverbs = lexicon.list("adverbs");
    }

    /** The subject of a verb within a clause that begins with the token {@code from}; null if it cannot be told. */
    @Nullable Party subject(int from, int verb) {
        for (int i = verb - 1; i >= from; i--) {
            Mention mention = endingBehind(i);
            if (mention != null && mention.titledFrom() >= from) {
                if (linkBefore(mention.titledFrom(), from) == null) {
                    return new Party(mention.agent(), mention.titledFrom(), mention.toToken());
                }
                i = mention.titledFrom();
            } else if (pronouns.contains(tokens.get(i)) && !datives.contains(tokens.get(i))) {
                return new Party(cast.resolve(i, i + 1).agent(), i, i + 1);
            }
        }
        return description(from, verb);
    }

    /** A subject without a name: the phrase that ends at the verb. */
    private @Nullable Party description(int from, int verb) {
        int end = verb;
        while (end > from
                && (auxiliaries.contains(tokens.get(end - 1))
                        || adverbs.contains(tokens.get(end - 1))
                        || datives.contains(tokens.get(end - 1)))) {
            end--;
        }
        for (int i = Math.max(from, end - LONGEST_PHRASE); i < end; i++) {
            boolean begins = articles.contains(tokens.get(i)) && linkBefore(i, from) == null;
            if (begins && nounPhrases.end(i, end) == end) {
                return new Party(known(i, end), i, end);
            }
        }
        return null;
    }

    /** The first one named between two tokens behind a word of a link. */
    @Nullable Mention linked(int from, int to, Link link) {
        for (Mention mention : cast.mentionsIn(from, to)) {
            if (mention.toToken() <= to && linkBefore(mention.titledFrom(), from) == link) {
                return mention;
            }
        }
        return null;
    }

    /** The first phrase between two tokens behind a word of a link, and whom it means: <i>to | the council</i>. */
    @Nullable Party linkedPhrase(int from, int to, Link link) {
        for (int i = from; i < to; i++) {
            Phrases.Match match = links.match(tokens, i, to);
            if (match == null) {
                continue;
            }
            int start = i + match.length();
            if (match.value().equals(link.name().toLowerCase(Locale.ROOT))) {
                // "au" and "du" are articles as well
                Party party = phrase(articles.contains(tokens.get(start - 1)) ? start - 1 : start, to);
                if (party != null && party.agent() != null) {
                    return party;
                }
            }
            i = start - 1;
        }
        return null;
    }

    /** The phrase that begins with a token, if it names somebody or points at somebody known; null if it does not. */
    @Nullable Party phrase(int from, int limit) {
        if (from >= limit) {
            return null;
        }
        boolean begins = articles.contains(tokens.get(from))
                || !cast.mentionsIn(from, from + 1).isEmpty();
        int end = begins ? nounPhrases.end(from, limit) : from;
        return end > from ? new Party(known(from, end), from, end) : null;
    }

    /** Whom a phrase means, if it names somebody or stands for somebody named elsewhere. */
    @Nullable Agent known(int from, int to) {
        Cast.Resolved resolved = cast.resolve(from, to);
        boolean named = !cast.mentionsIn(from, to).isEmpty() || resolved.method() == AttributionMethod.COREFERENCE;
        return named ? resolved.agent() : null;
    }

    /** <i>lui</i> before a verb, and whom it means. */
    @Nullable Party dative(int from, int verb) {
        for (int i = Math.max(from, verb - 3); i < verb; i++) {
            if (datives.contains(tokens.get(i))) {
                return new Party(cast.resolve(i, i + 1).agent(), i, i + 1);
            }
        }
        return null;
    }

    /** The one named right behind a noun that ends before a token: <i>la contribution | du Maroc</i>. */
    @Nullable Mention complement(int behind, int to, Link... allowed) {
        List<Mention> mentions = cast.mentionsIn(behind, Math.min(to, behind + LONGEST_PHRASE));
        if (mentions.isEmpty()) {
            return null;
        }
        Mention first = mentions.get(0);
        Link link = linkBefore(first.titledFrom(), behind);
        boolean near = first.titledFrom() - behind <= 3;
        return near && link != null && List.of(allowed).contains(link) ? first : null;
    }

    /** The one named right before a noun: <i>government | pledge</i>, <i>Norway's | pledge</i>. */
    @Nullable Mention possessor(int from, int noun) {
        Mention mention =
                noun > from && tokens.get(noun - 1).is("'s") ? endingBehind(noun - 2) : endingBehind(noun - 1);
        return mention != null && mention.fromToken() >= from ? mention : null;
    }

    /** The mention that ends before a token; null if none does. */
    @Nullable Mention endingBefore(int token) {
        return endingBehind(token - 1);
    }

    /** The mention that ends with a token; null if none does. */
    private @Nullable Mention endingBehind(int token) {
        int next = cast.firstFrom(token + 1);
        if (next == 0) {
            return null;
        }
        Mention mention = cast.mentions().get(next - 1);
        return mention.toToken() == token + 1 ? mention : null;
    }

    /** What stands before a party, its article left out; null if nothing links it. */
    @Nullable Link linkBefore(int party, int from) {
        int behind = party;
        // Contractions such as "du" count as articles, and link as well.
        for (int length = LONGEST_LINK; length > 0; length--) {
            Link link = linkOf(behind + 1 - length, behind + 1, from);
            if (link != null) {
                return link;
            }
        }
        for (int skipped = 0; skipped < 2; skipped++) {
            for (int length = LONGEST_LINK; length > 0; length--) {
                Link link = linkOf(behind - length, behind, from);
                if (link != null) {
                    return link;
                }
            }
            if (behind <= from || !articles.contains(tokens.get(behind - 1))) {
                return null;
            }
            behind--;
        }
        return null;
    }

    private @Nullable Link linkOf(int start, int end, int from) {
        if (start < from || end > tokens.size()) {
            return null;
        }
        Phrases.Match match = links.match(tokens, start, end);
        return match != null && start + match.length() == end
                ? Link.valueOf(match.value().toUpperCase(Locale.ROOT))
                : null;
    }
}
