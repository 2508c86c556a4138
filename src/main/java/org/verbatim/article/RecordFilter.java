package org.verbatim.article;

import java.util.Set;
import org.verbatim.agent.RecordKind;
import org.verbatim.http.Cursor;
import org.verbatim.http.Filter;
import org.verbatim.http.Paging;
import org.verbatim.http.Query;

/**
 * The filters that all kinds of record share, on an entity called {@code r}.
 *
 * @param filter to be narrowed by what a kind has of its own
 * @param rejected whether it asks for what was rejected, which is for editors
 */
public record RecordFilter(Filter filter, Paging<RecordId> paging, boolean rejected) {

    /** What the index calls the article that a document belongs to. */
    private static final String OWNER = "owner";

    /** As a subquery: a join would let H2 begin with all articles, whatever the order. */
    private static final String LANGUAGE = "(select a.inLanguage from Article a where a = r.article)";

    public static RecordFilter of(Query query, RecordKind kind) {
        Set<ReviewStatus> statuses = query.anyOf("reviewStatus", ReviewStatus.class);
        boolean rejected = statuses.contains(ReviewStatus.REJECTED);
        Filter filter = Filter.of(query, kind.type())
                .equal(OWNER, "r.article.id", query.text("article"))
                .language(LANGUAGE, query.text("lang"))
                .anyOf("reviewStatus", "r.reviewStatus", statuses);
        if (rejected && filter.isRanked()) {
            query.refuse("reviewStatus", "What was rejected is not searched by words; leave out “q” or REJECTED.");
        }
        if (rejected && filter.since() != null) {
            query.refuse("reviewStatus", "What was rejected is not followed; leave out “modifiedSince” or REJECTED.");
        }
        return new RecordFilter(filter, filter.paging(query, 1, cursor -> place(cursor, kind)), rejected);
    }

    private static RecordId place(Cursor cursor, RecordKind kind) {
        return RecordId.parse(cursor.keys().get(0))
                .filter(id -> id.kind() == kind)
                .orElseThrow(() -> new IllegalArgumentException(Cursor.WHAT_IS_RIGHT));
    }
}
