package org.verbatim.http;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * Turns bearer tokens off where no identity provider is configured. Quarkus would refuse to start, and has no switch of
 * its own that follows what is configured when the service starts.
 */
public class IdentityProviderSwitch implements ConfigSourceInterceptor {

    static final String ENABLED = "quarkus.oidc.tenant-enabled";

    private static final String ADDRESS = "quarkus.oidc.auth-server-url";

    /** Who has the provider's key needs no provider that answers. */
    private static final String KEY = "quarkus.oidc.public-key";

    private static final long serialVersionUID = 1;

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        return name.equals(ENABLED) && !isSet(context, ADDRESS) && !isSet(context, KEY)
                ? ConfigValue.builder().withName(ENABLED).withValue("false").build()
                : context.proceed(name);
    }

    /** Whether something is configured, and not only left blank. */
    static boolean isSet(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        return value != null && value.getValue() != null && !value.getValue().isBlank();
    }
}
