package org.verbatim.verification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How often which verdict was given; from the start on, so that there is a 0 to begin with. */
@Startup
@Singleton
class VerificationMeters {

    private final Map<Verdict, Counter> verdicts = new EnumMap<>(Verdict.class);

    VerificationMeters(MeterRegistry meters) {
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(
                    verdict,
                    Counter.builder("verbatim.verifications")
                            .description("Quotations judged")
                            .tag("verdict", verdict.name())
                            .register(meters));
        }
    }

    void count(Verdict verdict) {
        Objects.requireNonNull(verdicts.get(verdict)).increment();
    }
}
