package org.verbatim.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A data directory that is named as in a shell, where H2 wants to be told that it is relative. */
class DataDirectoryTest {

    @ParameterizedTest
    @CsvSource({
        "data, ./data",
        "data/of/2026, ./data/of/2026",
        "./data, ./data",
        "../data, ../data",
        "/var/lib/verbatim, /var/lib/verbatim",
        ".data, ./.data",
        "., .",
        "${home}/data, /home/ida/data",
    })
    void isAlwaysExplicit(String given, String read) {
        assertRead(given, read, DataDirectory.NAME);
        assertRead(given, read, "%prod." + DataDirectory.NAME);
    }

    @Test
    void mayBeInTheHomeDirectory() {
        assertRead("~/verbatim", System.getProperty("user.home") + "/verbatim", DataDirectory.NAME);
    }

    private static void assertRead(String given, String read, String name) {
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile("prod")
                .withInterceptors(new DataDirectory())
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                name,
                                given,
                                "home",
                                "/home/ida",
                                "url",
                                "jdbc:h2:file:${verbatim.data.directory}/verbatim"),
                        "test",
                        100))
                .build();
        assertThat(config.getValue(DataDirectory.NAME, String.class)).isEqualTo(read);
        assertThat(config.getValue("url", String.class)).isEqualTo("jdbc:h2:file:%s/verbatim".formatted(read));
    }
}
