package org.verbatim.http;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of JSON-LD, put together property by property; what is not known is left out. */
public final class Node {

    private final Map<String, Object> properties = new LinkedHashMap<>();

    /** A node of these types, terms of our context. */
    public static Node of(String... types) {
        return new Node().with("type", types.length == 1 ? types[0] : List.of(types));
    }

    /** Adds a property, unless it is null or an empty collection; nodes within are unfolded. */
    public Node with(String term, @Nullable Object value) {
        if (value != null && !(value instanceof Collection<?> several && several.isEmpty())) {
            properties.put(term, plain(value));
        }
        return this;
    }

    /** As Jackson writes it without reflection. */
    Map<String, Object> properties() {
        return properties;
    }

    private static Object plain(Object value) {
        if (value instanceof Node node) {
            return node.properties;
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(Node::plain).toList();
        }
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
