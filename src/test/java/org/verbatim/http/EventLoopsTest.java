package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.MultithreadEventExecutorGroup;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As many event loops as the machine has use for, unless somebody says how many. */
@QuarkusTest
class EventLoopsTest {

    @Inject
    Vertx vertx;

    @ParameterizedTest
    @CsvSource({
        "2, 96, 4",
        "16, 1024, 32",
        "16, 96, 9",
        "1, 1024, 2",
        "1, 8, 2",
    })
    void areTwoForEachProcessorAsFarAsThereIsMemory(int processors, long mebibytes, int loops) {
        assertThat(EventLoops.number(processors, mebibytes << 20)).isEqualTo(loops);
    }

    @Test
    void areThoseOfThisMachineWhereNobodySaysHowMany() {
        Runtime machine = Runtime.getRuntime();
        int loops = EventLoops.number(machine.availableProcessors(), machine.maxMemory());
        assertThat(read(Map.of())).hasValue(loops);
        assertThat(read(Map.of(EventLoops.SIZE, ""))).hasValue(loops);
    }

    @Test
    void areThatManyInTheService() {
        MultithreadEventExecutorGroup loops =
                (MultithreadEventExecutorGroup) ((VertxInternal) vertx).getEventLoopGroup();
        assertThat(loops.executorCount()).isEqualTo(read(Map.of()).getAsInt());
    }

    @Test
    void areAsManyAsIsSaid() {
        assertThat(read(Map.of(EventLoops.SIZE, "7"))).hasValue(7);
        assertThat(read(Map.of("%prod." + EventLoops.SIZE, "1"))).hasValue(1);
    }

    /** As the framework reads it. */
    private static OptionalInt read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredInterceptors()
                .withProfile("prod")
                .withSources(new PropertiesConfigSource(settings, "settings", 0))
                .build()
                .getValue(EventLoops.SIZE, OptionalInt.class);
    }
}
