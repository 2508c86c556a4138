package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1:4711",
        "192.0.2.1, ::ffff:192.0.2.1",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
        "2001:db8:1:2::1, [2001:db8:1:2::9]:443",
        "2001:db8:1:2::1, [2001:db8:1:2::9]"
    })
    void theseAreOne(String one, String other) {
        assertThat(Client.network(one)).isNotNull().isEqualTo(Client.network(other));
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 192.0.2.2", "2001:db8:1:2::1, 2001:db8:1:3::1", "::ffff:192.0.2.1, ::ffff:192.0.2.2"})
    void theseAreTwo(String one, String other) {
        assertThat(Client.network(one)).isNotNull().isNotEqualTo(Client.network(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "localhost", "_hidden", "192.0.2", "[", "1.2.3.4.5", "example.com:80"})
    void theseAreNoAddresses(String text) {
        assertThat(Client.network(text)).isNull();
    }

    @Test
    void nothingIsNone() {
        assertThat(Client.network(null)).isNull();
    }
}
