package org.verbatim.http;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;

/**
 * Puts {@link Beside} on the framework's class that writes the API description; but not in dev mode and in tests that run
 * in one JVM with the service, where the framework's classes cannot see ours.
 */
public class DescribedBeside implements BuildCompatibleExtension {

    /** The class as it is when the service is built. */
    @Enhancement(types = OpenApiDocumentService.class)
    public void enhance(ClassConfig service) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            service.addAnnotation(Beside.class);
        }
    }
}
