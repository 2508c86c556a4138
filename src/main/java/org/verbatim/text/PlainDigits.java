package org.verbatim.text;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.Locale;

/**
 * Ids, addresses and headers have the digits 0 to 9, wherever the service runs: in some places a number is formatted with
 * others. What is written for people is told its language by whoever writes it.
 */
@Singleton
class PlainDigits {

    void choose(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    }
}
