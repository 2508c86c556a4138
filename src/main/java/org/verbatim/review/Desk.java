package org.verbatim.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.verbatim.article.ArticleEntity;
import org.verbatim.article.ArticleRepository;
import org.verbatim.article.WithdrawalEntity;
import org.verbatim.dataset.Dataset;
import org.verbatim.dossier.Annotator;
import org.verbatim.dossier.Dossier;
import org.verbatim.dossier.DossierExport;
import org.verbatim.dossier.DossierImporter;
import org.verbatim.dossier.Fault;
import org.verbatim.http.ProblemException;
import org.verbatim.http.ProblemType;

/** Where articles come in and go while the service runs. */
@ApplicationScoped
class Desk {

    private static final int RETRY_SECONDS = 1;

    private final ArticleRepository articles;
    private final DossierImporter importer;
    private final DossierExport export;
    private final Annotator annotator;
    private final Dataset dataset;

    /** So many articles are extracted at once and no more, so that reading never waits for it. */
    private final Semaphore places;

    Desk(
            ReviewConfig config,
            ArticleRepository articles,
            DossierImporter importer,
            DossierExport export,
            Annotator annotator,
            Dataset dataset) {
        this.articles = articles;
        this.importer = importer;
        this.export = export;
        this.annotator = annotator;
        this.dataset = dataset;
        this.places = new Semaphore(
                config.extractionsAtOnce().orElseGet(() -> Runtime.getRuntime().availableProcessors()));
    }

    /**
     * What a program finds in an article.
     *
     * @throws ProblemException if what its sender says of it does not hold, or if as many extractions are under way as
     *     may be
     */
    Dossier extract(Submission article) {
        checkKnown(article);
        if (!places.tryAcquire()) {
            throw ProblemException.unavailable(
                    "As many articles are being extracted as may be at once. Send it again in a moment.",
                    RETRY_SECONDS);
        }
        try {
            return importer.fitted(article.headlined(annotator.annotate(article.known(), article.text())));
        } finally {
            places.release();
        }
    }

    private void checkKnown(Submission article) {
        Dossier nothing = new Dossier(article.known(), List.of(), List.of(), List.of(), List.of());
        List<Fault> faults = importer.faults(nothing, article.text()).stream()
                // It is recognised where it is not said.
                .filter(fault ->
                        article.known().inLanguage() != null || !fault.pointer().equals("/article/inLanguage"))
                .toList();
        if (!faults.isEmpty()) {
            throw article.unprocessable(faults);
        }
    }

    /**
     * What has become of an article that was sent.
     *
     * @param isNew whether it was not held before
     */
    record Accepted(String id, boolean isNew) {}

    /**
     * Stores an article, unless it is held.
     *
     * @throws ProblemException if it does not hold, or contradicts what is held
     */
    @Transactional
    Accepted add(Submission article, @Nullable Dossier extracted) {
        dataset.lock();
        Accepted held = held(article);
        if (held != null) {
            return held;
        }
        if (extracted != null) {
            importer.storeExtracted(extracted, article.text());
        } else {
            List<Fault> faults = importer.store(Objects.requireNonNull(article.dossier()), article.text());
            if (!faults.isEmpty()) {
                throw article.unprocessable(faults);
            }
        }
        return new Accepted(article.id(), true);
    }

    /**
     * The article that is held with the bytes of one that was sent, if it is.
     *
     * @throws ProblemException if the one that was sent contradicts what is held
     */
    @Transactional
    @Nullable Accepted held(Submission article) {
        // By its id first: one that comes in between the two questions is found by its bytes, and is no other article.
        ArticleEntity named = articles.findById(article.id());
        ArticleEntity same = articles.ofBytes(article.sha256());
        if (same != null) {
            Dossier dossier = article.dossier();
            if (dossier != null && !dossier.equals(export.of(same)) && !importer.isFrom(dossier, same)) {
                throw conflict(("This article is held already, as “%s”, with other records. Review those one by one, or"
                                + " withdraw the article.")
                        .formatted(same.id()));
            }
            return new Accepted(same.id(), false);
        }
        String withdrawn = articles.withdrawnOfBytes(article.sha256());
        WithdrawalEntity withdrawal = articles.withdrawal(withdrawn == null ? article.id() : withdrawn);
        if (withdrawal != null) {
            throw conflict(withdrawal.said("article") + " It is not taken in again.");
        }
        if (named != null) {
            throw conflict("Another article has the id “%s”. Give this one another, or none.".formatted(article.id()));
        }
        return null;
    }

    private static ProblemException conflict(String detail) {
        return new ProblemException(ProblemType.CONFLICT, detail);
    }

    /**
     * Takes an article back.
     *
     * @throws ProblemException if it is not held
     */
    @Transactional
    void withdraw(String id, String reason, String editor) {
        dataset.lock();
        importer.withdraw(articles.existing(id), reason, editor);
    }

    /**
     * What is served of an article, as one file.
     *
     * @throws ProblemException if it is not held
     */
    @Transactional
    Dossier dossier(String id) {
        return export.of(articles.existing(id));
    }
}
