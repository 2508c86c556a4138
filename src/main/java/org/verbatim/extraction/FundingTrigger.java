package org.verbatim.extraction;

import org.jspecify.annotations.Nullable;
import org.verbatim.funding.FundingKind;

/**
 * A word that tells what a sum of money is.
 *
 * @param kind null if it is no funding fact
 * @param weak whether any other word goes before it: <i>don</i>, but <i>un don versé en mars</i>
 * @param verb whether it is a verb
 * @param done whether it is a participle or a past tense, so that it may stand behind the sum
 * @param from the number of its first token
 * @param to the number of the token behind it
 */
record FundingTrigger(
        FundingSense sense, @Nullable FundingKind kind, boolean weak, boolean verb, boolean done, int from, int to) {

    boolean isNone() {
        return kind == null;
    }
}
