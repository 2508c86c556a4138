package org.verbatim.article;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verbatim.agent.RecordKind;
import org.verbatim.index.IndexPlace;

/**
 * The id of a record: article, kind and place, such as {@code fbf5bc84079181b5.q765}, which begins at code point 765.
 * A further record of the same kind that begins there too has its ordinal behind a hyphen: {@code ….m1841-2}.
 *
 * @param start where its first evidence begins, in code points
 * @param ordinal from 1
 */
public record RecordId(String article, RecordKind kind, int start, int ordinal) implements Comparable<RecordId> {

    private static final Comparator<RecordId> ORDER = Comparator.comparing(RecordId::article)
            .thenComparingInt(RecordId::start)
            .thenComparingInt(RecordId::ordinal)
            .thenComparing(RecordId::kind);

    /** What an article's id may look like. */
    public static final Pattern ARTICLE_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private static final Pattern FORM =
            Pattern.compile("(" + ARTICLE_ID + ")\\.([qfm])(0|[1-9][0-9]{0,8})(?:-([2-9]|[1-9][0-9]{1,3}))?");

    public static Optional<RecordId> parse(String id) {
        Matcher matcher = FORM.matcher(id);
        return matcher.matches()
                ? RecordKind.ofLetter(matcher.group(2).charAt(0))
                        .map(kind -> new RecordId(
                                matcher.group(1),
                                kind,
                                Integer.parseInt(matcher.group(3)),
                                matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4))))
                : Optional.empty();
    }

    /** In the order of the lists: by article, and within it by place. */
    @Override
    public int compareTo(RecordId other) {
        return ORDER.compare(this, other);
    }

    /** Where it stands in the index. */
    IndexPlace place() {
        return new IndexPlace(kind.type(), article, start, toString());
    }

    @Override
    public String toString() {
        return article + '.' + kind.letter() + start + (ordinal == 1 ? "" : "-" + ordinal);
    }
}
