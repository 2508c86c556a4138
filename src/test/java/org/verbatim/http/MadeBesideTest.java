package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever asks for the description gets it as a whole, however early he asks. */
class MadeBesideTest {

    // As the framework's class has them: what prepares gives nothing, what reads gives something.
    private static final Method PREPARE = method(Runnable.class, "run");
    private static final Method READ = method(Callable.class, "call");

    private final MadeBeside description = new MadeBeside();

    @Test
    void whoAsksWaitsUntilItIsMade() throws Exception {
        CountDownLatch mayBeMade = new CountDownLatch(1);
        AtomicReference<String> written = new AtomicReference<>("");
        assertThat(description.invoke(call(PREPARE, () -> {
                    mayBeMade.await();
                    written.set("all of it");
                    return written;
                })))
                .isNull();
        CompletableFuture<@Nullable Object> asked = CompletableFuture.supplyAsync(() -> ask(description, written::get));
        assertThatThrownBy(() -> asked.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        mayBeMade.countDown();
        assertThat(asked.get(10, TimeUnit.SECONDS)).isEqualTo("all of it");
    }

    @Test
    void isMadeAtLastThoughNobodyAsks() throws Exception {
        CountDownLatch made = new CountDownLatch(1);
        description.invoke(call(PREPARE, () -> {
            made.countDown();
            return made;
        }));
        assertThat(made.getCount()).as("it is not made at once").isOne();
        assertThat(made.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoAsksIsToldWhereItCannotBeMade() throws Exception {
        description.invoke(call(PREPARE, () -> {
            throw new IllegalStateException("no description");
        }));
        assertThatThrownBy(() -> description.invoke(call(READ, () -> "nothing")))
                .hasRootCauseMessage("no description");
    }

    private static @Nullable Object ask(MadeBeside description, Callable<Object> reading) {
        try {
            return description.invoke(call(READ, reading));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method method(Class<?> type, String name) {
        try {
            return type.getMethod(name);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InvocationContext call(Method called, Callable<Object> proceeding) {
        return new InvocationContext() {
            @Override
            public Object getTarget() {
                return this;
            }

            @Override
            public @Nullable Object getTimer() {
                return null;
            }

            @Override
            public Method getMethod() {
                return called;
            }

            @Override
            public @Nullable Constructor<?> getConstructor() {
                return null;
            }

            @Override
            public Object[] getParameters() {
                return new Object[0];
            }

            @Override
            public void setParameters(Object[] parameters) {}

            @Override
            public Map<String, Object> getContextData() {
                return Map.of();
            }

            @Override
            public Object proceed() throws Exception {
                return proceeding.call();
            }
        };
    }
}
