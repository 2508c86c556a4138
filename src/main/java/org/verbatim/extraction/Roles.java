package org.verbatim.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what somebody is from the words before a name. */
final class Roles {

    /** No title has more words. */
    private static final int LONGEST = 8;

    private Roles() {}

    /** Whether the words directly before a token end with a role: le docteur | Irigoyen, captain | Holloway-Finch. */
    static boolean endsWithRole(Reading reading, int at) {
        return roleBefore(reading, at) >= 0;
    }

    /** The number of the first token of the role that ends directly before a token; -1 if none does. */
    private static int roleBefore(Reading reading, int at) {
        List<Token> tokens = reading.tokens();
        Phrases roles = reading.lexicon().list("roles");
        int found = -1;
        for (int from = at - 1; from >= 0 && from >= at - 4 && tokens.get(from).isWord(); from--) {
            Phrases.Match match = roles.match(tokens, from, at);
            if (match != null && from + match.length() == at) {
                found = from;
            }
        }
        return found;
    }

    /**
     * Where the title before a name begins, with its article: <i>le docteur</i> Irigoyen, <i>council leader</i> Ashgrove,
     * <i>la Directrice générale</i> Pope, <i>Mme</i> Thiaré.
     */
    static int startOfTitle(Reading reading, int name) {
        List<Token> tokens = reading.tokens();
        int start = name;
        Phrases honorifics = reading.lexicon().list("honorifics");
        for (int from = name - 1; from >= 0 && from >= name - 6; from--) {
            Phrases.Match match = honorifics.match(tokens, from, name);
            if (match != null && from + match.length() == start) {
                start = from;
            }
        }
        int role = roleBefore(reading, start);
        if (role >= 0) {
            start = role;
            // council leader, former defence minister: what stands before the noun belongs to the title in English
            int modifiers = 0;
            while (modifiers < 3 && start > 0 && isModifier(reading, start - 1)) {
                start--;
                modifiers++;
            }
        }
        boolean titled = start < name || role >= 0;
        return titled && start > 0 && reading.lexicon().list("articles").contains(tokens.get(start - 1))
                ? start - 1
                : start;
    }

    private static boolean isModifier(Reading reading, int at) {
        Token token = reading.token(at);
        Lexicon lexicon = reading.lexicon();
        return lexicon.list("role-modifiers").contains(token)
                || lexicon.list("nationalities").contains(token);
    }

    /** Notes the role that stands between two tokens as one of a person's. */
    static void read(Reading reading, int from, int to, Agent person) {
        List<Token> tokens = reading.tokens();
        for (int i = from; i < to && i < from + LONGEST; i++) {
            Phrases.Match match = reading.lexicon().list("roles").match(tokens, i, to);
            if (match != null) {
                add(reading, i, i + match.length(), match, person, null, i + match.length());
                return;
            }
        }
    }

    /** The noun of a role, folded: of a feminine one the masculine, of several words the first in French, the last in English. */
    static String noun(Reading reading, Phrases.Match match, int from) {
        String[] value = match.value().split(" ", 3);
        List<Token> words =
                value.length > 2 ? Tokenizer.tokens(value[2]) : reading.tokens().subList(from, from + match.length());
        boolean headFirst = reading.lexicon().isNounFirst();
        return words.get(headFirst ? 0 : words.size() - 1).folded();
    }

    /**
     * Notes a role with its complement.
     *
     * @param from the first token of the noun
     * @param noun behind the last token of the noun
     * @param end behind the last token of the title
     */
    static void add(
            Reading reading,
            int from,
            int noun,
            Phrases.Match match,
            Agent person,
            @Nullable Agent organization,
            int end) {
        String[] value = match.value().split(" ", 3);
        String kind = value[0];
        if (value.length > 1) {
            person.gendered(value[1].charAt(0));
        }
        String key = noun(reading, match, from);
        String title =
                reading.text().slice(reading.span(from, Math.max(noun, end))).replaceAll("\\s+", " ");
        person.is(new Agent.Role(title, key, kind, organization));
    }
}
