package org.verbatim.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * Rows of RFC 4180. Spreadsheets run a cell as a formula that begins with certain characters, and an article can be made
 * to say such a thing; so an apostrophe is put before those, as before one that begins with an apostrophe itself. Whoever
 * takes one apostrophe off the beginning of every cell that has one there has what was served.
 */
final class Csv {

    private static final CSVFormat RFC_4180 =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).get();

    /** The last four are the full-width forms, which some spreadsheets take for the plain ones. */
    private static final String DANGEROUS = "=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20";

    private Csv() {}

    static void row(Appendable into, List<? extends @Nullable Object> cells) {
        try {
            RFC_4180.printRecord(
                    into,
                    cells.stream()
                            .map(cell -> cell == null ? "" : safe(cell.toString()))
                            .toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String safe(String cell) {
        return !cell.isEmpty() && DANGEROUS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
