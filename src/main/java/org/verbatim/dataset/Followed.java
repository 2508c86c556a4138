package org.verbatim.dataset;

import java.util.Map;

/** What is served in a list whose changes can be followed. Each kind has a bean of it. */
public interface Followed {

    /** The kind, as the index calls it. */
    String listed();

    /**
     * What is served now of an article or agent.
     *
     * @param owner as {@link Dataset#changed} has them
     * @return for each id in {@link Changes} all that it says, in whatever form: the same as long as it says the same
     */
    Map<String, String> states(String owner);
}
