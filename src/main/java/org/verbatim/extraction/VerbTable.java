package org.verbatim.extraction;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A list of verbs with their forms. A line is {@code lemma ; property ; … ; participles ; present ; …}, the forms in the order of {@link Form}. */
final class VerbTable {

    private static final Map<String, VerbTable> TABLES = new ConcurrentHashMap<>();

    /** The forms of a verb, in the order in which a line lists them. */
    enum Form {
        PARTICIPLE,
        PRESENT,
        FUTURE,
        INFINITIVE,
        GERUND,
        PAST
    }

    /**
     * What a word is.
     *
     * @param properties those of the verb, as many as the table has
     * @param forms the forms in which the word can be
     */
    record Verb(String lemma, List<String> properties, Set<Form> forms) {
        boolean is(Form form) {
            return forms.contains(form);
        }
    }

    private final Map<String, Verb> byForm = new HashMap<>();

    private VerbTable(List<String> lines) {
        for (String line : lines) {
            List<String> fields = List.of(line.split("\\s*;\\s*", -1));
            int firstForm = fields.size() - Form.values().length;
            List<String> properties = fields.subList(1, firstForm);
            int at = firstForm;
            for (Form form : Form.values()) {
                for (String word : fields.get(at++).strip().split("\\s+", -1)) {
                    byForm.merge(word, new Verb(fields.get(0), properties, EnumSet.of(form)), VerbTable::both);
                }
            }
        }
    }

    private static Verb both(Verb first, Verb second) {
        Set<Form> forms = EnumSet.copyOf(first.forms());
        forms.addAll(second.forms());
        return new Verb(first.lemma(), first.properties(), forms);
    }

    /** A table of a language; read once. */
    static VerbTable of(Lexicon lexicon, String name) {
        return TABLES.computeIfAbsent(
                "extraction/" + lexicon.language() + "/" + name + ".txt",
                resource -> new VerbTable(Lexicon.lines(resource)));
    }

    /** The verb of which a word is a form; null if it is none. */
    @Nullable Verb verb(Token word) {
        return word.isWord() ? byForm.get(word.lower()) : null;
    }
}
