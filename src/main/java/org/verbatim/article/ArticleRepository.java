package org.verbatim.article;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbatim.dataset.Dataset;
import org.verbatim.dataset.Followed;
import org.verbatim.http.ProblemException;
import org.verbatim.http.ProblemType;
import org.verbatim.http.Where;
import org.verbatim.index.CurrentIndex;
import org.verbatim.index.IndexSource;
import org.verbatim.index.IndexedDocument;

/** All articles. */
@ApplicationScoped
public class ArticleRepository implements PanacheRepositoryBase<ArticleEntity, String>, IndexSource, Followed {

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

    @Override
    public String listed() {
        return ArticleEntity.KIND;
    }

    @Override
    public Map<String, State> states(Set<String> owners) {
        // One that has just been stored is not read again, which its text would make dear.
        return Dataset.articles(owners).stream()
                .map(this::findById)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(ArticleEntity::id, ArticleEntity::state));
    }

    @Override
    public Set<String> showing(Set<String> others) {
        return Set.of();
    }

    /** The ids of the first that meet a condition, in their order. */
    List<String> ids(Where where, int most) {
        TypedQuery<String> query = getEntityManager()
                .createQuery("select a.id from Article a%s order by a.id".formatted(where.clause()), String.class)
                .setMaxResults(most);
        where.values().forEach(query::setParameter);
        return query.getResultList();
    }

    /** The ids of the newest, the newest first. */
    List<String> newest(int most) {
        return getEntityManager()
                .createQuery("select a.id from Article a order by a.addedAt desc, a.id", String.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** How many are held. */
    public long count(CurrentIndex index) {
        Long counted = index.count(ArticleEntity.KIND);
        return counted == null ? count() : counted;
    }

    /** Those of these ids that are held, in any order. */
    List<ArticleEntity> held(List<String> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /**
     * The article with this id.
     *
     * @throws ProblemException if there is none, or there is none any more
     */
    public ArticleEntity existing(String id) {
        ArticleEntity article = findById(id);
        if (article == null) {
            WithdrawalEntity withdrawal = withdrawal(id);
            if (withdrawal != null) {
                throw withdrawal.problem("article");
            }
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    "There is no article “%s”. /v1/articles lists all that are held.".formatted(id));
        }
        return article;
    }

    /** When and why an article was withdrawn; null if it was not. */
    public @Nullable WithdrawalEntity withdrawal(String id) {
        return RecordId.ARTICLE_ID.matcher(id).matches() ? getEntityManager().find(WithdrawalEntity.class, id) : null;
    }

    /** The first article by id with these bytes; null if none has them. */
    public @Nullable ArticleEntity ofBytes(String sha256) {
        return find("from Article a where a.sha256 = ?1 order by a.id", sha256).firstResult();
    }

    /** The id of the withdrawn article that had these bytes; null if none had. */
    public @Nullable String withdrawnOfBytes(String sha256) {
        return getEntityManager()
                .createQuery("select w.id from WithdrawnArticle w where w.sha256 = :sha256 order by w.id", String.class)
                .setParameter("sha256", sha256)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** The ids of the next articles that are held, behind one. */
    public List<String> heldBehind(String id, int most) {
        return getEntityManager()
                .createQuery("select a.id from Article a where a.id > :id order by a.id", String.class)
                .setParameter("id", id)
                .setMaxResults(most)
                .getResultList();
    }

    /** The ids of the next articles that were withdrawn, behind one. */
    public List<String> withdrawnBehind(String id, int most) {
        return getEntityManager()
                .createQuery(
                        "select w.id from Withdrawal w where w.id = w.articleId and w.id > :id order by w.id",
                        String.class)
                .setParameter("id", id)
                .setMaxResults(most)
                .getResultList();
    }

    /** What was kept of an article that was withdrawn; null if nothing was. */
    public @Nullable WithdrawnArticleEntity kept(String id) {
        return getEntityManager().find(WithdrawnArticleEntity.class, id);
    }

    /** All that was withdrawn of an article, by id. */
    public List<WithdrawalEntity> withdrawalsOf(String article) {
        return getEntityManager()
                .createQuery("from Withdrawal w where w.articleId = :article order by w.id", WithdrawalEntity.class)
                .setParameter("article", article)
                .getResultList();
    }

    /** The ids of all articles that were withdrawn, whether anything was kept of them or not. */
    public Set<String> withdrawn() {
        return new TreeSet<>(getEntityManager()
                .createQuery("select w.id from Withdrawal w where w.id = w.articleId", String.class)
                .getResultList());
    }
}
