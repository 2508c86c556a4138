package org.verbatim.article;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.verbatim.dataset.Dataset;
import org.verbatim.http.ProblemException;
import org.verbatim.http.ProblemType;
import org.verbatim.index.IndexSource;
import org.verbatim.index.IndexedDocument;

/** All articles. */
@ApplicationScoped
public class ArticleRepository implements PanacheRepositoryBase<ArticleEntity, String>, IndexSource {

    /** So many articles are read at once for the index. */
    private static final int BATCH = 50;

    @Override
    public void all(Consumer<IndexedDocument> into) {
        String last = "";
        List<ArticleEntity> batch;
        do {
            batch = find("from Article a where a.id > ?1 order by a.id", last)
                    .range(0, BATCH - 1)
                    .list();
            batch.forEach(article -> into.accept(article.document()));
            if (!batch.isEmpty()) {
                last = batch.get(batch.size() - 1).id();
            }
            getEntityManager().clear();
        } while (batch.size() == BATCH);
    }

    @Override
    public void of(Set<String> owners, Consumer<IndexedDocument> into) {
        for (String id : Dataset.articles(owners)) {
            ArticleEntity article = findById(id);
            if (article != null) {
                into.accept(article.document());
                getEntityManager().clear();
            }
        }
    }

    /** Those of these ids that are held, in any order. */
    List<ArticleEntity> held(List<String> ids) {
        return list("id in ?1", ids);
    }

    /**
     * The article with this id.
     *
     * @throws ProblemException if there is none
     */
    public ArticleEntity existing(String id) {
        ArticleEntity article = findById(id);
        if (article == null) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    "There is no article “%s”. /v1/articles lists all that are held.".formatted(id));
        }
        return article;
    }
}
