package org.verbatim.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.verbatim.http.Addresses;

/**
 * The part of an address that makes a browser scroll to some words and mark them: a text directive of
 * <a href="https://wicg.github.io/scroll-to-text-fragment/">URL Fragment Text Directives</a>.
 */
final class TextFragment {

    /** Longer passages are told by their first and last words, so that a mark or space within need not be the same. */
    private static final int LONGEST = 12;

    private static final int ENDS = 5;

    private TextFragment() {}

    /** {@code :~:text=…}, with a directive for each passage; what stands in several lines is told by its ends. */
    static String of(List<String> passages) {
        return passages.stream().map(TextFragment::directive).collect(Collectors.joining("&", ":~:", ""));
    }

    private static String directive(String passage) {
        List<String> words = Arrays.asList(passage.strip().split("\\s+"));
        boolean whole = words.size() <= LONGEST && !passage.strip().contains("\n");
        if (whole || words.size() == 1) {
            return "text=" + encode(words);
        }
        int ends = Math.min(ENDS, words.size() / 2);
        return "text=%s,%s"
                .formatted(encode(words.subList(0, ends)), encode(words.subList(words.size() - ends, words.size())));
    }

    /** Hyphens, commas and ampersands have a meaning in a directive. */
    private static String encode(List<String> words) {
        return Addresses.encode(String.join(" ", words)).replace("-", "%2D");
    }
}
