package org.verbatim.dataset;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is served in a list whose changes can be followed. Each kind has a bean of it. Ids are those by which things are
 * served, but for agents, which are called as {@link Dataset#agent} has them.
 */
public interface Followed {

    /** The kind, as the index calls it. */
    String listed();

    /**
     * What is served now of some articles and agents.
     *
     * @param owners as {@link Dataset#changed} has them
     * @return by id
     */
    Map<String, State> states(Set<String> owners);

    /**
     * The ids of those in this list that are served with something of other things in them.
     *
     * @param others the ids of things of any kind
     */
    Set<String> showing(Set<String> others);

    /** Whether others may name one before it is there, so that they are served otherwise once it is. */
    default boolean isNamedBefore() {
        return false;
    }

    /**
     * How one thing is served.
     *
     * @param owner whose it is: an article or an agent, as {@link Dataset#changed} has them
     * @param said all that it says, in whatever form: the same as long as it is served the same, except for what it shows
     *     of others; null where it counts as changed whenever its owner does
     * @param shown what others show of it, in whatever form
     * @param counted the ids of the things that are served with a count of such as this one
     */
    record State(String owner, @Nullable String said, String shown, Set<String> counted) {}
}
