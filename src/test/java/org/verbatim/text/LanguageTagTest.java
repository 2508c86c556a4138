package org.verbatim.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTagTest {

    @ParameterizedTest
    @CsvSource({
        "FR, fr",
        "EN-us, en-US",
        "ZH-hant-tw, zh-Hant-TW",
        "es-419, es-419",
        "SL-Rozaj, sl-rozaj",
        "de-ch-1996, de-CH-1996",
        "EN-CA-X-CA, en-CA-x-ca",
        "az-latn-x-latn-AB, az-Latn-x-latn-ab",
        "X-Fr-Ab, x-fr-ab",
        "UND, und",
        "fr_MA, fr_ma",
        "fr-, fr-"
    })
    void itIsWrittenAsRecommended(String tag, String cased) {
        assertThat(LanguageTag.cased(tag)).isEqualTo(cased);
        assertThat(LanguageTag.cased(cased)).isEqualTo(cased);
    }
}
