package org.verbatim.extraction;

/**
 * What stands between two quotation marks of one paragraph.
 *
 * @param open the number of the token that opens it
 * @param close the number of the token that closes it; where it is not closed, of the token behind the paragraph
 * @param closed whether it is closed; otherwise the next paragraph goes on with it
 * @param depth how many other quotations it stands in
 * @param continues whether it goes on with the unclosed quotation before it
 */
record Quotation(int open, int close, boolean closed, int depth, boolean continues) {

    /** The number of tokens between the marks. */
    int length() {
        return close - open - 1;
    }
}
