package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verbatim.review.ReviewConfig;

/** What nobody can mean is refused at start, by its name. */
class HttpConfigTest {

    private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();

    @AfterAll
    static void close() {
        VALIDATORS.close();
    }

    @ParameterizedTest
    @CsvSource({
        "verbatim.http.rate-limit.requests, 0",
        "verbatim.http.rate-limit.requests, -1",
        "verbatim.http.rate-limit.window, 0S",
        "verbatim.http.rate-limit.window, 500MS",
        "verbatim.http.limits.stalled-after, 0S"
    })
    void aRateOrATimeWithoutAnySenseIsRefused(String name, String value) {
        assertThatThrownBy(() -> read(HttpConfig.class, Map.of(name, value)))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(name + " must be");
    }

    @Test
    void fewerExtractionsAtOnceThanNoneAreRefused() {
        String name = "verbatim.review.extractions-at-once";
        assertThatThrownBy(() -> read(ReviewConfig.class, Map.of(name, "-1")))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(name + " must be");
        assertThat(read(ReviewConfig.class, Map.of(name, "0")).extractionsAtOnce())
                .hasValue(0);
    }

    @Test
    void whatIsNotSetIsNotRefused() {
        HttpConfig config = read(HttpConfig.class, Map.of());
        assertThat(config.rateLimit().requests()).isEmpty();
        assertThat(config.rateLimit().window()).isEqualTo(Duration.ofMinutes(1));
    }

    /** As the framework reads it. */
    private static <T> T read(Class<T> mapping, Map<String, String> settings) {
        BeanValidationConfigValidator validator = new BeanValidationConfigValidator() {
            @Override
            public Validator getValidator() {
                return VALIDATORS.getValidator();
            }
        };
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "settings", 0))
                .withMapping(mapping)
                .withValidator(validator)
                .build()
                .getConfigMapping(mapping);
    }
}
