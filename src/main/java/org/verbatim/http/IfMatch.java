package org.verbatim.http;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The states that a request to change something was decided on, by their entity tags (RFC 9110, section 13.1.1). It is
 * needed, so that nobody's change is lost (RFC 6585, section 3); so {@code *}, which would change whatever there is, is
 * not enough.
 */
public final class IfMatch {

    private static final Pattern TAG = Pattern.compile("\\s*(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")\\s*(?:,|$)");

    private final Set<String> tags;

    private IfMatch(Set<String> tags) {
        this.tags = tags;
    }

    /**
     * Reads the header.
     *
     * @throws ProblemException if it is missing, or no list of entity tags
     */
    public static IfMatch of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED, "Send If-Match with the ETag of the record that you have read.");
        }
        if (header.strip().equals("*")) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED,
                    "“If-Match: *” does not say which state you have read; send the ETag that came with it.");
        }
        Set<String> tags = new TreeSet<>();
        Matcher matcher = TAG.matcher(header);
        int end = 0;
        while (end < header.length() && matcher.find(end) && matcher.start() == end) {
            // A comparison is strong here, so a weak tag matches nothing.
            if (matcher.group(1) == null) {
                // The state is the same, however it was coded.
                tags.add(ContentCoding.uncoded(matcher.group(2)));
            }
            end = matcher.end();
        }
        if (end < header.length()) {
            throw new ProblemException(
                    ProblemType.MALFORMED_REQUEST,
                    "If-Match is not a list of entity tags; send the ETag as it came, with its quotation marks.");
        }
        return new IfMatch(tags);
    }

    /**
     * Holds it against what there is.
     *
     * @param current the entity tags under which the present state is served
     * @throws ProblemException if none of them is meant
     */
    public void require(Collection<String> current) {
        if (current.stream().noneMatch(tags::contains)) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "It is no longer in the state that If-Match names. Read it again, and decide again.");
        }
    }
}
