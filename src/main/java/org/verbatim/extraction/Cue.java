package org.verbatim.extraction;

import org.jspecify.annotations.Nullable;

/**
 * A verb of saying where it stands.
 *
 * @param from the number of the first token of the whole group, clitics and auxiliary included: <i>lui a rappelé</i>
 * @param to the number behind that of its last token
 * @param cueFrom the number of the first token of the cue, as a dossier writes it
 * @param cueTo the number behind that of the last token of the cue
 * @param verb null where it is taken for a verb of saying by its place alone
 * @param form finite, present participle or infinitive; a past participle with its auxiliary is finite
 * @param subjectFrom the number of the inverted pronoun (<i>dit-il</i>), or -1
 */
record Cue(int from, int to, int cueFrom, int cueTo, Verbs.@Nullable Verb verb, Verbs.Form form, int subjectFrom) {

    boolean hasPronoun() {
        return subjectFrom >= 0;
    }

    boolean may(Verbs.Use use) {
        return verb != null && verb.may(use);
    }
}
