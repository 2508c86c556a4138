package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The verbs of saying of a language. A line of the list is
 * {@code lemma ; uses ; finite forms ; past participles ; present participle ; infinitive}.
 */
final class Verbs {

    /** What a verb of saying may govern; all of them may govern words between quotation marks. */
    enum Use {
        /** a clause: <i>affirmer que</i>, <i>say that</i> */
        CLAUSE,
        /** a thing that is thereby said: <i>saluer la mobilisation</i>, <i>announce a campaign</i> */
        THING,
        /** somebody who shall do something: <i>demander à … de</i>, <i>urge</i> */
        REQUEST,
        /** only together with a reflexive pronoun: <i>s'indigner</i> */
        REFLEXIVE,
        /** stands for a thought or an attitude as often as for words */
        WEAK
    }

    enum Form {
        FINITE,
        PARTICIPLE,
        GERUND,
        INFINITIVE
    }

    record Verb(String lemma, Set<Use> uses, Set<Form> forms) {
        boolean may(Use use) {
            return uses.contains(use);
        }

        boolean is(Form form) {
            return forms.contains(form);
        }
    }

    private final Map<String, Verb> byForm = new HashMap<>();
    private final Set<String> firstOfPair = new HashSet<>();

    private Verbs() {}

    static Verbs of(List<String> lines) {
        Verbs verbs = new Verbs();
        for (String line : lines) {
            List<String> fields = new ArrayList<>(List.of(line.split(";", -1)));
            String lemma = fields.get(0).strip();
            Set<Use> uses = EnumSet.noneOf(Use.class);
            words(fields.get(1)).forEach(use -> uses.add(Use.valueOf(use.toUpperCase(Locale.ROOT))));
            int column = 2;
            for (Form form : Form.values()) {
                words(fields.get(column++)).forEach(word -> verbs.add(word, lemma, uses, form));
            }
        }
        return verbs;
    }

    private void add(String word, String lemma, Set<Use> uses, Form form) {
        int pair = word.indexOf('_');
        if (pair > 0) {
            firstOfPair.add(word.substring(0, pair));
        }
        Verb known = byForm.get(word);
        Set<Form> forms = EnumSet.of(form);
        if (known != null) {
            forms.addAll(known.forms());
        }
        byForm.put(word, known == null ? new Verb(lemma, uses, forms) : new Verb(known.lemma(), known.uses(), forms));
    }

    private static List<String> words(String field) {
        return field.isBlank() ? List.of() : List.of(field.strip().split("\\s+", -1));
    }

    /** The verb of which a word, or a word and the next one (<i>pointed out</i>), is a form; null if it is none. */
    @Nullable Verb verb(List<Token> tokens, int at, int limit) {
        Verb pair = pair(tokens, at, limit);
        return pair == null ? verb(tokens.get(at)) : pair;
    }

    /** How many tokens the form at a place has: 2 for a pair, 1 otherwise. */
    int length(List<Token> tokens, int at, int limit) {
        return pair(tokens, at, limit) == null ? 1 : 2;
    }

    private @Nullable Verb pair(List<Token> tokens, int at, int limit) {
        Token word = tokens.get(at);
        return word.isWord() && at + 1 < limit && firstOfPair.contains(word.lower())
                ? byForm.get(word.lower() + "_" + tokens.get(at + 1).lower())
                : null;
    }

    /** The verb of which a word is a form; null if it is none. */
    @Nullable Verb verb(Token word) {
        return word.isWord() ? byForm.get(word.lower()) : null;
    }
}
