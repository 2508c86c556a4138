package org.verbatim.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A source that holds what it was given, by owner. */
final class Held implements IndexSource {
    final Map<String, List<IndexedDocument>> documents = new LinkedHashMap<>();

    static Held of(IndexedDocument... documents) {
        return of(List.of(documents));
    }

    static Held of(Collection<IndexedDocument> documents) {
        Held held = new Held();
        documents.forEach(held::put);
        return held;
    }

    void put(IndexedDocument document) {
        documents.computeIfAbsent(document.owner(), owner -> new ArrayList<>()).add(document);
    }

    @Override
    public void all(Consumer<IndexedDocument> into) {
        documents.values().forEach(some -> some.forEach(into));
    }

    @Override
    public void of(Set<String> owners, Consumer<IndexedDocument> into) {
        owners.forEach(owner -> documents.getOrDefault(owner, List.of()).forEach(into));
    }

    /** An index in memory of all that is held, at version 1. */
    Index indexed() {
        Index index = Index.open(Index.Settings.inMemory(), List.of(this));
        index.rebuild(1);
        return index;
    }
}
