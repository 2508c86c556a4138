package org.verbatim;

import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** An OpenID Connect provider that the application, tested or packaged, is told to trust; and its tokens. */
public class IdentityProvider extends OidcWiremockTestResource {

    private static final String ISSUER = "https://server.example.com";
    private static final String AUDIENCE = "verbatim";

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        config.put("quarkus.oidc.auth-server-url", config.get("keycloak.url") + "/realms/quarkus/");
        return config;
    }

    /** What an editor sends. */
    public static String editor(String name) {
        return token(claims(name).groups(Set.of("editor")));
    }

    /** What somebody sends who is known, but no editor. */
    public static String reader(String name) {
        return token(claims(name).groups(Set.of("reader")));
    }

    /** Claims that are all right, to be spoilt. */
    public static JwtClaimsBuilder claims(String name) {
        return Jwt.preferredUserName(name).subject("s-" + name).issuer(ISSUER).audience(AUDIENCE);
    }

    /** Signs as the provider does. */
    public static String token(JwtClaimsBuilder claims) {
        return claims.jws().keyId("1").sign("privateKey.jwk");
    }
}
