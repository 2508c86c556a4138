package org.verbatim.http;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the API description while the service goes on to start, and has whoever asks for it wait until it is there. The
 * framework would write it first, in both of its formats, which takes as long as half of what else there is to do.
 */
@Beside
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class MadeBeside {

    private volatile CompletableFuture<?> made = CompletableFuture.completedFuture("nothing");

    @AroundInvoke
    @Nullable Object invoke(InvocationContext call) throws Exception {
        if (call.getMethod().getReturnType() != void.class) {
            made.join();
            return call.proceed();
        }
        made = made.thenRunAsync(() -> proceed(call), MadeBeside::start);
        return null;
    }

    private static void proceed(InvocationContext call) {
        try {
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
