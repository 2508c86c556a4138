package org.verbatim.dossier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.verbatim.text.SourceText;

/** Measures how long articles are read for, and how much is found in them, whoever asks. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class MeasuredAnnotator implements Annotator {

    private final Annotator annotator;
    private final Timer time;
    private final Counter quotes;
    private final Counter fundingFacts;
    private final Counter meetings;

    @Inject
    MeasuredAnnotator(@Delegate Annotator annotator, MeterRegistry registry) {
        this.annotator = annotator;
        this.time = Timer.builder("verbatim.extraction")
                .description("Time to find what an article says")
                .register(registry);
        this.quotes = found(registry, "Quote");
        this.fundingFacts = found(registry, "FundingFact");
        this.meetings = found(registry, "Meeting");
    }

    private static Counter found(MeterRegistry registry, String kind) {
        return Counter.builder("verbatim.extraction.records")
                .description("Records found in articles")
                .tag("type", kind)
                .register(registry);
    }

    @Override
    public Dossier annotate(Dossier.ArticlePart known, SourceText text) {
        Dossier found = Objects.requireNonNull(time.record(() -> annotator.annotate(known, text)));
        quotes.increment(size(found.quotes()));
        fundingFacts.increment(size(found.fundingFacts()));
        meetings.increment(size(found.meetings()));
        return found;
    }

    private static int size(@Nullable List<?> parts) {
        return parts == null ? 0 : parts.size();
    }
}
