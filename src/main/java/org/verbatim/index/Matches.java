package org.verbatim.index;

import java.util.List;

/**
 * What meets a question, in the order of lists ({@link IndexPlace}).
 *
 * @param total how many there are, all of them counted
 * @param ids the first of them, behind where they were to begin
 */
public record Matches(long total, List<String> ids) {}
