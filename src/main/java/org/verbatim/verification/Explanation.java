package org.verbatim.verification;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.Elision;

/**
 * The verdict in one sentence for people. It speaks of the articles held and never of what was or was not said in the
 * world.
 */
record Explanation(boolean french) {

    static final Locale DEFAULT = Locale.ENGLISH;

    /** What a sentence may speak of. */
    record Facts(
            boolean wordless,
            @Nullable Judgement best,
            @Nullable String speaker,
            @Nullable String claimedSpeaker,
            boolean claimedSpeakerKnown,
            long articles,
            long quotes) {}

    String of(Verdict verdict, Facts facts) {
        Judgement best = facts.best();
        if (best == null) {
            return notFound(facts);
        }
        boolean direct = best.source().direct();
        return switch (verdict) {
            case VERBATIM ->
                either(
                        "These words stand in a direct quote of %s; nothing but typography differs.",
                        "Ces mots figurent dans une citation directe %s ; seule la typographie diffère.",
                        whose(speaker(facts)));
            case ELIDED ->
                either(
                        "These are words of a direct quote of %s, with marked omissions that drop no negation and no"
                                + " number.",
                        "Ces mots figurent dans une citation directe %s, avec des coupes signalées qui n’ôtent ni"
                                + " négation ni nombre.",
                        whose(speaker(facts)));
            case MISATTRIBUTED -> misattributed(facts);
            case REPORTED -> best.fidelity() == Judgement.Fidelity.SHORT ? tooShort() : reported(facts);
            default ->
                direct
                        ? either(
                                "This is close to a direct quote of %s, but %s.",
                                "C’est proche d’une citation directe %s, mais %s.", whose(speaker(facts)), change(best))
                        : either(
                                "This is close to what an article has in the journalist’s words, not as anybody’s direct"
                                        + " speech, but %s.",
                                "C’est proche de ce qu’un article rapporte avec les mots du journaliste, et non d’un"
                                        + " discours direct, mais %s.",
                                change(best));
        };
    }

    private String notFound(Facts facts) {
        return facts.wordless()
                ? either(
                        "The claim has no words to look for.",
                        "La citation soumise ne contient aucun mot à rechercher.")
                : either(
                        "Nothing close to this was found in the articles held (%d, with %d quotes), which does not tell"
                                + " whether it was said elsewhere.",
                        "Rien d’approchant n’a été trouvé dans les articles détenus (%d, avec %d citations), ce qui ne dit"
                                + " pas si ces mots ont été prononcés ailleurs.",
                        facts.articles(),
                        facts.quotes());
    }

    private String misattributed(Facts facts) {
        if (facts.speaker() == null) {
            return either(
                    "These words are a direct quote of somebody whom the article does not name, so nothing confirms them as"
                            + " words of %s.",
                    "Ces mots sont une citation directe de quelqu’un que l’article ne nomme pas ; rien ne les confirme"
                            + " comme des mots %s.",
                    whose(facts.claimedSpeaker()));
        }
        return facts.claimedSpeakerKnown()
                ? either(
                        "In the articles held, these words are a direct quote of %s, and not of %s.",
                        "Dans les articles détenus, ces mots sont une citation directe %s, et non %s.",
                        whose(facts.speaker()),
                        whose(facts.claimedSpeaker()))
                : either(
                        "In the articles held, these words are a direct quote of %s; nobody there is known as “%s”.",
                        "Dans les articles détenus, ces mots sont une citation directe %s ; personne n’y est connu sous"
                                + " le nom « %s ».",
                        whose(facts.speaker()),
                        facts.claimedSpeaker());
    }

    private String tooShort() {
        return either(
                "These words stand in an article, but fewer than four are too few to tell whose they are.",
                "Ces mots figurent dans un article, mais moins de quatre mots ne permettent pas de dire de qui ils sont.");
    }

    private String reported(Facts facts) {
        return facts.speaker() == null
                ? either(
                        "These words stand in an article as the journalist’s own prose, not as anybody’s direct words.",
                        "Ces mots figurent dans un article comme prose du journaliste, et non comme les mots directs de"
                                + " quelqu’un.")
                : either(
                        "These words stand in an article as the journalist’s report of what %s said, not as direct words.",
                        "Ces mots figurent dans un article où le journaliste rapporte les propos %s, et non comme des mots"
                                + " directs.",
                        whose(facts.speaker()));
    }

    private String change(Judgement best) {
        if (best.polarityChanged()) {
            return either("a negation was lost, added or moved", "une négation a été ôtée, ajoutée ou déplacée");
        }
        if (best.numberChanged()) {
            return either("a number differs", "un nombre diffère");
        }
        if (best.namesChanged()) {
            return either("a name differs", "un nom diffère");
        }
        return either("the wording differs", "les mots diffèrent");
    }

    private String speaker(Facts facts) {
        return facts.speaker() != null
                ? facts.speaker()
                : either("somebody whom the article does not name", "quelqu’un que l’article ne nomme pas");
    }

    /** A name as the sentences take it: the French ones with the “de” before it. */
    private @Nullable String whose(@Nullable String name) {
        return french && name != null ? Elision.de(name) : name;
    }

    private String either(String english, String inFrench, @Nullable Object... values) {
        return String.format(Locale.ROOT, french ? inFrench : english, values);
    }

    /** French if the client prefers it to English (RFC 9110, section 12.5.4); a header that is none is no preference. */
    static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return DEFAULT;
        }
        try {
            Locale preferred =
                    Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.ENGLISH, Locale.FRENCH));
            return preferred == null ? DEFAULT : preferred;
        } catch (IllegalArgumentException | IllformedLocaleException e) {
            return DEFAULT;
        }
    }
}
