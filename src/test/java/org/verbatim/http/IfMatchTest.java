package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code If-Match} as RFC 9110, section 13.1.1 has it, but for {@code *}. */
class IfMatchTest {

    private static final String TAG = "\"a,b\"";

    @ParameterizedTest
    @ValueSource(strings = {"\"a,b\"", " \"a,b\" ", "\"x\",\"a,b\"", "\"x\" , W/\"y\" , \"a,b\"", "\"a,b\","})
    void aTagThatIsThereHolds(String header) {
        assertThatCode(() -> IfMatch.of(header).require(List.of("\"other\"", TAG)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"a,b\"", "\"a\", \"b\"", "\"\""})
    void anotherTagOrAWeakOneDoesNot(String header) {
        IfMatch read = IfMatch.of(header);
        assertThat(catchThrowableOfType(ProblemException.class, () -> read.require(List.of(TAG)))
                        .type())
                .isEqualTo(ProblemType.PRECONDITION_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "\"a", "a\"", "\"a\" \"b\"", "w/\"a\"", "\"a b\"", "*, \"a\"", "'a'"})
    void whatIsNoTagIsMalformed(String header) {
        assertThat(refusal(header)).isEqualTo(ProblemType.MALFORMED_REQUEST);
    }

    @Test
    void withoutATagNothingIsChanged() {
        for (String header : new String[] {null, "", " ", "*", " * "}) {
            assertThat(refusal(header)).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
        }
    }

    @Property
    void whateverIsSentIsReadOrRefused(@ForAll @StringLength(max = 30) String header) {
        try {
            IfMatch.of(header);
        } catch (ProblemException e) {
            assertThat(e.type()).isIn(ProblemType.MALFORMED_REQUEST, ProblemType.PRECONDITION_REQUIRED);
        }
    }

    private static ProblemType refusal(String header) {
        return catchThrowableOfType(ProblemException.class, () -> IfMatch.of(header))
                .type();
    }
}
