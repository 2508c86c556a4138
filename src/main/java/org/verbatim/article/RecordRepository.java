package org.verbatim.article;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.TypedQuery;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentRefs;
import org.verbatim.agent.Counts;
import org.verbatim.dataset.Dataset;
import org.verbatim.dataset.Followed;
import org.verbatim.http.Addresses;
import org.verbatim.http.Cursor;
import org.verbatim.http.Editors;
import org.verbatim.http.Filter;
import org.verbatim.http.Following;
import org.verbatim.http.Page;
import org.verbatim.http.Paging;
import org.verbatim.http.ProblemException;
import org.verbatim.http.ProblemType;
import org.verbatim.http.Where;
import org.verbatim.index.CurrentIndex;
import org.verbatim.index.IndexQuery;
import org.verbatim.index.IndexSource;
import org.verbatim.index.IndexedDocument;
import org.verbatim.index.Matches;

/**
 * All records of one kind, in the order of their articles' ids and of their places in them.
 *
 * @param <E> the kind; in queries it is called {@code r}
 */
public interface RecordRepository<E extends RecordEntity>
        extends PanacheRepositoryBase<E, String>, Counts.Counter, IndexSource, Followed {

    /** So many records are read at once for the index. */
    int BATCH = 200;

    /** Among so many articles, about, the newest records are looked for. */
    int NEWEST = 1000;

    /** The name of the entity in queries. */
    String entityName();

    /** The word for one of them in a sentence. */
    String noun();

    /** What the index is told of some records of this kind. */
    Stream<IndexedDocument> documents(List<E> records);

    @Override
    default String listed() {
        return kind().type();
    }

    @Override
    default Map<String, State> states(Set<String> owners) {
        Set<String> articles = Dataset.articles(owners);
        AgentRefs refs = AgentRefs.of(getEntityManager(), articles);
        return list("article.id in ?1", articles).stream()
                .filter(record -> record.reviewStatus() != ReviewStatus.REJECTED)
                .collect(toMap(
                        RecordEntity::id,
                        record -> record.state(refs.rolesIn(record.article().id()))));
    }

    /** Of a record in an article that comes later, another one may say already that it reports the same. */
    @Override
    default boolean isNamedBefore() {
        return true;
    }

    /** Whether this is the id of a record of this kind, whether there is one or not. */
    default boolean isId(String id) {
        return RecordId.parse(id).filter(parsed -> parsed.kind() == kind()).isPresent();
    }

    @Override
    default Set<String> showing(Set<String> others) {
        Set<String> agents = Dataset.agents(others);
        Set<String> showing = new TreeSet<>(agents.isEmpty() ? List.of() : ofAgents(agents));
        List<String> records = others.stream().filter(this::isId).toList();
        if (!records.isEmpty()) {
            showing.addAll(getEntityManager()
                    .createQuery(
                            "select distinct r.id from %s r join r.alsoReportedIn other where other in :records"
                                    .formatted(entityName()),
                            String.class)
                    .setParameter("records", records)
                    .getResultList());
        }
        return showing;
    }

    /** The ids of the records that speak of any of these agents. */
    List<String> ofAgents(Set<String> agents);

    /** The ids of the articles that some records are pinned to. */
    static Set<String> articles(List<? extends RecordEntity> records) {
        return records.stream().map(record -> record.article().id()).collect(toSet());
    }

    /**
     * The page that a filter asks for.
     *
     * @throws RuntimeException if it asks for what was rejected, and somebody else than an editor does
     */
    default <T> Page<T> page(
            RecordFilter asked,
            CurrentIndex index,
            Following following,
            Function<List<E>, List<T>> served,
            Addresses addresses,
            Editors editors,
            UriInfo request) {
        if (asked.rejected()) {
            editors.require();
        }
        Filter filter = asked.filter();
        if (filter.since() != null) {
            return following.page(
                    filter,
                    kind().type(),
                    "%s r where r.id = c.id".formatted(entityName()),
                    ids -> {
                        Where found = filter.where().copy().and("r.id in :ids", "ids", ids);
                        return list("from %s r%s".formatted(entityName(), found.clause()), found.values());
                    },
                    RecordEntity::id,
                    served,
                    kind().path(),
                    addresses,
                    request);
        }
        return asked.filter().isRanked()
                ? ranked(asked.filter().question(), index, served, addresses, request)
                : ordered(asked, index, served, addresses, request);
    }

    private <T> Page<T> ordered(
            RecordFilter asked,
            CurrentIndex index,
            Function<List<E>, List<T>> served,
            Addresses addresses,
            UriInfo request) {
        return ordered(asked, asked.paging(), null, index, served, addresses, request);
    }

    /** @param counted how many the list has; null where they are not counted yet */
    private <T> Page<T> ordered(
            RecordFilter asked,
            Paging<RecordId> paging,
            @Nullable Long counted,
            CurrentIndex index,
            Function<List<E>, List<T>> served,
            Addresses addresses,
            UriInfo request) {
        RecordId after = paging.after();
        Matches found = asked.filter()
                .listed(
                        asked.rejected() ? null : index, // which does not have what was rejected
                        after == null ? null : after.place(),
                        paging.limit() + 1,
                        counted,
                        () -> counted(asked),
                        () -> walked(asked, paging));
        return Page.of(
                found.ids(),
                found.total(),
                paging.limit(),
                Cursor::behind,
                shown -> served.apply(asked.rejected() ? withRejected(() -> inOrder(shown)) : inOrder(shown)),
                last -> ordered(
                        asked,
                        new Paging<>(RecordId.parse(last).orElseThrow(), Paging.MAX_LIMIT),
                        found.total(),
                        index,
                        served,
                        addresses,
                        request),
                addresses,
                request);
    }

    private long counted(RecordFilter asked) {
        Where where = asked.filter().where();
        LongSupplier count = () -> count("from %s r%s".formatted(entityName(), where.clause()), where.values());
        return asked.rejected() ? withRejected(count::getAsLong) : count.getAsLong();
    }

    /** The ids of a page, and of one more, from the database. */
    private List<String> walked(RecordFilter asked, Paging<RecordId> paging) {
        Where where = asked.filter().where().copy();
        RecordId after = paging.after();
        if (after != null) {
            behind(where, after);
        }
        Supplier<List<String>> query = () -> ids(where, paging.limit() + 1);
        return asked.rejected() ? withRejected(query) : query.get();
    }

    private <T> Page<T> ranked(
            IndexQuery question,
            CurrentIndex index,
            Function<List<E>, List<T>> served,
            Addresses addresses,
            UriInfo request) {
        return Page.ranked(
                index.search(question),
                this::held,
                RecordEntity::id,
                served,
                next -> ranked(question.limit(Paging.MAX_LIMIT).after(next), index, served, addresses, request),
                addresses,
                request);
    }

    /** Without the articles: if they were joined, H2 would begin with all of them, and sort what it finds. */
    private List<String> ids(Where where, int most) {
        TypedQuery<String> query = getEntityManager()
                .createQuery(
                        "select r.id from %s r%s order by r.article.id, r.start, r.ordinal"
                                .formatted(entityName(), where.clause()),
                        String.class)
                .setMaxResults(most);
        where.values().forEach(query::setParameter);
        return query.getResultList();
    }

    private List<E> inOrder(List<String> ids) {
        return Page.inOrder(ids, this::held, RecordEntity::id);
    }

    private static void behind(Where where, RecordId last) {
        where.and(
                        "(r.article.id, r.start, r.ordinal) > (:afterArticle, :afterStart, :afterOrdinal)",
                        "afterArticle",
                        last.article())
                .with("afterStart", last.start())
                .with("afterOrdinal", last.ordinal());
    }

    /**
     * The ids of those of the newest articles, the newest first, and within an article in its order. Where the newest
     * 1,000 articles, about, have less than asked for, older ones are not looked at.
     */
    default List<String> newest(int most) {
        List<String> newest = new ArrayList<>();
        int size = most;
        for (int from = 0; from < NEWEST && newest.size() < most; from += size, size *= 2) {
            List<String> articles = getEntityManager()
                    .createQuery("select a.id from Article a order by a.addedAt desc, a.id", String.class)
                    .setFirstResult(from)
                    .setMaxResults(size)
                    .getResultList();
            if (articles.isEmpty()) {
                break;
            }
            Map<String, List<RecordId>> found = getEntityManager()
                    .createQuery(
                            "select r.id from %s r where r.article.id in :articles".formatted(entityName()),
                            String.class)
                    .setParameter("articles", articles)
                    .getResultStream()
                    .map(id -> RecordId.parse(id).orElseThrow())
                    .collect(groupingBy(RecordId::article));
            articles.stream()
                    .flatMap(article ->
                            found.getOrDefault(article, List.of()).stream().sorted())
                    .limit(most - newest.size())
                    .forEach(id -> newest.add(id.toString()));
        }
        return newest;
    }

    /** How many are served. */
    default long count(CurrentIndex index) {
        Long counted = index.count(kind().type());
        return counted == null ? count() : counted;
    }

    /** Those of these ids that are held, in any order. */
    default List<E> held(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : list("from %s r join fetch r.article where r.id in :ids".formatted(entityName()), Map.of("ids", ids));
    }

    @Override
    default void all(Consumer<IndexedDocument> into) {
        Where where = new Where();
        List<String> ids;
        do {
            ids = ids(where, BATCH);
            // Some may be gone before they are read: how many there were, and the last of them, only the ids tell.
            documents(inOrder(ids)).forEach(into);
            if (!ids.isEmpty()) {
                where = new Where();
                behind(where, RecordId.parse(ids.get(ids.size() - 1)).orElseThrow());
            }
            getEntityManager().clear();
        } while (ids.size() == BATCH);
    }

    @Override
    default void of(Set<String> owners, Consumer<IndexedDocument> into) {
        for (String article : Dataset.articles(owners)) {
            documents(list("from %s r join fetch r.article where r.article.id = ?1".formatted(entityName()), article))
                    .forEach(into);
            getEntityManager().clear();
        }
    }

    /** Reads records whether they were rejected or not; everywhere else, those that were are not there. */
    default <R> R withRejected(Supplier<R> reading) {
        Session session = getEntityManager().unwrap(Session.class);
        session.disableFilter(RecordEntity.SERVED);
        try {
            return reading.get();
        } finally {
            session.enableFilter(RecordEntity.SERVED);
        }
    }

    /**
     * The record with this id, whether it was rejected or not.
     *
     * @throws ProblemException if there is none, or there is none any more
     */
    default E existingOrRejected(String id) {
        E record = withRejected(() -> findById(id));
        return record == null ? existing(id) : record;
    }

    /**
     * The record with this id.
     *
     * @throws ProblemException if there is none, or there is none any more
     */
    default E existing(String id) {
        E record = findById(id);
        if (record != null && record.reviewStatus() != ReviewStatus.REJECTED) {
            return record;
        }
        E rejected = withRejected(() -> findById(id));
        if (rejected != null) {
            throw new ProblemException(
                    ProblemType.WITHDRAWN,
                    rejected.reviewedAt == null
                            ? "The %s “%s” was rejected: its dossier says that it is wrong.".formatted(noun(), id)
                            : "The %s “%s” was rejected by an editor on %s: %s"
                                    .formatted(noun(), id, rejected.reviewedAt, rejected.reviewReason));
        }
        WithdrawalEntity withdrawal = getEntityManager().find(WithdrawalEntity.class, id);
        if (withdrawal != null) {
            throw withdrawal.problem(noun());
        }
        throw new ProblemException(
                ProblemType.NOT_FOUND,
                "There is no %s “%s”. %s lists all that are held.".formatted(noun(), id, kind().path()));
    }

    /** For each record's id, the records of other articles that report the same and are held here. */
    default Map<String, List<Elsewhere>> elsewhere(Collection<E> records, Addresses addresses) {
        TreeSet<String> ids = new TreeSet<>();
        records.forEach(record -> ids.addAll(record.alsoReportedIn()));
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, Elsewhere> held = held(ids).stream()
                .collect(toMap(
                        RecordEntity::id,
                        other -> new Elsewhere(
                                other.id(),
                                addresses.of(kind().path() + "/" + other.id()),
                                ArticleRef.of(other.article(), addresses))));
        return records.stream().collect(toMap(RecordEntity::id, record -> record.alsoReportedIn().stream()
                .sorted()
                .map(held::get)
                .filter(Objects::nonNull)
                .toList()));
    }

    @Override
    default Map<String, Long> countByAgent(Collection<String> agents, CurrentIndex index) {
        Map<String, Long> counts = index.counts(kind().type(), RecordEntity.AGENT, agents);
        return counts == null ? countedByAgent(agents) : counts;
    }

    /** How many records involve each of these agents, as the database counts them. */
    Map<String, Long> countedByAgent(Collection<String> agents);

    @Override
    default Map<String, Long> countByArticle(Collection<String> articles) {
        return counted(
                "select r.article.id, count(*) from %s r where r.article.id in :ids group by r.article.id"
                        .formatted(entityName()),
                articles);
    }

    /** Runs a query that has {@code :ids} and answers with rows of an id and a number. */
    default Map<String, Long> counted(String query, Collection<String> ids) {
        Map<String, Long> counts = new HashMap<>();
        getEntityManager()
                .createQuery(query, Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> counts.merge((String) row[0], (Long) row[1], Long::sum));
        return counts;
    }
}
