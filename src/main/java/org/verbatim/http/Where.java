package org.verbatim.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The condition of a query, put together from the filters that were given; values are always bound, never written. */
public final class Where {

    /** What a clause begins with. */
    static final String WHERE = " where ";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new TreeMap<>();

    /** Adds a condition with one named parameter, unless there is no value to compare with. */
    public Where and(String condition, String parameter, @Nullable Object value) {
        if (value != null && !(value instanceof Collection<?> any && any.isEmpty())) {
            conditions.add(condition);
            values.put(parameter, value);
        }
        return this;
    }

    /** Adds a condition with one named parameter for some values; none at all is a condition that nothing meets. */
    public Where among(String condition, String parameter, Collection<?> any) {
        return any.isEmpty() ? and("1 = 0") : and(condition, parameter, any);
    }

    /** Adds a condition without a parameter. */
    public Where and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a value to a condition that names several parameters. */
    public Where with(String parameter, Object value) {
        values.put(parameter, value);
        return this;
    }

    /**
     * Adds a condition once for each value. No value at all is a condition that nothing meets, for it came from a text
     * without a word, such as “…”; null is no condition.
     *
     * @param condition with {@code %s} in place of the value
     * @param parameter the beginning of the parameters' names
     */
    public Where andEach(String condition, String parameter, @Nullable List<String> values) {
        if (values == null) {
            return this;
        }
        for (int i = 0; i < values.size(); i++) {
            String name = parameter + i;
            and(condition.formatted(":" + name), name, values.get(i));
        }
        return values.isEmpty() ? and("1 = 0") : this;
    }

    /** Adds that a column's language tag (BCP 47) is this one or a narrower one: {@code fr} finds {@code fr-MA}. */
    public Where andLanguage(String column, @Nullable String tag) {
        return tag == null
                ? this
                : and("%s = :lang or %s like :narrower escape '!'".formatted(column, column), "lang", tag)
                        .with("narrower", tag.replaceAll("[!%_]", "!$0") + "-%");
    }

    /** A condition to add to without changing this one. */
    public Where copy() {
        Where copy = new Where();
        copy.conditions.addAll(conditions);
        copy.values.putAll(values);
        return copy;
    }

    /** The whole condition with its keyword, or nothing at all if there is none. */
    public String clause() {
        return conditions.isEmpty() ? "" : conditions.stream().collect(Collectors.joining(") and (", WHERE + "(", ")"));
    }

    public Map<String, Object> values() {
        return values;
    }
}
