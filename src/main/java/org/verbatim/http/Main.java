package org.verbatim.http;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;

/** Starts the service, once the framework is told what it asks for before any configuration is read. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        // The framework parses each request target, and refuses what is no URI with an empty answer before anything of
        // ours sees it. RequestGuard refuses it with a problem. A native binary is told when it is built, tests are by
        // their plugin, and dev mode, which asks before it comes here, is by jvm.args in the pom.
        System.setProperty("vertx.disableURIValidation", "true");
        // And it marks each request as one whose context holds what only one at a time may use, such as a session of
        // Hibernate Reactive; nothing here asks for the mark.
        System.setProperty(VertxContextSafetyToggle.FULLY_DISABLE_PROPERTY, "true");
        Quarkus.run(arguments);
    }
}
