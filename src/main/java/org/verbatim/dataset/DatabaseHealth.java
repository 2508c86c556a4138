package org.verbatim.dataset;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells whoever sends requests here whether changes can be made. */
@Readiness
@Singleton
class DatabaseHealth implements HealthCheck {

    private final Availability availability;

    DatabaseHealth(Availability availability) {
        this.availability = availability;
    }

    @Override
    public HealthCheckResponse call() {
        Instant since = availability.lostSince();
        return HealthCheckResponse.named("Database can be written")
                .status(since == null)
                .withData("lostSince", since == null ? "" : since.toString())
                .build();
    }
}
