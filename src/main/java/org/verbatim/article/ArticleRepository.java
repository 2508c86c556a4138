package org.verbatim.article;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
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

    /** These articles in this order, without those that are held no more. */
    public List<ArticleEntity> inOrder(List<String> ids) {
        Map<String, ArticleEntity> found = ids.isEmpty()
                ? Map.of()
                : list("id in ?1", ids).stream().collect(toMap(ArticleEntity::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
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
