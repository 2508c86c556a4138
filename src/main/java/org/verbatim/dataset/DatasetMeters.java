package org.verbatim.dataset;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Which state of the data this instance serves. */
@Singleton
class DatasetMeters implements MeterBinder {

    private final Watcher dataset;
    private final List<Runnable> removals = new ArrayList<>();

    DatasetMeters(Watcher dataset) {
        this.dataset = dataset;
    }

    /** The registry may live on, where one service starts after another in one process, and would show this one's. */
    @PreDestroy
    void close() {
        removals.forEach(Runnable::run);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge version = Gauge.builder("verbatim.dataset.version", dataset, of -> {
                    Dataset.State known = of.known();
                    return known == null ? Double.NaN : known.version();
                })
                .description("The version that each committed change moves")
                .register(registry);
        removals.add(() -> registry.remove(version));
    }
}
