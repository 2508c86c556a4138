package org.verbatim.dataset;

/** What is behind a failure. */
public final class Causes {

    private Causes() {}

    /** The failure that has no cause: of a full disk, say, the one that tells of it. */
    public static Throwable last(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last;
    }
}
