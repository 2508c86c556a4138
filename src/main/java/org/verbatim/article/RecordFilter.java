package org.verbatim.article;

import org.verbatim.agent.RecordKind;
import org.verbatim.http.Cursor;
import org.verbatim.http.Paging;
import org.verbatim.http.Query;
import org.verbatim.http.Where;
import org.verbatim.text.Words;

/**
 * The filters that all kinds of record share, on an entity called {@code r}.
 *
 * @param where to be narrowed by what a kind has of its own
 */
public record RecordFilter(Where where, Paging<RecordId> paging) {

    public static RecordFilter of(Query query, RecordKind kind) {
        Where where = new Where().andEach("r.words like %s", "word", Words.patterns(query.text("q")));
        where.and("r.article.id = :article", "article", query.text("article"));
        where.andLanguage("r.article.inLanguage", query.text("lang"));
        where.and("r.reviewStatus in :reviewStatus", "reviewStatus", query.anyOf("reviewStatus", ReviewStatus.class));
        return new RecordFilter(where, Paging.of(query, 1, cursor -> place(cursor, kind)));
    }

    static Cursor cursor(RecordEntity record) {
        return Cursor.behind(record.id());
    }

    private static RecordId place(Cursor cursor, RecordKind kind) {
        return RecordId.parse(cursor.keys().get(0))
                .filter(id -> id.kind() == kind)
                .orElseThrow(() ->
                        new IllegalArgumentException("a cursor of this list; take it from the “next” link of a page"));
    }
}
