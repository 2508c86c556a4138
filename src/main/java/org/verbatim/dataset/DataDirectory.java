package org.verbatim.dataset;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code ./data} of the data directory {@code data}: H2 refuses a relative path that does not say so. And of
 * {@code ~/data} a path in the home directory, which H2 alone would take it for.
 *
 * <p>What refers to the directory gets it as it is here: this stands between the interceptor that resolves expressions and
 * the one that knows profiles.
 */
@Priority(Priorities.LIBRARY + 250)
public class DataDirectory implements ConfigSourceInterceptor {

    static final String NAME = "verbatim.data.directory";

    private static final long serialVersionUID = 1;

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue found = context.proceed(name);
        return name.equals(NAME) && found != null && found.getValue() != null
                ? found.withValue(explicit(found.getValue()))
                : found;
    }

    private static String explicit(String directory) {
        if (directory.matches("~(/.*)?")) {
            return System.getProperty("user.home") + directory.substring(1);
        }
        // What begins with the value of something else is not known yet.
        boolean isExplicit = directory.isBlank()
                || directory.matches("\\.\\.?(/.*)?|\\$.*")
                || Path.of(directory).isAbsolute();
        return isExplicit ? directory : "./" + directory;
    }
}
