package org.verbatim.page;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ValueResolver;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Holds the pages to what a native binary can do in every test that renders one: there, what a template reads of ours has
 * to be known when it is built, while a JVM falls back on reflection.
 */
@Singleton
class NoReflection implements ValueResolver {

    void watch(@Observes EngineBuilder engine) {
        engine.addValueResolver(this);
    }

    /** Just before reflection, which comes last. */
    @Override
    public int getPriority() {
        return 0;
    }

    @Override
    public boolean appliesTo(EvalContext context) {
        // Qute's own, such as an element of a loop, look further when they do not know a name.
        return context.getBase() != null
                && !context.getBase().getClass().getName().startsWith("io.quarkus.qute.");
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        return CompletableFuture.failedFuture(new IllegalStateException(
                "A native binary cannot read “%s” of a %s: Templates has to name it (@TemplateData)."
                        .formatted(
                                context.getName(), context.getBase().getClass().getName())));
    }
}
