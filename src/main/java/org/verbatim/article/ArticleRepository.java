package org.verbatim.article;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.verbatim.http.ProblemException;
import org.verbatim.http.ProblemType;

/** All articles. */
@ApplicationScoped
public class ArticleRepository implements PanacheRepositoryBase<ArticleEntity, String> {

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
