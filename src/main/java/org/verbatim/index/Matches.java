package org.verbatim.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that meets a question, whatever its limit.
 *
 * @param total how many there are, all of them counted
 * @param ids which they are, in no order that means anything; null where there are more than were to be named
 */
public record Matches(long total, @Nullable List<String> ids) {}
