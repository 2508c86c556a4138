package org.verbatim.http;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicInteger;

/** So many requests at once and no more. */
final class Places {

    private final AtomicInteger taken = new AtomicInteger();
    private final int most;

    Places(int most) {
        this.most = most;
    }

    /** Whether there is a place for a request; it is free again when the request is answered, or its client gone. */
    boolean take(RoutingContext context) {
        if (taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            return false;
        }
        // Told of the end of an answer, and again of that of its connection.
        AtomicInteger mine = new AtomicInteger(1);
        context.addEndHandler(done -> taken.addAndGet(-mine.getAndSet(0)));
        return true;
    }

    int taken() {
        return taken.get();
    }
}
