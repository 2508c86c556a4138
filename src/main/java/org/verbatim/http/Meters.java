package org.verbatim.http;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.micrometer.runtime.binder.vertx.VertxMeterBinderAdapter;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.HttpClientMetrics;
import io.vertx.core.spi.metrics.HttpServerMetrics;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Has requests measured by {@link RequestMeters}, and all else as Quarkus does. */
@Singleton
class Meters implements VertxOptionsCustomizer {

    /** What Vert.x asks for the meters of each thing that it measures. */
    private static final class Binder extends VertxMeterBinderAdapter {

        private final VertxMeterBinderAdapter framework;

        Binder(VertxMeterBinderAdapter framework) {
            this.framework = framework;
        }

        @Override
        public HttpServerMetrics<?, ?, ?> createHttpServerMetrics(HttpServerOptions options, SocketAddress address) {
            return new RequestMeters(Metrics.globalRegistry, options);
        }

        /** The only one of the others that asks how it is configured, which the framework tells its own later on. */
        @Override
        public @Nullable HttpClientMetrics<?, ?, ?, ?> createHttpClientMetrics(HttpClientOptions options) {
            return framework.createHttpClientMetrics(options);
        }
    }

    /**
     * After Quarkus has set its own. Not in dev mode, where the registry is emptied whenever the code has changed, and the
     * server goes on with the meters that it has.
     */
    @Override
    public void accept(VertxOptions options) {
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT
                && options.getMetricsOptions() instanceof VertxMeterBinderAdapter framework) {
            options.setMetricsOptions(new Binder(framework));
        }
    }
}
