package org.verbatim.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.verbatim.dataset.Changes;
import org.verbatim.dataset.Dataset;

/** Lists for whoever keeps a copy: what has changed since, page by page. */
@ApplicationScoped
public class Following {

    private final Changes changes;
    private final Dataset dataset;

    Following(Changes changes, Dataset dataset) {
        this.changes = changes;
        this.dataset = dataset;
    }

    /**
     * Makes a page of what has changed. Each thing is read between two looks at its last change, so what is served is as
     * that change has left it; one that has changed meanwhile has a place further on, and is left to the page there. What
     * has changed and is not what the filter finds is told as gone, for it may have been.
     *
     * @param filter has a {@link Filter#since()}
     * @param kind as the index calls it
     * @param entity of the change {@code c} in JPQL, behind {@code from}, with a condition
     * @param found those of some ids that the filter finds, in any order
     * @param path of the list
     */
    public <E, T> Page<T> page(
            Filter filter,
            String kind,
            String entity,
            Function<List<String>, List<E>> found,
            Function<E, String> id,
            Function<List<E>, List<T>> served,
            String path,
            Addresses addresses,
            UriInfo request) {
        Since since = Objects.requireNonNull(filter.since());
        // Before anything else is read: whatever this version has is seen below.
        long current = dataset.current().version();
        Changes.Place begin = begin(since, kind, current);
        Changes.Asked asked = asked(filter.where(), kind, entity);
        List<Changes.Change> behind = changes.behind(asked, begin, since.limit() + 1);
        boolean last = behind.size() <= since.limit();
        List<Changes.Change> page = last ? behind : behind.subList(0, since.limit());
        Map<String, T> read = read(asked, page, found, id, served);
        Set<String> unchanged = changes.unchanged(asked, page);
        List<T> items = page.stream()
                .map(Changes.Change::id)
                .filter(unchanged::contains)
                .map(read::get)
                .filter(Objects::nonNull)
                .toList();
        List<Page.Gone> gone = page.stream()
                .filter(change -> !change.isNew() && !read.containsKey(change.id()) && unchanged.contains(change.id()))
                .map(change -> new Page.Gone(change.id(), addresses.of(path + "/" + change.id())))
                .toList();
        return new Page<>(
                items,
                changes.countBehind(asked, begin),
                null,
                gone,
                Page.Links.behind(position(kind, end(page, begin, last, current)), last, addresses, request),
                null);
    }

    /** What some changes have left, as it is served, by id; what is changed meanwhile may be missing. */
    private <E, T> Map<String, T> read(
            Changes.Asked asked,
            List<Changes.Change> page,
            Function<List<String>, List<E>> found,
            Function<E, String> id,
            Function<List<E>, List<T>> served) {
        List<String> ids = page.stream().map(Changes.Change::id).toList();
        while (!ids.isEmpty()) {
            try {
                List<E> held = found.apply(ids);
                List<T> items = served.apply(held);
                Map<String, T> read = new HashMap<>();
                for (int i = 0; i < held.size(); i++) {
                    read.put(id.apply(held.get(i)), items.get(i));
                }
                return read;
            } catch (RuntimeException e) {
                // What is withdrawn while it is read, part by part, is found without some.
                Set<String> unchanged = changes.unchanged(asked, page);
                if (unchanged.containsAll(ids)) {
                    throw e;
                }
                ids = ids.stream().filter(unchanged::contains).toList();
                changes.forget();
            }
        }
        return Map.of();
    }

    private static Changes.Asked asked(Where where, String kind, String entity) {
        String conditions = where.clause();
        return new Changes.Asked(
                kind,
                conditions.isEmpty()
                        ? null
                        : "exists (select 1 from %s and %s)"
                                .formatted(entity, conditions.substring(Where.WHERE.length())),
                where.values());
    }

    /** Where everything was told up to now, and that is more than is on the page, the next one need not look there again. */
    private static Changes.Place end(List<Changes.Change> page, Changes.Place begin, boolean last, long current) {
        Changes.Place end = page.isEmpty() ? begin : page.get(page.size() - 1).place();
        return last && end.version() <= current ? new Changes.Place(current + 1, "") : end;
    }

    private Changes.Place begin(Since since, String kind, long current) {
        Since.Position position = since.position();
        if (position == null) {
            return changes.before(since.time());
        }
        if (!position.kind().equals(kind)) {
            throw ProblemException.inParameter(Since.NAME, "It is from another list.");
        }
        if (!position.equals(position(kind, position.place()))
                || position.place().version() > current + 1) {
            throw ProblemException.inParameter(
                    Since.NAME,
                    "It is from another database than this one, or from a later state of it."
                            + " Begin anew, with modifiedSince=1970-01-01.");
        }
        return position.place();
    }

    private Since.Position position(String kind, Changes.Place place) {
        return Since.Position.of(dataset.name(), kind, place);
    }
}
