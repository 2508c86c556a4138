package org.verbatim.http;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * Has two event loops for each processor, as Vert.x has by itself, unless it is configured otherwise. Quarkus has one. What
 * is kept ready is answered on them: with one for each of two processors, half of all connections wait whenever a loop
 * waits for its processor; with two, a quarter.
 */
public class EventLoops implements ConfigSourceInterceptor {

    static final String SIZE = "quarkus.vertx.event-loops-pool-size";

    private static final int FOR_EACH_PROCESSOR = 2;

    /** As in Quarkus, there is at most one for so many bytes of heap. */
    private static final long MEMORY_OF_EACH = 10 * 1024 * 1024;

    /** As in Quarkus, however little memory there is. */
    private static final int LEAST = 2;

    private static final long serialVersionUID = 1;

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        if (!name.equals(SIZE) || IdentityProviderSwitch.isSet(context, name)) {
            return context.proceed(name);
        }
        Runtime machine = Runtime.getRuntime();
        return ConfigValue.builder()
                .withName(SIZE)
                .withValue(Integer.toString(number(machine.availableProcessors(), machine.maxMemory())))
                .build();
    }

    /** @param memory how large the heap may become, in bytes */
    static int number(int processors, long memory) {
        return (int) Math.max(LEAST, Math.min((long) FOR_EACH_PROCESSOR * processors, memory / MEMORY_OF_EACH));
    }
}
