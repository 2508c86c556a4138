package org.verbatim.review;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.verbatim.article.RecordEntity;
import org.verbatim.article.RecordRepository;
import org.verbatim.dossier.Dossier;
import org.verbatim.dossier.DossierCheck;

/**
 * What is to be known of a kind of record to review it.
 *
 * @param <E> as it is stored
 * @param <C> what an article says, as it is stored
 * @param <P> as a dossier has it
 * @param part the class of P
 * @param body the class of what an editor sends
 * @param written writes a record as a dossier has it
 * @param bare the same without what a correction does not say: id, review status and extraction
 */
record Reviewed<E extends RecordEntity, C, P>(
        RecordRepository<E> records,
        Class<P> part,
        Class<? extends Decided<P>> body,
        Function<E, P> written,
        Function<P, P> bare,
        Check<C, P> check,
        BiConsumer<E, C> set) {

    /** Holds a correction against its article. */
    interface Check<C, P> {
        DossierCheck.Correction<C> of(P part, List<Dossier.AgentPart> agents, DossierCheck.Around around);
    }
}
