package org.verbatim.http;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who may write: whoever sends a bearer token (RFC 6750) of the identity provider that has the role {@link #ROLE}.
 *
 * <p>An operation that writes is annotated with {@code @RolesAllowed(Editors.ROLE)}, and for its readers with
 * {@code @SecurityRequirement(name = Editors.ROLE)}; {@link Problems} answers whoever may not. A token is looked at only
 * where one is asked for, so reading needs neither a token nor an identity provider that answers.
 */
@Singleton
public class Editors {

    /** The role, and the name of the security scheme in the API description. */
    public static final String ROLE = "editor";

    private static final String TOKEN_HEADER = "quarkus.oidc.token.header";

    private final CurrentIdentityAssociation identities;
    private final boolean possible;

    /**
     * Caches know whom an answer was made for by {@code Authorization} alone (RFC 9111, section 3.5), {@link KeptAnswers}
     * among them.
     *
     * @throws IllegalArgumentException if tokens are to come in another header
     */
    Editors(
            CurrentIdentityAssociation identities,
            @ConfigProperty(name = IdentityProviderSwitch.ENABLED, defaultValue = "true") boolean possible,
            @ConfigProperty(name = TOKEN_HEADER) Optional<String> header) {
        header.filter(name -> !name.equalsIgnoreCase(HttpHeaders.AUTHORIZATION)).ifPresent(name -> {
            throw new IllegalArgumentException(
                    "%s: “%s” is not Authorization, by which caches know that an answer is not for everybody"
                            .formatted(TOKEN_HEADER, name));
        });
        this.identities = identities;
        this.possible = possible;
    }

    /** Whether there is an identity provider that can tell who is an editor. */
    boolean arePossible() {
        return possible;
    }

    /**
     * The name of the editor who sends this request, as the history keeps it: the token's {@code upn},
     * {@code preferred_username} or {@code sub}, or the claim that {@code quarkus.oidc.token.principal-claim} names.
     *
     * @throws RuntimeException one that {@link Problems} makes a 401 or 403 of, if an editor does not send it
     */
    public String name() {
        SecurityIdentity identity = identities.getDeferredIdentity().await().indefinitely();
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (!identity.hasRole(ROLE)) {
            throw new ForbiddenException();
        }
        return identity.getPrincipal().getName();
    }

    /**
     * For an operation of which only a part is for editors, such as reading what was rejected.
     *
     * @throws RuntimeException one that {@link Problems} makes a 401 or 403 of, if an editor does not send the request
     */
    public void require() {
        name();
    }
}
