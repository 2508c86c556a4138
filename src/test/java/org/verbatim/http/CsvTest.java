package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** RFC 4180, and no cell that a spreadsheet would run. */
class CsvTest {

    @Test
    void aRowIsQuotedWhereItHasToBe() {
        StringBuilder row = new StringBuilder();
        Csv.row(row, java.util.Arrays.asList("a", "b,c", "d\"e", null, 12, "f\ng"));
        assertThat(row).hasToString("a,\"b,c\",\"d\"\"e\",,12,\"f\ng\"\r\n");
    }

    @Test
    void aFormulaIsDefused() {
        for (String dangerous : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1")) {
            assertThat(Csv.safe(dangerous)).isEqualTo("'" + dangerous);
        }
        assertThat(Csv.safe("a=1")).isEqualTo("a=1");
        assertThat(Csv.safe("")).isEmpty();
    }

    @Property
    void whatIsReadIsWhatWasWritten(@ForAll("rows") List<List<String>> rows) throws IOException {
        StringBuilder written = new StringBuilder();
        rows.forEach(row -> Csv.row(written, row));
        try (CSVParser parser = CSVParser.parse(written.toString(), CSVFormat.RFC4180)) {
            List<List<String>> read =
                    parser.getRecords().stream().map(CSVRecord::toList).toList();
            read.forEach(row -> row.forEach(cell -> assertThat(cell)
                    .doesNotStartWith("=")
                    .doesNotStartWith("+")
                    .doesNotStartWith("-")
                    .doesNotStartWith("@")
                    .doesNotStartWith("\t")
                    .doesNotStartWith("\r")));
            assertThat(read.stream()
                            .map(row -> row.stream()
                                    .map(cell -> cell.startsWith("'") ? cell.substring(1) : cell)
                                    .toList())
                            .toList())
                    .isEqualTo(rows);
        }
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> cell = Arbitraries.oneOf(
                Arbitraries.strings().withChars("=+-@\t\r\n'\",; a|é«").ofMaxLength(8),
                Arbitraries.strings().all().ofMaxLength(12));
        return cell.list().ofMinSize(2).ofMaxSize(5).list().ofMaxSize(6);
    }
}
