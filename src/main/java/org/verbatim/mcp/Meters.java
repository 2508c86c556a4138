package org.verbatim.mcp;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The implementation names meters after what clients send. They are kept for ever, so that would fill the memory. */
class Meters {

    @Produces
    @Singleton
    MeterFilter onlyToolsThatThereAre() {
        return MeterFilter.replaceTagValues("tool.name", name -> Tools.NAMES.contains(name) ? name : "unknown");
    }

    @Produces
    @Singleton
    MeterFilter noAddresses() {
        return MeterFilter.ignoreTags("resource.uri", "prompt.name");
    }
}
