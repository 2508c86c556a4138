package org.verbatim.http;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes the API description when somebody asks for it, or a little later than the service has started, and has whoever
 * asks wait until it is there. The framework would write it first, in both of its formats, which takes as long as half of
 * what else there is to do; and beside that, it takes a processor from it.
 */
@Beside
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class MadeBeside {

    /** So many milliseconds it waits for somebody who asks: longer than what is left of a start takes. */
    private static final long PATIENCE = 3000;

    private final CountDownLatch asked = new CountDownLatch(1);

    private volatile CompletableFuture<?> made = CompletableFuture.completedFuture("nothing");

    @AroundInvoke
    @Nullable Object invoke(InvocationContext call) throws Exception {
        if (call.getMethod().getReturnType() != void.class) {
            asked.countDown();
            made.join();
            return call.proceed();
        }
        made = made.thenRunAsync(() -> proceed(call), MadeBeside::start);
        // It is the last of a start. Nobody waits for it.
        var unused = made.thenRun(StartPages::giveBack);
        return null;
    }

    private void proceed(InvocationContext call) {
        try {
            asked.await(PATIENCE, TimeUnit.MILLISECONDS);
            call.proceed();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "api-description");
        thread.setDaemon(true);
        thread.start();
    }
}
