package org.verbatim.index;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.verbatim.dataset.Dataset;
import org.verbatim.dataset.Watcher;

/** What the index of this instance has, and how far it is behind the dataset: it follows when it is asked. */
@Singleton
class IndexMeters implements MeterBinder {

    private final CurrentIndex index;
    private final Watcher dataset;
    private final List<Runnable> removals = new ArrayList<>();

    IndexMeters(CurrentIndex index, Watcher dataset) {
        this.index = index;
        this.dataset = dataset;
    }

    /** The registry may live on, where one service starts after another in one process, and would show this one's. */
    @PreDestroy
    void close() {
        removals.forEach(Runnable::run);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "documents", "Documents that can be found", Index::size);
        gauge(registry, "version", "The version of the dataset that the index follows", Index::version);
        gauge(registry, "lag", "Committed changes that are not in the index yet", this::lag);
    }

    private double lag(Index open) {
        Dataset.State known = dataset.known();
        return known == null ? Double.NaN : known.version() - (double) open.version();
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Index> value) {
        Gauge gauge = Gauge.builder("verbatim.index." + name, index, of -> {
                    Index open = of.open();
                    return open == null ? Double.NaN : value.applyAsDouble(open);
                })
                .description(description)
                .register(registry);
        removals.add(() -> registry.remove(gauge));
    }
}
