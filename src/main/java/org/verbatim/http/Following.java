package org.verbatim.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.verbatim.dataset.Changes;

/** Lists for whoever keeps a copy: what has changed since, page by page. */
@ApplicationScoped
public class Following {

    private final Changes changes;

    Following(Changes changes) {
        this.changes = changes;
    }

    /**
     * Makes a page of what has changed. Each thing is read between two looks at its last change, so what is served is as
     * that change has left it; one that has changed meanwhile has a place further on, and is left to the page there.
     *
     * @param kind as the index calls it
     * @param held those of some ids that are held, in any order
     * @param path of the list
     */
    public <E, T> Page<T> page(
            Since since,
            String kind,
            Function<List<String>, List<E>> held,
            Function<E, String> id,
            Function<List<E>, List<T>> served,
            String path,
            Addresses addresses,
            UriInfo request) {
        Changes.Place place = since.in(changes);
        long total = changes.countBehind(kind, place);
        List<Changes.Change> found = changes.behind(kind, place, since.limit() + 1);
        boolean last = found.size() <= since.limit();
        List<Changes.Change> page = last ? found : found.subList(0, since.limit());
        List<String> there = page.stream()
                .filter(change -> !change.gone())
                .map(Changes.Change::id)
                .toList();
        Map<String, E> read = there.isEmpty()
                ? Map.of()
                : held.apply(there).stream().collect(Collectors.toMap(id, Function.identity()));
        List<E> inOrder = there.stream().map(read::get).filter(Objects::nonNull).toList();
        List<T> items = served.apply(inOrder);
        Set<String> unchanged = changes.unchanged(page);
        List<T> shown = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (unchanged.contains(id.apply(inOrder.get(i)))) {
                shown.add(items.get(i));
            }
        }
        Changes.Place end = page.isEmpty() ? place : page.get(page.size() - 1).place();
        return new Page<>(
                List.copyOf(shown),
                total,
                null,
                page.stream()
                        .filter(change -> change.gone() && unchanged.contains(change.id()))
                        .map(change -> new Page.Gone(change.id(), addresses.of(path + "/" + change.id())))
                        .toList(),
                Page.Links.of(end, last, addresses, request),
                null);
    }
}
