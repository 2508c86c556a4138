package org.verbatim.dataset;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.PreventFurtherStepsException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * For what may take long while the service starts. When it is told to end meanwhile (SIGTERM), the framework waits until it
 * has started, however long that takes; so whoever is at work looks, and breaks off.
 */
public final class Starting {

    private static final Logger LOG = Logger.getLogger(Starting.class);

    /** As of a process that SIGTERM has ended. */
    private static final int TERMINATED = 143;

    private Starting() {}

    /**
     * To be called again and again by what can be broken off at that point.
     *
     * @param left what becomes of the rest, for whoever told it to end: a sentence
     * @throws IllegalStateException if the service was told to end; the log has said so, and it ends
     */
    public static void goOn(String left) {
        if (ApplicationLifecycleManager.isVmShuttingDown()) {
            throw ended(left);
        }
    }

    /**
     * Does what cannot look itself.
     *
     * @param breakOff makes it fail soon; called by another thread, at any moment of it
     * @param left as of {@link #goOn}
     * @throws IllegalStateException if it was broken off, as the service was told to end
     */
    public static void run(Runnable work, Runnable breakOff, String left) {
        AtomicBoolean told = new AtomicBoolean();
        Thread hook = new Thread(
                () -> {
                    told.set(true);
                    breakOff.run();
                },
                "break-off");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) { // it was told before
            throw ended(left);
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            if (told.get()) {
                IllegalStateException ended = ended(left);
                ended.addSuppressed(e);
                throw ended;
            }
            throw e;
        } finally {
            remove(hook);
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) { // it is running
        }
    }

    private static IllegalStateException ended(String left) {
        LOG.infof("Told to end before it had started. %s", left);
        // The framework prints the message of the last cause where that is one of these, and no stack trace; nothing,
        // where the process has ended by then. One that comes as it is would be taken for a start that went well.
        return new IllegalStateException(new PreventFurtherStepsException("It has not started.", TERMINATED));
    }
}
