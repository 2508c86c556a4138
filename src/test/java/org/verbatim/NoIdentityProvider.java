package org.verbatim;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The service as it comes, without an identity provider. To be said where it matters: the packaged application keeps the
 * address of the provider that an earlier test has started.
 */
public class NoIdentityProvider implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.oidc.tenant-enabled", "false");
    }
}
